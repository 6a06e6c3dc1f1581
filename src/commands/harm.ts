import type { Edit } from "../edit.ts";
import { formatQuote } from "../format.ts";
import type { Field, Plan, Sprint, Task } from "../model.ts";
import { positionAt, type Span } from "../source.ts";

/**
 * What edits did to a plan outside of their places, in words; undefined where everything else is read as before. After safe
 * edits nothing may have changed its meaning or come up new; after unsafe ones, such as of a hidden character in an id,
 * others may be understood at last, but nothing may be lost.
 */
export function harmOf(before: Plan, after: Plan, edits: readonly Edit[], allowed: "safe" | "unsafe"): string | undefined {
  const moves = movesOf(edits);
  const describe = allowed === "safe" ? meaningOf : wordsOf;
  const lost = firstLost(wordsIn(before), { others: wordsIn(after), moves, describe });
  if (lost !== undefined) return `${lost.part} ${formatQuote(lost.field.text)} in line ${lineOf(before, lost)} would be read otherwise`;
  if (allowed === "unsafe") return undefined;
  const back = moves.map((move): Move => ({ from: move.to, to: move.from }));
  const added = firstLost(wordsIn(after), { others: wordsIn(before), moves: back, describe });
  return added && `${formatQuote(added.field.text)} would become ${added.part} in line ${lineOf(after, added)}`;
}

/** Something that was read, and what it was taken for. */
interface Read {
  readonly part: string;
  /** Which task or sprint it belongs to. */
  readonly owner: string;
  readonly field: Field<unknown>;
}

/** An edited place, before and after or the other way round. */
interface Move {
  readonly from: Span;
  readonly to: Span;
}

interface Comparison {
  readonly others: readonly Read[];
  readonly moves: readonly Move[];
  readonly describe: (read: Read) => string;
}

function firstLost(reads: readonly Read[], { others, moves, describe }: Comparison): Read | undefined {
  const known = new Set(others.map((read) => `${read.field.span.start}-${read.field.span.end} ${describe(read)}`));
  return reads.find((read) => {
    const span = moved(read.field.span, moves);
    return span !== undefined && !known.has(`${span.start}-${span.end} ${describe(read)}`);
  });
}

function wordsOf({ part, owner, field }: Read): string {
  return `${part} ${owner} ${field.text}`;
}

function meaningOf(read: Read): string {
  return `${wordsOf(read)} ${JSON.stringify(read.field.value)} ${read.field.problem}`;
}

/** Where a place is found again; undefined where an edit touches it. */
function moved(span: Span, moves: readonly Move[]): Span | undefined {
  let low = 0;
  let high = moves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moves[middle].from.end < span.start) low = middle + 1;
    else high = middle;
  }
  if (low < moves.length && moves[low].from.start <= span.end) return undefined;
  const shift = low === 0 ? 0 : moves[low - 1].to.end - moves[low - 1].from.end;
  return { start: span.start + shift, end: span.end + shift };
}

function movesOf(edits: readonly Edit[]): readonly Move[] {
  let shift = 0;
  return edits
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map(({ start, end, text }) => {
      const to = { start: start + shift, end: start + shift + text.length };
      shift += text.length - (end - start);
      return { from: { start, end }, to };
    });
}

function wordsIn({ tasks, sprints, phases, gates, milestones, totals }: Plan): readonly Read[] {
  return [
    ...tasks.flatMap(wordsOfTask),
    ...sprints.flatMap(wordsOfSprint),
    ...phases.flatMap(({ id, title, weeks }, index) => named(`${index}`, { "the phase": id, "the title": title, "the weeks": weeks })),
    ...gates.flatMap(({ from, to, kind }) => named(kind, { "the gate": from, "the gated sprint": to })),
    ...milestones.flatMap(({ id, title, week }, index) => named(`${index}`, { "the milestone": id, "the title": title, "the week": week })),
    ...totals.flatMap(({ amount }) => named("", { "the total": amount })),
  ];
}

function wordsOfTask({ index, sprint, assignees, dependencies, ...task }: Task): readonly Read[] {
  const { id, title, estimate, risk, priority, status } = task;
  const owner = `${index} ${sprint}`;
  return [
    ...named(owner, { "the task": id, "the title": title, "the estimate": estimate }),
    ...named(owner, { "the risk": risk, "the priority": priority, "the status": status }),
    ...assignees.map((field) => ({ part: "the assignee", owner, field })),
    ...dependencies.map((field) => ({ part: "the dependency", owner, field })),
  ];
}

function wordsOfSprint({ index, phase, team, criteria, ...sprint }: Sprint): readonly Read[] {
  const { id, title, weeks, days, dates, goal, statedCapacity, statedHours, statedBuffer } = sprint;
  const owner = `${index} ${phase}`;
  return [
    ...named(owner, { "the sprint": id, "the title": title, "the goal": goal, "the weeks": weeks, "the days": days, "the dates": dates }),
    ...named(owner, { "the capacity": statedCapacity, "the total": statedHours, "the buffer": statedBuffer }),
    ...team.flatMap(({ name, capacity }) => named(owner, { "the member": name, "the capacity": capacity })),
    ...criteria.flatMap(({ text, done }) => named(`${owner} ${done}`, { "the criterion": text })),
  ];
}

function named(owner: string, fields: Readonly<Record<string, Field<unknown> | undefined>>): readonly Read[] {
  return Object.entries(fields).flatMap(([part, field]) => (field === undefined ? [] : [{ part, owner, field }]));
}

function lineOf({ source }: Plan, { field }: Read): number {
  return positionAt(source, field.span.start).line;
}
