// A report of the form cn-2021, read with the types in schemas/typescript. The types say what a report holds; whether
// a text is one is for a validator to say, as in ../javascript/check.mjs.
import type { AbsentCell, Amount, Applicants, Count, ReportCn2021, Results } from "../../schemas/typescript/cn-2021.js";

const WORDS: Record<AbsentCell, string> = { not_applicable: "not applicable", unreadable: "unreadable" };
const APPLICANTS = [
  "natural_person", "commercial", "research", "social_welfare", "legal_service", "other",
] as const satisfies readonly (keyof Applicants)[];

/** The report in a text that a validator has accepted. */
export function read(text: string): ReportCn2021 {
  const report: ReportCn2021 = JSON.parse(text);
  if (report.form !== "cn-2021") throw new Error("not a report of the form cn-2021");
  return report;
}

/** Whether a cell holds a number. Anything else is no zero, and nothing to add up. */
export const isNumber = (cell: Count): cell is number => typeof cell === "number";

const isAbsent = (cell: Count | Amount): cell is AbsentCell => cell === "not_applicable" || cell === "unreadable";

/** What a cell says; an amount stays the text that it is, for no float holds every decimal. */
export function told(cell: Count | Amount): string {
  if (cell === null) return "blank";
  return isAbsent(cell) ? WORDS[cell] : String(cell);
}

/** The sum of a row without its total, if every cell holds a number. */
export function sum(row: Applicants): number | undefined {
  const cells = APPLICANTS.map((column) => row[column]);
  return cells.every(isNumber) ? cells.reduce((one, other) => one + other, 0) : undefined;
}

/** The rows of other handling: three, or one in which they are not divided, or none. */
export function otherHandling({ other, other_undivided }: Results): Applicants[] {
  if (other !== null) return [other.not_corrected, other.fee_unpaid, other.other];
  return other_undivided === null ? [] : [other_undivided];
}

/** A few lines on the tables of a report. */
export function summary({ statistics, year }: ReportCn2021): string[] {
  if (statistics === null) return [`${year}: no tables`];
  const { proactive, requests } = statistics;
  const secrets = requests.results.denied.state_secret.natural_person;
  const asked = isNumber(secrets) && secrets > 0 ? `${secrets} asked for by persons` : told(secrets);
  return [
    `${year}: received ${told(requests.received.total)}, by applicants ${sum(requests.received) ?? "not known"}`,
    `state secrets: ${asked}`,
    `other handling: ${otherHandling(requests.results).map((row) => told(row.total)).join(" + ") || "no rows"}`,
    `fees, in 10,000 yuan: ${told(proactive.fees.amount)}`,
  ];
}
