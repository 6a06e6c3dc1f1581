import type { Config } from "../config.ts";
import type { Assignee, Field, Plan } from "../model.ts";
import { findName, indexNames, type MatchStep, type NameIndex } from "./names.ts";
import { foldWords } from "./words.ts";

/** Whom a written assignee means. `person` is the same text for the same person everywhere in the plan. */
export type AssigneeResolution =
  /** `member` is an index into the team of the task's sprint. */
  | { readonly kind: "member"; readonly member: number; readonly name: string; readonly person: string }
  /** In no capacity line of this sprint, but in one of `sprint`. */
  | { readonly kind: "elsewhere"; readonly sprint: number; readonly name: string; readonly person: string }
  | { readonly kind: "ambiguous"; readonly candidates: readonly string[]; readonly person: string }
  | { readonly kind: "unknown"; readonly person: string }
  /** The sprint lists no team, so that nobody can be missing in it. */
  | { readonly kind: "unlisted"; readonly name: string; readonly person: string }
  | { readonly kind: "everyone" }
  | { readonly kind: "nobody" };

/** A name that was not written as the team list has it, and whom it was taken for. */
export interface AliasUse {
  readonly written: string;
  readonly name: string;
  readonly step: Exclude<MatchStep, "words">;
  readonly sprints: readonly number[];
}

export interface People {
  /** For every task, parallel to its written assignees. */
  readonly assignees: readonly (readonly AssigneeResolution[])[];
  /** In order of first use. */
  readonly aliases: readonly AliasUse[];
}

export function resolveAssignees(plan: Plan, config: Config): People {
  const finder = createFinder(plan, config);
  const assignees = plan.tasks.map((task) => task.assignees.map((field) => resolve(finder, task.sprint, field)));
  return { assignees, aliases: [...finder.uses.values()] };
}

/** How many people have a capacity line in a sprint; 0 without a sprint or a team. */
export function teamSize(plan: Plan, sprint: number | undefined): number {
  return sprint === undefined ? 0 : plan.sprints[sprint].team.length;
}

interface Finder {
  readonly teams: readonly NameIndex[];
  readonly everybody: NameIndex;
  /** Parallel to the names of `everybody`: the name, and the first sprint that lists it. */
  readonly listed: readonly { readonly name: string; readonly sprint: number }[];
  readonly aliases: ReadonlyMap<string, string>;
  readonly teamSizes: readonly number[];
  readonly memberNames: readonly (readonly string[])[];
  readonly known: Map<number | undefined, Map<string, AssigneeResolution>>;
  readonly uses: Map<string, AliasUse & { readonly sprints: number[] }>;
}

function createFinder(plan: Plan, config: Config): Finder {
  const memberNames = plan.sprints.map(({ team }) => team.map(({ name }) => name.value ?? name.text));
  const listed = new Map<string, { readonly name: string; readonly sprint: number }>();
  for (const [sprint, names] of memberNames.entries()) {
    for (const name of names) if (!listed.has(foldWords(name))) listed.set(foldWords(name), { name, sprint });
  }
  const people = [...listed.values()];
  return {
    teams: memberNames.map(indexNames),
    everybody: indexNames(people.map(({ name }) => name)),
    listed: people,
    aliases: new Map(Object.entries(config.aliases).map(([written, name]) => [foldWords(written), name])),
    teamSizes: memberNames.map(({ length }) => length),
    memberNames,
    known: new Map(),
    uses: new Map(),
  };
}

function resolve(finder: Finder, sprint: number | undefined, field: Field<Assignee>): AssigneeResolution {
  if (field.value !== undefined && field.value.kind !== "person") return field.value;
  const written = field.value?.name ?? field.text;
  if (written === "") return { kind: "nobody" };
  if (field.value?.exact === true) return identifyExactly(finder, sprint, written);
  const inSprint = finder.known.get(sprint) ?? new Map<string, AssigneeResolution>();
  finder.known.set(sprint, inSprint);
  const known = inSprint.get(foldWords(written));
  if (known !== undefined) return known;
  const resolution = identify(finder, sprint, written);
  inSprint.set(foldWords(written), resolution);
  return resolution;
}

function identify(finder: Finder, sprint: number | undefined, written: string): AssigneeResolution {
  const person = foldWords(finder.aliases.get(foldWords(written)) ?? written);
  if (sprint === undefined || finder.teamSizes[sprint] === 0) {
    const name = onlyName(finder, written) ?? written;
    return { kind: "unlisted", name, person: foldWords(name === written ? person : name) };
  }
  const here = match(finder, finder.teams[sprint], written);
  const names = finder.memberNames[sprint];
  if (here?.candidates.length === 1) {
    const member = here.candidates[0];
    recordUse(finder, { written, name: names[member], step: here.step }, sprint);
    return { kind: "member", member, name: names[member], person: foldWords(names[member]) };
  }
  if (here !== undefined) return { kind: "ambiguous", candidates: here.candidates.map((index) => names[index]), person };
  const anywhere = match(finder, finder.everybody, written);
  if (anywhere === undefined) return { kind: "unknown", person };
  const found = anywhere.candidates.map((index) => finder.listed[index]);
  if (found.length > 1) return { kind: "ambiguous", candidates: found.map(({ name }) => name), person };
  recordUse(finder, { written, name: found[0].name, step: anywhere.step }, sprint);
  return { kind: "elsewhere", sprint: found[0].sprint, name: found[0].name, person: foldWords(found[0].name) };
}

function identifyExactly(finder: Finder, sprint: number | undefined, name: string): AssigneeResolution {
  const person = foldWords(name);
  if (sprint === undefined || finder.teamSizes[sprint] === 0) return { kind: "unlisted", name, person };
  const here = finder.teams[sprint].words.get(person);
  if (here !== undefined) return { kind: "member", member: here[0], name: finder.memberNames[sprint][here[0]], person };
  const anywhere = finder.everybody.words.get(person);
  return anywhere === undefined ? { kind: "unknown", person } : { kind: "elsewhere", ...finder.listed[anywhere[0]], person };
}

interface Match {
  readonly candidates: readonly number[];
  readonly step: MatchStep;
}

/** A configured name comes first; where the list does not have it, the written one may still fit. */
function match(finder: Finder, names: NameIndex, written: string): Match | undefined {
  const configured = finder.aliases.get(foldWords(written));
  const candidates = configured === undefined ? undefined : names.words.get(foldWords(configured));
  return candidates === undefined ? findName(names, written) : { candidates, step: "alias" };
}

function onlyName(finder: Finder, written: string): string | undefined {
  const found = match(finder, finder.everybody, written);
  return found?.candidates.length === 1 ? finder.listed[found.candidates[0]].name : undefined;
}

function recordUse(finder: Finder, use: { written: string; name: string; step: MatchStep }, sprint: number): void {
  if (use.step === "words") return;
  const key = JSON.stringify([foldWords(use.written), foldWords(use.name), use.step]);
  const known = finder.uses.get(key);
  if (known !== undefined) known.sprints.push(sprint);
  else finder.uses.set(key, { written: use.written, name: use.name, step: use.step, sprints: [sprint] });
}
