import type { Bar } from "../commands/outcome.ts";
import { type Canvas, draw, emptyRow, fitted, rowPieces } from "./chart.ts";
import { type Line, piecesOf, widthOf } from "./inline.ts";

/** Horizontal bars, all to the scale that spans the least start and the greatest end, between labels and remarks. */
export function barLines(bars: readonly Bar[], { columns, glyphs }: Canvas): readonly Line[] {
  const width = Math.max(NARROWEST, Math.min(columns, WIDEST));
  const labelColumns = Math.min(Math.floor(width * LABEL_SHARE), widest(bars.map(({ label }) => label)));
  const remarkColumns = Math.min(Math.floor(width * REMARK_SHARE), widest(bars.map(({ remark }) => remark)));
  const chartColumns = Math.min(MOST_CHART_COLUMNS, width - labelColumns - remarkColumns - 2 * GAP.text.length);
  const least = bars.reduce((low, { from }) => Math.min(low, from), Number.POSITIVE_INFINITY);
  const span = bars.reduce((high, { to, whole = to }) => Math.max(high, to, whole), least) - least;
  const columnOf = (value: number): number => (span > 0 ? Math.round(((value - least) / span) * chartColumns) : 0);
  return bars.map(({ label, from, to, whole = to, remark, tone }) => {
    const row = emptyRow(chartColumns);
    const start = Math.min(columnOf(from), chartColumns - 1);
    if (whole > to) draw(row, start, columnOf(whole), { glyph: glyphs.track, tone: "muted" });
    if (to > from) draw(row, start, Math.max(start + 1, columnOf(to)), { glyph: glyphs.critical, tone });
    return [...fitted(label, labelColumns, glyphs.cut), GAP, ...rowPieces(row), GAP, ...fitted(remark, remarkColumns, glyphs.cut)];
  });
}

function widest(texts: readonly Bar["label"][]): number {
  return texts.reduce((most, text) => Math.max(most, widthOf(piecesOf(text))), 0);
}

const GAP = { text: "  ", tone: undefined };
const NARROWEST = 40;
const WIDEST = 200;
const MOST_CHART_COLUMNS = 80;
const LABEL_SHARE = 0.4;
const REMARK_SHARE = 0.35;
