import type { Config } from "../config.ts";
import type { Phase, Sprint, TaskTable, Unread } from "../model.ts";
import { positionAt, type Source } from "../source.ts";
import { readDates, readWeeks } from "./calendar.ts";
import type { Columns } from "./columns.ts";
import type { Dialect } from "./dialect.ts";
import type { HeadingWords } from "./headings.ts";
import { labelled, linesOf } from "./labels.ts";
import type { Heading, Part, Table } from "./markdown.ts";
import type { Outline } from "./outline.ts";
import { textField, trim } from "./slice.ts";
import { readSprint } from "./sprint.ts";
import { type CollectedTotal, headingTotal, rowTotal, totalsInPart } from "./stated-totals.ts";
import type { TaskDraft } from "./task.ts";
import { readTable } from "./task-table.ts";

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
  const draft = section.role === "task" ? options.dialect.taskOf(section.tree) : undefined;
  if (draft !== undefined) collected.drafts.push({ draft, sprint: around.sprint, group: around.group });
  else if (section.role === "phase" && heading !== undefined && words !== undefined)
    visitPhase(section, { heading, words }, collected, options);
  else if (section.role === "sprint" && heading !== undefined && words !== undefined)
    visitSprint(section, { heading, words, phase: around.phase }, collected, options);
  else visitInside(section, around, collected, options);
}

function visitInside(section: Outline, around: Around, collected: Collected, options: CollectOptions): void {
  const label = section.words?.id?.value ?? section.words?.title.value ?? around.group.label;
  const inner = { ...around, group: { label } };
  const firstDraft = collected.drafts.length;
  for (const part of section.parts) {
    visitPart(part, inner, collected, options);
    collected.totals.push(
      ...totalsInPart(
        part,
        { sprint: around.sprint, isSprintsOwn: section.role === "sprint", sectionDrafts: () => collected.drafts.slice(firstDraft) },
        options,
      ),
    );
  }
  for (const child of section.children) visit(child, inner, collected, options);
}

function visitPart(part: Part, around: Around, collected: Collected, options: CollectOptions): void {
  const { sprint } = around;
  const group = { label: around.group.label };
  if (part.kind === "list") for (const draft of options.dialect.itemsOf(part)) collected.drafts.push({ draft, sprint, group });
  const columns = part.kind === "table" ? options.dialect.columnsOf(part) : undefined;
  const reason = part.kind === "table" ? options.dialect.whyLeftAlone(part) : undefined;
  if (part.kind === "table" && reason !== undefined) {
    collected.unread.push({
      kind: "table",
      text: textField(trim(part.header[0])),
      reason,
      line: positionAt(options.source, part.span.start).line,
    });
  }
  if (part.kind === "table" && columns !== undefined) addTable(part, { columns, sprint, group }, collected, options);
}

interface Opening {
  readonly heading: Heading;
  readonly words: HeadingWords;
}

function visitPhase(section: Outline, { heading, words }: Opening, collected: Collected, options: CollectOptions): void {
  const index = collected.phases.length;
  const firstSprint = collected.sprints.length;
  const text = textField(trim(heading.text));
  const phase: Phase = { id: words.id ?? text, title: words.title, heading: text, weeks: words.weeks, sprints: [], span: section.span };
  collected.phases.push(phase);
  visitInside(section, { phase: index, sprint: undefined, group: { label: "" } }, collected, options);
  const sprints = collected.sprints.slice(firstSprint).flatMap((sprint) => (sprint.phase === index ? [sprint.index] : []));
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
  visitInside(section, { phase, sprint: index, group: { label: "" } }, collected, options);
  collected.sprints[index] = { ...sprint, endTask: collected.drafts.length };
  const own = collected.drafts.slice(firstTask).map(({ draft }) => draft);
  if (sprint.statedHours === undefined) collected.totals.push(...headingTotal(heading.text, own, options));
}

/** The time in the heading, else in a line below it: `**Dates:** …`, `**Timeline**: Weeks 1-2`. */
function timeOf({ weeks, days, dates }: HeadingWords, parts: readonly Part[]): Pick<Sprint, "weeks" | "days" | "dates"> {
  if (weeks !== undefined || days !== undefined || dates !== undefined) return { weeks, days, dates };
  const line = linesOf(parts).flatMap((each) => labelled(each) ?? []);
  const stated = line.find(({ label }) => /^(?:dates?|timeline|timeframe|period|when|weeks?|schedule|duration)$/i.test(label.text))?.rest;
  return stated === undefined ? { weeks, days, dates } : { weeks: readWeeks(stated), days, dates: readDates(stated) };
}

interface TablePlace {
  readonly columns: Columns;
  readonly sprint: number | undefined;
  readonly group: Group;
}

function addTable(
  table: Table,
  { columns, sprint, group }: TablePlace,
  collected: Collected,
  { source, dialect, config }: CollectOptions,
): void {
  const { drafts, unread, totals } = readTable(table, columns, dialect.scale);
  const line = positionAt(source, table.span.start).line;
  if (drafts.length === 0 && unread.some((row) => row.kind === "unreadable")) {
    const text = textField(trim(table.header[0]));
    collected.unread.push({ kind: "table", text, reason: "none of its rows could be read as a task", line });
    return;
  }
  collected.tables.push({
    columns: table.header.map((header, index) => ({ header: textField(trim(header)), role: columns[index] })),
    sprint,
    line,
    span: table.span,
  });
  for (const draft of drafts) collected.drafts.push({ draft, sprint, group });
  for (const total of totals) collected.totals.push(rowTotal(total, drafts, config));
  for (const row of unread) collected.unread.push({ ...row, line: positionAt(source, row.text.span.start).line });
}
