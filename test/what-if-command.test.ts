import { expect, test } from "vitest";
import { whatIf } from "../src/commands/what-if/what-if.ts";
import { dataOf, planOf, settings, sprintPlan, textOf } from "./command-plans.ts";
import { buildPlan } from "./plan-builder.ts";

const rows = [
  ["1.1 | A | 20 | BE1 | None", "1.2 | B | 20 | BE1 | None", "1.3 | C | 10 | Senior | 1.1, 1.2", "1.4 | D | 8 | Senior + BE1 | None"],
  ["2.1 | E | 12 | BE1 | 1.3"],
];
const plan = planOf(sprintPlan(rows, ["Senior Backend Engineer: 40 h", "Backend Engineer 1: 40 h"]));
const ask = (...changes: string[]) => whatIf(plan, settings(), { whatIf: changes });
const makespan = (...changes: string[]) => dataOf("schedule", ask(...changes));

test("says what is different, and when the plan ends", () => {
  const text = textOf("schedule", ask("1.1 +8h"));
  expect(text).toContain("what if\n1.1 +8h\n");
  expect(text).toMatch(/ends 8 h later \(\d+ → \d+ h\), /);
});

test("a further member takes over what makes the plan end earlier", () => {
  const data = makespan("add BE2 to 1");
  expect(data).toMatchObject({ whatIf: { reassigned: [{ from: "Backend Engineer 1", to: "BE2" }] } });
  expect(textOf("schedule", ask("add BE2 to 1"))).toContain("work that changes hands\n");
});

test.each([["drop 1.4"], ["1.1 -4h"], ["add BE2 to 1"], ["split 1.4"], ["1.3 50%", "drop 2.1"]])(
  "%s never makes the plan longer",
  (...changes) => {
    const { whatIf: result } = JSON.parse(JSON.stringify(ask(...changes).data));
    expect(result.makespan.delta).toBeLessThanOrEqual(0);
  },
);

test("what waits for a dropped task starts earlier, although the plan ends when it did", () => {
  const windows = planOf(sprintPlan([["1.1 | A | 8 | BE1 | None", "1.2 | B | 8 | BE1 | 1.1"], ["2.1 | C | 8 | BE1 | None"]]));
  const text = textOf("schedule", whatIf(windows, settings(), { whatIf: ["drop 1.1"] }));
  expect(text).toMatch(/^1 S1 +16 → 8 h +-8 h$/mu);
  expect(text).not.toMatch(/^2 S2/mu);
  expect(text).toContain("ends when it did (48 h)");
});

test("where a task can be shorter, the others keep their order", () => {
  const tasks = ["1.1 | A | 8 | Ada | None", "1.2 | B | 8 | Ada | None", "1.3 | C | 6 | Ben | None", "1.4 | D | 5 | Ben | None"];
  const text = textOf("schedule", whatIf(planOf(sprintPlan([tasks, ["2.1 | E | 30 | Ada | None"]])), settings(), { whatIf: ["2.1 -50%"] }));
  expect(text).toMatch(/^sprint +finish +change.*\n─.*\n2 S2 +70 → 55 h +-15 h$/mu);
});

test("changes that make tasks wait for each other are an error without a schedule", () => {
  const gated = buildPlan({
    sprints: [
      {
        id: "1",
        tasks: [
          { id: "1.1", hours: 8 },
          { id: "1.2", hours: 8, after: ["1.1"] },
        ],
      },
      { id: "2", tasks: [{ id: "2.1", hours: 8 }] },
    ],
    gates: ["1 > 2"],
  });
  const outcome = whatIf(gated, settings(), { whatIf: ["move 1.1 to 2"] });
  expect(outcome.diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(["error dependency-cycle"]);
  expect(outcome.data).toMatchObject({ whatIf: { changes: ["move 1.1 to 2"] }, tasks: [] });
});
