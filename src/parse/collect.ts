import type { Config } from "../config.ts";
import type { Phase, Sprint, TaskTable, Unread } from "../model.ts";
import { positionAt, type Source } from "../source.ts";
import { readDates, readWeeks } from "./calendar.ts";
import type { Dialect } from "./dialect.ts";
import type { HeadingWords } from "./headings.ts";
import { labelled, linesOf } from "./labels.ts";
import type { Heading, Part, Table } from "./markdown.ts";
import type { Outline } from "./outline.ts";
import { textField, trim } from "./slice.ts";
import { readSprint } from "./sprint.ts";
import { type CollectedTotal, headingTotal, rowTotals, totalsInPart } from "./stated-totals.ts";
import type { TaskDraft } from "./task.ts";
import { readTable, type TableKind } from "./task-table.ts";

/** The plan's skeleton: phases, sprints and drafts of tasks, each in document order. */
export interface Collected {
  readonly phases: Phase[];
  readonly sprints: Sprint[];
  readonly drafts: CollectedDraft[];
  readonly tables: TaskTable[];
  readonly unread: Unread[];
  readonly totals: CollectedTotal[];
}

export interface CollectedDraft {
  readonly draft: TaskDraft;
  readonly sprint: number | undefined;
  readonly group: Group;
}

/** A table, a list or the headings of one section: ids may be numbered anew in each. */
export interface Group {
  /** The id or title of the nearest heading. */
  readonly label: string;
}

export interface CollectOptions {
  readonly source: Source;
  readonly dialect: Dialect;
  readonly config: Config;
}

/** Goes through the outline once and gives every task to the sprint and phase around it. */
export function collect(root: Outline, options: CollectOptions): Collected {
  const collected: Collected = { phases: [], sprints: [], drafts: [], tables: [], unread: [], totals: [] };
  visit(root, { phase: undefined, sprint: undefined, group: { label: "" } }, collected, options);
  return collected;
}

interface Around {
  readonly phase: number | undefined;
  readonly sprint: number | undefined;
  readonly group: Group;
}

function visit(section: Outline, around: Around, collected: Collected, options: CollectOptions): void {
  const { heading, words } = section;
  const draft = options.dialect.taskOf(section.tree);
  if (draft !== undefined) collected.drafts.push({ draft, sprint: around.sprint, group: around.group });
  else if (section.role === "phase" && heading !== undefined && words !== undefined)
    visitPhase(section, { heading, words }, collected, options);
  else if (section.role === "sprint" && heading !== undefined && words !== undefined)
    visitSprint(section, { heading, words, phase: around.phase }, collected, options);
  else visitInside(section, around, collected, options);
}

function visitInside(section: Outline, around: Omit<Around, "group">, collected: Collected, options: CollectOptions): void {
  const label = section.words?.id?.value ?? section.words?.title.value ?? "";
  const inner = { ...around, group: { label } };
  const { drafts } = collected;
  const first = drafts.length;
  let above = { first, end: first };
  for (const part of section.parts) {
    const before = drafts.length;
    visitPart(part, inner, collected, options);
    if (drafts.length > before) above = { first: before, end: drafts.length };
    const place = {
      sprint: around.sprint,
      isSprintsOwn: section.role === "sprint",
      drafts: { first, end: drafts.length },
      above,
      scale: drafts[above.first]?.draft.scale,
    };
    for (const total of totalsInPart(part, place, options)) collected.totals.push(total);
  }
  for (const child of section.children) visit(child, inner, collected, options);
}

function visitPart(part: Part, around: Around, collected: Collected, options: CollectOptions): void {
  const { sprint } = around;
  const group = { label: around.group.label };
  if (part.kind === "list") for (const draft of options.dialect.itemsOf(part)) collected.drafts.push({ draft, sprint, group });
  if (part.kind !== "table") return;
  const kind = options.dialect.kindOf(part);
  const reason = options.dialect.whyLeftAlone(part);
  if (reason !== undefined) {
    collected.unread.push({
      kind: "table",
      text: textField(trim(part.header[0])),
      reason,
      line: positionAt(options.source, part.span.start).line,
    });
  }
  if (kind !== undefined) addTable(part, { kind, sprint, group }, collected, options);
}

interface Opening {
  readonly heading: Heading;
  readonly words: HeadingWords;
}

function visitPhase(section: Outline, { heading, words }: Opening, collected: Collected, options: CollectOptions): void {
  const index = collected.phases.length;
  const text = textField(trim(heading.text));
  const phase: Phase = { id: words.id ?? text, title: words.title, heading: text, weeks: words.weeks, sprints: [], span: section.span };
  collected.phases.push(phase);
  visitInside(section, { phase: index, sprint: undefined }, collected, options);
  const sprints = collected.sprints.flatMap((sprint) => (sprint.phase === index ? [sprint.index] : []));
  collected.phases[index] = { ...phase, sprints };
}

function visitSprint(
  section: Outline,
  opening: Opening & { readonly phase: number | undefined },
  collected: Collected,
  options: CollectOptions,
): void {
  const { heading, words, phase } = opening;
  const index = collected.sprints.length;
  const firstTask = collected.drafts.length;
  const text = textField(trim(heading.text));
  const sprint: Sprint = {
    index,
    id: words.id ?? text,
    title: words.title,
    heading: { ...text, span: heading.span },
    phase,
    ...timeOf(words, section.parts),
    ...readSprint(section, options.config),
    firstTask,
    endTask: firstTask,
    span: section.span,
  };
  collected.sprints.push(sprint);
  visitInside(section, { phase, sprint: index }, collected, options);
  collected.sprints[index] = { ...sprint, endTask: collected.drafts.length };
  if (sprint.statedHours === undefined)
    collected.totals.push(...headingTotal(heading.text, { first: firstTask, end: collected.drafts.length }, options));
}

/** The time in the heading, else in a line below it: `**Dates:** …`, `**Timeline**: Weeks 1-2`. */
function timeOf({ weeks, days, dates }: HeadingWords, parts: readonly Part[]): Pick<Sprint, "weeks" | "days" | "dates"> {
  if (weeks !== undefined || days !== undefined || dates !== undefined) return { weeks, days, dates };
  const line = linesOf(parts).flatMap((each) => labelled(each) ?? []);
  const stated = line.find(({ label }) => /^(?:dates?|timeline|timeframe|period|when|weeks?|schedule|duration)$/i.test(label.text))?.rest;
  return stated === undefined ? { weeks, days, dates } : { weeks: readWeeks(stated), days, dates: readDates(stated) };
}

interface TablePlace {
  readonly kind: TableKind;
  readonly sprint: number | undefined;
  readonly group: Group;
}

function addTable(
  table: Table,
  { kind, sprint, group }: TablePlace,
  collected: Collected,
  { source, dialect, config }: CollectOptions,
): void {
  const reading = readTable(table, kind, dialect.scale);
  const { drafts, unread } = reading;
  const line = positionAt(source, table.span.start).line;
  if (drafts.length === 0 && unread.some((row) => row.kind === "unreadable")) {
    const text = textField(trim(table.header[0]));
    collected.unread.push({ kind: "table", text, reason: "none of its rows could be read as a task", line });
    return;
  }
  collected.tables.push({
    columns: table.header.map((header, index) => ({ header: textField(trim(header)), role: kind.columns[index] })),
    sprint,
    line,
    span: table.span,
  });
  for (const total of rowTotals(reading, collected.drafts.length, config)) collected.totals.push(total);
  for (const draft of drafts) collected.drafts.push({ draft, sprint, group });
  for (const row of unread) collected.unread.push({ ...row, line: positionAt(source, row.text.span.start).line });
}
