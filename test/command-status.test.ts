import { expect, test } from "vitest";
import { status } from "../src/commands/status.ts";
import { dataOf, planOf, samplePlan, settings, textOf } from "./command-plans.ts";

const started = planOf(`\
### Sprint 1: S1 (Week 1)

| Task | Description | Hours | Status |
|---|---|---|---|
| 1.1 | A | 2 | Done |
| 1.2 | B | 3 | In progress |
| 1.3 | ~~C~~ | 4 | |

#### Definition of Done

- [x] tested
- [ ] written up

## Milestone Tracking

### Milestone 1: Half Way (End of Week 1)

- ✅ everything is there
- nobody has left
`);

test("the screen of a small plan", () => {
  expect(textOf("status", status(started, settings()))).toBe(`\
reading: joint split, all attend, overlap inherit

sprints
sprint  tasks done  hours done  criteria
──────  ──────────  ──────────  ────────
1 S1        2 of 3    6 of 9 h    1 of 2

milestones
milestone   due            items done
──────────  ─────────────  ──────────
1 Half Way  end of week 1      0 of 2

1 check mark taken as decoration (\`decorations: done\` in the configuration lets them count)

2 of 3 tasks done, 1 started, 3 h of 9 h remaining, 1 of 2 criteria met, 0 of 2 milestone items done
`);
});

test("the same in numbers", () => {
  const tasks = { total: 3, done: 2, open: 0, started: 1, blocked: 0, dropped: 0 };
  const hours = { total: 9, done: 6, remaining: 3 };
  const criteria = { total: 2, done: 1 };
  expect(dataOf("status", status(started, settings()))).toEqual({
    tasks,
    hours,
    sprints: [{ id: "1", title: "S1", tasks, hours, criteria }],
    milestones: [{ id: "1", title: "Half Way", week: 1, items: { total: 2, done: 0 } }],
    criteria,
    decorations: 1,
  });
});

test("check marks count where the configuration says so", () => {
  const outcome = status(started, settings({ decorations: "done" }));
  expect(textOf("status", outcome)).toContain("1 check mark taken as done, as the configuration says\n");
  expect(dataOf("status", outcome)).toMatchObject({ milestones: [{ items: { total: 2, done: 1 } }] });
});

test("phases sum up their sprints", () => {
  const text = textOf("status", status(samplePlan("backend-refactoring.md"), settings()));
  expect(text).toContain(
    "1 Solid Keel                        0 of 40  0 of 207 h   113 h   0 of 30\n  1.1 Storage That Can Grow         0 of 10   0 of 50 h    30 h   0 of 10\n",
  );
  expect(text).toContain("no task states a status: all count as open\n52 check marks taken as decoration");
  expect(text).toContain("\n0 of 107 tasks done, 590 h of 590 h remaining, 0 of 68 criteria met, 0 of 13 milestone items done\n");
});
