// TypeScript types of the published schemas, written by json-schema-to-typescript from tests/node.
//   node scripts/typescript.mjs [FOLDER]     writes into FOLDER; without one, into schemas/typescript
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const { compile } = createRequire(new URL("../tests/node/", import.meta.url))("json-schema-to-typescript");

const SCHEMAS = fileURLToPath(new URL("../schemas/", import.meta.url));
const ENDING = ".schema.json";
// A user's formatter is not to decide how the files look.
const STYLE = { printWidth: 120, tabWidth: 2, useTabs: false, semi: true, singleQuote: false, bracketSpacing: true };

/** Texts that hold numbers, so that type checkers tell them from words such as "unreadable". */
const TEXTS = [["48.07", "`${number}`"], ["<1", "`<${number}`"]];

/** The schema with every reference and every number in a text named by its TypeScript type. */
function typed(schema) {
  if (Array.isArray(schema)) return schema.map(typed);
  if (typeof schema !== "object" || schema === null) return schema;
  // Left to itself, the generator makes a type of its own (Count1, Count2) for each description beside a reference.
  const { $ref, ...rest } = schema;
  if ($ref) return { ...rest, tsType: $ref.replace("#/$defs/", "") };
  const text = schema.pattern && TEXTS.find(([example]) => new RegExp(schema.pattern).test(example));
  if (text) return { ...rest, tsType: text[1] };
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, typed(value)]));
}

const banner = (name) => `/**
 * TypeScript types of ${name}, generated from it by scripts/typescript.mjs; not edited by hand.
 *
 * License: CC0-1.0
 */`;

/** Without what the generator says of every type that is named and not written out where it is used. */
const plain = (text) => text
  .replace(/( \*\n)? \* This interface was referenced by .*\n \* via the `definition` .*\n/g, "")
  .replace(/^\/\*\*\n \*\/\n/gm, "");

async function declarations(name) {
  const schema = JSON.parse(readFileSync(join(SCHEMAS, name), "utf8"));
  const options = { bannerComment: banner(name), style: STYLE, unreachableDefinitions: true, cwd: SCHEMAS };
  return plain(await compile(typed(schema), schema.title, options));
}

const folder = process.argv[2] ?? join(SCHEMAS, "typescript");
mkdirSync(folder, { recursive: true });
for (const file of readdirSync(SCHEMAS).filter((name) => name.endsWith(ENDING)).sort()) {
  // facts.schema.json describes the columns of a CSV file and is no JSON Schema.
  if (file === `facts${ENDING}`) continue;
  writeFileSync(join(folder, `${file.slice(0, -ENDING.length)}.d.ts`), await declarations(file));
}
