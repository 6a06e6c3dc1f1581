import type { Fix } from "../edit.ts";
import { formatList, formatQuote } from "../format.ts";
import type { Field, Plan, Reference, Task } from "../model.ts";
import { once } from "../once.ts";
import type { Span } from "../source.ts";
import { nearestAmong } from "../suggest.ts";
import { createForeignTest } from "./foreign-reference.ts";
import { hidesCharacter, withoutHidden } from "./hidden-characters.ts";
import { taskName } from "./names.ts";
import type { Context, Finding, Rule } from "./rule.ts";

export const unknownDependency: Rule = {
  id: "unknown-dependency",
  severity: "error",
  summary: "a dependency names a task or section that is not in the plan",
  fixable: "unsafe",
  *check({ plan, facts }: Context) {
    const isForeign = createForeignTest(plan);
    const guess = createGuess(plan);
    const disguised = once(() => new Set(plan.tasks.flatMap(({ id }) => (hidesCharacter(id.text) ? [withoutHidden(id.text)] : []))));
    for (const task of plan.tasks) {
      for (const [at, resolution] of facts.references[task.index].entries()) {
        const { problem, reference } = resolution;
        if (problem?.kind !== "unknown" || reference === undefined || isForeign(problem)) continue;
        const field = task.dependencies[at];
        if (problem.role !== "task") yield sectionFinding(taskName(task), field, problem.role);
        else if (reference.kind === "group") yield groupFinding(taskName(task), field, problem.ids);
        else if (!hidesCharacter(field.text))
          for (const id of problem.ids) if (!disguised().has(id)) yield idFinding(plan, guess, { task, field, id });
      }
    }
  },
};

type Guess = (id: string) => readonly string[];

interface UnknownId {
  readonly task: Task;
  readonly field: Field<Reference>;
  readonly id: string;
}

function idFinding(plan: Plan, guess: Guess, { task, field, id }: UnknownId): Finding {
  const span = placeOf(plan, field, id);
  const message = `task ${taskName(task)} waits for ${formatQuote(id)}, which is not in the plan`;
  const candidates = guess(id).filter((candidate) => candidate !== task.id.value);
  if (candidates.length === 0 || candidates.length > MOST_CANDIDATES) return { span, message };
  const help = `did you mean ${candidates.map(formatQuote).join(" or ")}?`;
  if (candidates.length > 1 || plan.source.text.slice(span.start, span.end) !== id) return { span, message, help };
  const fix: Fix = { title: `write ${formatQuote(candidates[0])}`, safe: false, edits: [{ ...span, text: candidates[0] }] };
  return { span, message, help, fix };
}

function sectionFinding(waiting: string, field: Field<Reference>, role: string): Finding {
  const missing = field.text.includes(" ") ? `but the plan has no such ${role}` : "which is not in the plan";
  return { span: field.span, message: `task ${waiting} waits for ${formatQuote(field.text)}, ${missing}` };
}

function groupFinding(waiting: string, field: Field<Reference>, ids: readonly string[]): Finding {
  const names = formatList(ids.map(formatQuote), MOST_NAMES);
  const message = `task ${waiting} waits for ${formatQuote(field.text)}, which is configured to mean ${names}, not in the plan`;
  return { span: field.span, message, help: "name tasks of the plan in the configuration's `groups`" };
}

/** The place of one id in a range; the whole field where it cannot be told. */
function placeOf({ source }: Plan, { span, value }: Field<Reference>, id: string): Span {
  const text = source.text.slice(span.start, span.end);
  const at = value?.kind === "range" && value.last === id ? text.lastIndexOf(id) : text.indexOf(id);
  return at < 0 ? span : { start: span.start + at, end: span.start + at + id.length };
}

/** Looking through all ids costs time that grows with the plan, so it is done for the first few wrong ids only. */
function createGuess(plan: Plan): Guess {
  const nearestId = nearestAmong(idsOf(plan));
  const known = new Map<string, readonly string[]>();
  return (id) => {
    const found = known.get(id) ?? (known.size < MOST_GUESSES ? nearestId(id) : []);
    known.set(id, found);
    return found;
  };
}

function* idsOf({ tasks }: Plan): Iterable<string> {
  for (const { id } of tasks) if (id.text !== "" && id.value !== undefined) yield id.value;
}

const MOST_CANDIDATES = 2;
const MOST_NAMES = 3;
const MOST_GUESSES = 20;
