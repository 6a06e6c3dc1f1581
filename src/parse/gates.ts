import type { Config } from "../config.ts";
import type { Field, Gate, ParallelClaim } from "../model.ts";
import { readWeeks } from "./calendar.ts";
import { labelled, linesOf } from "./labels.ts";
import type { Part, Table } from "./markdown.ts";
import type { Outline } from "./outline.ts";
import { field, lines, placeOf, type Slice, sub, textField, trim } from "./slice.ts";
import { columnRole } from "./words.ts";

/**
 * Reads the declared order of sprints: diagrams in which arrows join sprints, one a line or several, with notes such as
 * `← Must wait for 1.1`. A sprint's note stands in place of the arrow that leads to it.
 */
export function readGates(parts: readonly Part[]): readonly Gate[] {
  return parts.flatMap((part) => {
    if (part.kind === "code") return /^mermaid$/i.test(part.language ?? "") ? mermaidGates(part.text) : diagramGates(lines(part.text));
    return diagramGates(linesOf([part]).filter((line) => ARROW.test(line.text) || NOTED.test(line.text)));
  });
}

/** `**Depends on:** Sprint 1` under a sprint's heading, and tables of sprints and what they wait for; only of sprints of this plan. */
export function readSectionGates(sections: readonly Outline[], config: Config): readonly Gate[] {
  const known = new Set(
    sections.flatMap(({ role, words }) => (role === "sprint" && words?.id?.value !== undefined ? [words.id.value] : [])),
  );
  const gates = sections.flatMap(({ role, words, parts }): readonly Gate[] => {
    if (role === "gates") return parts.flatMap((part) => (part.kind === "table" ? tableGates(part, config) : []));
    const id = words?.id;
    if (role !== "sprint" || id === undefined) return [];
    const stated = linesOf(parts).flatMap((line) => labelled(line) ?? []);
    const waits = stated.filter(({ label }) => columnRole(label.text, config.columns) === "dependencies");
    return waits.flatMap(({ rest }) =>
      namedIn(rest, CONTAINERS).map((from): Gate => ({ from, to: id, kind: "hard", span: placeOf(rest) })),
    );
  });
  return gates.filter(({ from, to }) => from.value !== to.value && known.has(from.value ?? "") && known.has(to.value ?? ""));
}

function tableGates(table: Table, config: Config): readonly Gate[] {
  const waits = table.header.findIndex((header) => columnRole(header.text, config.columns) === "dependencies");
  if (waits < 1) return [];
  return table.rows.flatMap((row) => {
    const [to] = namedIn(row.cells[0], CONTAINERS);
    const cell = row.cells[waits];
    return to === undefined || cell === undefined
      ? []
      : namedIn(cell, CONTAINERS).map((from): Gate => ({ from, to, kind: "hard", span: placeOf(cell) }));
  });
}

/** The sprints that a text names, in its order: `Sprint 1, Sprint 2`. */
function namedIn(slice: Slice, names: RegExp): readonly Field<string>[] {
  return [...slice.text.matchAll(names)].map((match) => idField(lastOf(slice, match)));
}

/** What the last group of a pattern found, with which it ends. */
function lastOf(slice: Slice, match: RegExpExecArray): Slice {
  const end = match.index + match[0].length;
  return sub(slice, end - match[match.length - 1].length, end);
}

/** `**Weeks 4-5**: text` in a section on parallel work. */
export function readParallelClaims(parts: readonly Part[]): readonly ParallelClaim[] {
  return linesOf(parts).flatMap((line) => {
    const weeks = readWeeks(line);
    return weeks === undefined ? [] : [{ weeks, text: textField(line), span: placeOf(line) }];
  });
}

function diagramGates(diagram: readonly Slice[]): readonly Gate[] {
  const gates: Gate[] = [];
  let before: Field<string> | undefined;
  let joined = false;
  for (const line of diagram) {
    const noteAt = NOTE.exec(line.text)?.index ?? line.text.length;
    const stops = namedIn(sub(line, 0, noteAt), SPRINT);
    for (const [index, to] of stops.entries()) {
      const noted = index === stops.length - 1 ? notedGates(to, trim(sub(line, noteAt))) : [];
      for (const gate of noted) gates.push(gate);
      const arrow = index > 0 || joined;
      if (noted.length === 0 && before !== undefined && arrow) gates.push({ from: before, to, kind: "hard", span: to.span });
      before = to;
      joined = false;
    }
    if (stops.length === 0) joined = CONNECTOR.test(line.text) ? joined || DOWN.test(line.text) : false;
    else if (/(?:→|->|=>)$/.test(line.text)) joined = true;
  }
  return gates;
}

/** `Must wait for 2.1, 2.2`, `Can partially parallel with 2.1`. */
function notedGates(to: Field<string>, note: Slice): readonly Gate[] {
  const kind = /\bparallel|\boverlap|\balongside/i.test(note.text)
    ? "overlap"
    : /\bwait|\bafter\b|\bdepends?\b|\bblocked\b|\brequires?\b|\bneeds?\b/i.test(note.text)
      ? "hard"
      : undefined;
  if (kind === undefined) return [];
  return [...note.text.matchAll(/\d+(?:\.\d+)*/g)].map((match) => ({
    from: idField(sub(note, match.index, match.index + match[0].length)),
    to,
    kind,
    span: placeOf(note),
  }));
}

/** `S1[Sprint 1] --> S2[Sprint 2]`: nodes by their labels, edges by their arrows. */
function mermaidGates(code: Slice): readonly Gate[] {
  const nodes = new Map<string, Field<string>>();
  const gates: Gate[] = [];
  for (const line of lines(code)) {
    for (const match of line.text.matchAll(MERMAID_NODE)) {
      const [sprint] = namedIn(lastOf(line, match), SPRINT);
      if (sprint !== undefined) nodes.set(match[1], sprint);
    }
    const bare = line.text
      .replace(/\|[^|]*\|/g, "")
      .replace(/["'][^"']*["']/g, "")
      .replace(/[[({][^\])}]*[\])}]*/g, (label) => (/[\])}]$/.test(label) ? "" : label));
    const chain = bare.split(/-->|==>|-\.->|--[^-]*-->/);
    const names = chain.map((name) => name.trim());
    for (const [index, name] of names.entries()) {
      const [from, to] = [nodes.get(names[index - 1] ?? ""), nodes.get(name)];
      if (from !== undefined && to !== undefined) gates.push({ from, to, kind: "hard", span: placeOf(line) });
    }
  }
  return gates;
}

function idField(slice: Slice): Field<string> {
  return field(slice, slice.text.normalize("NFC"));
}

const CONTAINERS = /\b(?:sprint|iteration|phase|wave|epic|stage)\s+#?(\d+(?:\.\d+)*)/gi;
const SPRINT = /\b(?:sprint|iteration)\s+#?(\d+(?:\.\d+)*)/gi;
const MERMAID_NODE = /\b([A-Za-z]\w*)\s*[[({]([^\])}]*)/g;
/** Where a remark begins: behind an arrow that points back, or behind signs of comments. */
const NOTE = /\s(?:←|<-|\/\/|#\s)/;
const NOTED = /\s(?:←|<-+)\s/;
const ARROW = /→|->|=>|-->|⇒/;
/** A line that holds nothing but lines and arrows. */
const CONNECTOR = /^[\s↓▼⬇⇓|│v!*+┃-]*$/;
const DOWN = /[↓▼⬇⇓|│v┃]/;
