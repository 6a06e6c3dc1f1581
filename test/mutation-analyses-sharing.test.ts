import { describe, expect, test } from "vitest";
import { computeFacts } from "../src/analysis/facts.ts";
import { levelPlan } from "../src/analysis/levelling/level-plan.ts";
import type { LevelledPlan } from "../src/analysis/levelling/levelling.ts";
import { shareWork } from "../src/analysis/what-if/sharing.ts";
import { applyChange, type Changed, unchanged } from "../src/analysis/what-if/what-if.ts";
import { defaultConfig } from "../src/config.ts";
import { HOUR_TOLERANCE } from "../src/model.ts";
import { buildPlan, type SprintRow, type TaskRow } from "./plan-builder.ts";

const TEAM = [
  ["Ada", 40],
  ["Engineer 1", 40],
] as const;

/** Tasks such as `Engineer 1: 5`, numbered from 1, in one sprint. */
function sprintOf(rows: readonly string[], id = "1", team: SprintRow["team"] = TEAM): SprintRow {
  const tasks = rows.map((row, at): TaskRow => {
    const [who, hours] = row.split(": ");
    return { id: `${id}.${at + 1}`, hours: Number(hours), who: who === "" ? [] : who.split(" + ") };
  });
  return { id, team, tasks };
}

/** Plans in which somebody has joined, as `Engineer 2` or `Engineer 2 > 1` for the sprint with that index. */
function joined(sprints: readonly SprintRow[], ...names: readonly string[]): Changed {
  return names.reduce(
    (changed, written) => {
      const [name, sprint = "0"] = written.split(" > ");
      const facts = computeFacts(changed.plan, changed.config);
      return applyChange(changed, facts, { kind: "join", name, sprint: Number(sprint) });
    },
    unchanged(buildPlan({ sprints }), defaultConfig),
  );
}

function firstSchedule({ plan, config }: Changed): LevelledPlan | undefined {
  return levelPlan(computeFacts(plan, config), { releases: "asap", interruptions: "none", budget: 1, proof: "none" });
}

/** A schedule in which everybody does the own tasks one after the other, in their order. */
function oneByOne(changed: Changed): LevelledPlan | undefined {
  const { effort } = computeFacts(changed.plan, changed.config);
  const busy = new Map<string, number>();
  return scheduled(
    effort.crews.map(({ everyone, people }, task) => {
      const names = everyone ? ["all"] : people.map(({ person }) => person);
      const finish = names.reduce((last, name) => Math.max(last, busy.get(name) ?? 0), 0) + effort.hours[task];
      for (const name of names) busy.set(name, finish);
      return finish;
    }),
  );
}

const EMPTY = firstSchedule(unchanged(buildPlan({ sprints: [sprintOf(["Ada: 1"])] }), defaultConfig));

function scheduled(finishes: readonly number[], makespan = Math.max(...finishes)): LevelledPlan | undefined {
  return EMPTY && { ...EMPTY, makespan, tasks: finishes.map((finish, task) => ({ ...EMPTY.tasks[0], task, finish })) };
}

/** Who took over what from whom. */
function told(changed: Changed, level = oneByOne): readonly string[] {
  const { plan, reassigned } = { plan: changed.plan, ...shareWork(changed, level) };
  return reassigned.map(({ task, from, to }) => `${plan.tasks[task].id.text} from ${from} to ${to}`);
}

/** How many schedules are made. */
function tries(changed: Changed): number {
  let count = 0;
  shareWork(changed, (each) => {
    count += 1;
    return oneByOne(each);
  });
  return count;
}

/** Tasks that `Engineer 2` has in a plan. */
function handed({ plan }: Changed): string {
  return plan.tasks.flatMap(({ id, assignees }) => (assignees[0]?.text === "Engineer 2" ? [id.text] : [])).join();
}

describe("whoever joins", () => {
  test("takes over the longest task, where that ends the plan earliest", () => {
    const changed = joined([sprintOf(["Engineer 1: 4", "Engineer 1: 9", "Ada: 9", "Engineer 1: 5"])], "Engineer 2");
    expect(told(changed)).toEqual(["1.2 from Engineer 1 to Engineer 2"]);
    expect(told(changed, firstSchedule)).toEqual(["1.2 from Engineer 1 to Engineer 2"]);
    const shared = shareWork(changed, oneByOne);
    expect(shared.levelled?.makespan).toBe(9);
    expect(shared.changed.plan.tasks.map(({ assignees }) => assignees.map(({ text }) => text).join())).toEqual([
      "Engineer 1",
      "Engineer 2",
      "Ada",
      "Engineer 1",
    ]);
    expect(shared.changed.plan.tasks[1].assignees[0]).toMatchObject({ value: { kind: "person", name: "Engineer 2" }, problem: undefined });
  });
  test("takes over several tasks, and hands back what ends nothing earlier", () => {
    expect(told(joined([sprintOf(["Engineer 1: 6", "Engineer 1: 6", "Engineer 1: 6", "Engineer 1: 6"])], "Engineer 2"))).toHaveLength(2);
    const rows = ["Ada: 8", "Engineer 1: 2", "Engineer 1: 2", "Engineer 1: 2", "Engineer 1: 2", "Engineer 1: 2", "Engineer 1: 2"];
    expect(told(joined([sprintOf(rows)], "Engineer 2"))).toHaveLength(2);
  });
  test("takes over from each of several people who have the same role", () => {
    const team = [...TEAM, ["Engineer 3", 40]] as const;
    const rows = [1, 1, 1, 3, 3, 3].map((number) => `Engineer ${number}: 6`);
    expect(told(joined([sprintOf(rows, "1", team)], "Engineer 2"))).toEqual([
      "1.1 from Engineer 1 to Engineer 2",
      "1.4 from Engineer 3 to Engineer 2",
    ]);
  });
  test("helps the own sprint alone, though the plan ends when it did", () => {
    const sprints = [sprintOf(["Engineer 1: 5", "Engineer 1: 5"]), sprintOf(["Ada: 30", "Engineer 1: 3"], "2")];
    expect(told(joined(sprints, "Engineer 2"))).toEqual(["1.1 from Engineer 1 to Engineer 2"]);
    const later = [sprintOf(["Ada: 30", "Engineer 1: 3"]), sprintOf(["Engineer 1: 5", "Engineer 1: 4"], "2")];
    expect(told(joined(later, "Engineer 2 > 1"))).toEqual(["2.1 from Engineer 1 to Engineer 2"]);
    expect(tries(joined(later, "Engineer 2 > 1"))).toBe(5);
  });
  test("takes nothing away from those who came before", () => {
    const sprints = [sprintOf(["Engineer 1: 6", "Engineer 1: 6", "Engineer 1: 6"])];
    expect(told(joined(sprints, "Engineer 2", "Engineer 3"))).toEqual([
      "1.1 from Engineer 1 to Engineer 2",
      "1.2 from Engineer 1 to Engineer 3",
    ]);
    expect(tries(joined(sprints, "Engineer 2", "Engineer 3"))).toBe(14);
    const many = sprintOf(["Ada: 8", ...Array.from({ length: 9 }, () => "Engineer 1: 2")]);
    expect(
      told(joined([many], "Engineer 2", "Engineer 3"))
        .map((line) => line.slice(-1))
        .join(""),
    ).toBe("22223");
  });
});

describe("nothing changes hands", () => {
  test.each<[string, readonly string[]]>([
    ["what somebody with another role does", ["Ada: 5", "Ada: 5"]],
    ["what two people do together", ["Ada + Engineer 1: 5", "Engineer 1 + Ada: 5"]],
    ["what everybody does", ["All: 5", "All: 5"]],
    ["what nobody does", [": 5", ": 5"]],
    ["what somebody from elsewhere does", ["Engineer 7: 5", "Engineer 7: 5"]],
    ["what takes no time", ["Engineer 1: 0", "Engineer 1: 0"]],
  ])("%s", (_name, rows) => {
    const changed = joined([sprintOf(rows)], "Engineer 2");
    expect(told(changed)).toEqual([]);
    expect(tries(changed)).toBe(1);
  });
  test("where it ends nothing earlier", () => {
    const changed = joined([sprintOf(["Engineer 1: 5", "Ada: 5"])], "Engineer 2");
    expect(told(changed)).toEqual([]);
    expect(shareWork(changed, oneByOne).levelled?.makespan).toBe(5);
  });
  test("where nobody joined, and where nothing can be scheduled", () => {
    const sprints = [sprintOf(["Engineer 1: 5", "Engineer 1: 5"])];
    expect(shareWork(joined(sprints), oneByOne)).toMatchObject({ reassigned: [], levelled: undefined });
    expect(shareWork(joined(sprints, "Engineer 2"), () => undefined)).toMatchObject({ reassigned: [], levelled: undefined });
  });
});

describe("the search", () => {
  const changed = joined([sprintOf(["Engineer 1: 4", "Engineer 1: 4"])], "Engineer 2");
  const ending = (ends: ReadonlyMap<string, readonly [makespan: number, ...finishes: number[]]>) => (each: Changed) => {
    const [makespan, ...finishes] = ends.get(handed(each)) ?? [8, 8, 8];
    return makespan === 0 ? undefined : scheduled(finishes, makespan);
  };

  test("leaves out what cannot be scheduled", () => {
    expect(
      told(
        changed,
        ending(
          new Map([
            ["1.1", [0]],
            ["1.2", [4, 4, 4]],
          ]),
        ),
      ),
    ).toEqual(["1.2 from Engineer 1 to Engineer 2"]);
  });
  test("counts nothing within the tolerance as earlier", () => {
    const earlier = (by: number) => told(changed, ending(new Map([["1.1", [8 - by, 8, 8]]]))).length;
    expect([earlier(HOUR_TOLERANCE), earlier(2 * HOUR_TOLERANCE)]).toEqual([0, 1]);
    const later = (by: number) =>
      told(
        changed,
        ending(
          new Map([
            ["1.1", [8 + by, 1, 1]],
            ["1.1,1.2", [9, 9, 9]],
          ]),
        ),
      ).length;
    expect([later(HOUR_TOLERANCE), later(2 * HOUR_TOLERANCE)]).toEqual([1, 0]);
  });
  test("prefers an earlier end of the plan to one of the sprint, and that to earlier tasks", () => {
    const best = (first: readonly [number, ...number[]], second: readonly [number, ...number[]]) =>
      told(
        changed,
        ending(
          new Map([
            ["1.1", first],
            ["1.2", second],
            ["1.1,1.2", [9, 9, 9]],
          ]),
        ),
      );
    expect(best([7, 9, 9], [8, 1, 1])).toEqual(["1.1 from Engineer 1 to Engineer 2"]);
    expect(best([8, 1, 7], [8, 6, 6])).toEqual(["1.2 from Engineer 1 to Engineer 2"]);
    expect(best([7, 6, 6], [7, 1, 6])).toEqual(["1.2 from Engineer 1 to Engineer 2"]);
    expect(best([7, 2, 6], [7, 2 - HOUR_TOLERANCE / 2, 6])).toEqual(["1.1 from Engineer 1 to Engineer 2"]);
  });
  test("keeps what helps only together with something else", () => {
    const ends = new Map([
      ["1.1", [8, 4, 8]],
      ["1.1,1.2", [4, 4, 4]],
    ] as const);
    expect(told(changed, ending(ends))).toEqual(["1.1 from Engineer 1 to Engineer 2", "1.2 from Engineer 1 to Engineer 2"]);
  });
  test("keeps all where the rest alone cannot be scheduled", () => {
    const ends = new Map<string, readonly [number, ...number[]]>([
      ["1.1", [7, 7, 7]],
      ["1.1,1.2", [7, 7, 6]],
      ["1.2", [0]],
    ]);
    expect(told(changed, ending(ends))).toEqual(["1.1 from Engineer 1 to Engineer 2"]);
  });
  test("tries the twenty longest tasks of a sprint, and stops after two hundred schedules", () => {
    const many = Array.from({ length: 42 }, () => "Engineer 1: 1");
    const long = joined([sprintOf([...many, "Engineer 1: 2"])], "Engineer 2");
    let count = 0;
    const taken = told(long, (each) => {
      count += 1;
      return oneByOne(each);
    });
    expect(taken[0]).toBe("1.43 from Engineer 1 to Engineer 2");
    expect(taken).toHaveLength(10);
    expect(count).toBe(211);
  });
});
