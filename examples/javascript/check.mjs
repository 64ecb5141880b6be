// node check.mjs REPORT.json [SCHEMAS]: exits with 0, 3 if a finding is an error, 4 if this is no valid report.

import { SCHEMAS, load, published } from "./published.mjs";
import { findings } from "./rules.mjs";

const USAGE = "usage: node check.mjs REPORT.json [SCHEMAS]";

function read(path, problems) {
  try {
    const report = load(path);
    return { report, refused: problems(report?.form, report) };
  } catch (error) {
    return { refused: [error.message] };
  }
}

function sideText(side) {
  if (!side) return "";
  return side.paths.join(" + ") + (side.value === null ? "" : ` (${side.value})`);
}

function line({ code, severity, verdict, left, right }) {
  return [severity, code, verdict, sideText(left), sideText(right)].filter(Boolean).join("\t");
}

function refuse(lines, exitCode) {
  console.error(lines.join("\n"));
  return exitCode;
}

function main(path, folder = SCHEMAS) {
  if (!path) return refuse([USAGE], 2);
  const { forms, problems } = published(folder);
  const { report, refused } = read(path, problems);
  if (refused.length) return refuse(refused, 4);
  const form = forms.get(report.form);
  // A form without tables has no rules.
  const found = form ? findings(report, form) : [];
  for (const one of found) console.log(line(one));
  return found.some(({ severity }) => severity === "error") ? 3 : 0;
}

process.exitCode = main(...process.argv.slice(2));
