import { hoursOf } from "../../analysis/effort.ts";
import type { Facts } from "../../analysis/facts.ts";
import { withParts } from "../../analysis/what-if/plan-changes.ts";
import type { Change } from "../../analysis/what-if/what-if.ts";
import { formatCount, formatHours, formatList, formatQuote } from "../../format.ts";
import { HOUR_TOLERANCE } from "../../model.ts";
import { readHours } from "../../parse/estimate.ts";
import { readAssignees } from "../../parse/people.ts";
import { wholeOf } from "../../parse/slice.ts";
import { didYouMean } from "../../suggest.ts";
import { UsageError } from "../command.ts";
import { findSprint } from "../find-sprint.ts";
import { sectionId, taskId } from "../ids.ts";
import { readAbsence } from "./absence.ts";
import { findAssignees, findPerson, newcomerName } from "./people.ts";
import { findTask, isTask } from "./tasks.ts";

/** What somebody wants to be different, such as `1.2.6 +8h` or `add BE3 to 2.3`; a usage error that says why where it cannot be. */
export function readChange(facts: Facts, text: string): Change {
  const words = text.normalize("NFC").trim().replaceAll(/\s+/g, " ");
  for (const { pattern, read } of FORMS) {
    const groups = pattern.exec(words)?.groups;
    if (groups !== undefined) return read(facts, groups);
  }
  const meant = didYouMean(words.split(" ")[0], VERBS);
  const hours = HOURS.exec(words)?.groups;
  if (hours !== undefined && (meant === "" || isTask(facts, hours.task))) return readHoursChange(facts, hours);
  throw new UsageError(`cannot read ${formatQuote(text)} as a change${meant || `, changes look like ${formatList(EXAMPLES)}`}`);
}

type Groups = Readonly<Record<string, string | undefined>>;

interface Form {
  readonly pattern: RegExp;
  readonly read: (facts: Facts, groups: Groups) => Change;
}

/** The first form that fits decides. */
const FORMS: readonly Form[] = [
  { pattern: /^team (?<size>\d+)$/i, read: readTeam },
  { pattern: /^drop (?<task>.+)$/i, read: (facts, { task = "" }) => ({ kind: "drop", task: findTask(facts, task) }) },
  { pattern: /^split (?<task>.+)$/i, read: readSplit },
  { pattern: /^add (?<name>.+) to (?<sprint>.+)$/is, read: readJoin },
  { pattern: /^assign (?<task>.+) to (?<names>.+)$/is, read: readAssignment },
  { pattern: /^move (?<task>.+) to (?<sprint>.+)$/is, read: readMove },
  {
    pattern: /^(?<name>.+?) (?:is )?off (?:in |on )?(?<when>.+)$/is,
    read: (facts, { name = "", when = "" }) => readAbsence(facts, findPerson(facts, name), when),
  },
];

/** Tried after all forms, as it begins with the name of any task. */
const HOURS = /^(?<task>.+?) ?(?<sign>[ +−-]) ?(?<amount>\d[\d.,]*) ?(?<unit>%|[a-z]*)$/i;

const VERBS = ["team", "drop", "split", "add", "assign", "move"];

const EXAMPLES = [
  "`1.2.6 +8h`",
  "`drop 2.2.8`",
  "`BE2 off week 3`",
  "`add BE3 to 2.3`",
  "`assign 2.3.7 to QA`",
  "`move 2.3.7 to 3.1`",
  "`split 2.3.7`",
  "`team 3`",
];

const LARGEST_TEAM = 1000;

function readTeam(_facts: Facts, { size = "" }: Groups): Change {
  const people = Number(size);
  if (people < 1 || people > LARGEST_TEAM) throw new UsageError(`a team is one of 1 to ${LARGEST_TEAM} people, not of ${size}`);
  return { kind: "team", size: people };
}

function readSplit(facts: Facts, { task = "" }: Groups): Change {
  const found = findTask(facts, task);
  const { everyone, people } = facts.effort.crews[found];
  const name = formatQuote(taskId(facts.plan, found));
  if (everyone) throw new UsageError(`${name} is for everybody: there is nothing to split`);
  if (people.length < 2)
    throw new UsageError(`${name} has ${people.length === 0 ? "nobody" : "only one person"}: there is nothing to split`);
  return { kind: "split", task: found };
}

function readJoin(facts: Facts, { name = "", sprint = "" }: Groups): Change {
  const found = findSprint(facts.plan, sprint);
  return { kind: "join", name: newcomerName(facts, name, found), sprint: found };
}

function readAssignment(facts: Facts, { task = "", names = "" }: Groups): Change {
  const found = findTask(facts, task);
  const span = facts.plan.tasks[found].span;
  const written = readAssignees(wholeOf({ text: names, pieces: [], marks: [], span })).map((each) => ({ ...each, span }));
  return { kind: "assign", task: found, assignees: findAssignees(facts, found, written) };
}

function readMove(facts: Facts, { task = "", sprint = "" }: Groups): Change {
  const found = findTask(facts, task);
  const target = findSprint(facts.plan, sprint);
  if (facts.plan.tasks[found].sprint === target) {
    throw new UsageError(`${formatQuote(taskId(facts.plan, found))} is in sprint ${sectionId(facts.plan.sprints[target])} already`);
  }
  return { kind: "move", task: found, sprint: target };
}

function readHoursChange(facts: Facts, { task = "", sign = "", amount = "", unit = "" }: Groups): Change {
  const found = findTask(facts, task);
  const { plan, config } = facts;
  const parts = withParts(plan, found).filter((part) => part !== found && plan.tasks[part].estimate.value !== undefined);
  const name = formatQuote(taskId(plan, found));
  if (parts.length > 0) throw new UsageError(`${name} takes what its ${formatCount(parts.length, "part")} take: change one of them`);
  const factor = sign === " " ? 0 : sign === "+" ? 1 : -1;
  if (unit === "%") return readShare(found, factor, amount);
  const hours = readHours(`${amount}${unit || "h"}`, config);
  if (hours === undefined) throw new UsageError(`${formatQuote(`${amount}${unit}`)} is no number of hours`);
  if (factor === 0) return { kind: "hours", task: found, how: "set", amount: hours };
  const before = hoursOf(plan.tasks[found].estimate.value, config);
  if (before + factor * hours < -HOUR_TOLERANCE)
    throw new UsageError(`${name} has only ${formatHours(before)}, from which ${formatHours(hours)} cannot be taken`);
  return { kind: "hours", task: found, how: "add", amount: factor * hours };
}

function readShare(task: number, sign: number, amount: string): Change {
  const share = Number(amount.replace(",", ".")) / 100;
  const factor = sign === 0 ? share : 1 + sign * share;
  if (!Number.isFinite(factor) || factor < 0) throw new UsageError(`${formatQuote(`${amount}%`)} is more than all of the task`);
  return { kind: "hours", task, how: "scale", amount: factor };
}
