import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { checkSync } from "recheck";
import { rolldown } from "rolldown";
import { parseAst } from "rolldown/parseAst";
import { expect, test } from "vitest";
import { patience, times } from "./runs.ts";

/**
 * The expressions that recheck found safe, so that only new ones take time; `SPRINTPLAN_RUNS=50` asks it for all of them again,
 * and `UPDATE_EXPRESSIONS=1` writes down those that are.
 */
const RECORD = new URL("safe-expressions.json", import.meta.url);
const SRC = fileURLToPath(new URL("../src/", import.meta.url));
const CACHE = new URL("../.cache/expressions/", import.meta.url);
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

type Verdict = "linear" | "not linear" | "not decided";

test("every regular expression takes time linear in the text", { timeout: patience(900) }, async () => {
  const known = new Set<string>(JSON.parse(readFileSync(RECORD, "utf8")));
  const expressions = [...new Set([...literals(), ...(await computed())])].toSorted();
  expect(expressions.length).toBeGreaterThan(400);
  const isAnew = times(1) > 1;
  const doubtful = new Set(expressions.filter((each) => (isAnew || !known.has(each)) && verdictOn(each) !== "linear"));
  const safe = expressions.filter((each) => !doubtful.has(each));
  if (process.env.UPDATE_EXPRESSIONS === "1") writeFileSync(RECORD, `${JSON.stringify(safe, undefined, 2)}\n`);
  expect([...doubtful]).toEqual([]);
});

test("what is not linear is found", () => {
  expect(verdictOn("/^(?:a+)+$/")).toBe("not linear");
  expect(verdictOn("/^a+$/")).toBe("linear");
});

/** The written-out expressions of the source, found by a parser that is not the engine's. */
function literals(): readonly string[] {
  return files.flatMap((file) => {
    const found: string[] = [];
    const visit = (node: unknown): void => {
      if (Array.isArray(node)) for (const each of node) visit(each);
      else if (typeof node === "object" && node !== null) {
        if ("regex" in node && isRegex(node.regex)) found.push(`/${node.regex.pattern}/${node.regex.flags}`);
        for (const each of Object.values(node)) visit(each);
      }
    };
    visit(parseAst(readFileSync(`${SRC}${file}`, "utf8"), { lang: "ts" }));
    return found;
  });
}

function isRegex(value: unknown): value is { readonly pattern: string; readonly flags: string } {
  return typeof value === "object" && value !== null && "pattern" in value && "flags" in value;
}

/** The expressions that are put together when the source is loaded, in both forms that a pattern has. */
async function computed(): Promise<readonly string[]> {
  const bundle = await rolldown({
    input: "all",
    platform: "node",
    treeshake: false,
    external: /^(?!all$|\.|\/|\0)/,
    plugins: [
      {
        name: "record",
        resolveId: (id, importer) => {
          if (id === "all") return id;
          return id.endsWith("/pattern.ts") && importer !== "\0pattern" ? "\0pattern" : undefined;
        },
        load: (id) => {
          if (id === "all") return files.map((file) => `import ${JSON.stringify(`${SRC}${file}`)};`).join("\n");
          return id === "\0pattern" ? RECORDING.replaceAll("PATTERN", `${SRC}parse/pattern.ts`) : undefined;
        },
      },
    ],
  });
  const { output } = await bundle.generate({ format: "esm", codeSplitting: false, banner: BEFORE, footer: AFTER });
  mkdirSync(CACHE, { recursive: true });
  const file = new URL("all.mjs", CACHE);
  writeFileSync(file, output[0].code);
  const loaded: { readonly recorded: readonly string[] } = await import(/* @vite-ignore */ pathToFileURL(fileURLToPath(file)).href);
  return loaded.recorded;
}

const RECORDING = `import { pattern as made } from "PATTERN";
export * from "PATTERN";
export function pattern(source, flags) { const both = made(source, flags); both("a"); both("é"); return both; }`;

/** Imports come first, so that only our own expressions are recorded. */
const BEFORE = `const Engine = globalThis.RegExp;
export const recorded = [];
globalThis.RegExp = class extends Engine { constructor(source, flags) { super(source, flags); recorded.push(String(this)); } };`;
const AFTER = "globalThis.RegExp = Engine;";

function verdictOn(expression: string): Verdict {
  process.env.RECHECK_BACKEND = "pure";
  const end = expression.lastIndexOf("/");
  // Groups with names and places take no other time.
  const flags = expression.slice(end + 1).replace("d", "");
  // Steps decide, not how busy the machine is: a step of the search that runs out of time would count as an attack.
  const { status } = checkSync(expression.slice(1, end), flags, { timeout: 120_000, attackTimeout: null, incubationTimeout: null });
  return status === "safe" ? "linear" : status === "vulnerable" ? "not linear" : "not decided";
}
