// node check.mjs REPORT.json [SCHEMAS]: exits with 0, 2 if called wrongly, 3 if a finding is an error, 4 if this is no
// valid report.

import { SCHEMAS, load, published } from "./published.mjs";
import { findings } from "./rules.mjs";

const [path, folder = SCHEMAS] = process.argv.slice(2);
if (!path) {
  console.error("usage: node check.mjs REPORT.json [SCHEMAS]");
  process.exit(2);
}
const { forms, problems } = published(folder);

function sideText(side) {
  if (!side) return "";
  return side.paths.join(" + ") + (side.value === null ? "" : ` (${side.value})`);
}

function line({ code, severity, verdict, left, right }) {
  return [severity, code, verdict, sideText(left), sideText(right)].filter(Boolean).join("\t");
}

function read() {
  try {
    const report = load(path);
    return { report, refused: problems(report?.form, report) };
  } catch (error) {
    return { refused: [error.message] };
  }
}

const { report, refused } = read();
if (refused.length) {
  console.error(refused.join("\n"));
  process.exitCode = 4;
} else {
  const form = forms.get(report.form);
  // A form without tables has no rules.
  const found = form ? findings(report, form) : [];
  for (const one of found) console.log(line(one));
  process.exitCode = found.some(({ severity }) => severity === "error") ? 3 : 0;
}
