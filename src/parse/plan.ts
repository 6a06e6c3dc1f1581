import type { Config } from "../config.ts";
import type { Plan, Section } from "../model.ts";
import type { Source, Span } from "../source.ts";
import { collect } from "./collect.ts";
import { surveyDialect } from "./dialect.ts";
import { type Readable, readable } from "./encoding.ts";
import { frontMatterOf } from "./front-matter.ts";
import { readGates, readParallelClaims, readSectionGates } from "./gates.ts";
import { factsOf } from "./labels.ts";
import { type Document, type Part, parseMarkdown } from "./markdown.ts";
import { type Outline, outlineOf, sectionTree, walk } from "./outline.ts";
import { lines, placeOf, type Slice, sub, textField, trim } from "./slice.ts";
import { readSuppressions } from "./suppressions.ts";
import { readCeremonies, readCommunications, readDuration, readMilestones, readSuccessCriteria } from "./surroundings.ts";
import { tasksOf } from "./tasks.ts";

/** Reads any text as a plan: it never throws and never reports. What it cannot understand stays in the plan as such. */
export function parsePlan(source: Source, config: Config, read: (text: Readable) => Document = parseMarkdown): Plan {
  const frontMatter = frontMatterOf(source);
  // micromark leaves out a second byte-order mark, and then counts every place one too low.
  const unmarked = source.text.replace(/^\uFEFF/, " ");
  const text = readable(frontMatter === undefined ? unmarked : blank(unmarked, frontMatter.span));
  const { parts, remarks } = read(text);
  const tree = sectionTree(parts, source.text.length);
  const dialect = surveyDialect(tree, config);
  const root = outlineOf(tree, {
    isTask: (section) => dialect.taskOf(section) !== undefined,
    holdsTasks: (part) =>
      part.kind === "table" ? dialect.kindOf(part) !== undefined : part.kind === "list" && dialect.itemsOf(part).length > 0,
  });
  const collected = collect(root, { source, dialect, config });
  const { tasks, sprints, repeats, totals } = tasksOf(collected, source, config);
  const sections = walk(root);
  const first = sections.find((section) => section.heading !== undefined);
  const opening = first?.role === "plan" ? first.parts : root.parts;
  return {
    source,
    title: first?.heading === undefined ? undefined : textField(trim(first.heading.text)),
    facts: factsOf(opening),
    duration: readDuration(opening),
    phases: collected.phases,
    sprints,
    tasks,
    totals,
    gates: [...readGates(partsOf(sections, "gates")), ...readSectionGates(sections, config)],
    parallelClaims: readParallelClaims(partsOf(sections, "parallel")),
    milestones: readMilestones(sections),
    ceremonies: readCeremonies(sections, config),
    communications: readCommunications(sections),
    successCriteria: readSuccessCriteria(sections),
    sections: sectionsOf(sections),
    tables: collected.tables,
    unread: [...collected.unread, ...repeats].toSorted((a, b) => a.line - b.line),
    damage: text.damage,
    checkMarks: sections.flatMap((section) => section.parts.flatMap(checkMarksIn)),
    frontMatter,
    suppressions: readSuppressions(remarks, sections, source),
  };
}

/** Blanks in place of a stretch, so that everything behind it keeps its offset. */
function blank(text: string, { start, end }: Span): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, " ") + text.slice(end);
}

function partsOf(sections: readonly Outline[], role: Section["role"]): readonly Part[] {
  return sections.filter((section) => section.role === role).flatMap((section) => section.parts);
}

function sectionsOf(outlines: readonly Outline[]): readonly Section[] {
  const headed = outlines.flatMap((outline) => (outline.heading === undefined ? [] : [{ outline, heading: outline.heading }]));
  const parents = new Map(headed.flatMap(({ outline }, index) => outline.children.map((child): [Outline, number] => [child, index])));
  return headed.map(({ outline, heading }) => ({
    heading: textField(trim(heading.text)),
    depth: heading.depth,
    role: outline.role,
    parent: parents.get(outline),
    span: outline.span,
  }));
}

/** Check marks at the start of lines and of list items without a box. */
function checkMarksIn(part: Part): readonly Span[] {
  if (part.kind === "paragraph") return lines(part.text).flatMap(checkMark);
  if (part.kind === "quote") return part.parts.flatMap(checkMarksIn);
  if (part.kind !== "list") return [];
  return part.items.flatMap((item) => [...(item.checked === undefined ? checkMark(item.text) : []), ...item.parts.flatMap(checkMarksIn)]);
}

function checkMark(line: Slice): readonly Span[] {
  const mark = /^[✅✔☑✓]/u.exec(line.text)?.[0];
  return mark === undefined ? [] : [placeOf(sub(line, 0, mark.length))];
}
