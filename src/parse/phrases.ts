import type { Nodes, PhrasingContent } from "mdast";
import type { Span } from "../source.ts";
import type { Readable } from "./encoding.ts";
import { exactProse, startWriting, type Writing, writeAligned, writeAtom, writeExact, written } from "./prose.ts";
import type { Slice } from "./slice.ts";

/** The plain text of what a block holds, with its marks. */
export function proseOf(children: readonly PhrasingContent[], block: Nodes, readable: Readable): Slice {
  // Nearly all cells and most lines are one text without any mark.
  if (children.length === 1 && children[0].type === "text") {
    const start = startOf(children[0]);
    const end = endOf(children[0]);
    const exact = children[0].value.length === end - start ? exactProse(start, end, readable) : undefined;
    if (exact !== undefined) return exact;
  }
  const writing = startWriting(readable);
  for (const child of children) writePhrase(child, writing);
  return written(writing, spanOf(block, readable));
}

/** HTML as it stands. */
export function htmlText(node: Nodes, readable: Readable): Slice {
  const writing = startWriting(readable);
  writeExact(writing, startOf(node), endOf(node));
  return written(writing, spanOf(node, readable));
}

/** What stands between the fences, or all of an indented block. */
export function codeText(node: Nodes, readable: Readable): Slice {
  const start = startOf(node);
  const end = endOf(node);
  const raw = readable.text.slice(start, end);
  const fence = /^(?:`{3,}|~{3,})/.exec(raw)?.[0];
  const opening = fence === undefined ? 0 : raw.indexOf("\n") + 1;
  const writing = startWriting(readable);
  if (fence === undefined || opening > 0) {
    const closing = fence === undefined ? undefined : (fence.includes("`") ? BACKTICKS : TILDES).exec(raw)?.index;
    writeExact(writing, start + opening, start + Math.max(opening, closing ?? raw.length));
  }
  return written(writing, spanOf(node, readable));
}

const BACKTICKS = /\n[ \t>]*`{3,}\s*$/;
const TILDES = /\n[ \t>]*~{3,}\s*$/;

/** Where a node stands in the file. */
export function spanOf(node: Nodes, readable: Readable): Span {
  return readable.place(startOf(node), endOf(node));
}

function writePhrase(node: PhrasingContent, writing: Writing): void {
  const start = startOf(node);
  const end = endOf(node);
  const from = writing.text.length;
  switch (node.type) {
    case "text":
    case "inlineCode":
      writeAligned(writing, node.value, start, end);
      return;
    case "break":
      writeAtom(writing, "\n", start, end);
      return;
    case "html":
      if (/^<br\s*\/?>$/i.test(node.value)) writeAtom(writing, "\n", start, end);
      return;
    case "image":
      if (node.alt) writeAtom(writing, node.alt, start, end);
      return;
    case "strong":
    case "delete":
      for (const child of node.children) writePhrase(child, writing);
      writing.marks.push({ kind: node.type, start: from, end: writing.text.length });
      return;
    case "emphasis":
    case "link":
    case "linkReference":
      for (const child of node.children) writePhrase(child, writing);
  }
}

/** remark gives every node it reads from text a place; one without it would have been made by hand. */
function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}
