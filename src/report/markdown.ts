import type { Block, Gantt, Inline, Outcome } from "../commands/outcome.ts";
import { formatPath, formatPlace } from "../format.ts";
import type { Diagnostic } from "../lint.ts";
import { positionAt, type Source } from "../source.ts";
import { barLines } from "./bars.ts";
import { BLOCKS } from "./chart.ts";
import { ganttLines } from "./gantt.ts";
import type { Line } from "./inline.ts";
import { codeBlock, codeSpan, markdownText } from "./markdown-text.ts";
import { ganttDiagram } from "./mermaid-gantt.ts";
import type { ReportOptions } from "./reporter.ts";
import { summarize, summaryLine } from "./summary.ts";
import { breakCommands, visible } from "./visible.ts";

/** What a pull request's comment or a job's summary shows: headings, tables, and nothing that a plan's text could bring to life. */
export function reportMarkdown(outcomes: readonly Outcome[], options: ReportOptions): string {
  const summary = summarize(outcomes);
  const found = summary.errors + summary.warnings + summary.infos;
  const parts = [
    `## sprintplan ${options.command}`,
    ...outcomes.flatMap(partsOf),
    ...(options.command === "check" || found > 0 ? [summaryLine(summary)] : []),
  ];
  return breakCommands(`${parts.join("\n\n")}\n`);
}

function partsOf({ source, view, diagnostics }: Outcome): readonly string[] {
  const blocks = markdownBlocks(view);
  const findings = diagnostics.length === 0 ? [] : [findingsTable(source, diagnostics)];
  if (blocks.length + findings.length === 0) return [];
  const heading = source.path === "" ? [] : [`### ${codeSpan(formatPath(source.path))}`];
  return [...heading, ...blocks, ...findings];
}

/** A view in its parts. Lines that follow each other are one paragraph with hard breaks. */
export function markdownBlocks(view: readonly Block[]): readonly string[] {
  const parts: string[] = [];
  let paragraph: string[] = [];
  for (const block of [...view, END]) {
    if (block.kind === "line") {
      const text = inlineOf(block.text);
      if (text !== "") paragraph.push(text);
      continue;
    }
    if (paragraph.length > 0) parts.push(paragraph.join("\\\n"));
    paragraph = [];
    if (block.kind !== "blank") parts.push(blockOf(block));
  }
  return parts;
}

function blockOf(block: Exclude<Block, { readonly kind: "line" | "blank" }>): string {
  switch (block.kind) {
    case "heading":
      return `#### ${inlineOf(block.text)}`;
    case "table":
      return tableOf(
        block.columns.map(({ title }) => markdownText(title)),
        block.columns.map(({ align }) => (align === "right" ? "--:" : "---")),
        block.rows.map((row) => block.columns.map((_, index) => inlineOf(row[index] ?? ""))),
      );
    case "page":
      return block.markdown
        .trimEnd()
        .split(/\r\n|\n|\r/)
        .map(visible)
        .join("\n");
    case "difference":
      return codeBlock(block.text, "diff");
    case "gantt":
      return ganttBlock(block.gantt);
    case "bars":
      return drawing(barLines(block.bars, CANVAS));
    case "details":
      return [`<details>\n<summary>${block.summary}</summary>`, ...markdownBlocks(block.blocks), "</details>"].join("\n\n");
  }
}

/** GitHub draws diagrams, but none that is longer than Mermaid's limit. */
function ganttBlock(gantt: Gantt): string {
  const diagram = ganttDiagram([{ name: "", gantt }]).join("\n");
  return diagram.length > LONGEST_DIAGRAM ? drawing(ganttLines(gantt, CANVAS)) : codeBlock(diagram, "mermaid");
}

function drawing(lines: readonly Line[]): string {
  return codeBlock(
    lines
      .map((line) =>
        line
          .map(({ text }) => text)
          .join("")
          .trimEnd(),
      )
      .join("\n"),
    "text",
  );
}

function findingsTable(source: Source, diagnostics: readonly Diagnostic[]): string {
  const rows = diagnostics.map(({ severity, rule, span, message, notes = [], help = "" }) => [
    severity,
    codeSpan(rule),
    codeSpan(formatPlace(source.path, positionAt(source, span.start))),
    [message, ...notes].map(markdownText).join("; "),
    markdownText(help),
  ]);
  return tableOf(["severity", "rule", "place", "finding", "help"], ["---", "---", "---", "---", "---"], rows);
}

function tableOf(titles: readonly string[], rule: readonly string[], rows: readonly (readonly string[])[]): string {
  return [titles, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Colours have no place here; what is code stays code. */
function inlineOf(inline: Inline): string {
  if (typeof inline === "string") return markdownText(inline);
  const parts = inline.map((part) => {
    if (typeof part === "string") return part;
    return part.tone === "code" ? `\`${part.text.replaceAll("`", "'")}\`` : part.text;
  });
  return markdownText(parts.join(""));
}

const CANVAS = { columns: 100, glyphs: BLOCKS };

const LONGEST_DIAGRAM = 50_000;

const END: Block = { kind: "blank" };
