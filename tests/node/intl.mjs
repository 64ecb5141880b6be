// What the Intl objects of Node write for the values on stdin, in every locale named there that they know.
import { readFileSync } from "node:fs";

const { locales, values } = JSON.parse(readFileSync(0, "utf8"));
// The library writes the digits 0 to 9 and dates of the Gregorian calendar in every locale.
const own = { numberingSystem: "latn", calendar: "gregory" };
const scale = (text) => {
  const places = (text.split(".")[1] ?? "").length;
  return { minimumFractionDigits: places, maximumFractionDigits: places };
};
const number = (tag, text, options) => new Intl.NumberFormat(tag, { ...own, ...scale(text), ...options }).format(text);
const write = {
  numbers: (tag, text) => number(tag, text),
  // A rate is given in per cent; style "percent" takes a ratio. "48.07E-2" is exact.
  rates: (tag, text) => new Intl.NumberFormat(tag, { ...own, ...scale(text), style: "percent" }).format(`${text}E-2`),
  amounts: (tag, text) => number(tag, text, { style: "currency", currency: "CNY", currencyDisplay: "name" }),
  dates: (tag, text) =>
    new Intl.DateTimeFormat(tag, { ...own, dateStyle: "long", timeZone: "UTC" }).format(new Date(`${text}T00:00:00Z`)),
  lists: (tag, items) => new Intl.ListFormat(tag, { type: "conjunction" }).format(items),
};
const known = locales.filter((tag) => new Intl.NumberFormat(tag).resolvedOptions().locale === tag);
const written = Object.fromEntries(
  known.map((tag) => [
    tag,
    Object.fromEntries(
      Object.entries(values).map(([kind, given]) => [kind, given.map((value) => write[kind](tag, value))]),
    ),
  ]),
);
const digits = Object.fromEntries(known.map((tag) => [tag, new Intl.NumberFormat(tag).resolvedOptions().numberingSystem]));
process.stdout.write(JSON.stringify({ cldr: process.versions.cldr, written, digits }));
