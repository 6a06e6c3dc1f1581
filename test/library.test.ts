import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
  applyEdits,
  capacity,
  check,
  configJsonSchema,
  criticalPath,
  forecast,
  format,
  type Project,
  ProjectError,
  parse,
  schedule,
  scheduleProject,
  UsageError,
} from "../src/index.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const sample = readFileSync(`${root}plans/backend-refactoring.md`, "utf8");
const pit = "- [ ] T1 Dig the pit (8h) (depends on T2)\n- [ ] T2 Order bricks (2h) (depends on T3, T1)\n";
const table = [
  "## Sprint 1: Walls (Week 1)",
  "| ID | Task | Hours | Owner | Depends On |",
  "| --- | --- | --- | --- | --- |",
  "| 1 | Dig the pit | 8 | Ada | - |",
  "| 2 | Lay bricks | 40 | Ada + Ben | 1 |",
  "| 3 | Order a door | 1 | Ben | - |",
  "",
  "#### Team Capacity",
  "- Ada: 20 hours",
  "- Ben: 40 hours",
  "",
].join("\n");

describe("check", () => {
  test("gives findings with their places, and the plan", () => {
    const { plan, diagnostics, command } = check(pit);
    const told = diagnostics.map(({ rule, severity, start, end }) => [rule, severity, start.line, start.column, end.column]);
    expect(told).toEqual([
      ["dependency-cycle", "error", 1, 39, 41],
      ["unknown-dependency", "error", 2, 40, 42],
    ]);
    expect(plan.tasks.map(({ id }) => id.text)).toEqual(["T1", "T2"]);
    expect(command).toBe("check");
  });

  test("gives fixes that the text can be repaired with", () => {
    const text = table
      .replace("## Sprint", "**Total Estimated Hours:** 50 hours\n\n## Sprint")
      .replace("Walls (Week 1)", "Walls (Week 1)\n\n**Total Estimated Hours:** 50 hours\n");
    const { plan, diagnostics } = check(text);
    const wrong = diagnostics.filter(({ rule }) => rule === "wrong-total");
    expect(wrong.length).toBeGreaterThan(0);
    const repaired = applyEdits(
      plan.source.text,
      wrong.flatMap(({ fix }) => fix?.edits ?? []),
    );
    expect(check(repaired).diagnostics.filter(({ rule }) => rule === "wrong-total")).toEqual([]);
  });

  test("takes a configuration, and the plan's own is stronger", () => {
    const off = { rules: { "unknown-dependency": "off", "dependency-cycle": "info" } } as const;
    expect(check(pit, { config: off }).diagnostics.map(({ rule, severity }) => [rule, severity])).toEqual([["dependency-cycle", "info"]]);
    const own = `---\nsprintplan:\n  rules:\n    dependency-cycle: warning\n---\n\n${pit}`;
    expect(check(own, { config: off }).diagnostics.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["dependency-cycle", "warning"],
    ]);
  });

  test("counts lines and columns as editors do, behind a byte-order mark and with Windows line ends too", () => {
    const places = (text: string) =>
      check(text).diagnostics.map(({ rule, start, end }) => [rule, start.line, start.column, end.line, end.column]);
    expect(places(`\uFEFF${pit}`)).toEqual(places(pit));
    expect(places(sample.replaceAll("\n", "\r\n"))).toEqual(places(sample));
  });

  test("says that an empty text holds no plan", () => {
    expect(check("").diagnostics.map(({ rule }) => rule)).toEqual(["empty-plan"]);
  });
});

describe("a configuration that is not sound is refused", () => {
  const refused: readonly (readonly [string, () => unknown, string])[] = [
    // What JavaScript and JSON hand over is checked by no compiler.
    ["as an option", () => check(pit, JSON.parse('{ "config": { "raeding": {} } }')), "unknown key `raeding`, did you mean `reading`?"],
    [
      "with an unknown rule",
      () => parse(pit, { config: { rules: { "wrong-totl": "off" } } }),
      "unknown rule `wrong-totl`, did you mean `wrong-total`?",
    ],
    [
      "in a plan",
      () => criticalPath("---\nsprintplan: { plans: [] }\n---\n", { path: "a.md" }),
      "a.md:2: `plans` is of no use in a plan, set it in a configuration file",
    ],
  ];
  test.each(refused)("%s", (_where, attempt, message) => {
    expect(attempt).toThrow(new UsageError(message));
  });
});

test("parse gives the plan, and of any text some plan", () => {
  expect(parse(table).tasks.map(({ title }) => title.text)).toEqual(["Dig the pit", "Lay bricks", "Order a door"]);
  expect(parse("", { path: "shed.md" })).toMatchObject({ tasks: [], source: { path: "shed.md", text: "" } });
});

test("criticalPath gives hours and tasks by index; none where tasks wait for each other", () => {
  const { plan, criticalPath: path } = criticalPath(table);
  expect(path?.duration).toBe(28);
  expect(path?.path.map((task) => plan.tasks[task].title.text)).toEqual(["Dig the pit", "Lay bricks"]);
  expect(path?.tasks.map(({ totalSlack }) => totalSlack)).toEqual([0, 0, 27]);
  expect(criticalPath(table, { config: { reading: { joint: "each" } } }).criticalPath?.duration).toBe(48);
  expect(criticalPath(pit).criticalPath).toBeUndefined();
  expect(criticalPath("").criticalPath).toMatchObject({ duration: 0, path: [] });
});

test("capacity gives hours asked and hours there", () => {
  const { capacity: hours } = capacity(table);
  expect(hours).toMatchObject({ hours: 49, capacity: 60 });
  expect(hours.sprints[0].members.map(({ name, load, overload }) => [name, load, overload])).toEqual([
    ["Ada", 28, 8],
    ["Ben", 21, 0],
  ]);
  expect(capacity("").capacity).toEqual({ hours: 0, capacity: 0, sprints: [] });
});

test("schedule gives hours over the plan's people; none where tasks wait for each other", () => {
  const { plan, levelled, command } = schedule(table, { start: "2026-03-02" });
  expect(command).toBe("schedule");
  expect(levelled).toMatchObject({ makespan: 52, lowerBound: 52, optimal: true });
  expect(levelled?.tasks.map(({ task, start, finish }) => [plan.tasks[task].title.text, start, finish])).toEqual([
    ["Dig the pit", 0, 12],
    ["Lay bricks", 16, 52],
    ["Order a door", 0, 1],
  ]);
  expect(schedule(pit).levelled).toBeUndefined();
  expect(schedule("").levelled).toMatchObject({ makespan: 0, tasks: [], chain: [] });
  expect(() => schedule(table, { sprint: "7" })).toThrow(new UsageError("no sprint `7` in `plan.md`, it has 1"));
});

test("forecast gives hours and shares of runs; none where tasks wait for each other", () => {
  const options = { runs: 200, config: { calendar: { hoursPerDay: 8 } } };
  const { forecast: told, command } = forecast(table, options);
  expect(command).toBe("forecast");
  expect(told?.plan.estimated).toBe(28);
  expect(told?.tasks.map(({ criticality }) => criticality)).toEqual([1, 1, 0]);
  expect(forecast(table, options).forecast).toEqual(told);
  expect(forecast(pit).forecast).toBeUndefined();
  expect(forecast("", { runs: 10 }).forecast?.plan.percentiles.p90).toBe(0);
  expect(() => forecast(table, { start: "2026-02-30" })).toThrow(UsageError);
});

describe("scheduleProject", () => {
  /** One person, away from tick 4 to 6, and two machines. */
  const resources = [{ capacity: 1, breaks: [{ start: 4, end: 6 }] }, { capacity: 2 }];
  const held = (duration: number, resource: number, amount = 1) => ({ duration, demands: [{ resource, amount }] });

  test("schedules what was never a plan", () => {
    const activities = [held(3, 0), held(4, 0), held(2, 1, 2)];
    const links = [{ from: 0, to: 2, relation: "FS", lag: 1 }] as const;
    expect(scheduleProject({ activities, resources, links })).toMatchObject({
      starts: [0, 3, 4],
      finishes: [3, 9, 6],
      makespan: 9,
      lowerBound: 9,
      optimal: true,
      lateness: 0,
    });
  });

  test.each([
    ["FS", 1, 5],
    ["FS", -1, 3],
    ["SS", 1, 1],
    ["FF", 3, 5],
    ["SF", 6, 4],
  ] as const)("%s with a lag of %s", (relation, lag, start) => {
    const project: Project = { activities: [held(4, 1), held(2, 1)], resources, links: [{ from: 0, to: 1, relation, lag }] };
    expect(scheduleProject(project).starts).toEqual([0, start]);
  });

  test("takes a release and a due time", () => {
    const activities = [{ ...held(2, 1), release: 3, due: 4 }];
    expect(scheduleProject({ activities, resources, links: [] })).toMatchObject({ starts: [3], makespan: 5, lateness: 1 });
  });

  test("refuses what cannot be scheduled", () => {
    expect(() => scheduleProject({ activities: [held(1, 0, 2)], resources, links: [] })).toThrow(ProjectError);
  });
});

describe("format", () => {
  test("writes what the command line writes", () => {
    expect(format([check(pit, { path: "shed.md" })], "text")).toContain("shed.md:1:39");
    expect(format([criticalPath(table)], "text")).toContain("28 h");
    expect(format([schedule(table)], "mermaid")).toContain("gantt");
    expect(format([forecast(table, { runs: 10 })], "csv")).toMatch(/^task,title,/);
    expect(format([capacity(table), capacity(table, { path: "b.md" })], "markdown")).toContain("b.md");
  });

  test("writes JSON with the version of the package, of no outcome too", () => {
    const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
    expect(JSON.parse(format([criticalPath(table)], "json"))).toMatchObject({
      tool: { name: "sprintplan", version },
      command: "critical-path",
      plans: [{ path: "plan.md", data: { duration: 28, path: ["1", "2"] } }],
    });
    expect(JSON.parse(format([], "json"))).toMatchObject({ command: "check", plans: [] });
  });

  test("has the rules' pages at hand", () => {
    expect(format([check(pit)], "sarif")).toContain("# unknown-dependency");
  });

  test("refuses a format that is not there", () => {
    expect(() => format([], "jsno")).toThrow(new UsageError("unknown format `jsno`, did you mean `json`?"));
  });
});

test("the schema of a configuration names its keys", () => {
  expect(configJsonSchema()).toMatchObject({ properties: { rules: {}, reading: {} } });
});

test("README's examples are sound TypeScript", () => {
  const folder = `${root}.cache/library`;
  mkdirSync(folder, { recursive: true });
  const examples = [...readFileSync(`${root}README.md`, "utf8").matchAll(/^```js\n([\s\S]*?)^```/gm)].map((match) => match[1]);
  for (const [index, example] of examples.entries()) writeFileSync(`${folder}/example-${index + 1}.mts`, example);
  const paths = { sprintplan: ["../../src/index.ts"], "sprintplan/remark": ["../../src/remark.ts"] };
  const files = examples.map((_, index) => `example-${index + 1}.mts`);
  writeFileSync(
    `${folder}/tsconfig.json`,
    JSON.stringify({ extends: "../../tsconfig.json", compilerOptions: { paths }, include: [], files }),
  );
  const compiler = `${root}node_modules/typescript/bin/tsc`;
  expect(examples.length).toBe(3);
  expect(() => execFileSync(process.execPath, [compiler, "-p", folder], { encoding: "utf8" })).not.toThrow();
}, 60_000);
