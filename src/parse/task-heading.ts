import { HOURS, readEstimate, unitIn } from "./estimate.ts";
import { completed, type FieldOptions, readFields } from "./fields.ts";
import { idOf, namesTask, splitId } from "./ids.ts";
import { itemsOf, labelled, linesOf } from "./labels.ts";
import type { Heading, Part } from "./markdown.ts";
import { boxStatus } from "./scales.ts";
import { trailingSigns } from "./signs.ts";
import { field, isMarked, type Slice, split, sub, trim } from "./slice.ts";
import type { TaskDraft } from "./task.ts";

/** Reads a heading and the fields under it as a task: `### Task 1.2: title (4h)`, `#### S1-03 · title (5 pts)`. */
export function headingTask(heading: Heading, parts: readonly Part[], options: FieldOptions): TaskDraft | undefined {
  const found = splitId(trim(heading.text));
  if (found === undefined) return undefined;
  const fields = readFields(parts, options);
  const { title, estimate } = withoutEstimate(withoutSign(found.title), options);
  const detailed = !CHAPTER.test(found.id.text) && hasDetails(parts);
  if (Object.keys(fields.cells).length === 0 && estimate === undefined && !namesTask(heading.text.text) && !detailed) return undefined;
  const box = boxStatus(heading.text);
  return {
    id: idOf(found.id.text),
    idText: found.id,
    title,
    cells: completed(fields.cells, [["estimate", estimate === undefined ? [] : [estimate]]]),
    scale: fields.scale,
    status: box ?? (isMarked(found.title, "delete") ? field(found.title, "done") : undefined),
    blocks: fields.blocks,
    span: heading.span,
    source: "heading",
    optional: false,
    parent: undefined,
  };
}

/** The title without a status sign behind it. */
function withoutSign(title: Slice): Slice {
  return trim(sub(title, 0, trailingSigns(title.text)));
}

/** Boxes or labelled lines: what stands under a task, but hardly under a chapter that begins with an abbreviation. */
function hasDetails(parts: readonly Part[]): boolean {
  return (
    itemsOf(parts).some((item) => item.checked !== undefined) ||
    linesOf(parts).some((line) => labelled(line) !== undefined && isMarked(sub(line, 0, 1), "strong"))
  );
}

/** Takes an estimate with a unit out of parentheses at the end: `title (5 pts)`, `title [4h]`, `title · 6.25 d`. */
export function withoutEstimate(slice: Slice, { config }: FieldOptions): { readonly title: Slice; readonly estimate: Slice | undefined } {
  for (const match of slice.text.matchAll(
    /[([（](?:size:\s{0,9})?(?<inside>[^()[\]（）]{1,40})[)\]）]|\s[·—–]\s(?<after>[~\d][^·—–]{0,20})(?=$|\s[·—–]\s)/dg,
  )) {
    const range = match.indices?.groups?.inside ?? match.indices?.groups?.after;
    if (range === undefined) continue;
    const estimate = split(sub(slice, range[0], range[1]), /[,;]\s+/g).find(
      (inside) => unitIn(inside.text) && readEstimate(inside, HOURS, config).value !== undefined,
    );
    if (estimate === undefined) continue;
    return { title: match.index === 0 ? slice : trim(sub(slice, 0, match.index)), estimate };
  }
  return { title: slice, estimate: undefined };
}

/** Numbers of chapters (`1.2`) and short names of milestones, epics or phases (`M1`): no ids of tasks where no field says so. */
const CHAPTER = /^(?:[\d.]+|[MEPSWG]\d+)$/;
