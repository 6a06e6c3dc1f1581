import type { Block } from "../commands/outcome.ts";
import { type Line, type Paint, piecesOf, widthOf, wrap } from "./inline.ts";
import { displayWidth } from "./width.ts";

export type TableBlock = Extract<Block, { readonly kind: "table" }>;

/** Rows of cells, each cell its lines, painted and padded to the width of their column. */
export type Cells = readonly (readonly (readonly string[])[])[];

/** What stands between two columns. */
export const GAP = "  ";

/** The cells of a table under its titles and a rule, wrapped so that no line exceeds the columns of the terminal. */
export function layOut(table: TableBlock, columns: number, paint: Paint): Cells {
  const titles = table.columns.map(({ title }) => measure(piecesOf([{ text: title, tone: "strong" }])));
  const rows = [titles, ...table.rows.map((row) => table.columns.map((_, index) => measure(piecesOf(row[index] ?? ""))))];
  const natural = table.columns.map((_, index) => rows.reduce((most, row) => Math.max(most, row[index].width), 1));
  const widths = shrink(natural, columns - GAP.length * (natural.length - 1));
  const rule = widths.map((width) => [paint({ text: "─".repeat(width), tone: "muted" })]);
  const [head, ...body] = rows.map((row) =>
    row.map((cell, index) => cellLines(cell, widths[index], { paint, align: table.columns[index].align })),
  );
  return [head, rule, ...body];
}

/** The lines of a table, in time linear in its cells. */
export function writeLines(cells: Cells): readonly string[] {
  return cells.flatMap((row) => {
    const height = row.reduce((most, { length }) => Math.max(most, length), 0);
    if (height === 1) return [row.map(([only]) => only).join(GAP)];
    const blank = row.map(([first]) => " ".repeat(displayWidth(first)));
    return Array.from({ length: height }, (_, line) => row.map((cell, index) => cell[line] ?? blank[index]).join(GAP));
  });
}

interface Measured {
  readonly line: Line;
  readonly width: number;
}

function measure(line: Line): Measured {
  return { line, width: widthOf(line) };
}

interface Style {
  readonly paint: Paint;
  readonly align: "left" | "right" | undefined;
}

function cellLines(cell: Measured, width: number, { paint, align }: Style): readonly string[] {
  const parts = cell.width <= width ? [cell] : wrap(cell.line, width).map(measure);
  return parts.map((part) => {
    const blanks = " ".repeat(Math.max(0, width - part.width));
    const text = part.line.map(paint).join("");
    return align === "right" ? blanks + text : text + blanks;
  });
}

/** Takes columns from the widest first, so that a long text gives way and the numbers stay whole. */
function shrink(natural: readonly number[], columns: number): readonly number[] {
  const widths = [...natural];
  let excess = widths.reduce((sum, width) => sum + width, 0) - columns;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) break;
    const next = Math.max(NARROWEST, ...widths.filter((width) => width < widest));
    const shared = widths.filter((width) => width === widest).length;
    const step = Math.max(1, Math.min(widest - next, Math.floor(excess / shared)));
    for (let index = 0; index < widths.length && excess > 0; index += 1) {
      if (widths[index] !== widest) continue;
      widths[index] -= step;
      excess -= step;
    }
  }
  return widths;
}

/** Room for one wide character. */
const NARROWEST = 2;
