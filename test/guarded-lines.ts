import { linesOf } from "../src/parse/guard-lines.ts";
import { createSource } from "../src/source.ts";

/** For each line that matters its index, whether it is a row, how deep it is, and what ended there with its first line's index. */
export function linesIn(text: string): string {
  return Array.from(linesOf(createSource("plan.md", text)), ({ index, nesting, isRow, ended }) =>
    [
      index,
      ...(isRow ? ["row"] : []),
      ...(nesting > 0 ? [`in ${nesting}`] : []),
      ...(ended === undefined ? [] : [`${ended.index}:${text.slice(ended.start, ended.end)}`]),
    ].join(" "),
  ).join(" | ");
}
