// Exact numbers, and the values that a sum can have while some of its cells hold no number.

/** Decimals have at most 29 digits after the point: every number is counted in units of the last, as a BigInt. */
const DIGITS = 29;

/** Whether a cell holds a number: not blank, not "not_applicable" or "unreadable", not a bound such as "<1". */
export const isNumber = ({ value }) => /^-?[0-9]/.test(value);

/** An integer or the text of a decimal, in units. */
export function exact(number) {
  const [whole, fraction = ""] = String(number).split(".");
  return BigInt(whole + fraction.padEnd(DIGITS, "0"));
}

/** Units as JSON has them: an integer where `digits` is -1, else a text with so many digits after the point. */
export function written(units, digits) {
  if (typeof units !== "bigint") return null;
  const text = String(units < 0n ? -units : units).padStart(DIGITS + 1, "0");
  const fraction = digits > 0 ? `.${text.slice(-DIGITS).slice(0, digits)}` : "";
  const number = (units < 0n ? "-" : "") + text.slice(0, -DIGITS) + fraction;
  // An integer that not every reader of JSON keeps is a text too.
  return digits < 0 && Number.isSafeInteger(Number(number)) ? Number(number) : number;
}

/** The values that a cell can have, from `low` to `high`; `open` leaves out `high`. */
export function range({ value, signed }, blankIsZero = false) {
  if (isNumber({ value })) {
    const digits = typeof value === "number" ? -1 : (value.split(".")[1] ?? "").length;
    return { low: exact(value), high: exact(value), open: false, digits };
  }
  if (value?.startsWith("<")) return { low: 0n, high: exact(value.slice(1)), open: true, digits: -1 };
  // What is unreadable is printed, so it is never taken for a zero.
  if (blankIsZero && value !== "unreadable") return { low: 0n, high: 0n, open: false, digits: -1 };
  return { low: signed ? -Infinity : 0n, high: Infinity, open: false, digits: -1 };
}

/** The values that a sum of cells can have; cells of rows that are not printed add nothing. */
export function total(cells, blankIsZero = false) {
  const ranges = cells.filter(({ value }) => value !== undefined).map((cell) => range(cell, blankIsZero));
  const plus = (one, other) => [one, other].find((end) => typeof end === "number") ?? one + other;
  return {
    low: ranges.map(({ low }) => low).reduce(plus, 0n),
    high: ranges.map(({ high }) => high).reduce(plus, 0n),
    open: ranges.some(({ open }) => open),
    digits: Math.max(-1, ...ranges.map(({ digits }) => digits)),
  };
}

/** Whether a range is one value. */
export const isOne = ({ low, high }) => low === high;

/** Left minus right, if both are one value. */
export const difference = (left, right) =>
  isOne(left) && isOne(right) ? written(left.low - right.low, Math.max(left.digits, right.digits)) : null;

/** Whether `left = right` or `left <= right` "holds" for all values, "failed" for all, or is "undecided". */
export function compared(relation, left, right) {
  const reaches = (one, other) => (one.open ? one.high > other.low : one.high >= other.low);
  if (relation === "<=") return left.high <= right.low ? "holds" : reaches(right, left) ? "undecided" : "failed";
  if (isOne(left) && isOne(right)) return left.low === right.low ? "holds" : "failed";
  return reaches(left, right) && reaches(right, left) ? "undecided" : "failed";
}
