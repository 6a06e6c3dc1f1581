import { run } from "../src/cli.ts";
import { createRepository, hostIn, type TestRepository } from "./git-repository.ts";

/** What the program writes in a demonstration repository: the history of its plan, and what a branch changes in it. */
export interface Demonstration {
  readonly trend: string;
  readonly diff: string;
  readonly comment: string;
}

/** Four commits to the plan of a small shop, then a branch whose edit looks harmless. */
export function demonstrate(): Demonstration {
  const repository = createRepository();
  const commit = (plan: string, message: string) => {
    repository.write("plans/shop.md", plan);
    repository.commit(message);
  };
  commit(FIRST, "Plan the first sprint of the shop");
  const whole = `${FIRST}\n${SECOND}`;
  commit(whole, "Plan the second sprint");
  const estimated = replaced(whole, ["| Take payments | 8 |", "| Take payments | 12 |"]);
  commit(estimated, "Payments take longer: the bank wants a second factor");
  const begun = replaced(
    estimated,
    ["| 1.1 | Draw the pages | 8 | Ada | None | Low | Open |", "| 1.1 | Draw the pages | 8 | Ada | None | Low | Done |"],
    ["| 1.2 | Store the goods | 12 | Ben | None | Medium | Open |", "| 1.2 | Store the goods | 12 | Ben | None | Medium | Done |"],
  );
  commit(begun, "The first two tasks are done");
  repository.git("checkout", "--quiet", "-b", "gift-cards");
  const edited = replaced(
    begun,
    ["| 2.2 | Answer questions", "| 2.2 | Sell gift cards | 14 | Ben | 2.1 | High | Open |\n| 2.3 | Answer questions"],
    ["| 2.3 | Count what is left | 8 | Ben | 2.1 |", "| 2.4 | Count what is left | 8 | Cleo | 2.1 |"],
    ["| 2.4 | Open the doors | 4 | All | 2.2, 2.3 |", "| 2.5 | Open the doors | 4 | All | 2.2-2.4 |"],
    ["**Total Estimated Hours**: 34 hours", "**Total Estimated Hours**: 48 hours"],
  );
  repository.write("plans/shop.md", edited);
  repository.commit("Sell gift cards");
  return {
    trend: printed(repository, ["trend", "plans/shop.md"]),
    diff: printed(repository, ["diff"]),
    comment: printed(repository, ["diff", "--format", "markdown"]),
  };
}

function printed({ directory }: TestRepository, words: readonly string[]): string {
  let output = "";
  const outside = hostIn(directory);
  run(words, {
    ...outside,
    writeOutput(text) {
      output += text;
      return { kind: "written" };
    },
    writeError(text) {
      output += text;
      return { kind: "written" };
    },
  });
  return output;
}

function replaced(plan: string, ...edits: readonly (readonly [from: string, to: string])[]): string {
  return edits.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`the plan does not say \`${from}\` once`);
    return text.replace(from, to);
  }, plan);
}

const FIRST = `# A Shop on the Web

**Total Duration**: 2 weeks (3 people)

## Sprint 1: Something to See (Week 1)

### Team Capacity

- Ada: 40 hours
- Ben: 40 hours

### Tasks

| ID | Task | Hours | Assignee | Dependencies | Risk | Status |
|----|------|-------|----------|--------------|------|--------|
| 1.1 | Draw the pages | 8 | Ada | None | Low | Open |
| 1.2 | Store the goods | 12 | Ben | None | Medium | Open |
| 1.3 | Show the goods | 12 | Ada | 1.1, 1.2 | Medium | Open |
| 1.4 | Fill a basket | 8 | Ben | 1.2 | Low | Open |

**Total Estimated Hours**: 40 hours
`;

const SECOND = `## Sprint 2: Something to Buy (Week 2)

### Team Capacity

- Ada: 40 hours
- Ben: 40 hours
- Cleo: 20 hours

### Tasks

| ID | Task | Hours | Assignee | Dependencies | Risk | Status |
|----|------|-------|----------|--------------|------|--------|
| 2.1 | Take payments | 8 | Ben | 1.4 | High | Open |
| 2.2 | Answer questions | 10 | Cleo | 1.3 | Low | Open |
| 2.3 | Count what is left | 8 | Ben | 2.1 | Low | Open |
| 2.4 | Open the doors | 4 | All | 2.2, 2.3 | Low | Open |

**Total Estimated Hours**: 34 hours
`;
