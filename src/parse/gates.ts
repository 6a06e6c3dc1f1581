import type { Config } from "../config.ts";
import type { Field, Gate, ParallelClaim } from "../model.ts";
import { readWeeks } from "./calendar.ts";
import { labelled, linesOf } from "./labels.ts";
import type { Part, Table } from "./markdown.ts";
import type { Outline } from "./outline.ts";
import { field, group, lines, placeOf, type Slice, sub, textField, trim } from "./slice.ts";
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
    return waits.flatMap(({ rest }) => namedIn(rest).map((from): Gate => ({ from, to: id, kind: "hard", span: placeOf(rest) })));
  });
  return gates.filter(({ from, to }) => from.value !== to.value && known.has(from.value ?? "") && known.has(to.value ?? ""));
}

function tableGates(table: Table, config: Config): readonly Gate[] {
  const waits = table.header.findIndex((header) => columnRole(header.text, config.columns) === "dependencies");
  if (waits < 1) return [];
  return table.rows.flatMap((row) => {
    const [to] = namedIn(row.cells[0]);
    const cell = row.cells[waits];
    return to === undefined || cell === undefined
      ? []
      : namedIn(cell).map((from): Gate => ({ from, to, kind: "hard", span: placeOf(cell) }));
  });
}

/** The sprints that a text names, in its order: `Sprint 1, Sprint 2`. */
function namedIn(slice: Slice): readonly Field<string>[] {
  return [...slice.text.matchAll(CONTAINERS)].flatMap((match) => {
    const range = match.indices?.groups?.id;
    return range === undefined ? [] : [idField(sub(slice, range[0], range[1]))];
  });
}

/** `**Weeks 4-5**: text` in a section on parallel work. */
export function readParallelClaims(parts: readonly Part[]): readonly ParallelClaim[] {
  return linesOf(parts).flatMap((line) => {
    const weeks = readWeeks(line);
    return weeks === undefined ? [] : [{ weeks, text: textField(line), span: placeOf(line) }];
  });
}

/** A sprint named in a diagram, with the note behind it. */
interface Stop {
  readonly id: Field<string>;
  readonly note: Slice | undefined;
}

function diagramGates(diagram: readonly Slice[]): readonly Gate[] {
  const gates: Gate[] = [];
  let before: Stop | undefined;
  let joined = false;
  for (const line of diagram) {
    const stops = stopsIn(line);
    for (const [index, stop] of stops.entries()) {
      const noted = stop.note === undefined ? [] : notedGates(stop.id, stop.note);
      for (const gate of noted) gates.push(gate);
      const arrow = index > 0 || joined;
      if (noted.length === 0 && before !== undefined && arrow)
        gates.push({ from: before.id, to: stop.id, kind: "hard", span: stop.id.span });
      before = stop;
      joined = false;
    }
    if (stops.length === 0) joined = CONNECTOR.test(line.text) ? joined || DOWN.test(line.text) : false;
    else if (/(?:→|->|-->|=>)\s*$/.test(line.text)) joined = true;
  }
  return gates;
}

function stopsIn(line: Slice): readonly Stop[] {
  const noteAt = /\s(?:←|<-+|\/\/|#\s)/.exec(line.text)?.index ?? line.text.length;
  const chain = sub(line, 0, noteAt);
  const note = noteAt < line.text.length ? trim(sub(line, noteAt)) : undefined;
  const stops: Stop[] = [];
  for (const match of chain.text.matchAll(SPRINT)) {
    const range = match.indices?.groups?.id;
    if (range !== undefined) stops.push({ id: idField(sub(chain, range[0], range[1])), note: undefined });
  }
  const last = note === undefined ? undefined : stops.pop();
  if (last !== undefined) stops.push({ id: last.id, note });
  return stops;
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
      const label = group(line, match, "label");
      const [sprint] = label?.text.matchAll(SPRINT) ?? [];
      const id = label === undefined || sprint === undefined ? undefined : group(label, sprint, "id");
      if (id !== undefined && match.groups !== undefined) nodes.set(match.groups.node, idField(id));
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

const CONTAINERS = /\b(?:sprint|iteration|phase|wave|epic|stage)\s+#?(?<id>\d+(?:\.\d+)*)/dgi;
const SPRINT = /\b(?:sprint|iteration)\s+#?(?<id>\d+(?:\.\d+)*)/dgi;
const MERMAID_NODE = /\b(?<node>[A-Za-z]\w*)\s*[[({](?<label>[^\])}]*)/dgi;
const NOTED = /\s(?:←|<-+)\s/;
const ARROW = /→|->|=>|-->|⇒/;
/** A line that holds nothing but lines and arrows. */
const CONNECTOR = /^[\s↓▼⬇⇓|│v!*+┃-]*$/;
const DOWN = /[↓▼⬇⇓|│v┃]/;
