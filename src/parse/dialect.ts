import type { Config } from "../config.ts";
import type { SectionRole } from "../model.ts";
import { HOURS, type Scale, statedScale } from "./estimate.ts";
import { idOf } from "./ids.ts";
import { linesOf } from "./labels.ts";
import type { List, Table } from "./markdown.ts";
import type { SectionTree } from "./outline.ts";
import { pattern } from "./pattern.ts";
import type { TaskDraft } from "./task.ts";
import { headingTask } from "./task-heading.ts";
import { itemTasks } from "./task-item.ts";
import { type TableKind, taskTable } from "./task-table.ts";
import { normalised } from "./words.ts";

/** How a document writes its tasks: decided once for all of it, because one table or heading alone can mislead. */
export interface Dialect {
  /** What bare numbers in estimates are, where no header says. */
  readonly scale: Scale;
  readonly kindOf: (table: Table) => TableKind | undefined;
  /** Why a table that looks like tasks is not read as such; undefined for tables that do not. */
  readonly whyLeftAlone: (table: Table) => string | undefined;
  readonly taskOf: (section: SectionTree) => TaskDraft | undefined;
  readonly itemsOf: (list: List) => readonly TaskDraft[];
}

/**
 * Looks at all tables, headings and checklists that could be tasks. Tables with ids leave no room for tables without;
 * tables with estimates or dependencies none for bare lists of names; checklists count only where they are most of what has ids.
 */
export function surveyDialect(root: SectionTree, config: Config): Dialect {
  const tables = new Map<Table, TableKind>();
  const headings = new Map<SectionTree, TaskDraft>();
  const lists = new Map<List, readonly TaskDraft[]>();
  const scale = scaleIn(root) ?? HOURS;
  const found = { tables, headings, lists, config, scale };
  survey(root, found);
  surveyLists(root, found);
  const { chosen, leftAlone } = chooseTables(tables);
  // Nearly no plan has lists with ids, and only those ask for the ids of all else.
  const known = lists.size === 0 ? undefined : idsOf(chosen, [...headings.values()]);
  const rows = [...chosen.keys()].reduce((count, table) => count + table.rows.length, 0);
  const items = [...lists.values()].reduce((count, drafts) => count + drafts.length, 0);
  const asChecklist = items >= 2 && items > 2 * (rows + headings.size);
  const alone = asChecklist || rows + headings.size === 0;
  const ownLists = new Map(
    [...lists].filter(([, drafts]) => alone || drafts.every(({ id }) => known !== undefined && continues(known, id))),
  );
  return {
    scale,
    kindOf: (table) => (asChecklist ? undefined : chosen.get(table)),
    whyLeftAlone: (table) => {
      const kind = asChecklist && chosen.has(table) ? tables.get(table) : undefined;
      return kind !== undefined && isFull(kind) ? "most tasks of this plan stand in checklists" : leftAlone.get(table);
    },
    taskOf: (section) => (asChecklist ? undefined : headings.get(section)),
    itemsOf: (list) => ownLists.get(list) ?? NO_DRAFTS,
  };
}

interface Survey {
  readonly tables: Map<Table, TableKind>;
  readonly headings: Map<SectionTree, TaskDraft>;
  readonly lists: Map<List, readonly TaskDraft[]>;
  readonly config: Config;
  readonly scale: Scale;
}

/** Looks through a section; says whether it holds tasks, so that nothing around them is taken for a task itself. */
function survey(section: SectionTree, found: Survey): boolean {
  const role = section.named;
  if (role !== undefined && NEVER_TASKS.has(role)) return false;
  if (role !== undefined && NOT_TASKS.has(role)) return surveyFullTables(section, found);
  const inner = section.children.map((child) => survey(child, found)).some(Boolean);
  const full = section.parts.map((part) => part.kind === "table" && surveyTable(part, found)).some(Boolean);
  if (inner || full) return true;
  const labelled = section.words !== undefined && section.words.kind !== "other";
  const own = section.heading === undefined || labelled ? undefined : headingTask(section.heading, section.parts, found);
  if (own === undefined) return false;
  found.headings.set(section, own);
  return true;
}

/** Under a goal or a capacity list the tasks may follow without a heading of their own, if they are clearly that. */
function surveyFullTables(section: SectionTree, found: Survey): boolean {
  let any = false;
  for (const part of section.parts) {
    if (part.kind !== "table") continue;
    const kind = taskTable(part, found.config);
    if (kind === undefined || !kind.hasIds || !kind.isPlanned) continue;
    found.tables.set(part, kind);
    any = true;
  }
  return any;
}

/** Says whether it certainly is a table of tasks. */
function surveyTable(table: Table, { tables, config }: Survey): boolean {
  const kind = taskTable(table, config);
  if (kind === undefined) return false;
  tables.set(table, kind);
  return kind.hasIds && kind.isPlanned;
}

/** Looks at the lists outside of sections that are tasks themselves: boxes under a task are its criteria. */
function surveyLists(section: SectionTree, found: Survey): void {
  const { lists, headings } = found;
  const role = section.named;
  if (headings.has(section) || (role !== undefined && NOT_TASKS.has(role))) return;
  for (const part of section.parts) {
    if (part.kind !== "list") continue;
    const drafts = itemTasks(part, found);
    if (drafts.length > 0) lists.set(part, drafts);
  }
  for (const child of section.children) surveyLists(child, found);
}

function scaleIn(section: SectionTree): Scale | undefined {
  for (const line of linesOf(section.parts)) {
    const scale = statedScale(line.text);
    if (scale !== undefined) return scale;
  }
  for (const child of section.children) {
    const scale = scaleIn(child);
    if (scale !== undefined) return scale;
  }
  return undefined;
}

interface Known {
  readonly ids: ReadonlySet<string>;
  /** The letters in front of their numbers. */
  readonly series: ReadonlySet<string>;
}

function idsOf(tables: ReadonlyMap<Table, TableKind>, headings: readonly TaskDraft[]): Known {
  const rows = [...tables].flatMap(([table, { columns }]) => {
    const column = columns.indexOf("id");
    return table.rows.map((row) => idOf(row.cells[column]?.text ?? ""));
  });
  const ids = new Set([...rows, ...headings.flatMap(({ id }) => id ?? [])]);
  return { ids, series: new Set([...ids].map(seriesOf)) };
}

/** A list goes on with the tasks of tables and headings where its ids begin like theirs; under ids they have it only speaks of them. */
function continues({ ids, series }: Known, id: string | undefined): boolean {
  return id !== undefined && !ids.has(id) && seriesOf(id) !== "" && series.has(seriesOf(id));
}

function seriesOf(id: string): string {
  return LETTERS(id).exec(id)?.[0] ?? "";
}

interface Choice {
  readonly chosen: ReadonlyMap<Table, TableKind>;
  readonly leftAlone: ReadonlyMap<Table, string>;
}

function chooseTables(tables: ReadonlyMap<Table, TableKind>): Choice {
  const kinds = [...tables.values()];
  const anyIds = kinds.some((kind) => kind.hasIds && kind.isPlanned);
  const anyPlanned = kinds.some((kind) => kind.isPlanned);
  const headers = new Set([...tables].flatMap(([table, kind]) => (kind.isPlanned ? [namesOf(table, kind)] : [])));
  const chosen = new Map<Table, TableKind>();
  const leftAlone = new Map<Table, string>();
  for (const [table, kind] of tables) {
    const lacksIds = anyIds && !kind.hasIds;
    const lacksPlan = anyPlanned && !kind.isPlanned && !headers.has(namesOf(table, kind));
    if (!lacksIds && !lacksPlan) chosen.set(table, kind);
    else if (lacksIds && isFull(kind)) leftAlone.set(table, "its rows have no ids, unlike those of other tables");
  }
  return { chosen, leftAlone };
}

/** A title, an estimate, and whom or what it waits for: whoever fills in so much means tasks. */
function isFull({ columns }: TableKind): boolean {
  return columns.includes("title") && columns.includes("estimate") && (columns.includes("assignee") || columns.includes("dependencies"));
}

/** The headers of the id and the title: a table that names both as another does lists the same kind of thing. */
function namesOf(table: Table, { columns }: TableKind): string {
  return table.header
    .flatMap((header, index) => (columns[index] === "id" || columns[index] === "title" ? [normalised(header.text)] : []))
    .join("|");
}

const NO_DRAFTS: readonly TaskDraft[] = [];
const LETTERS = pattern(String.raw`^[^\p{N}]*`, "u");
/** Sections whose tables and lists are about something else. */
const NEVER_TASKS: ReadonlySet<SectionRole> = new Set(["risks", "milestones"]);
const NOT_TASKS: ReadonlySet<SectionRole> = new Set([
  "capacity",
  "risks",
  "metrics",
  "ceremonies",
  "milestones",
  "communication",
  "success",
  "goal",
  "criteria",
]);
