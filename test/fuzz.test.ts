import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "vitest";
import { fuzz as fix } from "./fuzz/fix.ts";
import { fuzz as parse } from "./fuzz/parse.ts";
import { fuzz as report } from "./fuzz/report.ts";

/** What fuzzing found: inputs that lead new ways through the program, and the smallest ones that once broke it. */
const folder = new URL("fuzz/corpus/", import.meta.url);
const inputs = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder))] as const);

describe.each([
  ["parse", parse],
  ["fix", fix],
  ["report", report],
])("what was found by fuzzing breaks %s no more", (_name, fuzz) => {
  test.each(inputs)("%s", (_input, bytes) => fuzz(bytes));
});
