import { readAssignees } from "../../parse/people.ts";
import { wholeOf } from "../../parse/slice.ts";
import type { Facts } from "../facts.ts";
import type { LevelledPlan } from "../levelling/levelling.ts";
import { sprintIndexes } from "../sections.ts";
import { roleMates } from "../what-if/plan-changes.ts";
import type { Changed } from "../what-if/what-if.ts";
import { foldWords } from "../words.ts";
import { isAhead, isAssigned, type Moves, targetsOf, tasksIn } from "./moves.ts";

/** The cheapest first: work changes hands, is shared out, waits for a later sprint, is not done at all. */
export const REMEDY_KINDS = ["assign", "split", "move", "drop"] as const;

export type RemedyKind = (typeof REMEDY_KINDS)[number];

/** Something that may make a sprint shorter. */
export interface Remedy {
  readonly kind: RemedyKind;
  /** Changes as people ask for them, such as `split 1.2.3`; of a move, one for each task that has to go along. */
  readonly words: readonly string[];
  /** The tasks that are changed, as the plan had them before all changes. */
  readonly origins: readonly number[];
  /** Hours of their rows. */
  readonly hours: number;
  /** The sprint that gets the tasks, for a move. */
  readonly target: number | undefined;
}

/** What remedies are looked for in: a plan, perhaps after some of them, and one sprint of it levelled. */
export interface Patient {
  /** Of the plan before all changes. */
  readonly original: Facts;
  readonly moves: Moves;
  readonly sprint: number;
  readonly facts: Facts;
  readonly changed: Changed;
  readonly levelled: LevelledPlan;
  /** Tasks that changes can speak of, as the plan had them before all changes. */
  readonly sayable: ReadonlySet<number>;
  /** Tasks that remedies were taken for already, as the plan had them before all changes. */
  readonly touched: ReadonlySet<number>;
}

/** The tasks whose ids mean them alone, and are no part of the wording around them. */
export function findSayable(facts: Facts): ReadonlySet<number> {
  const ids = facts.plan.tasks.map(({ index }) => foldWords(idOf(facts, index)));
  const uses = new Map<string, number>();
  for (const id of ids) uses.set(id, (uses.get(id) ?? 0) + 1);
  return new Set(ids.flatMap((id, task) => (id !== "" && uses.get(id) === 1 && !/^task | to /.test(id) ? [task] : [])));
}

/** Remedies for tasks that matter: those of the chain that decides the end, and all others of the people whom it waits for. */
export function listRemedies(patient: Patient): readonly Remedy[] {
  const { facts, changed, sprint, sayable, touched, levelled } = patient;
  const busy = busyPeople(levelled);
  const chain = new Set(levelled.chain.map(({ task }) => task));
  const matters = new Set(levelled.tasks.filter((each) => each.members.some((member) => busy.has(member))).map(({ task }) => task));
  return tasksIn(facts.plan, sprint)
    .filter((task) => (chain.has(task) || matters.has(task)) && !touched.has(changed.origins[task]) && isAhead(facts, task))
    .filter((task) => sayable.has(changed.origins[task]))
    .flatMap((task) => [
      ...(isAssigned(facts, task) ? [...assignments(patient, task, busy), ...splits(patient, task)] : []),
      ...movesOf(patient, task),
      ...drops(patient, task),
    ]);
}

/** Indexes of the members for whom some task of the chain waits. */
function busyPeople({ chain }: LevelledPlan): ReadonlySet<number> {
  return new Set(chain.flatMap(({ reason }) => (reason.kind === "person" ? [reason.member] : [])));
}

/** One of the busy people of a task gives it to another member of the same role. */
function assignments({ facts, levelled, sprint, changed }: Patient, task: number, busy: ReadonlySet<number>): readonly Remedy[] {
  const { plan, effort } = facts;
  const { people } = effort.crews[task];
  const { team } = plan.sprints[sprint];
  const nameOf = (member: number): string => team[member].name.value ?? team[member].name.text;
  const names = people.map(({ member, assignee }) => (member === undefined ? plan.tasks[task].assignees[assignee].text : nameOf(member)));
  const isBusy = (name: string): boolean => levelled.members.some((each, index) => each.name === name && busy.has(index));
  const crew = new Set(people.map(({ member }) => member));
  return people.flatMap(({ member }, at) => {
    if (member === undefined || !isBusy(nameOf(member))) return [];
    const mates = roleMates(plan, sprint, nameOf(member)).filter((mate) => !crew.has(mate));
    return mates.flatMap((mate) => {
      const crewNames = names.with(at, nameOf(mate));
      if (!areReadBack(crewNames)) return [];
      return [
        remedy(facts, changed, { kind: "assign", tasks: [task], words: [`assign ${idOf(facts, task)} to ${crewNames.join(" + ")}`] }),
      ];
    });
  });
}

function splits({ facts, changed }: Patient, task: number): readonly Remedy[] {
  if (facts.effort.crews[task].people.length < 2) return [];
  return [remedy(facts, changed, { kind: "split", tasks: [task], words: [`split ${idOf(facts, task)}`] })];
}

function movesOf({ original, facts, changed, moves, sayable, touched }: Patient, task: number): readonly Remedy[] {
  const group = moves.groups.get(changed.origins[task]);
  if (group === undefined || group.some((each) => touched.has(each) || !sayable.has(each))) return [];
  const tasks = group.map((origin) => changed.origins.lastIndexOf(origin));
  return targetsOf(original, moves, group).flatMap((target) => {
    const id = sprintId(facts, target);
    if (id === undefined) return [];
    const words = tasks.map((each) => `move ${idOf(facts, each)} to ${id}`);
    return [{ ...remedy(facts, changed, { kind: "move", tasks, words }), target }];
  });
}

function drops({ facts, changed }: Patient, task: number): readonly Remedy[] {
  if (!facts.plan.tasks[task].optional) return [];
  return [remedy(facts, changed, { kind: "drop", tasks: [task], words: [`drop ${idOf(facts, task)}`] })];
}

interface Wording {
  readonly kind: RemedyKind;
  /** Indexes into the plan as it is. */
  readonly tasks: readonly number[];
  readonly words: readonly string[];
}

function remedy(facts: Facts, changed: Changed, { kind, tasks, words }: Wording): Remedy {
  const hours = tasks.reduce((sum, task) => sum + facts.effort.hours[task], 0);
  return { kind, words, origins: tasks.map((task) => changed.origins[task]), hours, target: undefined };
}

function idOf({ plan }: Facts, task: number): string {
  return plan.tasks[task].id.value ?? plan.tasks[task].id.text;
}

function sprintId({ plan }: Facts, sprint: number): string | undefined {
  const id = plan.sprints[sprint].id.value ?? "";
  const isOwn = sprintIndexes(plan).get(foldWords(id)) === sprint;
  return isOwn && !foldWords(id).includes(" to ") ? id : undefined;
}

/** Whether names with a plus between them are understood as just these names. */
function areReadBack(names: readonly string[]): boolean {
  const span = { start: 0, end: 0 };
  const read = readAssignees(wholeOf({ text: names.join(" + "), pieces: [], marks: [], span }));
  return (
    read.length === names.length &&
    read.every(({ text, value }, at) => text === names[at] && value?.kind === "person" && !text.includes(" to "))
  );
}
