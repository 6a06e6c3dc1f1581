import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { configJsonSchema } from "../src/config-complete.ts";
import { problemsOf } from "../src/config-problems.ts";
import { COLUMN_ROLES } from "../src/model.ts";
import { rules } from "../src/rules/index.ts";
import { demonstrate } from "./demonstration.ts";
import { removeTemporaryFolders } from "./git-repository.ts";
import { play } from "./transcript.ts";

const root = new URL("../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const update = process.env.UPDATE === "1";
const written = read("README.md");
const samples = readdirSync(new URL("plans/", root)).filter((name) => name.endsWith(".md"));
const played = play(written, new Map(samples.map((name) => [`plans/${name}`, read(`plans/${name}`)])));
const replacements: (readonly [string, string])[] = [];

afterAll(removeTemporaryFolders);

afterAll(() => {
  const rewritten = replacements.reduce((page, [before, after]) => page.replace(before, () => after), played.page);
  if (update) writeFileSync(new URL("README.md", root), rewritten);
});

describe("shows what the program prints", () => {
  test.each(played.steps)("$command", ({ actual, expected }) => {
    expect(update ? actual : expected).toBe(actual);
  });
});

/** Compares a part of the page with what it must say, or takes that down. */
function settle(part: string, actual: string): void {
  if (update) replacements.push([part, actual]);
  else expect(part).toBe(actual);
}

test("opens with two commands, and has no third", () => {
  const commands = ["npm ci && node bin/sprintplan.js check plans/backend-refactoring.md", "npm ci && npm test"];
  expect(written.split("\n").filter((line) => line.startsWith("npm ci && "))).toEqual(commands);
  expect(written.split("\n").slice(4, 8)).toEqual(["```sh", ...commands, "```"]);
});

describe("tables", () => {
  test("of the rules", () => {
    const rows = rules.map(({ id, severity, fixable, summary }) => {
      return [`[\`${id}\`](src/rules/${id}.md)`, severity, fixable === "no" ? "" : fixable, summary];
    });
    settle(generated("rules"), table("rules", ["rule", "severity", "fix", "what is wrong"], rows));
  });

  test("of the configuration", () => {
    const schema: Schema = JSON.parse(JSON.stringify(configJsonSchema()));
    settle(generated("configuration"), table("configuration", ["key", "values", "default", "means"], keysOf(schema, "")));
  });
});

describe("shows what a demonstration repository gives", () => {
  const { trend, diff, comment } = demonstrate();

  test("its history", () => settle(generated("trend"), session("trend", "trend plans/shop.md", trend)));
  test("what a branch changes", () => settle(generated("diff"), session("diff", "diff", diff)));
  test("the comment on a pull request", () => {
    settle(generated("comment"), `<!-- comment -->\n\n\`\`\`\`markdown\n${comment}\`\`\`\`\n\n<!-- end -->`);
  });

  function session(name: string, words: string, output: string): string {
    return `<!-- ${name} -->\n\n\`\`\`text\n$ sprintplan ${words}\n${output}\`\`\`\n\n<!-- end -->`;
  }
});

test("shows a configuration that is sound", () => {
  const examples = [...written.matchAll(/^```json\n([\s\S]*?)^```/gm)].map((match) => JSON.parse(match[1]));
  expect(examples.map((example) => problemsOf(example, "file"))).toEqual([[]]);
});

test("names every column that the configuration may give a synonym", () => {
  for (const role of COLUMN_ROLES) expect(written).toContain(`\`${role}\``);
});

describe("shows examples that print what stands under them", () => {
  const packages = new Map<string, () => Promise<object>>([
    ["sprintplan", () => import("../src/index.ts")],
    ["sprintplan/remark", () => import("../src/remark.ts")],
    ["remark", () => import("remark")],
  ]);
  const examples = [...written.matchAll(/^```js\n([\s\S]*?)^```\n\n(```text\n[\s\S]*?^```)/gm)];

  test.each(examples.map(([, code, printed]) => ({ code, printed })))("example %#", async ({ code, printed }) => {
    const imports = [...code.matchAll(/^import (\S+|\{ .* \}) from "(.*)";$/gm)];
    const modules = await Promise.all(imports.map(([, , name]) => packages.get(name)?.()));
    const body = imports.reduce((rest, [line, names], index) => {
      return rest.replace(line, `const ${names.startsWith("{") ? names : `{ default: ${names} }`} = modules[${index}];`);
    }, code);
    const lines: string[] = [];
    const run = new Function("console", "modules", `return (async () => {${body}})();`);
    await run({ log: (line: string) => lines.push(`${line}\n`) }, modules);
    expect(lines.length).toBeGreaterThan(0);
    settle(printed, `\`\`\`text\n${lines.join("")}\`\`\``);
  });

  test("of the library, of the scheduler and of the plugin", () => {
    expect(examples.length).toBe(3);
  });
});

/** What stands between the marks around a generated part. */
function generated(name: string): string {
  return new RegExp(`<!-- ${name} -->\\n([\\s\\S]*?)<!-- end -->`).exec(written)?.[0] ?? "";
}

function table(name: string, header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return [`<!-- ${name} -->\n`, ...lines, "\n<!-- end -->"].join("\n");
}

/** As much of a JSON Schema as the table of the configuration shows. */
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  /** What stands at each place of a list of fixed length. */
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly type?: string;
  readonly default?: unknown;
  readonly description?: string;
}

function keysOf({ properties = {}, description: whole = "" }: Schema, before: string): readonly (readonly string[])[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const group = groupIn(schema);
    const inside = group === undefined ? [] : keysOf(group, `${before}${key}.`).filter(([name]) => !name.endsWith(".severity`"));
    if (group !== undefined && typeof schema.additionalProperties !== "object") return inside;
    const standard = schema.prefixItems === undefined && typeof schema.default === "object" ? undefined : schema.default;
    const own = [
      `\`${before}${key}\``,
      valuesOf(schema),
      standard === undefined ? "" : `\`${wordsOf(standard)}\``,
      schema.description ?? whole,
    ];
    return [own, ...inside];
  });
}

/** Where a value may be a group of keys, that group. */
function groupIn(schema: Schema): Schema | undefined {
  return schema.properties === undefined ? schema.anyOf?.find(({ properties }) => properties !== undefined) : schema;
}

function wordsOf(value: unknown): string {
  return Array.isArray(value) ? `[${value.join(", ")}]` : String(value);
}

function valuesOf({ anyOf, enum: choices, type, items, prefixItems, additionalProperties }: Schema): string {
  if (anyOf !== undefined) return valuesOf(anyOf[0]);
  if (choices !== undefined) return choices.map((choice) => `\`${choice}\``).join(", ");
  if (prefixItems !== undefined) return `[${prefixItems.map(valuesOf).join(", ")}]`;
  if (items !== undefined) return `list of ${valuesOf(items)}s`;
  if (typeof additionalProperties === "object") return `name: ${valuesOf(additionalProperties)}`;
  return type === "string" ? "text" : (type ?? "");
}
