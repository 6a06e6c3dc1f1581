import type { Field, Status } from "../model.ts";
import { completed, type FieldOptions, readFields } from "./fields.ts";
import { idOf, splitId } from "./ids.ts";
import type { Item, List } from "./markdown.ts";
import { pattern } from "./pattern.ts";
import { boxStatus } from "./scales.ts";
import { field, isMarked, type Slice, sub, trim } from "./slice.ts";
import type { TaskDraft } from "./task.ts";
import { withoutEstimate } from "./task-heading.ts";

/** Reads the items of a checklist that carry ids as tasks, nested ones with the item around them as parent. */
export function itemTasks(list: List, options: FieldOptions, parent?: TaskDraft): readonly TaskDraft[] {
  return list.items.flatMap((item) => {
    const own = itemTask(item, options, parent);
    const inner = item.parts.flatMap((part) => (part.kind === "list" ? itemTasks(part, options, own ?? parent) : []));
    return own === undefined ? inner : [own, ...inner];
  });
}

/** `[ ] T001 [P] [US1] title`, `[ ] 1. title`, `[ ]* 1.4 optional title`, `[-] 2. started`, `[x] **TODO-001:** title`. */
function itemTask(item: Item, options: FieldOptions, parent: TaskDraft | undefined): TaskDraft | undefined {
  const [line] = item.text.text.split("\n");
  const text = sub(item.text, 0, line.length);
  const box = statusOf(item, text);
  const body = trim(sub(text, /^\[[ xX~/-]\]\*?\s*/.exec(text.text)?.[0].length ?? 0));
  const found = splitId(body) ?? numbered(body);
  if (box === undefined || found === undefined || found.id.at !== body.at + leading(body.text)) return undefined;
  if (parent?.id !== undefined && !isOfOneSeries(parent.id, idOf(found.id.text))) return undefined;
  const { title, estimate } = withoutEstimate(withoutTags(found.title), options);
  const fields = readFields(
    item.parts.filter((part) => part.kind !== "list" || part.items.every((inner) => inner.checked === undefined)),
    options,
  );
  const waits = dependsOn(text);
  const cells = completed(fields.cells, [
    ["estimate", estimate === undefined ? [] : [estimate]],
    ["dependencies", waits === undefined ? [] : [waits]],
    ["assignee", mentionsIn(text)],
  ]);
  return {
    id: idOf(found.id.text),
    idText: found.id,
    title,
    cells,
    scale: fields.scale,
    status: isMarked(found.title, "delete") ? field(found.title, "done") : box,
    blocks: fields.blocks,
    span: item.span,
    source: "item",
    optional: /^\[[ xX~/-]\]\*/.test(text.text),
    parent,
  };
}

/** A part is numbered like its whole: under `GEN-5` stand `GEN-5.1` or `1`, but `GPT-4` only happens to have a number. */
function isOfOneSeries(whole: string, part: string): boolean {
  const letters = (id: string): string => LETTERS(id).exec(id)?.[0] ?? "";
  return letters(part) === "" || letters(whole) === "" || letters(part) === letters(whole);
}

function statusOf(item: Item, text: Slice): Field<Status> | undefined {
  if (item.checked !== undefined) return field(sub(text, 0, 0), item.checked ? "done" : "open");
  return boxStatus(text);
}

function numbered(text: Slice): { readonly id: Slice; readonly title: Slice } | undefined {
  const match = /^(?<id>\d{1,4})[.)]\s+/.exec(text.text);
  return match === null ? undefined : { id: sub(text, 0, match[1].length), title: trim(sub(text, match[0].length)) };
}

/** How many signs stand in front of the first letter or digit. */
function leading(text: string): number {
  return SIGNS(text).exec(text)?.[0].length ?? 0;
}

/** The title behind tags such as `[P]` and `[US1]`. */
function withoutTags(title: Slice): Slice {
  const tags = /^(?:\[[^\]]{1,24}\]\s*)+/.exec(title.text)?.[0].length ?? 0;
  return trim(sub(title, tags));
}

/** `@ann`: who is named with a sign is meant to do it. */
function mentionsIn(text: Slice): readonly Slice[] {
  return [...text.text.matchAll(MENTION(text.text))].map((match) => sub(text, match.index, match.index + match[0].length));
}

/** `(depends on T006, T013)` inside an item's text; brackets inside of it belong to it: `(depends on T006 (the base))`. */
function dependsOn(text: Slice): Slice | undefined {
  for (const { 0: inside, index } of text.text.matchAll(/[^()[\];]+/g)) {
    const opens = /[([]/.test(text.text[index + inside.length] ?? "");
    const end = index + inside.length + (opens ? 1 : 0);
    // The bracket in front may be what begins it.
    const match = (end === text.text.length ? WAITS_AT_END : WAITS).exec(text.text.slice(Math.max(0, index - 1), end));
    if (match !== null) return trim(sub(text, end - match[1].length, opens ? closeOf(text.text, end) : end));
  }
  return undefined;
}

/** Where what stands around an opened bracket ends: at a closing one of its own, at a semicolon, or with the text. */
function closeOf(text: string, inside: number): number {
  let depth = 1;
  for (let at = inside; at < text.length; at += 1) {
    if (depth === 0 && /[)\];]/.test(text[at])) return at;
    if (/[([]/.test(text[at])) depth += 1;
    else if (/[)\]]/.test(text[at])) depth -= 1;
  }
  return text.length;
}

const WAITS = /(?:[([,;|]\s*|\s[—–-]\s+|←\s*)(?:depends(?: on)?|deps?|blocked by|requires|after|needs)(?:[:：]\s*|\s+)(.+)$/is;
/** Behind the last bracket the arrow is enough. */
const WAITS_AT_END =
  /(?:(?:[([,;|]\s*|\s[—–-]\s+|←\s*)(?:depends(?: on)?|deps?|blocked by|requires|after|needs)(?:[:：]\s*|\s+)|\s←\s*)(.+)$/is;

const LETTERS = pattern(String.raw`^[^\p{N}]*`, "u");
const SIGNS = pattern(String.raw`^[^\p{L}\p{N}#]*`, "u");
const MENTION = pattern(String.raw`(?<![\p{L}\p{N}\x60/.])@[\p{L}\p{N}][\p{L}\p{N}_-]{0,38}(?![\p{L}\p{N}/.@])`, "gu");
