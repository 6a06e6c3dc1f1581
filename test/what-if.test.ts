import { describe, expect, test } from "vitest";
import { computeFacts } from "../src/analysis/facts.ts";
import { writtenOut } from "../src/analysis/references.ts";
import { applyChange, type Changed, unchanged } from "../src/analysis/what-if/what-if.ts";
import { UsageError } from "../src/commands/command.ts";
import { readChange } from "../src/commands/what-if/grammar.ts";
import type { Config } from "../src/config.ts";
import type { Plan } from "../src/model.ts";
import { planOf, samplePlan, settings, sprintPlan } from "./command-plans.ts";
import { buildPlan } from "./plan-builder.ts";

const sample = samplePlan("backend-refactoring.md");

function change(plan: Plan, texts: readonly string[], config: Config = settings()): Changed {
  return texts.reduce(
    (changed, text) => {
      const facts = computeFacts(changed.plan, changed.config);
      return applyChange(changed, facts, readChange(facts, text));
    },
    unchanged(plan, config),
  );
}

/** What the analyses see of a plan: hours, crews, order and links by id. */
function seen(plan: Plan, config: Config = settings()): unknown {
  const facts = computeFacts(plan, config);
  const ids = plan.tasks.map(({ id }) => id.value);
  return {
    tasks: plan.tasks.map(({ index, sprint, parent }) => ({
      id: ids[index],
      sprint: sprint === undefined ? undefined : plan.sprints[sprint].id.value,
      parent: parent === undefined ? undefined : ids[parent],
      hours: facts.effort.hours[index],
      low: facts.effort.low[index],
      high: facts.effort.high[index],
      duration: facts.durations[index],
      crew: facts.effort.crews[index].people.map(({ person }) => person),
      waits: writtenOut(facts.references[index]).map((task) => ids[task]),
    })),
    sprints: plan.sprints.map(({ firstTask, endTask, index }) => ({ firstTask, endTask, path: facts.sprintPath(index)?.duration })),
    duration: facts.planPath()?.duration,
    capacity: facts.capacity().capacity,
  };
}

const TEAM = ["Senior Backend Engineer: 40 h", "Backend Engineer 1: 40 h"];
const rows = [
  ["1.1 | A | 8 | BE1 | None", "1.2 | B | 4-6 | Senior | 1.1", "1.3 | C | 6 | Senior + BE1 | 1.1-1.2", "1.4 | D | 2 | All | All"],
  ["2.1 | E | 4 | BE1 | 1.2", "2.2 | F | 3 | Senior | 2.1", "2.3 | G | 1 | All | All"],
];
const plan = planOf(sprintPlan(rows, TEAM));

function edited(edit: (text: string) => string, team: readonly string[] = TEAM): Plan {
  return planOf(edit(sprintPlan(rows, team)));
}

describe("a changed plan is the plan that the edited text would have given", () => {
  test.each<[string, (text: string) => string]>([
    ["1.1 +8h", (text) => text.replace("| 8 |", "| 16 |")],
    ["1.1 + 8 hours", (text) => text.replace("| 8 |", "| 16 |")],
    ["1.1 -2h", (text) => text.replace("| 8 |", "| 6 |")],
    ["1.1 12h", (text) => text.replace("| 8 |", "| 12 |")],
    ["1.1 1.5d", (text) => text.replace("| 8 |", "| 12 |")],
    ["task 1.1 +50%", (text) => text.replace("| 8 |", "| 12 |")],
    ["1.1 -50%", (text) => text.replace("| 8 |", "| 4 |")],
    ["1.2 +2h", (text) => text.replace("| 4-6 |", "| 6-8 |")],
    ["1.2 7h", (text) => text.replace("| 4-6 |", "| 7 |")],
    ["DROP 1.3", (text) => text.replace("| 6 | Senior + BE1 |", "| 0 | TBD |")],
    ["assign 1.1 to Senior", (text) => text.replace("| 8 | BE1 |", "| 8 | Senior |")],
    ["assign 1.1 to Senior + BE1", (text) => text.replace("| 8 | BE1 |", "| 8 | Senior + BE1 |")],
    ["assign 1.1 to all", (text) => text.replace("| 8 | BE1 |", "| 8 | All |")],
  ])("%s", (text, edit) => {
    expect(seen(change(plan, [text]).plan)).toEqual(seen(edited(edit)));
  });

  test("add BE2 to 1", () => {
    const grown = change(plan, ["add BE2 to 1"]);
    expect(seen(grown.plan)).toEqual(seen(edited((text) => text.replace("Engineer 1: 40 h\n", "Engineer 1: 40 h\n- BE2: 40 h\n"))));
    expect(grown.joined).toEqual([{ name: "BE2", sprint: 0 }]);
  });

  test("a moved task stands last in its new sprint, and still waits for what it waited for", () => {
    const moved = change(plan, ["move 1.3 to sprint 2"]);
    const cut = (text: string): string => text.replace("| 1.3 | C | 6 | Senior + BE1 | 1.1-1.2 |\n", "");
    const expected = edited((text) => `${cut(text)}| 1.3 | C | 6 | Senior + BE1 | 1.1, 1.2 |\n`);
    expect(seen(moved.plan)).toEqual(seen(expected));
    expect(moved.origins).toEqual([0, 1, 3, 4, 5, 6, 2]);
  });

  test("a split task leaves the moment at which its parts are done", () => {
    const split = change(plan, ["split 1.3"]);
    const parts = "| 1.3/Senior | C | 3 | Senior | 1.1, 1.2 |\n| 1.3/BE1 | C | 3 | BE1 | 1.1, 1.2 |\n";
    const expected = edited((text) =>
      text.replace("| 1.3 | C | 6 | Senior + BE1 | 1.1-1.2 |", `${parts}| 1.3 | C | 0 | | 1.3/Senior, 1.3/BE1 |`),
    );
    expect(seen(split.plan)).toEqual(seen(expected));
  });
});

test("a moved task takes what stands for it in ranges along, but not what `All` means to others", () => {
  const moved = change(plan, ["move 1.2 to 2"]).plan;
  const waits = (id: string): readonly (string | undefined)[] => {
    const task = moved.tasks.findIndex((each) => each.id.value === id);
    return writtenOut(computeFacts(moved, settings()).references[task]).map((index) => moved.tasks[index].id.value);
  };
  expect(waits("1.3")).toEqual(["1.1", "1.2"]);
  expect(waits("1.4")).toEqual(["1.1", "1.3"]);
  expect(waits("1.2")).toEqual(["1.1"]);
});

test("every task of the sample can be moved to every sprint and keeps its hours and people", () => {
  const total = (changed: Plan): number => computeFacts(changed, settings()).effort.hours.reduce((sum, hours) => sum + hours, 0);
  for (const { id, sprint } of sample.tasks.filter(({ index }) => index % 7 === 0)) {
    for (const target of sample.sprints) {
      if (sprint === target.index) continue;
      const { plan: moved, origins } = change(sample, [`move ${id.text} to ${target.id.value}`]);
      expect(moved.tasks.map(({ index }) => index)).toEqual(sample.tasks.map(({ index }) => index));
      expect(new Set(origins).size).toBe(sample.tasks.length);
      for (const each of moved.sprints) {
        const own = moved.tasks.filter((task) => task.sprint === each.index).map(({ index }) => index);
        expect(own).toEqual(Array.from({ length: each.endTask - each.firstTask }, (_unused, at) => each.firstTask + at));
      }
      expect(moved.tasks[moved.sprints[target.index].endTask - 1].id.value).toBe(id.value);
      expect(total(moved)).toBe(590);
    }
  }
});

test("what drops out takes its parts along", () => {
  const parts = buildPlan({
    tasks: [
      { id: "1", hours: 9 },
      { id: "1.1", hours: 3, parent: 0 },
      { id: "1.2", hours: 4, parent: 0 },
    ],
  });
  const hours = (changed: Plan): readonly number[] => [...computeFacts(changed, settings()).effort.hours];
  expect(hours(parts)).toEqual([0, 3, 4]);
  expect(hours(change(parts, ["drop 1"]).plan)).toEqual([0, 0, 0]);
  expect(hours(change(parts, ["1.1 +2h"]).plan)).toEqual([0, 5, 4]);
  expect(() => change(parts, ["1 +2h"])).toThrow("`1` takes what its 2 parts take: change one of them");
});

test("changes are made in order, each of them to what the ones before have left", () => {
  const { plan: changed } = change(plan, ["add BE2 to 1", "assign 1.1 to BE2", "1.1 +2h", "1.1 +50%"]);
  expect(changed.tasks[0].assignees.map(({ text }) => text)).toEqual(["BE2"]);
  expect(changed.tasks[0].estimate.value).toEqual({ kind: "hours", hours: 15 });
});

test("what is no part of a plan is kept beside it", () => {
  expect(change(plan, ["team 3"]).team).toBe(3);
  expect(change(plan, ["BE1 off weeks 2-3"]).absences).toEqual([{ person: "backend engineer 1", start: 40, end: 120 }]);
  expect(change(plan, ["senior off in week 1"]).absences).toEqual([{ person: "senior backend engineer", start: 0, end: 40 }]);
  const dated = settings({ calendar: { start: "2026-03-02" } });
  const away = change(plan, ["BE1 off 2026-03-02/2026-03-06", "BE1 off 2026-03-10"], dated).config.calendar.daysOff;
  expect(away).toEqual({ "Backend Engineer 1": ["2026-03-02/2026-03-06", "2026-03-10"] });
});

test("a newcomer never changes whom the names of the plan mean", () => {
  const everybody = sample.sprints.flatMap(({ team }) => team.map(({ name }) => name.text));
  const short = computeFacts(sample, settings()).people.aliases.map(({ written }) => written);
  const roles = new Set([...everybody, ...short].map((name) => name.replace(/ ?\d+$/, "")));
  expect(roles.size).toBeGreaterThan(6);
  const crews = (changed: Plan): unknown =>
    computeFacts(changed, settings()).effort.crews.map(({ everyone, people }) => (everyone ? "all" : people.map(({ person }) => person)));
  for (const role of roles) {
    for (const name of [`${role}9`, `${role} 9`, `Second ${role}`]) {
      for (const { id } of sample.sprints) expect(crews(change(sample, [`add ${name} to ${id.value}`]).plan), name).toEqual(crews(sample));
    }
  }
});

test("where a sprint lists no team, those who are named in its tasks are the newcomer's team", () => {
  const { plan: grown } = change(
    planOf(sprintPlan([["1.1 | A | 8 | Ada | None", "1.2 | B | 4 | Ben | None", "1.3 | C | 2 | All | All"]])),
    ["add Cem to 1"],
  );
  expect(grown.sprints[0].team.map(({ name }) => name.text)).toEqual(["Ada", "Ben", "Cem"]);
  expect(computeFacts(grown, settings()).effort.crews[2].size).toBe(3);
});

test("a newcomer has the hours of others of the role, else those of the window, and the name that the plan has for them", () => {
  const last = (text: string, target: number): unknown => change(sample, [text]).plan.sprints[target].team.at(-1)?.name.text;
  expect(last("add BE3 to 2.3", 5)).toBe("BE3");
  expect(last("add BE2 to 1.1", 0)).toBe("Backend Engineer 2");
  expect(change(plan, ["add Designer to 2"]).plan.sprints[1].team.at(-1)?.capacity.value).toBe(40);
});

test.each([
  ["1.9 +8h", "no task `1.9` in `plan.md`, did you mean `1.1`?"],
  ["drop 1.9", "no task `1.9` in `plan.md`, did you mean `1.1`?"],
  ["move 1.1 to 9", "no sprint `9` in `plan.md`, it has 1 and 2"],
  ["move 1.1 to 1", "`1.1` is in sprint 1 already"],
  ["assign 1.1 to Seniro", "nobody in `plan.md` is called `Seniro`, it has Senior Backend Engineer and Backend Engineer 1"],
  ["assign 1.1 to Backend Enginer 1", "nobody in `plan.md` is called `Backend Enginer 1`, did you mean `Backend Engineer 1`?"],
  ["BE4 off week 1", "nobody in `plan.md` is called `BE4`, it has Senior Backend Engineer and Backend Engineer 1"],
  ["add BE1 to 1", "`Backend Engineer 1` is in the team of sprint 1 already"],
  ["split 1.1", "`1.1` has only one person: there is nothing to split"],
  ["split 1.4", "`1.4` is for everybody: there is nothing to split"],
  ["1.1 -9h", "`1.1` has only 8 h, from which 9 h cannot be taken"],
  ["1.1 -120%", "`120%` is more than all of the task"],
  ["1.1 +8 parsecs", "`8parsecs` is no number of hours"],
  ["team 0", "a team is one of 1 to 1000 people, not of 0"],
  ["BE1 off tomorrow", "`tomorrow` is no time to be off, write `week 3`, `weeks 3-4`, `2026-03-02` or `2026-03-02/2026-03-06`"],
  ["BE1 off 2026-03-02", "days off need a first day of the plan: `--start`, or `calendar.start` of the configuration; weeks do not"],
  ["BE1 off 2026-02-30", "`2026-02-30` is no day"],
  ["BE1 off 2026-03-02/2026-03-01", "`2026-03-02/2026-03-01` runs backwards"],
  ["BE1 off week 0", "`week 0` is no time of the plan"],
  ["dropp 1.1", "cannot read `dropp 1.1` as a change, did you mean `drop`?"],
  ["tem 3", "cannot read `tem 3` as a change, did you mean `team`?"],
  ["asign 1.1 to BE1", "cannot read `asign 1.1 to BE1` as a change, did you mean `assign`?"],
])("%s is a usage error that says why", (text, message) => {
  expect(() => change(plan, [text])).toThrow(UsageError);
  expect(() => change(plan, [text])).toThrow(message);
});

test("what cannot be read at all is answered by examples", () => {
  expect(() => change(plan, ["make it faster"])).toThrow(
    "cannot read `make it faster` as a change, changes look like `1.2.6 +8h`, `drop 2.2.8`, `BE2 off week 3`, `add BE3 to 2.3`, `assign 2.3.7 to QA`, `move 2.3.7 to 3.1`, `split 2.3.7` and `team 3`",
  );
});
