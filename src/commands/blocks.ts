import type { Block, Column, Inline, Tone } from "./outcome.ts";

/** A table under its heading, set off from what stands above it; nothing where it has no rows. */
export function tableUnder(heading: Inline, columns: readonly Column[], rows: readonly (readonly Inline[])[]): readonly Block[] {
  if (rows.length === 0) return [];
  return [{ kind: "blank" }, { kind: "heading", text: heading }, { kind: "table", columns, rows }];
}

/** Lines under their heading, set off from what stands above them; nothing where there are none. */
export function linesUnder(heading: Inline, lines: readonly Inline[]): readonly Block[] {
  if (lines.length === 0) return [];
  return [{ kind: "blank" }, { kind: "heading", text: heading }, ...lines.map((text): Block => ({ kind: "line", text }))];
}

/** The one line that sums up a result. */
export function summaryOf(text: Inline): readonly Block[] {
  return [{ kind: "blank" }, { kind: "line", text }];
}

export function toned(text: string, tone: Tone): Inline {
  return [{ text, tone }];
}

/** A row of sums or the head of a group. */
export function strongRow(cells: readonly Inline[]): readonly Inline[] {
  return cells.map((cell) => (typeof cell === "string" ? toned(cell, "strong") : cell));
}

export function left(title: string): Column {
  return { title };
}

export function right(title: string): Column {
  return { title, align: "right" };
}
