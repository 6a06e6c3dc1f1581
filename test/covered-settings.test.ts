import { describe, expect, test } from "vitest";
import { run } from "../src/cli.ts";
import { createMemoryHost, type MemoryHost } from "./memory-host.ts";

const PLAN =
  "## Sprint 1: Walls (Week 1)\n\n| ID | Task | Hours | Owner |\n|---|---|---|---|\n| 1 | Dig | 3 | Ada |\n\n**Total Estimated Hours**: 5 hours\n";

/** Exit code and everything on the screen, for a project with a plan and these files. */
function ask(
  words: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
  change: (host: MemoryHost) => Partial<MemoryHost> = () => ({}),
) {
  const host = createMemoryHost({ files: new Map([["plan.md", PLAN], ...Object.entries(files)]) });
  const code = run([...words, "--no-color"], { ...host, ...change(host) });
  return { code, screen: host.screen(), host };
}

/** What is said of a project that cannot be configured so. */
function refusal(files: Readonly<Record<string, string>>): string {
  const { code, screen } = ask(["check", "plan.md"], files);
  expect(code).toBe(2);
  return screen.trimEnd();
}

describe("a configuration file", () => {
  test.each([
    ["is empty", { "sprintplan.config.json": "" }],
    ["is a list", { "sprintplan.config.json": "[1, 2]" }],
    ["has a key twice, in a list", { "sprintplan.config.json": '{\n"plans": ["a"],\n"points": { "hours": 1,\n"hours": 2 } }' }],
    ["is too long for YAML", { "sprintplan.config.yaml": `# ${"x".repeat(2_000_000)}\nfailOn: error\n` }],
    ["is broken YAML", { "sprintplan.config.yaml": "failOn: error\n  reading: [\n" }],
    ["has an unknown key of a rule", { "sprintplan.config.json": '{ "rules": {\n"oversized-task": { "ours": 3 } } }' }],
    ["has an unknown key in a group", { "sprintplan.config.json": '{ "calendar": {\n"hoursPerWeek": 3 } }' }],
    ["has too small a number", { "sprintplan.config.json": '{ "calendar": {\n"hoursPerDay": 0 } }' }],
    ["has too large a number", { "sprintplan.config.json": '{ "calendar": {\n"daysPerWeek": 9 } }' }],
    ["has something else than a text", { "sprintplan.config.json": '{ "plans":\n[1] }' }],
    ["has something else than a severity", { "sprintplan.config.json": '{ "failOn":\n"often" }' }],
    [
      "has an unknown key of a rule beside a severity",
      { "sprintplan.config.json": '{ "rules": {\n"oversized-task": { "severity": "error", "ours": 3 } } }' },
    ],
  ])("that %s is refused with its place", (_, files) => {
    expect(refusal(files)).toMatchSnapshot();
  });

  test("cannot be one that is not there or not text", () => {
    expect(ask(["check", "plan.md", "--config", "none.json"])).toMatchObject({ code: 2, screen: expect.stringContaining("none.json") });
    const bytes = Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d);
    expect(ask(["check", "plan.md"], { "sprintplan.config.json": bytes })).toMatchObject({ code: 2 });
  });

  test("says which plans there are where nobody names any", () => {
    const plans = (patterns: string) => ask(["check"], { "sprintplan.config.json": `{ "plans": ${patterns} }`, "docs/other.md": PLAN });
    expect(plans('["docs/*.md"]')).toMatchObject({ code: 1, screen: expect.stringContaining("docs/other.md:7:28") });
    expect(plans('["nowhere/*.md"]').screen).toMatchInlineSnapshot(`
      "sprintplan: no plan found here
      hint: name a Markdown file that holds a table of tasks, or a folder of such files
      "
    `);
    expect(plans('["nowhere/*.md"]').code).toBe(2);
  });
});

describe("a front matter", () => {
  const withOwn = (lines: string) =>
    ask(["check", "-", "--stdin-filename", "own.md"], {}, () => ({
      readInput: () => ({ kind: "bytes", bytes: new TextEncoder().encode(`---\n${lines}---\n${PLAN}`) }),
    }));
  test("may set nothing", () => {
    expect(withOwn("title: Walls\n").code).toBe(1);
    expect(withOwn("sprintplan: {}\n").code).toBe(1);
  });
  test("is refused where it is broken or sets what belongs elsewhere", () => {
    expect(withOwn("sprintplan:\n  plans: [a.md]\n").screen).toMatchInlineSnapshot(`
      "sprintplan: own.md:3: \`plans\` is of no use in a plan, set it in a configuration file
      "
    `);
    expect(withOwn("sprintplan:\n  failOn: [\n").screen).toMatchInlineSnapshot(`
      "sprintplan: own.md:4: not valid YAML, flow sequence in block collection must be sufficiently indented and end with a ]
      "
    `);
    expect(withOwn("sprintplan: 3\n").screen).toMatchInlineSnapshot(`
      "sprintplan: own.md:2: the configuration must be a group of keys
      "
    `);
  });
});

describe("a baseline", () => {
  const baseline = (content: string | Uint8Array) => ask(["check", "plan.md", "--baseline", "known.json"], { "known.json": content });
  const entry = '{ "path": "plan.md", "rule": "wrong-total", "place": "x", "text": "y", "count": 1 }';
  test.each([
    ["is not text", Uint8Array.of(0xff, 0xfe, 0x00)],
    ["is no JSON", "{\n"],
    ["is another JSON", "{}"],
    ["is of another version", '{ "tool": "sprintplan", "baselineVersion": 99, "findings": [] }'],
    [
      "has a finding without a count",
      `{ "tool": "sprintplan", "baselineVersion": 1, "findings": [\n${entry.replace('"count": 1', '"count": 0')}] }`,
    ],
    [
      "has a finding without a rule",
      `{ "tool": "sprintplan", "baselineVersion": 1, "findings": [\n${entry.replace('"rule"', '"ruler"')}] }`,
    ],
  ])("that %s is refused", (_, content) => {
    const { code, screen } = baseline(content);
    expect(code).toBe(2);
    expect(screen).toMatchSnapshot();
  });
  test("that cannot be read is refused", () => {
    const { code, screen } = ask(["check", "plan.md", "--baseline", "known.json"], { "known.json": "{}" }, (host) => ({
      readFile: (path) => (path.endsWith("known.json") ? { kind: "refused", reason: "permission denied" } : host.readFile(path)),
    }));
    expect({ code, screen }).toEqual({ code: 2, screen: "sprintplan: cannot read the baseline `known.json`: permission denied\n" });
  });
  test("says how much of it is gone", () => {
    const known = (count: number) =>
      `{ "tool": "sprintplan", "baselineVersion": 1, "findings": [${Array.from({ length: count }, (_, index) => entry.replace('"y"', `"y${index}"`)).join(",")}] }`;
    expect(baseline(known(1)).screen).toContain("known.json: 1 entry no longer occurs, --update-baseline removes it\n");
    expect(baseline(known(2)).screen).toContain("known.json: 2 entries no longer occur, --update-baseline removes them\n");
    const updated = ask(["check", "plan.md", "other.md", "--baseline", "known.json", "--update-baseline"], {
      "known.json": known(2),
      "other.md": PLAN,
    });
    expect(updated.screen).toContain("2 entries removed");
    expect(updated.host.textOf("known.json")).toMatch(/other\.md[\s\S]*plan\.md/);
    expect(ask(["check", "plan.md", "--baseline", "known.json"], { "known.json": updated.host.textOf("known.json") ?? "" }).code).toBe(0);
  });
});

describe("the outside world", () => {
  const refused = { kind: "refused", reason: "no space left on device" } as const;
  test("may refuse to take the output", () => {
    expect(ask(["check", "plan.md"], {}, () => ({ writeOutput: () => refused }))).toMatchObject({
      code: 2,
      screen: "sprintplan: cannot write the output: no space left on device\n",
    });
    for (const words of [["--help"], ["explain", "wrong-total"], ["explain"], ["config"], ["config", "plan.md"]]) {
      const { code, screen } = ask(words, {}, () => ({ writeOutput: () => refused }));
      expect({ words, code, screen }).toEqual({ words, code: 2, screen: "sprintplan: cannot write the output: no space left on device\n" });
      expect({ words, ...ask(words, {}, () => ({ writeOutput: () => ({ kind: "unwanted" }) })) }).toMatchObject({
        words,
        code: 2,
        screen: "",
      });
    }
  });
  test("may refuse to give a plan, or to take it back", () => {
    const unreadable = ask(["check", "plan.md"], {}, () => ({ readFile: () => ({ kind: "refused", reason: "permission denied" }) }));
    expect(unreadable).toMatchObject({ code: 2, screen: "sprintplan: cannot read `plan.md`: permission denied\n" });
    const kept = ask(["check", "--fix", "plan.md"], {}, () => ({ replaceFile: () => refused }));
    expect(kept.code).toBe(2);
    expect(kept.screen).toContain("cannot write `plan.md`: no space left on device");
    expect(kept.host.textOf("plan.md")).toBe(PLAN);
  });
  test("may hold two reports in one file only where that is no file", () => {
    const twice = (kind: "file" | "other") =>
      ask(["check", "plan.md", "--format", "json=out", "--format", "compact=out"], {}, (host) => ({
        kindOf: (path) => (path.endsWith("/out") ? kind : host.kindOf(path)),
      }));
    expect(twice("file")).toMatchObject({ code: 2, screen: expect.stringContaining("something else is written there") });
    expect(twice("other").code).toBe(1);
  });
  test("may write paths with backslashes", () => {
    const { code, screen } = ask(["check", "docs\\plan.md"], { "docs/plan.md": PLAN }, () => ({ pathSeparator: "\\" }));
    expect(code).toBe(1);
    expect(screen).toContain("docs/plan.md:7:28");
  });
  test("may begin at the root", () => {
    const { code, screen } = ask(["check"], { "/x/plan.md": PLAN, "/plan.md": PLAN }, () => ({ workingDirectory: "/" }));
    expect({ code, first: screen.split("\n").filter((line) => line.includes("7:28")).length }).toMatchObject({ code: 1 });
  });
  test("may ask for colours in so many words", () => {
    const coloured = (level: string | undefined) => {
      const host = createMemoryHost({
        files: new Map([["plan.md", PLAN]]),
        columns: 80,
        environment: new Map(level === undefined ? [] : [["FORCE_COLOR", level]]),
      });
      run(["check", "plan.md"], host);
      return host.output();
    };
    expect(coloured("0")).not.toContain("\u001b[");
    for (const level of ["1", "2", "3", "true"]) expect(coloured(level)).toContain("\u001b[");
  });
  test("may break the program, which says so and more where it is asked to", () => {
    const broken = (debug: string) =>
      ask(["check", "plan.md"], {}, () => ({
        environment: (name) => (name === "SPRINTPLAN_DEBUG" ? debug : undefined),
        readFile: () => {
          throw new Error("a wire is loose");
        },
      }));
    expect(broken("")).toMatchObject({ code: 3, screen: expect.stringContaining("this is a fault of the program: a wire is loose") });
    expect(broken("1").screen).toContain("    at ");
    const limited = ask(["check", "plan.md"], {}, () => ({
      readFile: () => {
        throw new RangeError("Maximum call stack size exceeded");
      },
    }));
    expect(limited).toMatchObject({ code: 3, screen: expect.stringContaining("a limit was reached: Maximum call stack size exceeded") });
  });
});
