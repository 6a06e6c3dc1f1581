import { describe, expect, test } from "vitest";
import { defaultConfig } from "../src/config.ts";
import { type ConfigFiles, combine, fileLayers, frontMatterLayers } from "../src/config-file.ts";
import { configSchema } from "../src/config-schema.ts";
import { createSource } from "../src/source.ts";
import { createMemoryHost } from "./memory-host.ts";

function read(files: Readonly<Record<string, string>>, directory = "/project/a/b", which: ConfigFiles = { kind: "nearest" }) {
  return fileLayers(createMemoryHost({ files: new Map(Object.entries(files)) }), which, directory);
}

function configured(files: Readonly<Record<string, string>>, directory?: string) {
  const read_ = read(files, directory);
  return read_.kind === "layers" ? combine(read_.layers) : read_.message;
}

describe("which configuration holds", () => {
  test("without any, the defaults of the schema", () => {
    expect(defaultConfig).toEqual(configSchema.parse({}));
    expect(combine([{ origin: "flags", directory: "/", value: { reading: {} } }])).toBe(defaultConfig);
  });

  test("the nearest file, laid over package.json key by key", () => {
    const config = configured({
      "package.json": '{ "name": "x", "sprintplan": { "failOn": "info", "reading": { "joint": "each", "all": "share" } } }',
      "sprintplan.config.json": '{ "failOn": "never" }',
      "a/sprintplan.config.yaml": "reading:\n  joint: split\nrules: { wrong-total: off }\n",
    });
    expect(config).toMatchObject({
      failOn: "info",
      reading: { joint: "split", all: "share", overlap: "inherit" },
      rules: { "wrong-total": { severity: "off" } },
    });
  });

  test("a severity alone keeps the options that a weaker file sets", () => {
    const config = configured({
      "sprintplan.config.json": '{ "rules": { "oversized-task": "error" } }',
      "package.json": '{ "sprintplan": { "rules": { "oversized-task": { "severity": "info", "hours": 24 } } } }',
    });
    expect(config).toMatchObject({ rules: { "oversized-task": { severity: "error", hours: 24 }, "missing-section": { severity: "off" } } });
  });

  test("nothing above the repository", () => {
    expect(configured({ "/sprintplan.config.json": '{ "failOn": "never" }' })).toMatchObject({ failOn: "error" });
  });

  test("a package.json without us may be broken", () => {
    expect(configured({ "package.json": "{ not json" })).toMatchObject({ failOn: "error" });
  });

  test.each([
    ["a dependency", '{ "devDependencies": { "sprintplan": { "failOn": "info" } } }', "error"],
    ["a value", '{ "name": "sprintplan", "keywords": ["sprintplan"] }', "error"],
    ["a key behind others", '{ "a": { "b": [{}, "}"] }, "c": "\\"{[", "sprintplan" : { "failOn": "info" } }', "info"],
    ["a key in a text", '{ "a": "\\"sprintplan\\": { \\"failOn\\": \\"info\\" }" }', "error"],
  ])("a package.json with us as %s", (_what, content, failOn) => {
    expect(configured({ "package.json": content })).toMatchObject({ failOn });
  });

  test("a package.json that names us without an end", () => {
    const content = `{ "a": [${'{ "sprintplan": "'.repeat(100_000)}`;
    expect(configured({ "package.json": content })).toMatchObject({ failOn: "error" });
  });

  test("none where none is wanted", () => {
    expect(read({ "sprintplan.config.json": "broken" }, "/project", { kind: "none" })).toEqual({ kind: "layers", layers: [] });
  });

  test("a plan's own front matter", () => {
    const text = "---\ntitle: Plan\nsprintplan:\n  failOn: warning\n---\n# Plan\n";
    const frontMatter = { text: text.slice(4, 46), span: { start: 0, end: 51 } };
    const own = frontMatterLayers(createSource("plan.md", text), frontMatter);
    expect(own).toMatchObject({ kind: "layers", layers: [{ value: { failOn: "warning" } }] });
  });
});

const SEVERITIES = "must be `off`, `info`, `warning` or `error`";

describe("what is wrong with it, and where", () => {
  test.each([
    ["a key", '{\n  "failon": "error"\n}', "sprintplan.config.json:2: unknown key `failon`, did you mean `failOn`?"],
    [
      "a nested key",
      '{ "calendar": { "hourPerDay": 6 } }',
      "sprintplan.config.json:1: unknown key `calendar.hourPerDay`, did you mean `hoursPerDay`?",
    ],
    ["a value", '{\n\n"failOn": "fatal" }', "sprintplan.config.json:3: `failOn` must be `error`, `warning`, `info` or `never`"],
    ["a kind of value", '{ "ignore": "drafts" }', "sprintplan.config.json:1: `ignore` must be a list"],
    ["everything", "[]", "sprintplan.config.json:1: the configuration must be a group of keys"],
    ["an item", '{ "ignore": ["a",\n 1] }', "sprintplan.config.json:2: `ignore.1` must be a text"],
    ["a rule", '{ "rules": {\n"wrong-totl": "off" } }', "sprintplan.config.json:2: unknown rule `wrong-totl`, did you mean `wrong-total`?"],
    ["a severity", '{ "rules": { "wrong-total": "fatal" } }', `sprintplan.config.json:1: \`rules.wrong-total\` ${SEVERITIES}`],
    [
      "no severity",
      '{ "rules": { "oversized-task": {\n"hours": 8 } } }',
      `sprintplan.config.json:1: \`rules.oversized-task.severity\` ${SEVERITIES}`,
    ],
    [
      "an option",
      '{ "rules": { "oversized-task": { "severity": "info",\n"hour": 8 } } }',
      "sprintplan.config.json:2: unknown key `rules.oversized-task.hour`, did you mean `hours`?",
    ],
    [
      "an option without a severity",
      '{ "rules": { "oversized-task": { "ours": 3 } } }',
      "sprintplan.config.json:1: unknown key `rules.oversized-task.ours`, did you mean `hours`?",
    ],
    [
      "an option alone",
      '{ "rules": { "oversized-task": 3 } }',
      `sprintplan.config.json:1: \`rules.oversized-task\` ${SEVERITIES}, or a group of \`severity\` and \`hours\``,
    ],
    [
      "an option of another rule",
      '{ "rules": { "wrong-total": { "severity": "info", "hours": 8 } } }',
      "sprintplan.config.json:1: unknown key `rules.wrong-total.hours`",
    ],
    [
      "an option's value",
      '{ "rules": { "oversized-task": { "severity": "info", "hours": "8" } } }',
      "sprintplan.config.json:1: `rules.oversized-task.hours` must be a number",
    ],
    ["a number", '{ "calendar": { "daysPerWeek": 0 } }', "sprintplan.config.json:1: `calendar.daysPerWeek` must be more than 0"],
    ["a hostile key", '{ "__proto__": { "failOn": "never" } }', "sprintplan.config.json:1: unknown key `__proto__`"],
    ["a hostile alias", '{ "aliases": {\n"__proto__": "Ada" } }', "sprintplan.config.json:2: unknown key `aliases.__proto__`"],
    ["a hostile rule", '{ "rules": {\n"__proto__": "off" } }', "sprintplan.config.json:2: unknown key `rules.__proto__`"],
    [
      "a hostile option",
      '{ "rules": { "wrong-total": { "severity": "info",\n"__proto__": { "hours": 8 } } } }',
      "sprintplan.config.json:2: unknown key `rules.wrong-total.__proto__`",
    ],
    ["what every object has", '{ "constructor": {} }', "sprintplan.config.json:1: unknown key `constructor`"],
    ["a rule that every object has", '{ "rules": { "toString": "off" } }', "sprintplan.config.json:1: unknown rule `toString`"],
    ["nothing at all", "", "sprintplan.config.json:1: not valid JSON, value expected"],
  ])("%s", (_name, content, message) => {
    expect(configured({ "sprintplan.config.json": content })).toBe(message);
  });

  test("two files side by side", () => {
    const files = { "a/sprintplan.config.json": "{}", "a/sprintplan.config.yaml": "" };
    expect(configured(files)).toBe("`a/sprintplan.config.json` and `a/sprintplan.config.yaml` stand side by side, keep one of them");
  });

  test.each([
    ["aliases", "groups:\n  a: &x [1]\n  b: *x\n", "sprintplan.config.yaml:2: anchors and aliases are not read"],
    ["tags", "failOn: !!js/function 'x'\n", "sprintplan.config.yaml:1: not valid YAML, unresolved tag: tag:yaml.org,2002:js/function"],
    ["a key twice", "failOn: error\nfailOn: never\n", "sprintplan.config.yaml:2: not valid YAML, map keys must be unique"],
    ["a day", "calendar:\n  start: 2026-02-30\n", "sprintplan.config.yaml:2: `calendar.start` is refused: no date such as `2026-03-02`"],
    [
      "a period",
      "calendar:\n  holidays: [2026-03-02/2026-03-01]\n",
      "sprintplan.config.yaml:2: `calendar.holidays.0` is refused: the last day comes before the first one",
    ],
    ["a hostile key", "calendar:\n  daysOff:\n    __proto__: []\n", "sprintplan.config.yaml:3: unknown key `calendar.daysOff.__proto__`"],
    ["what every object has", "reading:\n  toString: split\n", "sprintplan.config.yaml:2: unknown key `reading.toString`"],
    ["a value", "calendar:\n  hoursPerDay: six\n", "sprintplan.config.yaml:2: `calendar.hoursPerDay` must be a number"],
  ])("YAML with %s", (_name, content, message) => {
    expect(configured({ "sprintplan.config.yaml": content })).toBe(message);
  });
});

test("keys that no group can have, or that every object has, are refused wherever they stand", () => {
  for (const [key, said] of [
    ["__proto__", "unknown key `__proto__`"],
    ["constructor", "unknown key `constructor`"],
    ["toString", "unknown key `toString`"],
  ]) {
    expect(configured({ "package.json": `{\n"sprintplan": {\n"${key}": { "failOn": "never" } } }` })).toBe(`package.json:3: ${said}`);
    expect(configured({ "sprintplan.config.jsonc": `{ // none\n"${key}": 1 }` })).toBe(`sprintplan.config.jsonc:2: ${said}`);
    const text = `\nsprintplan:\n  ${key}:\n    failOn: never\n`;
    const read_ = frontMatterLayers(createSource("plan.md", `---${text}---\n`), {
      text: text.slice(1),
      span: { start: 0, end: text.length + 6 },
    });
    expect(read_).toEqual({ kind: "problem", message: `plan.md:3: ${said}` });
  }
});
