// node conformance.mjs [SCHEMAS]: the conformance suite against the published schemas and ./rules.mjs.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { SCHEMAS, load, published } from "./published.mjs";
import { findings, findingsBetween } from "./rules.mjs";

const SHOWN = 20;
const folder = process.argv[2] ?? SCHEMAS;
const { forms, problems } = published(folder);
const counts = { forms: 0, valid: 0, invalid: 0, years: 0, findings: 0 };
const differences = [];

const differ = (where, texts) => differences.push(...texts.map((text) => `${where}: ${text}`));

function compare(where, found, expected) {
  counts.findings += expected.length;
  for (let index = 0; index < Math.max(found.length, expected.length); index++) {
    const [ours, theirs] = [found, expected].map((list) => list[index] ?? null);
    if (isDeepStrictEqual(ours, theirs)) continue;
    const keys = ours && theirs ? Object.keys({ ...ours, ...theirs }) : [];
    const unequal = keys.filter((key) => !isDeepStrictEqual(ours[key], theirs[key]));
    const [got, wanted] = [ours, theirs].map((one) => (unequal.length ? unequal.map((key) => one[key]) : one));
    differ(where, [`finding ${index} ${unequal}: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(got)}`]);
  }
}

function check(path, kind) {
  const document = load(path);
  const reports = kind === "years" ? [document.earlier, document.later] : [document];
  const refused = reports.flatMap((report) => problems(report.form, report));
  counts[kind] += 1;
  if (refused.length) return differ(path, refused);
  const expected = expectedOf(path, kind);
  const form = forms.get(reports.at(-1).form);
  const found = kind === "years" ? findingsBetween(...reports, form) : findings(...reports, form);
  compare(path, JSON.parse(JSON.stringify(found)), expected);
}

function expectedOf(path, kind) {
  if (kind === "valid") return [];
  const beside = path.replace(/\.json$/, ".findings.json");
  const expected = load(beside);
  differ(beside, problems("findings", expected));
  return expected.findings;
}

for (const [name, form] of forms) {
  counts.forms += 1;
  differ(`${name}.form.json`, problems("form", form));
  for (const kind of ["valid", "invalid", "years"]) {
    const suite = join(folder, "conformance", name, kind);
    const names = existsSync(suite) ? readdirSync(suite).sort() : [];
    for (const file of names.filter((one) => !one.endsWith(".findings.json"))) check(join(suite, file), kind);
  }
}
// A suite that is not there must not pass.
if (Object.values(counts).includes(0)) differ(folder, ["a part of the suite is missing"]);

console.log(Object.entries(counts).map(([name, count]) => `${name}: ${count}`).join(", "));
for (const line of differences.slice(0, SHOWN)) console.log(line);
if (differences.length > SHOWN) console.log(`and ${differences.length - SHOWN} more`);
process.exit(differences.length ? 1 : 0);
