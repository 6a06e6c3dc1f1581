import type { Facts } from "../analysis/facts.ts";
import type { AssigneeResolution } from "../analysis/people.ts";
import { beginningOf, type Resolution } from "../analysis/references.ts";
import type { Config } from "../config.ts";
import { formatCount, formatList, formatQuote, formatSome } from "../format.ts";
import type { Plan, Unread } from "../model.ts";
import { left, linesUnder, right, tableUnder } from "./blocks.ts";
import { sectionId, taskId, taskIds } from "./ids.ts";
import type { Block, Inline } from "./outcome.ts";
import { decorationWords } from "./preface.ts";

/** What was left unread or had to be interpreted: everything that a person should compare with the file. */
export function doubtBlocks(facts: Facts): readonly Block[] {
  const { plan, config } = facts;
  return [
    ...tableUnder("not read as tasks", [right("line"), left("text"), left("why")], unreadRows(plan)),
    ...tableUnder("dependencies to look at", [right("line"), left("task"), left("written"), left("taken for")], referenceDoubts(facts)),
    ...tableUnder("names", [left("written"), left("taken for"), left("in")], nameRows(facts)),
    ...linesUnder("in the text", textLines(plan, config)),
  ];
}

/** Each row that is no task; of many for the same reason only the first. */
function unreadRows({ unread }: Plan): readonly (readonly Inline[])[] {
  const byReason = new Map<string, Unread[]>();
  for (const each of unread) {
    const same = byReason.get(each.reason);
    if (same === undefined) byReason.set(each.reason, [each]);
    else same.push(each);
  }
  return unread.flatMap((each): readonly (readonly Inline[])[] => {
    const same = byReason.get(each.reason) ?? [];
    if (same.length <= MOST_ROWS || each.kind === "unreadable" || each.kind === "table")
      return [[`${each.line}`, each.text.text, each.reason]];
    return each === same[0]
      ? [[`${each.line}`, `${each.text.text} and ${same.length - 1} more down to line ${same[same.length - 1].line}`, each.reason]]
      : [];
  });
}

const MOST_ROWS = 5;

/** The doubts in a few words for the summary line. */
export function doubtWords({ plan, references }: Facts): string {
  const unread = plan.unread.filter(({ kind }) => kind === "unreadable" || kind === "table").length;
  const vague = references.reduce((sum, each) => sum + each.filter(isDoubtful).length, 0);
  const parts = [
    unread === 0 ? "" : `${unread} unread`,
    vague === 0 ? "" : `${formatCount(vague, "dependency", "dependencies")} to look at`,
  ];
  return parts.filter((part) => part !== "").join(", ") || "nothing unread";
}

function referenceDoubts({ plan, references }: Facts): readonly (readonly Inline[])[] {
  return plan.tasks.flatMap((task) =>
    references[task.index].flatMap((resolution, index) => {
      const words = resolutionWords(plan, resolution);
      return words === undefined ? [] : [[`${task.line}`, taskId(plan, task.index), task.dependencies[index].text, words]];
    }),
  );
}

function isDoubtful({ problem, vague }: Resolution): boolean {
  return problem !== undefined || vague;
}

/** Undefined where nothing had to be interpreted. */
function resolutionWords(plan: Plan, resolution: Resolution): Inline | undefined {
  const { problem, vague } = resolution;
  if (problem === undefined) return vague ? idsOf(plan, resolution) || [{ text: "no task", tone: "warn" }] : undefined;
  switch (problem.kind) {
    case "unknown":
      return [{ text: `no such ${problem.role}: ${formatList(problem.ids)}`, tone: "bad" }];
    case "reversed":
      return `${idsOf(plan, resolution)} (the range was turned round)`;
    case "outside":
      return [{ text: "something outside of the plan", tone: "warn" }];
  }
}

function idsOf(plan: Plan, resolution: Resolution): string {
  const { count, first } = beginningOf(resolution, MOST_TASKS);
  return formatSome(taskIds(plan, first), count);
}

/** Names that are not written as in the team lists, each once, with the sprints where they mean this. */
function nameRows({ plan, people }: Facts): readonly (readonly Inline[])[] {
  const uses = new Map<string, { readonly written: string; readonly meaning: Inline; readonly sprints: Set<string> }>();
  for (const task of plan.tasks) {
    for (const [index, resolution] of people.assignees[task.index].entries()) {
      const written = task.assignees[index].text;
      const meaning = meaningOf(plan, written, resolution);
      if (meaning === undefined) continue;
      const key = JSON.stringify([written, meaning]);
      const use = uses.get(key) ?? { written, meaning, sprints: new Set<string>() };
      use.sprints.add(task.sprint === undefined ? "no sprint" : sectionId(plan.sprints[task.sprint]));
      uses.set(key, use);
    }
  }
  return Array.from(uses.values(), ({ written, meaning, sprints }) => [written, meaning, formatList([...sprints], MOST_SPRINTS)]);
}

function meaningOf(plan: Plan, written: string, resolution: AssigneeResolution): Inline | undefined {
  switch (resolution.kind) {
    case "member":
    case "unlisted":
      return resolution.name === written ? undefined : resolution.name;
    case "elsewhere":
      return [
        `${resolution.name} `,
        { text: `of sprint ${sectionId(plan.sprints[resolution.sprint])}, without capacity here`, tone: "warn" },
      ];
    case "ambiguous":
      return [{ text: `one of ${formatList(resolution.candidates)}`, tone: "warn" }];
    case "unknown":
      return [{ text: "nobody in the team lists", tone: "warn" }];
    case "everyone":
    case "nobody":
      return undefined;
  }
}

function textLines(plan: Plan, config: Config): readonly Inline[] {
  const lost = plan.damage.filter(({ certain }) => !certain).length;
  const damaged = plan.damage.length;
  const example = plan.damage.find(({ certain }) => certain) ?? plan.damage[0];
  return [
    ...(damaged === 0
      ? []
      : [
          `${formatCount(damaged, "double-encoded place")}, such as ${formatQuote(example.text)} read as ${formatQuote(example.repaired)}` +
            `${lost === 0 ? "" : `; ${lost} of them lost a byte`}; \`sprintplan check --fix\` repairs what is certain`,
        ]),
    ...(plan.checkMarks.length === 0 ? [] : [decorationWords(plan.checkMarks.length, config)]),
  ];
}

const MOST_TASKS = 16;
const MOST_SPRINTS = 8;
