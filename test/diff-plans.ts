import { readConditions } from "../src/commands/diff/conditions.ts";
import { type DiffOutcome, diff } from "../src/commands/diff/diff.ts";
import type { DiffSide } from "../src/commands/diff/result.ts";
import { type Config, defaultConfig } from "../src/config.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { reportersOf } from "../src/report/reporter.ts";
import { createSource } from "../src/source.ts";

/** A plan of two sprints in which nothing is wrong. */
export const BASE = `# Kitchen

**Duration**: 2 weeks

## Sprint 1: Plumbing (Week 1)

### Team Capacity
- Ada: 20 hours
- Ben: 20 hours
- Total: 40 hours

### Tasks

| Task | Description | Hours | Assignee | Dependencies | Risk |
|------|-------------|-------|----------|--------------|------|
| 1.1 | Turn the water off | 4 | Ada | None | Low |
| 1.2 | Lay the pipes | 8 | Ada | 1.1 | Low |
| 1.3 | Buy the tiles | 4 | Ben | None | Low |
| 1.4 | Inspect the pipes | 4 | Ben | 1.2, 1.3 | Low |

**Total Estimated Hours**: 20 hours

### Definition of Done
- [ ] No water on the floor

## Sprint 2: Tiles (Week 2)

### Team Capacity
- Ada: 20 hours
- Ben: 20 hours
- Total: 40 hours

### Tasks

| Task | Description | Hours | Assignee | Dependencies | Risk |
|------|-------------|-------|----------|--------------|------|
| 2.1 | Lay the tiles | 16 | Ben | 1.4 | Low |
| 2.2 | Fill the joints | 6 | Ada | 2.1 | Low |

**Total Estimated Hours**: 22 hours

### Definition of Done
- [ ] Nothing rattles
`;

/** A text after `[from, to]` was replaced once each; every \`from\` must be there. */
export function edited(text: string, ...edits: readonly (readonly [from: string, to: string])[]): string {
  return edits.reduce((current, [from, to]) => {
    if (!current.includes(from)) throw new Error(`there is no ${from}`);
    return current.replace(from, () => to);
  }, text);
}

export function sideOf(text: string, config: Config = defaultConfig, path = "plans/kitchen.md"): DiffSide {
  return { plan: parsePlan(createSource(path, text), config), config };
}

/** Undefined for a plan that is not there. */
export function diffOf(base: string | undefined, head: string | undefined, failIf = ""): DiffOutcome {
  const sides = { base: base === undefined ? undefined : sideOf(base), head: head === undefined ? undefined : sideOf(head) };
  return diff(sides, { base: "main", head: "working tree", failIf: failIf === "" ? [] : readConditions(failIf) });
}

export function written(outcomes: readonly DiffOutcome[], format: "text" | "markdown" | "json"): string {
  const report = reportersOf("diff").get(format);
  if (report === undefined) throw new Error(`there is no format ${format}`);
  return report(outcomes, { command: "diff", color: 0, width: 100, version: "0.0.0" });
}
