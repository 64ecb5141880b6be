// What the published types have to refuse: below each mark stands one mistake, and the mark names its error.
import { isNumber, read, sum } from "../../examples/typescript/sample.js";
import type { ReportCn2008 } from "../../schemas/typescript/cn-2008.js";
import type { ReportCn2019 } from "../../schemas/typescript/cn-2019.js";
import type { Amount, Applicants, Count, Period, ReportCn2021 } from "../../schemas/typescript/cn-2021.js";
import type { Finding, Side } from "../../schemas/typescript/findings.js";
import type { DescribedRule } from "../../schemas/typescript/form.js";

declare const report: ReportCn2021;
declare const earlier: ReportCn2019;
declare const tables: NonNullable<ReportCn2021["statistics"]>;
declare const finding: Finding;
declare const rule: DescribedRule;
const { results } = tables.requests;

// --- keys ---

// @ts-expect-error TS2551
export const key = report.titel;
// @ts-expect-error TS2551
export const row = results.denied.trade_secret;
// @ts-expect-error TS2551
export const column = results.granted.natural_persons;
// @ts-expect-error TS2353
export const unknownKey: Period = { start: "2022-01-01", end: "2022-12-31", days: 365 };
// @ts-expect-error TS2741
export const missingKey: Period = { start: "2022-01-01" };
// @ts-expect-error TS2739
export const missingColumns: Applicants = { natural_person: 1, total: 1 };

// --- forms ---

// @ts-expect-error TS2322
export const wrongForm: ReportCn2021 = { ...report, form: "cn-2019" };
// @ts-expect-error TS2322
export const otherForm: ReportCn2021 = earlier;
// @ts-expect-error TS2367
export const never = read("{}").form === "cn-2014";
// @ts-expect-error TS2322
export const tablesOf2008: ReportCn2008["statistics"] = tables;

// --- cells ---

// @ts-expect-error TS2322
export const numberForDecimal: Amount = 48.07;
// @ts-expect-error TS2322
export const wordForDecimal: Amount = "none";
// @ts-expect-error TS2322
export const textForCount: Count = "12";
// @ts-expect-error TS2322
export const noSuchAbsence: Count = "blank";
// @ts-expect-error TS2365
export const added = results.granted.total + results.partly_granted.total;
// @ts-expect-error TS18047
export const withoutLook = results.granted.total > 0;
// @ts-expect-error TS2345
export const amountIsNoCount = isNumber(tables.proactive.fees.amount);

// --- what may be null ---

// @ts-expect-error TS18047
export const noTables = report.statistics.requests;
// @ts-expect-error TS2345
export const notPrinted = sum(results.other_undivided);
// @ts-expect-error TS18047
export const nobody = report.publisher.name;

// --- findings and forms ---

// @ts-expect-error TS2367
export const noSuchSeverity = finding.severity === "fatal";
// @ts-expect-error TS18047
export const oneSided: Side["paths"] = finding.right.paths;
// @ts-expect-error TS2322
export const everyRule: string = rule.each;
