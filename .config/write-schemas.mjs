import { writeFileSync } from "node:fs";
import { configJsonSchema } from "../dist/config-complete.js";
import { outputJsonSchema } from "../dist/report/schema.js";

const schemas = { "config.schema.json": configJsonSchema(), "output.schema.json": outputJsonSchema() };
for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(new URL(`../dist/${name}`, import.meta.url), `${JSON.stringify(schema, undefined, 2)}\n`);
}
