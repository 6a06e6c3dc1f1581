import type { Block, Outcome, Tone } from "../commands/outcome.ts";
import { formatPath } from "../format.ts";
import { barLines } from "./bars.ts";
import { ASCII, BLOCKS, type Glyphs } from "./chart.ts";
import { frameOf } from "./frame.ts";
import { ganttLines } from "./gantt.ts";
import { inksOf } from "./ink.ts";
import { type Line, type Paint, piecesOf } from "./inline.ts";
import { libraryLines } from "./library-table.ts";
import type { ReportOptions } from "./reporter.ts";
import { fixableHint, summarize, summaryLine } from "./summary.ts";
import { layOut, type TableBlock, writeLines } from "./table.ts";
import { breakCommands, visible } from "./visible.ts";

/** What people read on a terminal: each plan's view, then its findings with their lines, then one line that sums up. */
export function reportText(outcomes: readonly Outcome[], options: ReportOptions): string {
  const paint = painter(options.color);
  const write: Medium = { paint, columns: options.width, glyphs: options.ascii === true ? ASCII : BLOCKS };
  const parts = outcomes.flatMap((outcome) => [...viewOf(outcome, outcomes.length, write), ...framesOf(outcome, write)]);
  const summary = summarize(outcomes);
  const found = summary.errors + summary.warnings + summary.infos;
  if (options.command === "check") {
    const hint = fixableHint(outcomes);
    parts.push(summaryLine(summary) + (hint === undefined ? "" : ` (${hint})`));
  } else if (found > 0) parts.push(summaryLine(summary));
  return parts.length === 0 ? "" : breakCommands(`${parts.join("\n\n")}\n`);
}

interface Medium {
  readonly paint: Paint;
  readonly columns: number;
  readonly glyphs: Glyphs;
}

/** The view in one part, under its path where several plans are shown. */
function viewOf({ source, view }: Outcome, outcomes: number, medium: Medium): readonly string[] {
  if (view.length === 0) return [];
  const path: readonly Block[] = outcomes > 1 && source.path !== "" ? [{ kind: "heading", text: formatPath(source.path) }] : [];
  return [[...path, ...view].flatMap((block) => linesOf(block, medium)).join("\n")];
}

function framesOf({ source, diagnostics }: Outcome, { paint, columns }: Medium): readonly string[] {
  return diagnostics.map((diagnostic) =>
    frameOf(source, diagnostic, columns)
      .map((line) => paintLine(line, paint))
      .join("\n"),
  );
}

function linesOf(block: Block, { paint, columns, glyphs }: Medium): readonly string[] {
  switch (block.kind) {
    case "heading":
      return [
        paintLine(
          piecesOf(block.text).map(({ text, tone }) => ({ text, tone: tone ?? "strong" })),
          paint,
        ),
      ];
    case "line":
      return [" ".repeat(block.indent ?? 0) + paintLine(piecesOf(block.text), paint)];
    case "blank":
      return [""];
    case "table":
      return tableLines(block, columns, paint);
    case "page":
      return paintEach(block.markdown, pageTone, paint);
    case "difference":
      return paintEach(block.text, differenceTone, paint);
    case "gantt":
      return ganttLines(block.gantt, { columns, glyphs }).map((line) => paintLine(line, paint));
    case "bars":
      return barLines(block.bars, { columns, glyphs }).map((line) => paintLine(line, paint));
    case "details":
      return [
        block.summary,
        ...block.blocks.flatMap((inner) => linesOf(inner, { paint, columns: columns - 2, glyphs })).map((line) => `  ${line}`),
      ];
  }
}

function tableLines(block: TableBlock, columns: number, paint: Paint): readonly string[] {
  const cells = layOut(block, columns, paint);
  // cli-table3 takes time quadratic in the rows and cubic in a cell of several lines.
  const small = block.rows.length <= MOST_LIBRARY_ROWS && cells.every((row) => row.every(({ length }) => length === 1));
  const lines = small ? libraryLines(cells) : writeLines(cells);
  return lines.map((line) => line.trimEnd());
}

function paintEach(text: string, toneOf: (line: string) => Tone | undefined, paint: Paint): readonly string[] {
  const lines = text.replace(/(?<!\n)(?:\r\n|(?<!\r)\n)(?:\r?\n)*$/, "").split(/\r\n|\n|\r/);
  return lines.map((line) => paint({ text: visible(line.replaceAll("\t", "    ")), tone: toneOf(line) }));
}

function pageTone(line: string): Tone | undefined {
  return /^#{1,6} /.test(line) ? "strong" : undefined;
}

function differenceTone(line: string): Tone | undefined {
  if (/^(?:---|\+\+\+) /.test(line)) return "strong";
  if (line.startsWith("@@")) return "code";
  return line.startsWith("+") ? "good" : line.startsWith("-") ? "bad" : undefined;
}

function paintLine(line: Line, paint: Paint): string {
  return line.map(paint).join("").trimEnd();
}

function painter(color: ReportOptions["color"]): Paint {
  if (color === 0) return ({ text }) => text;
  const inks = inksOf(color);
  return ({ text, tone }) => (tone === undefined ? text : inks[tone](text));
}

const MOST_LIBRARY_ROWS = 100;
