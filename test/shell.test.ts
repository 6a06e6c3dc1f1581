import { describe, expect, test } from "vitest";
import { run } from "../src/cli.ts";
import type { Outcome } from "../src/commands/outcome.ts";
import type { Plan } from "../src/model.ts";
import type { Severity } from "../src/rules/rule.ts";
import { answer, type Call } from "../src/shell.ts";
import { colorLevel } from "../src/terminal.ts";
import { createMemoryHost } from "./memory-host.ts";

const table = "| ID | Task | Hours |\n|----|------|-------|\n| 1 | Build | 8 |\n";

function callFor(patterns: readonly string[], outcome: (plan: Plan) => Partial<Outcome>, more: Partial<Call> = {}): Call {
  return {
    command: "check",
    formats: [{ name: "text", file: undefined }],
    color: 0,
    version: "1.0.0",
    patterns,
    standardInputName: "<stdin>",
    unmatched: "refused",
    configFiles: { kind: "nearest" },
    parser: "fast",
    flags: { origin: "flags", directory: "/project", value: {} },
    rewrites: "nothing",
    mostWarnings: undefined,
    run: (plan, config) => ({ source: plan.source, plan, reading: config.reading, view: [], data: {}, diagnostics: [], ...outcome(plan) }),
    ...more,
  };
}

const finding = (severity: Severity) => () => ({
  diagnostics: [{ rule: "made-up", severity, message: "it is so", span: { start: 0, end: 1 } }],
});

describe("the exit code", () => {
  test.each([
    ["error", "{}", undefined, 1],
    ["warning", "{}", undefined, 0],
    ["warning", '{ "failOn": "warning" }', undefined, 1],
    ["info", '{ "failOn": "info" }', undefined, 1],
    ["error", '{ "failOn": "never" }', undefined, 0],
    ["warning", "{}", 1, 0],
    ["warning", "{}", 0, 1],
  ] as const)("for %s under %s, at most %s warnings", (severity, config, mostWarnings, expected) => {
    const host = createMemoryHost({
      files: new Map([
        ["plan.md", table],
        ["sprintplan.config.json", config],
      ]),
    });
    expect(answer(callFor(["plan.md"], finding(severity), { mostWarnings }), host)).toBe(expected);
  });

  test("is the same in every format, and 2 where anything could not be read", () => {
    const host = createMemoryHost({ files: new Map([["plan.md", table]]) });
    const formats = [{ name: "json", file: undefined }];
    expect(answer(callFor(["plan.md"], finding("error"), { formats }), host)).toBe(1);
    expect(answer(callFor(["plan.md", "other.md"], finding("error"), { formats }), host)).toBe(2);
  });

  test("is 2 where the output cannot be written", () => {
    const memory = createMemoryHost({ files: new Map([["plan.md", table]]) });
    const host = { ...memory, writeOutput: () => ({ kind: "refused", reason: "no space left on the device" }) as const };
    expect(
      answer(
        callFor(["plan.md"], () => ({})),
        host,
      ),
    ).toBe(2);
    expect(memory.screen()).toBe("sprintplan: cannot write the output: no space left on the device\n");
    expect(["--help", "--version", "help"].map((word) => run([word], host))).toEqual([2, 2, 2]);
  });
});

describe("new text", () => {
  const rewrite = (plan: Plan) => ({ rewritten: plan.source.text.replace("8", "9") });

  test("takes the file's place, byte-order mark and all", () => {
    const host = createMemoryHost({ files: new Map([["plan.md", `\uFEFF${table}`]]) });
    expect(answer(callFor(["plan.md"], rewrite, { rewrites: "plans" }), host)).toBe(0);
    expect(host.textOf("plan.md")).toBe(`\uFEFF${table.replace("8", "9")}`);
  });

  test("takes the report's place on standard input, changed or not", () => {
    for (const [outcome, text] of [[rewrite, table.replace("8", "9")] as const, [() => ({}), table] as const]) {
      const host = createMemoryHost({ input: table });
      expect(answer(callFor(["-"], outcome, { rewrites: "plans" }), host)).toBe(0);
      expect(host.output()).toBe(text);
      expect(host.screen()).toContain("1 task in 1 plan: no problems found\n");
    }
  });

  test("is not written over a newer file, and that plan is not reported", () => {
    const memory = createMemoryHost({
      files: new Map([
        ["a.md", table],
        ["b.md", table],
      ]),
    });
    const host = { ...memory, replaceFile: () => ({ kind: "refused", reason: "it changed since it was read" }) as const };
    const formats = [{ name: "json", file: undefined }];
    const run = (plan: Plan) => (plan.source.path === "a.md" ? rewrite(plan) : {});
    expect(answer(callFor(["a.md", "b.md"], run, { rewrites: "plans", formats }), host)).toBe(2);
    expect(memory.screen()).toContain("sprintplan: cannot write `a.md`: it changed since it was read\n");
    expect(JSON.parse(memory.output())).toMatchObject({ plans: [{ path: "b.md" }] });
  });
});

test("reports go to files without colours", () => {
  const host = createMemoryHost({ files: new Map([["plan.md", table]]) });
  answer(callFor(["plan.md"], finding("error"), { color: 3, formats: [{ name: "text", file: "out.txt" }] }), host);
  expect(host.screen()).toBe("");
  expect(host.textOf("out.txt")).toMatch(/^error\[made-up\]: it is so\n/);
});

describe("formats that cannot hold findings", () => {
  const shown = (formats: Call["formats"], command = "schedule") => {
    const host = createMemoryHost({ files: new Map([["plan.md", table]]) });
    expect(answer(callFor(["plan.md"], finding("error"), { command, formats }), host)).toBe(1);
    return host;
  };

  test("leave them to standard error", () => {
    const host = shown([{ name: "csv", file: undefined }]);
    expect(host.output()).toBe("");
    expect(host.screen()).toBe("plan.md:1:1: error it is so [made-up]\n");
    expect(shown([{ name: "csv", file: "rows.csv" }]).screen()).toBe("plan.md:1:1: error it is so [made-up]\n");
  });

  test("leave them to another format that can", () => {
    const host = shown([
      { name: "csv", file: "rows.csv" },
      { name: "text", file: undefined },
    ]);
    expect(host.screen()).toBe(host.output());
    expect(shown([{ name: "mermaid", file: undefined }]).screen()).toMatch(/^%% plan\.md:1:1: error\[made-up\]: it is so\n/);
  });
});

test.each([
  ["on a terminal of few signs", { environment: new Map([["LANG", "C"]]), columns: 80 }, undefined, "#"],
  ["on any other one", { environment: new Map([["LANG", "C.UTF-8"]]), columns: 80 }, undefined, "█"],
  ["in a pipe", { environment: new Map([["LANG", "C"]]) }, undefined, "█"],
  ["in a file", { environment: new Map([["LANG", "C"]]), columns: 80 }, "out.txt", "█"],
] as const)("bars %s", (_where, world, file, sign) => {
  const host = createMemoryHost({ ...world, files: new Map([["plan.md", table]]) });
  const view = [{ kind: "bars", bars: [{ label: "a", from: 0, to: 1, remark: "" }] }] as const;
  answer(
    callFor(["plan.md"], () => ({ view }), { formats: [{ name: "text", file }] }),
    host,
  );
  expect(file === undefined ? host.output() : host.textOf(file)).toContain(sign);
});

test.each([
  ["always", { NO_COLOR: "1" }, undefined, 1],
  ["never", { FORCE_COLOR: "3" }, 80, 0],
  ["auto", { FORCE_COLOR: "2", NO_COLOR: "1" }, undefined, 2],
  ["auto", { FORCE_COLOR: "0" }, 80, 0],
  ["auto", { NO_COLOR: "1" }, 80, 0],
  ["auto", { NO_COLOR: "" }, 80, 1],
  ["auto", { TERM: "dumb" }, 80, 0],
  ["auto", { TERM: "xterm-256color" }, 80, 2],
  ["auto", { COLORTERM: "truecolor" }, 80, 3],
  ["auto", { COLORTERM: "truecolor" }, undefined, 0],
] as const)("colour %s with %o on a terminal of %s columns", (flag, environment, columns, expected) => {
  const world = { environment: new Map(Object.entries(environment)), ...(columns === undefined ? {} : { columns }) };
  expect(colorLevel(createMemoryHost(world), flag)).toBe(expected);
});
