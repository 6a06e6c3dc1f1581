import type { FieldChange, PlanChange, PlanDifference, PlanItem } from "../../analysis/difference/difference.ts";
import type { Facts } from "../../analysis/facts.ts";
import { sectionId, sectionName } from "../ids.ts";
import type { Tone } from "../outcome.ts";
import { contentOf, fieldWords } from "./change-words.ts";
import { shorten } from "./words.ts";

/** The changes of one sprint, or of what stands in none. */
export interface ChangeGroup {
  /** Empty outside of any sprint. */
  readonly name: string;
  readonly lines: readonly ChangeLine[];
}

/** Everything that is different in one thing. */
export interface ChangeLine {
  readonly sign: "+" | "-" | "~";
  /** What it is called; a task by its id. */
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly tone: Tone | undefined;
}

/** The changes as people read them: everything about one thing in one line, tasks with new numbers in runs. */
export function changeGroups(base: Facts, head: Facts, difference: PlanDifference): readonly ChangeGroup[] {
  const groups = new Map<string, { name: string; lines: ChangeLine[] }>();
  const add = (key: string, name: string, lines: readonly ChangeLine[]): void => {
    const group = groups.get(key) ?? { name, lines: [] };
    group.lines.push(...lines);
    groups.set(key, group);
  };
  const keyOf = groupKeys(base, head, difference);
  const runs = renumberedRuns(difference);
  for (const run of runs) {
    const [key, name] = keyOf(run[0]);
    add(key, name, [runLine(run)]);
  }
  const numbers = newNumbers(difference);
  const told = new Set<PlanChange>(runs.flat());
  for (const changes of byThing(difference.changes.filter((change) => !told.has(change)))) {
    const [key, name] = keyOf(changes[0]);
    add(key, name, [lineOf(changes, numbers)]);
  }
  return inOrder(groups, base, head);
}

/** Where a change is told: in the sprint of the head, whatever it was called before. */
function groupKeys(
  { plan }: Facts,
  head: Facts,
  { sprints }: PlanDifference,
): (change: PlanChange) => readonly [key: string, name: string] {
  const named = new Map(head.plan.sprints.map((sprint) => [sectionId(sprint), sectionName(sprint)] as const).toReversed());
  const gone = new Map(plan.sprints.map((sprint) => [sectionId(sprint), sectionName(sprint)] as const).toReversed());
  const renamed = new Map(
    sprints.map((match) => [sectionId(plan.sprints[match.base]), sectionId(head.plan.sprints[match.head])] as const).toReversed(),
  );
  return (change) => {
    const { sprint } = itemOf(change);
    if (sprint === undefined) return ["plan", ""];
    const found = change.kind === "removed" ? renamed.get(sprint) : sprint;
    return found === undefined ? [`base ${sprint}`, gone.get(sprint) ?? sprint] : [`head ${found}`, named.get(found) ?? found];
  };
}

/** The whole plan first, then the sprints of the head, then those that went. */
function inOrder(groups: ReadonlyMap<string, ChangeGroup>, base: Facts, head: Facts): readonly ChangeGroup[] {
  const now = head.plan.sprints.map((sprint) => `head ${sectionId(sprint)}`);
  const gone = base.plan.sprints.map((sprint) => `base ${sectionId(sprint)}`);
  return [...new Set(["plan", ...now, ...gone])].flatMap((key) => groups.get(key) ?? []);
}

/** Several tasks that stand behind each other in both versions, and have other numbers now. */
function renumberedRuns({ changes, tasks }: PlanDifference): readonly (readonly FieldChange[])[] {
  const moved = new Set(changes.flatMap((change) => (isTaskField(change) && change.field === "sprint" ? [change.head.index] : [])));
  const baseOf = new Map(tasks.map((match) => [match.head, match.base]));
  const runs: FieldChange[][] = [];
  for (const change of changes) {
    if (!isTaskField(change) || change.kind !== "renumbered" || moved.has(change.head.index)) continue;
    const last = runs.at(-1)?.at(-1);
    const follows =
      last !== undefined &&
      last.head.index + 1 === change.head.index &&
      (baseOf.get(last.head.index) ?? Number.NaN) + 1 === baseOf.get(change.head.index) &&
      last.head.sprint === change.head.sprint &&
      isNextNumber(last.head.id, change.head.id) &&
      isNextNumber(last.base.id, change.base.id);
    if (follows) runs.at(-1)?.push(change);
    else runs.push([change]);
  }
  return runs.filter(({ length }) => length > 1);
}

/** What tasks of the base are called in the head, where that is something else. */
function newNumbers({ changes }: PlanDifference): ReadonlyMap<string, string> {
  return new Map(
    changes.flatMap((change) => (isTaskField(change) && change.field === "id" ? [[change.base.id, change.head.id] as const] : [])),
  );
}

/** Whether an id counts on from another one, as `1.10` does from `1.9`. */
function isNextNumber(id: string, next: string): boolean {
  const [number, follower] = [id.split(/\D+/).at(-1) ?? "", next.split(/\D+/).at(-1) ?? ""];
  const isSameSeries = id.slice(0, id.length - number.length) === next.slice(0, next.length - follower.length);
  return number !== "" && isSameSeries && Number(follower) === Number(number) + 1;
}

function isTaskField(change: PlanChange): change is FieldChange {
  return change.subject === "task" && "field" in change;
}

function runLine(run: readonly FieldChange[]): ChangeLine {
  const [first, last] = [run[0], run[run.length - 1]];
  const range = (one: PlanItem, other: PlanItem): string => `${shorten(one.id)}–${shorten(other.id)}`;
  return { sign: "~", id: range(first.head, last.head), title: "", words: `were ${range(first.base, last.base)}`, tone: undefined };
}

/** Changes of the same thing stand behind each other. */
function byThing(changes: readonly PlanChange[]): readonly (readonly PlanChange[])[] {
  const things = new Map<string, PlanChange[]>();
  for (const [at, change] of changes.entries()) {
    const key = "item" in change ? `${at}` : `${change.subject} ${change.head.sprint} ${change.head.index}`;
    const thing = things.get(key);
    if (thing === undefined) things.set(key, [change]);
    else thing.push(change);
  }
  return [...things.values()];
}

function itemOf(change: PlanChange): PlanItem {
  return "item" in change ? change.item : change.head;
}

function lineOf(changes: readonly PlanChange[], numbers: ReadonlyMap<string, string>): ChangeLine {
  const first = changes[0];
  const item = itemOf(first);
  const name = { id: nameOf(item), title: item.title === item.id ? "" : shorten(item.title) };
  if (first.kind === "added") return { ...name, sign: "+", words: contentOf(item), tone: "good" };
  if (first.kind === "removed") return { ...name, sign: "-", words: contentOf(item), tone: "bad" };
  return { ...name, sign: "~", words: changes.flatMap((change) => fieldWords(change, numbers)).join("; "), tone: undefined };
}

function nameOf({ subject, id }: PlanItem): string {
  switch (subject) {
    case "task":
    case "member":
      return shorten(id);
    case "plan":
      return "the plan";
    case "total":
      return id === "plan" ? "the plan's total" : `total of ${shorten(id)}`;
    default:
      return `${subject} ${shorten(id)}`;
  }
}
