import type { List as MdastList, ListItem, Nodes, PhrasingContent, RootContent, Table as MdastTable } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Span } from "../source.ts";
import type { Readable } from "./encoding.ts";
import { type Mark, type Piece, type Slice, wholeOf } from "./slice.ts";

/** A Markdown document as the reader sees it: blocks of plain text, each with its place in the file. */
export type Part = Heading | Paragraph | List | Table | Code | Quote | Html;

export interface Heading {
  readonly kind: "heading";
  readonly depth: number;
  readonly text: Slice;
  readonly span: Span;
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: Slice;
  readonly span: Span;
}

export interface List {
  readonly kind: "list";
  readonly ordered: boolean;
  readonly items: readonly Item[];
  readonly span: Span;
}

export interface Item {
  /** The number of an item of an ordered list. */
  readonly number: number | undefined;
  readonly checked: boolean | undefined;
  /** The item's own first paragraph; empty where the item begins with something else. */
  readonly text: Slice;
  readonly parts: readonly Part[];
  readonly span: Span;
}

export interface Table {
  readonly kind: "table";
  readonly header: readonly Slice[];
  readonly rows: readonly Row[];
  readonly span: Span;
}

export interface Row {
  readonly cells: readonly Slice[];
  readonly span: Span;
}

/** A fenced or indented block; `text` is what stands between the fences. */
export interface Code {
  readonly kind: "code";
  readonly language: string | undefined;
  readonly text: Slice;
  readonly span: Span;
}

export interface Quote {
  readonly kind: "quote";
  readonly parts: readonly Part[];
  readonly span: Span;
}

/** A block of HTML: comments above all. */
export interface Html {
  readonly kind: "html";
  readonly text: string;
  readonly span: Span;
}

/** The document's blocks in order; front matter has to be blanked out before. */
export function parseMarkdown(readable: Readable): readonly Part[] {
  const tree = processor.parse(readable.text);
  return partsOf(tree.children, readable);
}

const processor = unified().use(remarkParse).use(remarkGfm);

function partsOf(nodes: readonly RootContent[], readable: Readable): readonly Part[] {
  return nodes.flatMap((node) => {
    const part = partOf(node, readable);
    return part === undefined ? [] : [part];
  });
}

function partOf(node: RootContent, readable: Readable): Part | undefined {
  const span = spanOf(node, readable);
  switch (node.type) {
    case "heading":
      return { kind: "heading", depth: node.depth, text: proseOf(node.children, node, readable), span };
    case "paragraph":
      return { kind: "paragraph", text: proseOf(node.children, node, readable), span };
    case "list":
      return { kind: "list", ordered: node.ordered === true, items: itemsOf(node, readable), span };
    case "table":
      return tableOf(node, readable);
    case "code":
      return { kind: "code", language: node.lang ?? undefined, text: codeText(node, readable), span };
    case "blockquote":
      return { kind: "quote", parts: partsOf(node.children, readable), span };
    case "html":
      return { kind: "html", text: node.value, span };
    default:
      return undefined;
  }
}

function itemsOf(list: MdastList, readable: Readable): readonly Item[] {
  return list.children.map((item, index) => ({
    number: list.ordered ? (list.start ?? 1) + index : undefined,
    checked: item.checked ?? undefined,
    text: itemText(item, readable),
    parts: partsOf(item.children[0]?.type === "paragraph" ? item.children.slice(1) : item.children, readable),
    span: spanOf(item, readable),
  }));
}

function itemText(item: ListItem, readable: Readable): Slice {
  const first = item.children[0];
  return first?.type === "paragraph" ? proseOf(first.children, first, readable) : proseOf([], item, readable);
}

function tableOf(table: MdastTable, readable: Readable): Table {
  const rows = table.children.map((row) => ({
    cells: row.children.map((cell) => proseOf(cell.children, cell, readable)),
    span: spanOf(row, readable),
  }));
  const [header, ...body] = rows;
  return { kind: "table", header: header.cells, rows: body, span: spanOf(table, readable) };
}

function codeText(node: Nodes, readable: Readable): Slice {
  const { start, end } = offsetsOf(node);
  const raw = readable.text.slice(start, end);
  const fence = /^(?:`{3,}|~{3,})/.exec(raw)?.[0];
  const opening = fence === undefined ? 0 : raw.indexOf("\n") + 1;
  if (fence !== undefined && opening === 0) return writeProse(node, readable, () => {});
  const closing = fence === undefined ? undefined : new RegExp(`\\n[ \\t>]*${fence[0]}{3,}\\s*$`).exec(raw)?.index;
  return writeProse(node, readable, (writer) => writer.exact(start + opening, start + Math.max(opening, closing ?? raw.length)));
}

function proseOf(children: readonly PhrasingContent[], block: Nodes, readable: Readable): Slice {
  return writeProse(block, readable, (writer) => {
    for (const child of children) writePhrase(child, writer, readable);
  });
}

function writePhrase(node: PhrasingContent, writer: Writer, readable: Readable): void {
  const { start, end } = offsetsOf(node);
  switch (node.type) {
    case "text":
      writer.aligned(node.value, start, end);
      return;
    case "inlineCode":
      writer.marked("code", () => writer.aligned(node.value, start, end));
      return;
    case "break":
      writer.atom("\n", start, end);
      return;
    case "html":
      if (/^<br\s*\/?>$/i.test(node.value)) writer.atom("\n", start, end);
      return;
    case "image":
      writer.atom(node.alt ?? "", start, end);
      return;
    case "strong":
    case "emphasis":
    case "delete":
    case "link":
    case "linkReference":
      writer.marked(node.type === "linkReference" ? "link" : node.type, () => {
        for (const child of node.children) writePhrase(child, writer, readable);
      });
      return;
    default:
      return;
  }
}

interface Writer {
  /** The readable text between two offsets, as it stands. */
  exact(start: number, end: number): void;
  /** Text that stands for all of a place. */
  atom(text: string, start: number, end: number): void;
  /** A value that Markdown made of a place by leaving out marks: each character is found again, in order. */
  aligned(value: string, start: number, end: number): void;
  marked(kind: Mark["kind"], write: () => void): void;
}

function writeProse(block: Nodes, readable: Readable, write: (writer: Writer) => void): Slice {
  const pieces: Piece[] = [];
  const marks: Mark[] = [];
  let text = "";
  const add = (value: string, start: number, end: number): void => {
    if (value === "") return;
    pieces.push({ at: text.length, length: value.length, span: readable.place(start, end) });
    text += value;
  };
  const exact = (start: number, end: number): void => {
    // Repaired characters are shorter than their places, so they make pieces of their own.
    let from = start;
    for (const stop of boundaries(readable, start, end)) {
      add(readable.text.slice(from, stop), from, stop);
      from = stop;
    }
  };
  const writer: Writer = {
    exact,
    atom: add,
    aligned: (value, start, end) => align(readable.text.slice(start, end), value, (from, to) => exact(start + from, start + to), (letters, from, to) => add(letters, start + from, start + to)),
    marked: (kind, inner) => {
      const from = text.length;
      inner();
      marks.push({ kind, start: from, end: text.length });
    },
  };
  write(writer);
  return wholeOf({ text, pieces, marks, span: spanOf(block, readable) });
}

/** The ends of the stretches between `start` and `end` that are either wholly repaired or wholly as written. */
function boundaries(readable: Readable, start: number, end: number): readonly number[] {
  if (start >= end) return [];
  const whole = readable.place(start, end);
  if (whole.end - whole.start === end - start) return [end];
  const ends: number[] = [];
  let at = start;
  for (const character of readable.text.slice(start, end)) {
    const place = readable.place(at, at + character.length);
    const damaged = place.end - place.start !== character.length;
    if (damaged && at > start && ends.at(-1) !== at) ends.push(at);
    at += character.length;
    if (damaged) ends.push(at);
  }
  if (ends.at(-1) !== end) ends.push(end);
  return ends;
}

type Stretch = (from: number, to: number) => void;
type Atom = (letters: string, from: number, to: number) => void;

/** Finds the value's characters in the raw text, skipping what Markdown leaves out: escapes, indentation, quote marks. */
function align(raw: string, value: string, stretch: Stretch, atom: Atom): void {
  const at = raw.length === value.length ? 0 : raw.indexOf(value);
  if (at >= 0) return stretch(at, at + value.length);
  let from = 0;
  let read = 0;
  let written = 0;
  const flush = (): void => {
    if (read > from) stretch(from, read);
  };
  while (written < value.length && read < raw.length) {
    const entity = raw[read] === "&" ? /^&(?:#\d{1,7}|#x[\da-f]{1,6}|\w{1,31});/i.exec(raw.slice(read, read + 34))?.[0] : undefined;
    if (entity !== undefined && !value.startsWith(entity, written)) {
      flush();
      const letter = String.fromCodePoint(value.codePointAt(written) ?? 0);
      atom(letter, read, read + entity.length);
      written += letter.length;
      read += entity.length;
      from = read;
    } else if (raw[read] === value[written]) {
      read += 1;
      written += 1;
    } else {
      flush();
      read += 1;
      from = read;
    }
  }
  flush();
}

function spanOf(node: Nodes, readable: Readable): Span {
  const { start, end } = offsetsOf(node);
  return start === end ? readable.place(start, start) : readable.place(start, end);
}

/** remark gives every node it reads from text a place; one without it would have been made by hand. */
function offsetsOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
