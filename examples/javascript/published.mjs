// The published schemas, compiled, and the descriptions of the forms.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";

export const SCHEMAS = fileURLToPath(new URL("../../schemas", import.meta.url));
export const load = (...path) => JSON.parse(readFileSync(join(...path), "utf8"));

/** `forms` by name, and `problems(schema, document)`: one line for each thing the schema refuses. */
export function published(folder) {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  const named = (ending) => readdirSync(folder).filter((name) => name.endsWith(ending)).sort()
    .map((name) => [name.slice(0, -ending.length), load(folder, name)]);
  // facts.schema.json describes the columns of CSV files and is no JSON Schema.
  const described = named(".schema.json").filter(([, schema]) => schema.$schema.includes("json-schema.org"));
  const schemas = new Map(described.map(([name, schema]) => [name, ajv.compile(schema)]));

  function problems(name, document) {
    const accepts = schemas.get(name);
    if (!accepts) return [`no schema for ${JSON.stringify(name)}`];
    return accepts(document) ? [] : accepts.errors.map((one) => `${one.instancePath || "/"} ${one.message}`);
  }
  return { forms: new Map(named(".form.json")), problems };
}
