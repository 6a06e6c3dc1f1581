import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findCriticalPath, findDuration } from "../src/analysis/critical-path.ts";
import { computeFacts, type Facts } from "../src/analysis/facts.ts";
import { planDue } from "../src/analysis/forecast/due.ts";
import { type Forecast, forecastPlan } from "../src/analysis/forecast/forecast.ts";
import { simulateLevelled } from "../src/analysis/forecast/levelled.ts";
import { type Simulation, simulateLogic } from "../src/analysis/forecast/simulation.ts";
import { levelPlan } from "../src/analysis/levelling/level-plan.ts";
import { UsageError } from "../src/commands/command.ts";
import { forecast } from "../src/commands/forecast/forecast.ts";
import { type Config, type ConfigInput, defaultConfig } from "../src/config.ts";
import { configSchema } from "../src/config-schema.ts";
import type { Plan } from "../src/model.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { reportersOf } from "../src/report/reporter.ts";
import { outputSchema } from "../src/report/schema.ts";
import { createSource } from "../src/source.ts";
import { buildPlan, type PlanRows } from "./plan-builder.ts";
import { type InventedPlan, plans, writePlan } from "./random-plan.ts";
import { optionsFor } from "./report-outcome.ts";

const CERTAIN = { low: [1, 1], medium: [1, 1], high: [1, 1] } satisfies Partial<Record<string, [number, number]>>;

function read(text: string, config: Config = defaultConfig): Plan {
  return parsePlan(createSource("plan.md", text), config);
}

function factsOf(rows: PlanRows, forecastConfig: ConfigInput["forecast"] = {}): Facts {
  return computeFacts(buildPlan(rows), configSchema.parse({ forecast: forecastConfig }));
}

function factsOfInvented(plan: InventedPlan): Facts {
  return computeFacts(read(writePlan(plan)), defaultConfig);
}

function play(facts: Facts, simulation: Simulation | undefined = simulateLogic(facts, "asap"), runs = 2000): Forecast {
  if (simulation === undefined) throw new Error("the plan has a cycle");
  return forecastPlan(facts, simulation, { runs, seed: 1, assumptions: facts.config.forecast });
}

function json(plan: Plan, config: Config, options: Parameters<typeof forecast>[2]): string {
  return reportersOf("forecast").get("json")?.([forecast(plan, config, options)], optionsFor("forecast")) ?? "";
}

describe("one run", () => {
  test("is the critical path where no windows hold it up", () => {
    fc.assert(
      fc.property(plans, fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 24, maxLength: 24 }), (invented, drawn) => {
        const facts = factsOfInvented(invented);
        const durations = facts.durations.map((_hours, task) => drawn[task] / 4);
        const simulation = simulateLogic(facts, "asap");
        const path = findCriticalPath(facts.network(), durations);
        expect(simulation?.run(durations)).toBeCloseTo(path?.duration ?? 0, 6);
        expect(simulation && [...simulation.finishes]).toEqual(path?.tasks.map(({ earliestFinish }) => earliestFinish));
        const critical = new Uint32Array(durations.length);
        simulation?.countCritical(critical);
        expect([...critical]).toEqual(path?.tasks.map((times) => (times.critical ? 1 : 0)));
      }),
    );
  });

  test("waits for the windows of the sprints", () => {
    const tasks = [{ id: "b", hours: 8 }];
    const facts = factsOf({
      sprints: [
        { id: "1", weeks: { first: 1, last: 1 }, tasks: [{ id: "a", hours: 8 }] },
        { id: "2", weeks: { first: 2, last: 2 }, tasks },
      ],
    });
    expect(simulateLogic(facts, "windows")?.run(facts.durations)).toBe(48);
    expect(simulateLogic(facts, "asap")?.run(facts.durations)).toBe(8);
  });
});

describe("spreads", () => {
  const shownTask = (rows: PlanRows["tasks"], config: ConfigInput["forecast"] = {}) => {
    const [{ duration, p10, p90 }] = play(factsOf({ tasks: rows ?? [] }, config)).tasks;
    return { duration, p10, p90 };
  };

  test.each(["pert", "triangular"] as const)("a range is P10 to P90 (%s)", (distribution) => {
    const estimate = { kind: "range", low: 6, high: 9 } as const;
    expect(shownTask([{ id: "a", estimate }], { distribution })).toEqual({ duration: 7.5, p10: 6, p90: 9 });
  });

  test("nothing takes less than no time", () => {
    const facts = factsOf({ tasks: [{ id: "a", estimate: { kind: "range", low: 0, high: 8 } }] });
    expect(play(facts).histogram[0].from).toBe(0);
  });

  test("three points are the ends and the mode", () => {
    const estimate = { kind: "three-point", optimistic: 0, mostLikely: 0, pessimistic: 10 } as const;
    const { p10, p90 } = shownTask([{ id: "a", estimate }], { distribution: "triangular" });
    expect(p10).toBeCloseTo(10 * (1 - Math.sqrt(0.9)), 2);
    expect(p90).toBeCloseTo(10 * (1 - Math.sqrt(0.1)), 2);
  });

  test.each(["done", "started", "dropped"] as const)("what is %s takes what is estimated", (status) => {
    expect(shownTask([{ id: "a", hours: 8, status }])).toEqual({ duration: 8, p10: 8, p90: 8 });
  });

  test("people who share a task share its spread", () => {
    const alone = shownTask([{ id: "a", hours: 4, who: ["Ada"] }]);
    expect(shownTask([{ id: "a", hours: 8, who: ["Ada", "Ben"] }])).toEqual(alone);
  });

  test("a risk has the spread that the configuration says", () => {
    const plan = (risk: string) => read(`## Sprint 1\n\n| ID | Task | Hours | Risk |\n|---|---|---|---|\n| 1.1 | Dig | 10 | ${risk} |\n`);
    const config = configSchema.parse({ forecast: { spread: { low: [1, 1], high: [1, 3] } } });
    const widths = ["Low", "Medium", "", "High", "Critical"].map((risk) => {
      const [{ p10, p90 }] = play(computeFacts(plan(risk), config)).tasks;
      return p90 - p10;
    });
    expect(widths[0]).toBe(0);
    expect(widths[1]).toBeGreaterThan(0);
    expect(widths[2]).toBe(widths[1]);
    expect(widths[3]).toBeGreaterThan(widths[2]);
    expect(widths[4]).toBe(widths[3]);
  });
});

describe("results", () => {
  test("percentiles only ever rise", () => {
    fc.assert(
      fc.property(plans, (invented) => {
        const { p10, p50, p80, p90, p95 } = play(factsOfInvented(invented), undefined, 50).plan.percentiles;
        expect([p10, p50, p80, p90, p95]).toEqual([p10, p50, p80, p90, p95].toSorted((one, other) => one - other));
      }),
      { numRuns: 30 },
    );
  });

  test("on a single chain everything is critical, and each task gains all of its hours", () => {
    const { tasks } = play(
      factsOf({
        tasks: [
          { id: "a", hours: 8 },
          { id: "b", hours: 4, after: ["a"] },
        ],
      }),
    );
    expect(tasks.map(({ criticality, drag }) => [criticality, drag])).toEqual([
      [1, 8],
      [1, 4],
    ]);
  });

  test("two equal chains decide the end about as often as each other, and neither alone has drag", () => {
    const { tasks } = play(
      factsOf({
        tasks: [
          { id: "a", hours: 8 },
          { id: "b", hours: 8 },
        ],
      }),
    );
    for (const { criticality, drag } of tasks) {
      expect(criticality).toBeGreaterThan(0.46);
      expect(criticality).toBeLessThan(0.54);
      expect(drag).toBe(0);
    }
  });

  test("drag is what the end gains without the task", () => {
    fc.assert(
      fc.property(plans, (invented) => {
        const facts = factsOfInvented(invented);
        const end = findDuration(facts.network(), facts.durations) ?? 0;
        for (const { task, drag } of play(facts, undefined, 1).tasks) {
          const without = facts.durations.map((hours, other) => (other === task ? 0 : hours));
          expect(drag).toBeCloseTo(end - (findDuration(facts.network(), without) ?? 0), 2);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("the task whose spread is widest swings the end most", () => {
    const { swings } = play(
      factsOf({
        tasks: [
          { id: "a", hours: 4 },
          { id: "b", hours: 20, after: ["a"] },
          { id: "c", hours: 1 },
        ],
      }),
    );
    expect(swings.map(({ task }) => task)).toEqual([1, 0]);
    expect(swings[0].low.end).toBeCloseTo(4 + swings[0].low.duration, 6);
  });

  test("without any spread everything is as estimated", () => {
    const rows = {
      sprints: [
        {
          id: "1",
          weeks: { first: 1, last: 1 },
          tasks: [
            { id: "a", hours: 30 },
            { id: "b", hours: 14, after: ["a"] },
          ],
        },
      ],
    };
    const { plan, sprints, histogram, swings } = play(factsOf(rows, { spread: CERTAIN }), undefined, 20);
    expect(plan).toEqual({ estimated: 44, mean: 44, percentiles: { p10: 44, p50: 44, p80: 44, p90: 44, p95: 44 }, due: 40, onTime: 0 });
    expect(sprints).toEqual([{ sprint: 0, ...plan }]);
    expect(histogram).toEqual([{ from: 44, to: 44.25, count: 20 }]);
    expect(swings).toEqual([]);
  });

  test("a milestone is on time when all of its sprints are", () => {
    const sprint = (id: string, hours: number) => ({ id, weeks: { first: 1, last: 1 }, tasks: [{ id: `${id}.1`, hours }] });
    const facts = factsOf({ sprints: [sprint("1", 38), sprint("2", 35)], milestones: [{ id: "M", week: 1 }] });
    const { sprints, milestones } = play(facts);
    const chances = sprints.map(({ onTime }) => onTime ?? 0);
    expect(milestones).toHaveLength(1);
    expect(milestones[0].due).toBe(40);
    expect(milestones[0].onTime).toBeLessThanOrEqual(Math.min(...chances));
    expect(milestones[0].onTime).toBeGreaterThanOrEqual(chances[0] + chances[1] - 1);
  });
});

describe("when the plan is due", () => {
  const due = (duration: string, people: readonly string[]) => {
    const team = people.map((name) => `- ${name}: 40 hours\n`).join("");
    const text = `# Plan\n\n${duration}\n\n### Sprint 1.1: Any (Week 1)\n\n#### Team Capacity\n${team}\n#### Tasks\n\n| Task | Hours |\n|---|---|\n| 1.1.1 | 8 |\n`;
    return planDue(computeFacts(read(text), defaultConfig));
  };

  test.each([
    ["**Total Duration**: 8 weeks (3 engineers) or 16 weeks (1 engineer)", ["Ada", "Ben", "Cleo"], 320],
    ["**Total Duration**: 8 weeks (3 engineers) or 16 weeks (1 engineer)", ["Ada"], 640],
    ["**Total Duration**: 6 weeks", ["Ada"], 240],
    ["Nothing is said", ["Ada"], 40],
  ])("%s with %j", (text, people, hours) => {
    expect(due(text, people)).toBe(hours);
  });

  test("nowhere, without windows", () => {
    expect(planDue(factsOf({ tasks: [{ id: "a", hours: 8 }] }))).toBeUndefined();
  });
});

describe("with people", () => {
  test("without any spread it is the schedule", () => {
    fc.assert(
      fc.property(plans, (invented) => {
        const facts = factsOfInvented(invented);
        const levelled = levelPlan(facts, { releases: "windows", interruptions: "none" });
        const simulation = simulateLevelled(facts, "windows");
        expect(simulation?.run(facts.durations)).toBeCloseTo(levelled?.makespan ?? Number.NaN, 6);
      }),
      { numRuns: 30 },
    );
  });

  test("who works part time does so in the longest of runs", () => {
    const team: PlanRows["sprints"] = [
      { id: "1", weeks: { first: 1, last: 1 }, team: [["Ada", 20]], tasks: [{ id: "a", hours: 40, who: ["Ada"] }] },
    ];
    const facts = factsOf({ sprints: team }, { spread: { medium: [0.5, 4] } });
    expect(simulateLevelled(facts, "windows")?.run(Float64Array.of(100))).toBe(24 * 8 + 4);
  });

  test("one person does one thing after the other, and all of it is critical", () => {
    const facts = factsOf({
      tasks: [
        { id: "a", hours: 8, who: ["Ada"] },
        { id: "b", hours: 4, who: ["Ada"] },
        { id: "c", hours: 4, who: ["Ben"] },
      ],
    });
    const { plan, tasks } = play(facts, simulateLevelled(facts, "asap"), 200);
    expect(plan.estimated).toBe(12);
    expect(tasks.map(({ criticality, drag }) => [criticality, drag])).toEqual([
      [1, 8],
      [1, 4],
      [0, 0],
    ]);
  });
});

describe("the command", () => {
  const plan = read(
    "# P\n\n## Sprint 1 (Week 1)\n\n| ID | Task | Hours | Dependencies |\n|---|---|---|---|\n| 1.1 | Dig | 8-12 | None |\n| 1.2 | Build | 24 | 1.1 |\n",
  );

  test("says the same for the same seed, something else for another", () => {
    const said = json(plan, defaultConfig, { runs: 100, seed: 3 });
    expect(json(plan, defaultConfig, { runs: 100, seed: 3 })).toBe(said);
    expect(json(plan, defaultConfig, { runs: 100, seed: 4 })).not.toBe(said);
  });

  test.each([{}, { levelled: true }, { asap: true, start: "2026-03-02" }, { distribution: "triangular", correlation: 0 }] as const)(
    "keeps to the output schema with %j",
    (options) => {
      const said = JSON.parse(json(plan, defaultConfig, { runs: 10, ...options }));
      expect(outputSchema.safeParse(said).error).toBeUndefined();
    },
  );

  test.each([{}, { levelled: true }])("names the cycle that leaves nothing to forecast with %j", (options) => {
    const loop = read(
      "## Sprint 1\n\n| ID | Task | Hours | Dependencies |\n|---|---|---|---|\n| 1.1 | Dig | 8 | 1.2 |\n| 1.2 | Build | 24 | 1.1 |\n",
    );
    const outcome = forecast(loop, defaultConfig, options);
    expect(outcome.view).toEqual([]);
    expect(outcome.diagnostics.map(({ rule }) => rule)).toEqual(["dependency-cycle"]);
    expect(outputSchema.safeParse(JSON.parse(json(loop, defaultConfig, options))).error).toBeUndefined();
  });

  test.each([{}, { levelled: true }])("has nothing to forecast in a plan without hours with %j", (options) => {
    const outcome = forecast(read("# Nothing\n"), defaultConfig, { runs: 10, ...options });
    expect(outcome.view.at(-1)).toMatchObject({ text: "no task has hours, so that there is nothing to forecast" });
    expect(outputSchema.safeParse(JSON.parse(json(read("# Nothing\n"), defaultConfig, options))).error).toBeUndefined();
  });

  test.each([
    [{ runs: 0 }, "`runs` is a whole number from 1 to 1000000, not 0"],
    [{ runs: -1 }, "`runs` is a whole number from 1 to 1000000, not -1"],
    [{ runs: Number.NaN }, "`runs` is a whole number from 1 to 1000000, not NaN"],
    [{ runs: 2.5 }, "`runs` is a whole number from 1 to 1000000, not 2.5"],
    [{ seed: 0.5 }, "`seed` is a whole number from 0 to 2147483647, not 0.5"],
    [{ correlation: 1.5 }, "`correlation` is a number from 0 to 1, not 1.5"],
    [{ correlation: Number.NaN }, "`correlation` is a number from 0 to 1, not NaN"],
  ])("%j is a usage error", (options, message) => {
    expect(() => forecast(plan, defaultConfig, options)).toThrow(new UsageError(message));
  });

  test("a distribution that there is not is a usage error", () => {
    const options: object = { distribution: "normal" };
    expect(() => forecast(plan, defaultConfig, options)).toThrow(new UsageError("`distribution` is `pert` or `triangular`"));
  });

  test("says that people who are there for a part of each day make the end jump", () => {
    const lines = (hours: number): unknown => {
      const rows = {
        sprints: [{ id: "1", weeks: { first: 1, last: 1 }, team: [["Ada", hours]], tasks: [{ id: "1.1", hours: 8, who: ["Ada"] }] }],
      } as const;
      return forecast(buildPlan(rows), defaultConfig, { runs: 10, levelled: true }).view.filter(({ kind }) => kind === "line");
    };
    expect(JSON.stringify(lines(20))).toContain("for a part of each day (Ada)");
    expect(JSON.stringify(lines(40))).not.toContain("for a part of each day");
  });
});
