import type { SectionRole } from "../model.ts";
import type { Span } from "../source.ts";
import { type HeadingWords, readHeading, roleOfWords } from "./headings.ts";
import type { Heading, List, Part } from "./markdown.ts";

/** A section of the document: its heading, what stands directly under it, and the sections inside it. */
export interface Outline {
  readonly tree: SectionTree;
  readonly heading: Heading | undefined;
  readonly words: HeadingWords | undefined;
  readonly role: SectionRole;
  readonly parts: readonly Part[];
  readonly children: readonly Outline[];
  readonly span: Span;
}

/** The sections by their headings alone, before it is known what they are. */
export interface SectionTree {
  readonly heading: Heading | undefined;
  readonly words: HeadingWords | undefined;
  /** The role that its heading's words give it, if they say anything. */
  readonly named: SectionRole | undefined;
  readonly parts: readonly Part[];
  readonly children: readonly SectionTree[];
  readonly end: number;
}

/** Which sections are tasks themselves, and which parts hold tasks. */
export interface TaskPlaces {
  readonly isTask: (section: SectionTree) => boolean;
  readonly holdsTasks: (part: Part) => boolean;
}

export function sectionTree(parts: readonly Part[], length: number): SectionTree {
  const root: Draft = { heading: undefined, words: undefined, named: undefined, parts: [], children: [], end: length };
  const open: Draft[] = [root];
  for (const part of parts) {
    if (part.kind !== "heading") {
      for (const each of unwrapped(part)) open[open.length - 1].parts.push(each);
      continue;
    }
    while (open.length > 1 && depthOf(open[open.length - 1]) >= part.depth) closeAt(open, part.span.start);
    const [words, named] = [readHeading(part.text, part.depth), roleOfWords(part.text.text)];
    const draft: Draft = { heading: part, words, named, parts: [], children: [], end: length };
    open[open.length - 1].children.push(draft);
    open.push(draft);
  }
  return root;
}

/** Gives each section its role, by its words and by what it holds. */
export function outlineOf(tree: SectionTree, places: TaskPlaces): Outline {
  const seen: Seen = { holders: new Set(), full: new Set(), sprints: new Set(), withSprints: new Set() };
  look(tree, places, seen);
  const groups = groupsOf(tree, places, seen);
  return assign(tree, { role: "plan", inside: "plan", places, seen, groups: groups.length > 1 ? new Set(groups) : new Set() });
}

/** A section and all sections inside it, in document order. */
export function walk(section: Outline): readonly Outline[] {
  const sections: Outline[] = [];
  const add = (each: Outline): void => {
    sections.push(each);
    each.children.forEach(add);
  };
  add(section);
  return sections;
}

/** What stands under a section and under those of its inner sections that have this role. */
export function partsWithRole(section: Outline, role: SectionRole): readonly Part[] {
  return section.children.filter((child) => child.role === role).flatMap((child) => walk(child).flatMap((inner) => inner.parts));
}

interface Draft extends SectionTree {
  readonly parts: Part[];
  readonly children: Draft[];
  end: number;
}

/** What a quote holds counts as if it stood outside; tables inside of lists stand behind the list. */
function unwrapped(part: Part): readonly Part[] {
  if (part.kind === "quote") return part.parts.flatMap((inner) => (inner.kind === "heading" ? [] : unwrapped(inner)));
  return part.kind === "list" ? [part, ...tablesIn(part)] : [part];
}

function tablesIn(list: List): readonly Part[] {
  return list.items.flatMap((item) =>
    item.parts.flatMap((part) => (part.kind === "table" ? [part] : part.kind === "list" ? tablesIn(part) : [])),
  );
}

function depthOf(draft: Draft): number {
  return draft.heading?.depth ?? 0;
}

function closeAt(open: Draft[], end: number): void {
  const closed = open.pop();
  if (closed !== undefined) closed.end = end;
}

interface Surroundings {
  readonly role: SectionRole;
  /** The nearest role above that decides what inner sections are. */
  readonly inside: SectionRole;
  readonly places: TaskPlaces;
  readonly seen: Seen;
  /** Sections that hold tasks but do not say of what kind they are; they count as sprints. */
  readonly groups: ReadonlySet<SectionTree>;
}

function assign(tree: SectionTree, surroundings: Surroundings): Outline {
  const { role } = surroundings;
  const inner = { ...surroundings, inside: DECIDING.has(role) ? role : surroundings.inside };
  const children = tree.children.map((child) => assign(child, { ...inner, role: roleOf(child, inner) }));
  const start = tree.heading?.span.start ?? 0;
  return { tree, heading: tree.heading, words: tree.words, role, parts: tree.parts, children, span: { start, end: tree.end } };
}

function roleOf(section: SectionTree, { inside, places, seen, groups }: Surroundings): SectionRole {
  const { heading, words } = section;
  if (heading === undefined || words === undefined) return "prose";
  if (places.isTask(section)) return "task";
  const own = section.named;
  const full = seen.full.has(section);
  if (!full) {
    const special = INNER_ROLE.get(inside);
    if (special !== undefined) return own === "parallel" ? "parallel" : special;
    if (words.kind === "milestone") return "milestone";
  }
  if (words.kind !== "other") {
    if (inside === "sprint") return own ?? (full ? "tasks" : "prose");
    if (seen.sprints.has(section)) return "sprint";
    return full || section.children.some((child) => seen.withSprints.has(child)) ? "phase" : (own ?? "prose");
  }
  if (groups.has(section) && inside !== "sprint") return "sprint";
  return own ?? (inside === "plan" && heading.depth === 1 ? "plan" : "prose");
}

/** What sections hold, found once for all of them. */
interface Seen {
  /** Those that hold tasks themselves. */
  readonly holders: Set<SectionTree>;
  /** Those that hold tasks, inner sections included. */
  readonly full: Set<SectionTree>;
  /**
   * The innermost labelled ones: sprints by name, and others that hold tasks; `Sprint 1 Retrospective` inside of `Sprint 1` is
   * none.
   */
  readonly sprints: Set<SectionTree>;
  /** Those that are or hold a sprint. */
  readonly withSprints: Set<SectionTree>;
}

function look(section: SectionTree, places: TaskPlaces, seen: Seen): void {
  const { words, parts, children } = section;
  for (const child of children) look(child, places, seen);
  if (parts.some(places.holdsTasks) || children.some(places.isTask)) seen.holders.add(section);
  const full = seen.holders.has(section) || children.some((child) => seen.full.has(child));
  if (full) seen.full.add(section);
  const labelled = words !== undefined && words.kind !== "other" && !places.isTask(section);
  const inner = labelled && children.some((child) => seen.withSprints.has(child) && (!full || seen.full.has(child)));
  if (labelled && !inner && (words.kind === "sprint" || full)) seen.sprints.add(section);
  if (seen.sprints.has(section) || children.some((child) => seen.withSprints.has(child))) seen.withSprints.add(section);
}

/** The outermost sections without a label that hold tasks themselves, or in a section that is called just `Tasks`. */
function groupsOf(section: SectionTree, places: TaskPlaces, seen: Seen): readonly SectionTree[] {
  const { words, children } = section;
  if (words !== undefined && words.kind !== "other") return [];
  const own = seen.holders.has(section) || children.some((child) => seen.holders.has(child) && child.named === "tasks");
  if (words !== undefined && section.named !== "tasks" && own) return [section];
  return children.flatMap((child) => (places.isTask(child) ? [] : groupsOf(child, places, seen)));
}

/** Sections whose inner sections are parts of them, whatever their own words say. */
const INNER_ROLE: ReadonlyMap<SectionRole, SectionRole> = new Map([
  ["ceremonies", "ceremony"],
  ["milestones", "milestone"],
  ["communication", "communication"],
  ["gates", "gates"],
  ["success", "success"],
]);

const DECIDING: ReadonlySet<SectionRole> = new Set<SectionRole>([...INNER_ROLE.keys(), "sprint"]);
