import type { Block, Outcome } from "../commands/outcome.ts";
import { formatCount, formatPlace } from "../format.ts";
import type { Diagnostic } from "../lint.ts";
import { positionAt, type Source } from "../source.ts";
import { markdownBlocks } from "./markdown.ts";
import { codeSpan, markdownText } from "./markdown-text.ts";
import { breakCommands } from "./visible.ts";

/**
 * What a pull request's comment says of plans that are different, behind a mark by which it is found again; empty where no
 * plan is. What a comment has no room for is cut.
 */
export function reportComment(outcomes: readonly Outcome[]): string {
  const told = outcomes.filter(({ comment = [], diagnostics }) => comment.length + diagnostics.length > 0);
  if (told.length === 0) return "";
  for (const rows of ROOM) {
    const comment = written(told, rows);
    if (comment !== undefined) return comment;
  }
  return "";
}

const EVERYTHING = Number.POSITIVE_INFINITY;

/** How many rows of each table and lines of each list are shown, in turn, until there is room for all of them. */
const ROOM = [EVERYTHING, 250, 100, 25, 8, 4, 0];

/** GitHub takes 65,536 characters, and whoever posts the comment may add something. */
const LONGEST = 60_000;

const MARK = "<!-- sprintplan-diff -->";

/** Undefined where there is no room; without rows, as many plans as there is room for. */
function written(outcomes: readonly Outcome[], rows: number): string | undefined {
  const parts = [MARK];
  let room = LONGEST - MARK.length;
  let plans = 0;
  for (const outcome of outcomes) {
    const own = partsOf(outcome, rows);
    room -= own.reduce((sum, part) => sum + part.length + GAP.length, 0);
    if (room < 0 && rows > 0) return undefined;
    if (room < 0 && plans > 0) break;
    parts.push(...own);
    plans += 1;
  }
  if (rows !== EVERYTHING) parts.push("There is more than a comment can hold: `sprintplan diff` tells all of it.");
  if (plans < outcomes.length) parts.push(`${formatCount(outcomes.length - plans, "more plan")} changed.`);
  return breakCommands(`${parts.join(GAP)}\n`);
}

const GAP = "\n\n";

function partsOf({ source, comment = [], diagnostics }: Outcome, rows: number): readonly string[] {
  const refused = diagnostics.slice(0, Math.max(rows, LEAST_ROWS)).map((diagnostic) => refusalOf(source, diagnostic));
  const [head, ...rest] = markdownBlocks(comment.flatMap((block) => cut(block, rows)));
  return [head.replace("####", "###"), ...(refused.length === 0 ? [] : [refused.join("\n")]), ...rest];
}

function refusalOf(source: Source, { rule, message, span }: Diagnostic): string {
  return `- **not allowed** by ${codeSpan(rule)}: ${markdownText(message)} (${codeSpan(formatPlace(source.path, positionAt(source, span.start)))})`;
}

/** Tables that are not folded are short, but not for everybody. */
function cut(block: Block, rows: number): readonly Block[] {
  if (rows === EVERYTHING) return [block];
  switch (block.kind) {
    case "table": {
      const shown = Math.max(rows, LEAST_ROWS);
      const left = block.rows.length - shown;
      return left <= 0 ? [block] : [{ ...block, rows: [...block.rows.slice(0, shown), [`and ${left} more`]] }];
    }
    case "details": {
      const blocks = rows === 0 ? [] : block.blocks.slice(0, 3 * rows).flatMap((inner) => cut(inner, rows));
      return blocks.length === 0 ? [] : [{ ...block, blocks }];
    }
    case "gantt":
      return [];
    default:
      return [block];
  }
}

const LEAST_ROWS = 4;
