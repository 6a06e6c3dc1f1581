import type { Task } from "../../model.ts";
import type { AssigneeResolution } from "../people.ts";
import { foldWords } from "../words.ts";
import { type ComparedFacts, estimateValue, type FlatItem, type Identity, item, nameOf, titleOf } from "./item.ts";
import { taskReferences } from "./references.ts";

/** A task as one item; what is not written of it, and an open status, are left out. */
export function describeTask(facts: ComparedFacts, task: Task, identity: Identity): FlatItem {
  const { plan } = facts;
  const { index, sprint, parent, risk, priority, status, span } = task;
  const people = peopleOf(facts, task);
  const sprintId = sprint === undefined ? undefined : nameOf(plan.sprints[sprint].id);
  return item({ subject: "task", index, id: nameOf(task.id), title: titleOf(task), sprint: sprintId, span }, [
    ["id", nameOf(task.id)],
    ["title", titleOf(task)],
    sprint === undefined ? ["sprint", undefined] : ["sprint", sprintId, [identity.sprint(sprint)]],
    parent === undefined ? ["parent", undefined] : ["parent", nameOf(plan.tasks[parent].id), [identity.task(parent)]],
    ["estimate", estimateValue(task.estimate)],
    ["assignees", people.map(({ name }) => name), people.map(({ person }) => (person === EVERYONE ? person : identity.person(person)))],
    ["dependencies", taskReferences(facts, task, identity).map(({ text }) => text)],
    ["risk", risk.value ?? risk.text],
    ["priority", priority.text, [foldWords(priority.text)]],
    ["status", status.value === "open" ? "" : (status.value ?? status.text)],
    ["optional", task.optional ? true : undefined],
  ]);
}

const EVERYONE = "all of the team";

interface Person {
  readonly name: string;
  readonly person: string;
}

function peopleOf({ people }: ComparedFacts, { index, assignees }: Task): readonly Person[] {
  const found = new Map<string, Person>();
  for (const [at, resolution] of people.assignees[index].entries()) {
    const person = personOf(resolution, assignees[at].text);
    if (person !== undefined && !found.has(person.person)) found.set(person.person, person);
  }
  return [...found.values()];
}

function personOf(resolution: AssigneeResolution, written: string): Person | undefined {
  switch (resolution.kind) {
    case "member":
    case "elsewhere":
    case "unlisted":
      return { name: resolution.name, person: resolution.person };
    case "ambiguous":
    case "unknown":
      return { name: written, person: resolution.person };
    case "everyone":
      return { name: "All", person: EVERYONE };
    case "nobody":
      return undefined;
  }
}
