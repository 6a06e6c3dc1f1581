import type { Facts } from "../../analysis/facts.ts";
import { findName, indexNames } from "../../analysis/names.ts";
import { resolveAssignees } from "../../analysis/people.ts";
import { withAssignees } from "../../analysis/what-if/plan-changes.ts";
import { foldWords } from "../../analysis/words.ts";
import { formatList, formatQuote } from "../../format.ts";
import type { Assignee, Field } from "../../model.ts";
import { didYouMean } from "../../suggest.ts";
import { UsageError } from "../command.ts";
import { sectionId, taskId } from "../ids.ts";

/** Somebody of the plan: the name, and what resolved assignees call the person. */
export interface Person {
  readonly name: string;
  readonly person: string;
}

/** Whoever of the plan is called so, by the rules for assignees; a usage error where that is nobody, or several. */
export function findPerson(facts: Facts, written: string): Person {
  const everybody = listPeople(facts);
  const found = findCandidates(facts, everybody, written);
  if (found.length === 1) return found[0];
  const names = everybody.map(({ name }) => name);
  if (found.length > 1) throw new UsageError(`${formatQuote(written)} may be ${formatList(found.map(({ name }) => formatQuote(name)))}`);
  throw new UsageError(
    `nobody in ${formatQuote(facts.plan.source.path)} is called ${formatQuote(written)}${didYouMean(written, names) || knownWords(names)}`,
  );
}

/** What a further member of a sprint is called: as elsewhere in the plan, else as written. */
export function newcomerName(facts: Facts, written: string, sprint: number): string {
  const found = findCandidates(facts, listPeople(facts), written);
  const name = found.length === 1 ? found[0].name : written;
  const there = facts.plan.sprints[sprint].team.some((member) => foldWords(member.name.value ?? member.name.text) === foldWords(name));
  if (there) throw new UsageError(`${formatQuote(name)} is in the team of sprint ${sectionId(facts.plan.sprints[sprint])} already`);
  return name;
}

/** The assignees as they were written, after making sure that each is somebody of the plan. */
export function findAssignees(facts: Facts, task: number, written: readonly Field<Assignee>[]): readonly Field<Assignee>[] {
  const changed = withAssignees(facts.plan, task, written);
  const resolutions = resolveAssignees(changed, facts.config).assignees[task];
  return written.map((field, at) => {
    const resolution = resolutions[at];
    if (resolution.kind === "ambiguous") {
      const candidates = formatList(resolution.candidates.map(formatQuote));
      throw new UsageError(`${formatQuote(field.text)} may be ${candidates} for ${formatQuote(taskId(facts.plan, task))}`);
    }
    if (resolution.kind !== "unknown" && resolution.kind !== "unlisted") return field;
    const { name } = findPerson(facts, field.text);
    return { ...field, text: name, value: { kind: "person", name } };
  });
}

function findCandidates({ config }: Facts, everybody: readonly Person[], written: string): readonly Person[] {
  const alias = Object.entries(config.aliases).find(([short]) => foldWords(short) === foldWords(written))?.[1];
  const index = indexNames(everybody.map(({ name }) => name));
  const match = (alias === undefined ? undefined : findName(index, alias)) ?? findName(index, written);
  return (match?.candidates ?? []).map((candidate) => everybody[candidate]);
}

/** Members of the teams first, then whoever else has a task. */
function listPeople({ plan, people }: Facts): readonly Person[] {
  const names = new Map<string, string>();
  for (const { team } of plan.sprints) for (const { name } of team) add(names, foldWords(name.value ?? name.text), name.value ?? name.text);
  for (const [task, resolutions] of people.assignees.entries()) {
    for (const [at, resolution] of resolutions.entries()) {
      if (resolution.kind === "everyone" || resolution.kind === "nobody") continue;
      add(names, resolution.person, "name" in resolution ? resolution.name : plan.tasks[task].assignees[at].text);
    }
  }
  return Array.from(names, ([person, name]) => ({ person, name }));
}

function add(names: Map<string, string>, person: string, name: string): void {
  if (!names.has(person)) names.set(person, name);
}

function knownWords(names: readonly string[]): string {
  return names.length === 0 ? ", it names nobody" : `, it has ${formatList(names, MOST_NAMES)}`;
}

const MOST_NAMES = 12;
