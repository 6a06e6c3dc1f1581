import type { Config } from "../config.ts";
import type { ColumnRole } from "../model.ts";
import { type Scale, scaleOf } from "./estimate.ts";
import { type Labelled, labelled } from "./labels.ts";
import type { Part } from "./markdown.ts";
import { lines, type Slice, split, sub, trim } from "./slice.ts";
import { columnRole } from "./words.ts";

/** The written text of each field under the name that a column would have; a list of dependencies is several texts. */
export type Cells = Readonly<DraftCells>;

/** Cells while they are collected. */
export type DraftCells = { [role in ColumnRole]?: readonly Slice[] };

/** What a task says of itself in labelled fields. */
export interface TaskFields {
  readonly cells: Cells;
  readonly scale: Scale;
  /** `Blocks: 1.4`: the tasks that wait for this one. */
  readonly blocks: readonly Slice[];
}

export interface FieldOptions {
  readonly config: Config;
  /** What bare numbers are where no label says. */
  readonly scale: Scale;
}

/**
 * Reads `**Effort:** 4h`, in lines or items, several on one line separated by `|` or `·`, and a label with a list below it.
 * Of several estimates one in hours goes before one in points; of other fields the first counts.
 */
export function readFields(parts: readonly Part[], { config, scale: otherwise }: FieldOptions): TaskFields {
  const cells: DraftCells = {};
  let scale = otherwise;
  let blocks: readonly Slice[] = [];
  for (const { label, texts } of labelsIn(parts)) {
    if (/^blocks$/i.test(label.text)) blocks = [...blocks, ...texts];
    const role = columnRole(label.text, config.columns);
    if (role === undefined || role === "number" || role === "id" || role === "title") continue;
    const own = scaleOf(label.text, otherwise);
    const better = role === "estimate" && scale.unit === "points" && own.unit !== "points";
    if (cells[role] !== undefined && !better) continue;
    cells[role] = texts;
    if (role === "estimate") scale = own;
  }
  return { cells, scale, blocks };
}

/** The fields with what stands in the title or its line, where no field says it. */
export function completed(cells: Cells, found: readonly (readonly [ColumnRole, readonly Slice[]])[]): Cells {
  const all: DraftCells = { ...cells };
  for (const [role, texts] of found) if (texts.length > 0) all[role] ??= texts;
  return all;
}

interface Label {
  readonly label: Slice;
  readonly texts: readonly Slice[];
}

function labelsIn(parts: readonly Part[]): readonly Label[] {
  return parts.flatMap((part, index) => {
    if (part.kind === "paragraph") return withList(lines(part.text).flatMap(labelledPieces), parts[index + 1]);
    if (part.kind === "list")
      return part.items.flatMap((item) => [...withList(lines(item.text).flatMap(labelledPieces), item.parts[0]), ...labelsIn(item.parts)]);
    return part.kind === "quote" ? labelsIn(part.parts) : [];
  });
}

/** A label with nothing behind it takes the items of the list that follows. */
function withList(found: readonly Labelled[], next: Part | undefined): readonly Label[] {
  return found.map(({ label, rest }, index) => {
    const list = rest.text === "" && index === found.length - 1 && next?.kind === "list" ? next : undefined;
    return { label, texts: list === undefined ? [rest] : list.items.map((item) => trim(item.text)) };
  });
}

function labelledPieces(line: Slice): readonly Labelled[] {
  return split(line, /(?<!\s)\s+[|·•]\s|(?<=\S)\s{2,}(?=\S)/g)
    .flatMap(atLabels)
    .flatMap((piece) => labelled(piece) ?? []);
}

/** Parts a piece in front of each bold label inside it. */
function atLabels(piece: Slice): readonly Slice[] {
  const end = piece.at + piece.text.length;
  const starts = piece.prose.marks
    .filter(
      (mark) =>
        mark.kind === "strong" &&
        mark.start > piece.at &&
        mark.end <= end &&
        /[:：]/.test(piece.prose.text.slice(mark.end - 1, mark.end + 2)),
    )
    .map((mark) => mark.start - piece.at);
  const bounds = [0, ...starts, piece.text.length];
  return bounds.slice(1).map((bound, index) => trim(sub(piece, bounds[index], bound)));
}
