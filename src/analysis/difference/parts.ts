import { sprintIndexes } from "../sections.ts";
import { foldWords } from "../words.ts";
import { type ComparedFacts, type FlatItem, type Identity, nameOf, titleOf } from "./item.ts";
import { describeTeam } from "./items.ts";
import { type Candidate, type Match, matchCandidates } from "./matching.ts";

/** What two plans have in common, and what to call it in either of them. */
export interface MatchedParts {
  readonly phases: readonly Match[];
  readonly sprints: readonly Match[];
  /** Indexes into the members of all sprints, one sprint after the other. */
  readonly members: readonly Match[];
  readonly tasks: readonly Match[];
  readonly base: Identity;
  readonly head: Identity;
}

export function matchParts(base: ComparedFacts, head: ComparedFacts): MatchedParts {
  const phases = matchCandidates(phaseCandidates(base), phaseCandidates(head));
  const sprints = matchCandidates(sprintCandidates(base), sprintCandidates(head));
  const inBase = {
    ...NOTHING_KNOWN,
    ...sprintNames(base, numbered(sprints, "base")),
    phase: namer(base.plan.phases, numbered(phases, "base")),
  };
  const inHead = {
    ...NOTHING_KNOWN,
    ...sprintNames(head, numbered(sprints, "head")),
    phase: namer(head.plan.phases, numbered(phases, "head")),
  };
  const [teams, newTeams] = [teamsOf(base, inBase), teamsOf(head, inHead)];
  const members = matchInside(teams, newTeams);
  const renamed = renamedPeople(members.map((match) => [teams[match.base].title, newTeams[match.head].title]));
  const listed = new Set(newTeams.map(({ title }) => foldWords(title)));
  const tasks = matchCandidates(taskCandidates(base, inBase), taskCandidates(head, inHead));
  return {
    phases,
    sprints,
    members,
    tasks,
    base: { ...inBase, task: namer(base.plan.tasks, numbered(tasks, "base")), person: (name) => renamed.get(name) ?? name },
    // An old name that nobody has any more is left over: the row has not changed.
    head: {
      ...inHead,
      task: namer(head.plan.tasks, numbered(tasks, "head")),
      person: (name) => (listed.has(name) ? name : (renamed.get(name) ?? name)),
    },
  };
}

/**
 * Matches within what items stand in: two teams may have a criterion in common without either having moved. A criterion has
 * its place for a number, which alone does not make it the same one.
 */
export function matchInside(bases: readonly FlatItem[], heads: readonly FlatItem[]): readonly Match[] {
  const groups = new Map<string, { readonly bases: number[]; readonly heads: number[] }>();
  const groupOf = ({ inside }: FlatItem): { readonly bases: number[]; readonly heads: number[] } => {
    const group = groups.get(inside) ?? { bases: [], heads: [] };
    groups.set(inside, group);
    return group;
  };
  for (const [at, item] of bases.entries()) groupOf(item).bases.push(at);
  for (const [at, item] of heads.entries()) groupOf(item).heads.push(at);
  const candidate = (item: FlatItem) => ({
    id: item.key,
    title: item.title,
    group: "",
    rest: item.subject === "criterion" ? [item.title] : [],
  });
  return [...groups.values()].flatMap((group) =>
    matchCandidates(
      group.bases.map((at) => candidate(bases[at])),
      group.heads.map((at) => candidate(heads[at])),
    ).map(({ base, head }) => ({ base: group.bases[base], head: group.heads[head] })),
  );
}

const NOTHING_KNOWN: Identity = {
  task: String,
  sprint: String,
  sprintCalled: String,
  phase: String,
  person: (name) => name,
};

function phaseCandidates({ plan }: ComparedFacts): readonly Candidate[] {
  return plan.phases.map(({ id, title, weeks, sprints }) => ({
    id: nameOf(id),
    title: titleOf({ id, title }),
    group: "",
    rest: [weeks?.text ?? "", sprints.map((sprint) => plan.sprints[sprint].title.text).join()],
  }));
}

function sprintCandidates({ plan }: ComparedFacts): readonly Candidate[] {
  return plan.sprints.map(({ id, title, weeks, dates, team, firstTask }) => ({
    id: nameOf(id),
    title: titleOf({ id, title }),
    group: "",
    rest: [weeks?.text ?? "", dates?.text ?? "", team.map(({ name }) => name.text).join(), plan.tasks[firstTask]?.title.text ?? ""],
  }));
}

function taskCandidates({ plan }: ComparedFacts, { sprint }: Identity): readonly Candidate[] {
  return plan.tasks.map((task) => ({
    id: nameOf(task.id),
    title: titleOf(task),
    group: sprint(task.sprint),
    rest: [task.estimate.text, task.risk.text, listText(task.assignees), listText(task.dependencies)],
  }));
}

function listText(fields: readonly { readonly text: string }[]): string {
  return fields.map(({ text }) => text).join();
}

function teamsOf({ plan }: ComparedFacts, identity: Identity): readonly FlatItem[] {
  return plan.sprints.flatMap((sprint) => describeTeam(sprint, identity));
}

/** The new names of people who have one wherever they are listed, by the old ones. */
function renamedPeople(names: readonly (readonly [before: string, after: string])[]): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  const unclear = new Set<string>();
  for (const [before, after] of names.map(([one, other]) => [foldWords(one), foldWords(other)])) {
    const known = renamed.get(before);
    if (known !== undefined && known !== after) unclear.add(before);
    renamed.set(before, after);
  }
  return new Map([...renamed].filter(([before]) => !unclear.has(before)));
}

/** The number of the match of every matched index. */
function numbered(matches: readonly Match[], side: "base" | "head"): ReadonlyMap<number, number> {
  return new Map(matches.map((match, at) => [match[side], at]));
}

/** What is in both plans is called by the number of its match, what is in one alone by its id, as whoever refers to it does. */
function namer(
  things: readonly { readonly id: Parameters<typeof nameOf>[0] }[],
  numbers: ReadonlyMap<number, number>,
): (index: number) => string {
  return (index) => {
    const match = numbers.get(index);
    return match === undefined ? `id:${nameOf(things[index].id).normalize("NFC")}` : `match:${match}`;
  };
}

function sprintNames({ plan }: ComparedFacts, numbers: ReadonlyMap<number, number>): Pick<Identity, "sprint" | "sprintCalled"> {
  const nameSprint = namer(plan.sprints, numbers);
  const indexes = sprintIndexes(plan);
  return {
    sprint: (index) => (index === undefined ? "none" : nameSprint(index)),
    sprintCalled: (id) => {
      const index = indexes.get(foldWords(id));
      return index === undefined ? `id:${id}` : nameSprint(index);
    },
  };
}
