// The rules that a FORM.form.json states, run over report documents. A cell without a number counts as every value
// that it could have: a rule fails if no values could satisfy it, holds if all do, and is undecided otherwise.
import { compared, difference, exact, isNumber, range, total, written } from "./numbers.mjs";

/** What is found in one report; `form` is the parsed form.json of its form. */
export function findings(report, form) {
  if (!report.statistics) return [];
  const rules = form.rules.filter((rule) => rule.previous.length === 0).flatMap((rule) => expanded(rule, report, form));
  const judged = rules.map((rule) => judge(rule, report, form));
  return [...told(judged, { form: form.form }), ...alternatives(report, form), ...impossible(report, form)];
}

/** What is found between a report and last year's of the same body; `form` is that of the later report. */
export function findingsBetween(earlier, later, form) {
  const [before, now] = [earlier, later].map((report) => report.publisher ?? { name: "", identifiers: [] });
  const isNextYear = earlier.statistics && later.statistics && earlier.year + 1 === later.year;
  if (!isNextYear || !isSameBody(before, now)) return [];
  const rules = form.rules.filter((rule) => rule.previous.length > 0);
  const judged = rules.map((rule) => judge(rule, later, form, earlier));
  const [publisher, year, previous_year] = [now.name, later.year, earlier.year].map(String);
  const params = { form: form.form, publisher, year, previous_year };
  const isFailed = ({ verdict }) => verdict === "failed";
  return told(judged, params).sort((one, other) => isFailed(other) - isFailed(one));
}

/** By identifier where both have one of a scheme, else by name: bodies are renamed, and two may have one name. */
function isSameBody(one, other) {
  const pairs = one.identifiers.flatMap((mine) => other.identifiers.map((theirs) => [mine, theirs]));
  const comparable = pairs.filter(([mine, theirs]) => mine.scheme === theirs.scheme);
  return comparable.length ? comparable.some(([mine, theirs]) => mine.value === theirs.value) : one.name === other.name;
}

/** Rows that are printed instead of each other, and both are there. */
function alternatives(report, { form, alternatives }) {
  const both = alternatives.filter(({ rows }) => rows.every((row) => valueAt(report, row) != null));
  return both.map(({ code, severity, rows: [one, other] }) =>
    finding({ code, severity, left: side([one]), right: side([other]), params: { form } }));
}

/** Cells above zero that the publisher, by its kind or level, cannot fill; and those that could be. */
function impossible(report, form) {
  const { name: publisher, kind, level } = report.publisher ?? {};
  const rules = form.impossible.filter((rule) => rule.kinds.includes(kind) || rule.levels.includes(level));
  return rules.flatMap(({ code, severity, cells: patterns }) => {
    const paths = patterns.flatMap((path) => everyItem(path, report));
    const cells = cellsAt(paths, report, form).filter(isPrinted);
    const params = { form: form.form, publisher };
    const above = cells.filter((cell) => isNumber(cell) && exact(cell.value) > 0n);
    const failures = above.map(({ path, value }) => finding({ code, severity, left: side([path], value), params }));
    const open = cells.filter((cell) => !isNumber(cell));
    const agrees = open.every((cell) => range(cell, true).high === 0n);
    return open.length === 0 ? failures : [...failures, undecided(code, open.map(pathOf), params, open.length, agrees)];
  });
}

// --- cells, and the rules that speak of them ----------------------------------------------------------------

/** `null` is a blank cell; `undefined` one in a row that is not printed, or that the form does not have. */
const valueAt = (report, path) => path.split(".").reduce((here, step) => here?.[step], report);
const pathOf = ({ path }) => path;
const isPrinted = ({ value }) => value !== undefined;

function cellsAt(paths, report, form) {
  const signed = new Set(form.cells.filter((cell) => cell.signed).map(pathOf));
  const pattern = (path) => path.replace(/\.[0-9]+(?=\.)/g, ".*");
  return paths.map((path) => ({ path, value: valueAt(report, path), signed: signed.has(pattern(path)) }));
}

/** A path for each item of the list that it names by `*`. */
function everyItem(path, report) {
  const [list, rest] = path.split(".*");
  return rest === undefined ? [path] : valueAt(report, list).map((_, index) => `${list}.${index}${rest}`);
}

/** A rule for each item of its list, with the name of the body in that row; any other `*` is the sum of all items. */
function expanded(rule, report, form) {
  const made = (paths) => ({ ...rule, left: rule.left.flatMap(paths), right: rule.right.flatMap(paths) });
  if (!rule.each) return [made((path) => everyItem(path, report))];
  const rows = form.tables.flatMap((table) => table.parts).flatMap((part) => part.rows);
  const { name } = rows.find((row) => row.repeats === rule.each);
  return valueAt(report, rule.each).map((item, index) =>
    ({ ...made((path) => path.replace(`${rule.each}.*`, `${rule.each}.${index}`)), body: item[name] }));
}

// --- what becomes of a rule ---------------------------------------------------------------------------------

function judge(rule, report, form, earlier) {
  const [left, right] = [rule.left, rule.right].map((paths) => cellsAt(paths, report, form));
  const last = earlier ? cellsAt(rule.previous, earlier, form) : [];
  // A row that is not printed adds nothing, but a side without any row is nothing to compare with.
  const applies = earlier ? [...left, ...last].every(isPrinted) : left.some(isPrinted) && right.some(isPrinted);
  const sums = (blankIsZero) => [total(left, blankIsZero), total([...right, ...last], blankIsZero)];
  const outcome = applies ? compared(rule.relation, ...sums(false)) : "holds";
  const missing = rule.total && left[0].value === null && right.some(isNumber);
  const agrees = missing ? null : compared(rule.relation, ...sums(true)) === "holds";
  return { rule, cells: [...left, ...right], sums: sums(false), outcome, missing, agrees };
}

/** In the order of the rules: each failure, and once for a rule, table and agreement what is undecided. */
function told(judged, params) {
  const groups = {};
  for (const [index, one] of judged.entries()) {
    const { rule, outcome, agrees } = one;
    const key = outcome === "undecided" ? `${rule.code} ${rule.table} ${agrees}` : `rule ${index}`;
    if (outcome !== "holds") (groups[key] ??= []).push(one);
  }
  return Object.values(groups).map((group) => {
    const [{ rule, outcome }] = group;
    const previous = rule.previous.length && { previous_paths: group.flatMap((one) => one.rule.previous).join(" ") };
    const words = { ...params, table: rule.table, ...previous };
    return outcome === "failed" ? failed(group[0], words) : open(group, words);
  });
}

function failed({ rule: { code, severity, body, ...rule }, sums: [left, right] }, params) {
  const [one, other] = [side(rule.left, sum(left)), side(rule.right, sum(right))];
  const words = body ? { ...params, body } : params;
  return finding({ code, severity, left: one, right: other, difference: difference(left, right), params: words });
}

/** What cannot be decided: for totals that are blank beside known parts the totals, else all cells without a number. */
function open(group, params) {
  const [{ rule, sums: [, parts], missing, agrees }] = group;
  const cells = group.flatMap((one) => one.cells).filter((cell) => isPrinted(cell) && !isNumber(cell)).map(pathOf);
  if (!missing) return undecided(rule.code, [...new Set(cells)], params, group.length, agrees);
  const told = undecided(`${rule.code}-missing`, group.map((one) => one.rule.left[0]), params, group.length, agrees);
  return group.length === 1 ? { ...told, right: side(rule.right, sum(parts)) } : told;
}

const sum = ({ low, digits }) => written(low, digits);
const side = (paths, value = null) => ({ paths, value, places: [] });
const finding = (given) =>
  ({ verdict: "failed", right: null, difference: null, agrees_if_blank_is_zero: null, ...given });
const undecided = (code, paths, params, count, agrees) => ({
  ...finding({ code, severity: "info", verdict: "undecided", left: side(paths), agrees_if_blank_is_zero: agrees }),
  params: { ...params, count: String(count) },
});
