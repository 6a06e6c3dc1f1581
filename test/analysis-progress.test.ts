import { expect, test } from "vitest";
import { computeEffort } from "../src/analysis/effort.ts";
import { findMilestoneSprints } from "../src/analysis/milestones.ts";
import { resolveAssignees } from "../src/analysis/people.ts";
import { computeProgress } from "../src/analysis/progress.ts";
import { findWindows } from "../src/analysis/windows.ts";
import { defaultConfig } from "../src/config.ts";
import { configSchema } from "../src/config-schema.ts";
import { createSource } from "../src/source.ts";
import { buildPlan, field } from "./plan-builder.ts";

test("tasks and hours by status, summed for sprints, phases and the plan", () => {
  const plan = buildPlan({
    sprints: [
      {
        id: "1",
        tasks: [
          { id: "A", hours: 3, status: "done" },
          { id: "B", hours: 4, status: "dropped" },
        ],
      },
      {
        id: "2",
        tasks: [
          { id: "C", hours: 5, status: "started" },
          { id: "D", hours: 6 },
        ],
      },
    ],
    phases: [{ id: "1", sprints: [1] }],
  });
  const progress = computeProgress(plan, defaultConfig, computeEffort(plan, defaultConfig, resolveAssignees(plan, defaultConfig)));
  expect(progress.tasks).toEqual({ total: 4, open: 1, started: 1, blocked: 0, done: 1, dropped: 1 });
  expect(progress.hours).toEqual({ total: 18, done: 3, remaining: 11 });
  expect(progress.sprints[0].hours).toEqual({ total: 7, done: 3, remaining: 0 });
  expect(progress.phases[0].hours).toEqual({ total: 11, done: 0, remaining: 11 });
});

test("check marks make milestone items done only where the configuration says so", () => {
  const text = "- \u2705 first\n- second\n";
  const source = createSource("plan.md", text);
  const items = ["first", "second"].map((word) => {
    const start = text.indexOf(word);
    return { text: { ...field(word, word), span: { start, end: start + word.length } }, done: false };
  });
  const base = buildPlan({ milestones: [{ id: "1", week: 1 }] });
  const plan = { ...base, source, checkMarks: [{ start: 2, end: 3 }], milestones: base.milestones.map((one) => ({ ...one, items })) };
  const effort = computeEffort(plan, defaultConfig, resolveAssignees(plan, defaultConfig));
  expect(computeProgress(plan, defaultConfig, effort)).toMatchObject({ decorations: 1, milestones: [{ total: 2, done: 0 }] });
  const config = configSchema.parse({ decorations: "done" });
  expect(computeProgress(plan, config, effort).milestones).toEqual([{ total: 2, done: 1 }]);
});

test("windows from weeks, and from dates in working days since the first date", () => {
  const plan = buildPlan({
    sprints: [
      { id: "1", weeks: { first: 3, last: 3 } },
      { id: "2", dates: { first: "2025-10-27", last: "2025-11-07" } },
      { id: "3", dates: { first: "2025-11-10", last: "2025-11-12" } },
      { id: "4", dates: { first: "2025-11-12", last: "2025-11-10" } },
      { id: "5" },
    ],
  });
  expect(findWindows(plan, defaultConfig)).toEqual([
    { start: 80, end: 120 },
    { start: 0, end: 80 },
    { start: 80, end: 104 },
    undefined,
    undefined,
  ]);
  const config = configSchema.parse({ calendar: { hoursPerDay: 6, daysPerWeek: 4 } });
  expect(findWindows(plan, config).slice(0, 2)).toEqual([
    { start: 48, end: 72 },
    { start: 0, end: 48 },
  ]);
});

test("a milestone's sprints end by its week and after the milestone before it", () => {
  const weeks = [1, 2, 3, 4, 5].map((week) => ({ id: `${week}`, weeks: { first: week, last: week } }));
  const plan = buildPlan({
    sprints: weeks,
    milestones: [
      { id: "1", week: 1 },
      { id: "2", week: 4 },
    ],
  });
  const milestoneSprints = findMilestoneSprints(plan);
  expect(milestoneSprints(0)).toEqual([0]);
  expect(milestoneSprints(1)).toEqual([1, 2, 3]);
});
