import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lintPlan } from "../src/commands/fixing.ts";
import { type Config, defaultConfig } from "../src/config.ts";
import { configSchema } from "../src/config-schema.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { createSource, positionAt } from "../src/source.ts";

const read = (name: string): string => readFileSync(new URL(`../plans/${name}`, import.meta.url), "utf8");
const feasible = read("backend-refactoring-feasible.md");

/** Every finding as `line rule: the text that it points at`. */
function findings(text: string, config: Config = defaultConfig): readonly string[] {
  const { plan, diagnostics } = lintPlan(parsePlan(createSource("plan.md", text), config), config);
  const { source } = plan;
  return diagnostics.map(({ rule, span }) => `${positionAt(source, span.start).line} ${rule}: ${source.text.slice(span.start, span.end)}`);
}

/** A plan with one thing in the row of a task, or in any other line, written differently. */
function change(line: string, from: string, to: string): { readonly text: string; readonly line: number } {
  const lines = feasible.split("\n");
  const at = lines.findIndex((each) => each.includes(line) && each.includes(from));
  lines[at] = lines[at].replace(from, to);
  return { text: lines.join("\n"), line: at + 1 };
}

describe("one slip in a right plan is one finding, where it was made", () => {
  test.each([
    ["unknown-dependency", "| **1.1.5** |", "1.1.4", "1.1.44", "1.1.44"],
    ["unknown-dependency", "| **1.2.5** |", "1.2.2-1.2.4", "1.2.2-1.2.45", "1.2.45"],
    ["unknown-dependency", "| **1.2.1** |", "1.1.3", "Sprint 9.9", "Sprint 9.9"],
    ["dependency-cycle", "| **1.1.4** |", "1.1.3", "1.1.5", "1.1.5"],
    ["dependency-cycle", "| **1.1.4** |", "1.1.3", "1.1.4", "1.1.4"],
    ["backward-dependency", "| **1.1.5** |", "1.1.4", "1.1.4, 1.3.2", "1.3.2"],
    ["reversed-range", "| **1.2.5** |", "1.2.2-1.2.4", "1.2.4-1.2.2", "1.2.4-1.2.2"],
    ["duplicate-dependency", "| **1.2.5** |", "1.2.2-1.2.4", "1.2.2-1.2.4, 1.2.3", "1.2.3"],
    ["vague-dependency", "| **1.2.5** |", "1.2.2-1.2.4", "All stores", "All stores"],
    ["unresolved-dependency", "| **1.2.5** |", "1.2.2-1.2.4", "1.2.2-1.2.4, the harbour office", "the harbour office"],
    ["unresolved-dependency", "| **1.2.5** |", "1.2.2-1.2.4", "1.2.2-1.2.4, FERRY-12", "FERRY-12"],
    ["unassigned-task", "| **1.1.5** |", "BE1", "TBD", "TBD"],
    ["unknown-assignee", "| **1.1.5** |", "BE1", "Purser", "Purser"],
    ["assignee-without-capacity", "| **1.1.5** |", "BE1", "QA", "QA"],
  ])("%s: %s %s becomes %s", (rule, ...slip) => {
    const [row, from, to, shown] = slip;
    const { text, line } = change(row, from, to);
    expect(findings(text)).toEqual([`${line} ${rule}: ${shown}`]);
  });

  test("contradicted-gate: a note names the later sprint", () => {
    const { text, line } = change("Sprint 1.2 ", "wait for 1.1", "wait for 1.3");
    expect(findings(text)).toEqual([`${line} contradicted-gate: ← Must wait for 1.3`]);
  });

  test("contradicted-gate: a note names a sprint that is not there", () => {
    const { text, line } = change("Sprint 1.2 ", "wait for 1.1", "wait for 1.7");
    expect(findings(text)).toEqual([`${line} contradicted-gate: 1.7`]);
  });

  test("contradicted-gate: a sprint waits for itself", () => {
    const { text, line } = change("Sprint 1.2 ", "wait for 1.1", "wait for 1.2");
    expect(findings(text)).toEqual([`${line} contradicted-gate: 1.2`]);
  });
});

const TEAM = `## Sprint 1 (Week 1)

### Team Capacity
- Backend Engineer 1: 40 hours
- Backend Engineer 2: 40 hours
- Tester: 40 hours

### Tasks

| Task | Description | Hours | Assignee | Dependencies |
| --- | --- | --- | --- | --- |
| 1.1 | Draw | 20 | BE1 | None |
| 1.2 | Build | 10 | BE1 + BE2 | 1.1 |
| 1.3 | Look at it | 10 | All | 1.2 |
`;

describe("findings that hang on the reading", () => {
  const notesOf = (text: string, reading: object = {}): readonly (readonly string[])[] => {
    const config = configSchema.parse({ reading });
    return lintPlan(parsePlan(createSource("plan.md", text), config), config).diagnostics.map(({ rule, message, notes = [] }) => [
      rule,
      message,
      notes[1],
    ]);
  };

  test("say so, and only under the readings under which they hold", () => {
    expect(notesOf(TEAM)).toEqual([]);
    const more = TEAM.replace("| 20 |", "| 26 |");
    expect(notesOf(more)).toEqual([
      ["sprint-overrun", "the critical path of sprint 1 takes 41 h, its week has 40 h", "only with all: attend (41 h to 46 h)"],
      [
        "overloaded-member",
        "`Backend Engineer 1` is asked for 41 h in sprint 1 and has 40 h, 1 h too few",
        "only with all: attend (1 h to 6 h)",
      ],
    ]);
    expect(notesOf(more, { all: "share" })).toEqual([]);
    expect(notesOf(TEAM.replace("| 20 |", "| 22 |"), { joint: "each" }).map(([rule, , note]) => [rule, note])).toEqual([
      ["sprint-overrun", "only with joint: each and all: attend"],
      ["overloaded-member", "only with joint: each and all: attend"],
    ]);
  });

  test("a short name of two members is ambiguous, once in a sprint", () => {
    const text = TEAM.replace("| BE1 |", "| Backend |").replace("| BE1 + BE2 |", "| Backend |");
    expect(findings(text)).toEqual(["12 ambiguous-assignee: Backend"]);
  });
});

describe("order between sprints", () => {
  const plan = (gate: string, first: string, second: string): string =>
    `## Sprint 1 (Week 1)

| Task | Description | Hours | Dependencies |
| --- | --- | --- | --- |
| 1.1 | Sow | 4 | ${first} |
| 1.2 | Water | 4 | 1.1 |

## Sprint 2 (Week 2)

| Task | Description | Hours | Dependencies |
| --- | --- | --- | --- |
| 2.1 | Reap | 4 | ${second} |

## Critical Path

- ${gate}

## Parallel Work

- **Weeks 1-2**: all of it
`;

  test.each([
    [
      "a gate and a later sprint: the dependency is at fault",
      "Sprint 1 → Sprint 2",
      "2.1",
      "None",
      ["5 backward-dependency: 2.1", "20 contradicted-parallel: Weeks 1-2"],
    ],
    [
      "a gate against the weeks: the gate is at fault",
      "Sprint 2 → Sprint 1",
      "None",
      "1.2",
      ["16 contradicted-gate: 1", "20 contradicted-parallel: Weeks 1-2"],
    ],
    [
      "a cycle without the gate: the cycle alone",
      "Sprint 1 → Sprint 2",
      "2.1",
      "1.2",
      ["5 dependency-cycle: 2.1", "20 contradicted-parallel: Weeks 1-2"],
    ],
    ["an overlap contradicts no claim", "Sprint 2 ← can overlap 1 → ", "None", "None", []],
  ])("%s", (_title, ...order) => {
    const [gate, first, second, expected] = order;
    expect(findings(plan(gate, first, second)).filter((each) => !each.includes("wrong-weeks"))).toEqual(expected);
  });
});

test("plan-overrun: work in a sprint without weeks is promised for no time", () => {
  const table = "| Task | Hours | Dependencies |\n|---|---|---|\n";
  const planWith = (later: string) =>
    `# Plan\n\n## Sprint 1 (Week 1)\n\n${table}| 1.1 | 24 | |\n\n## Sprint 2${later}\n\n${table}| 2.1 | 24 | 1.1 |\n`;
  const overruns = (text: string) => findings(text).filter((finding) => finding.includes("plan-overrun"));
  expect(overruns(planWith(" (Week 1)"))).toEqual(["3 plan-overrun: ## Sprint 1"]);
  expect(overruns(planWith(": Later"))).toEqual([]);
});
