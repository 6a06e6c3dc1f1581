import type { ListItem, List as MdastList, Table as MdastTable, Nodes, Root, RootContent } from "mdast";
import type { Span } from "../source.ts";
import type { Readable } from "./encoding.ts";
import { codeText, htmlText, proseOf, spanOf } from "./phrases.ts";
import { remarkTree } from "./remark-tree.ts";
import { scanTree } from "./scan/tree.ts";
import { sectionsOf } from "./sections.ts";
import type { Slice } from "./slice.ts";

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
  readonly span: Span;
}

/** A Markdown file: its blocks in order, and the HTML in it that may hold comments for this program. */
export interface Document {
  readonly parts: readonly Part[];
  readonly remarks: readonly Remark[];
}

/** HTML exactly as it stands, in a block of its own or inside of a line. */
export interface Remark {
  readonly text: Slice;
  /** The row of a table that it stands in. */
  readonly row: Span | undefined;
}

/** What reads a text that may hold anything: remark, or a guard before it. */
export type RemarkReader = (section: Readable) => Root;

export type MarkdownReader = (readable: Readable, remark?: RemarkReader) => Document;

/** Reads the whole text; front matter has to be blanked out before. */
export function parseMarkdown(readable: Readable, remark: RemarkReader = byRemark): Document {
  return readSections(readable, (section) => sectionTree(section, remark));
}

/** What `parseMarkdown` has to give, and slower: remark reads the whole text at once. */
export function referenceMarkdown(readable: Readable, remark: RemarkReader = byRemark): Document {
  return documentOf(remark(readable), readable);
}

/** What remark makes of a text, however long that takes. */
export function byRemark({ text }: Readable): Root {
  return remarkTree(text);
}

/** The tree of a section, all places counted from its start. */
export function sectionTree(section: Readable, remark: RemarkReader): Root {
  return scanTree(section.text) ?? remark(section);
}

/** Reads section by section; each one's tree is needed no longer once the next one is read. */
export function readSections(readable: Readable, treeOf: (section: Readable) => Root): Document {
  const parts: Part[] = [];
  const remarks: Remark[] = [];
  for (const { start, text } of sectionsOf(readable.text)) {
    const section: Readable = { text, damage: [], place: (from, to) => readable.place(start + from, start + to) };
    const document = documentOf(treeOf(section), section);
    for (const part of document.parts) parts.push(part);
    for (const remark of document.remarks) remarks.push(remark);
  }
  return { parts, remarks };
}

/** What the tree of the readable text says. */
function documentOf(tree: Root, readable: Readable): Document {
  // Nearly no plan has a comment for us, and whoever has none need not wait for the search.
  const remarks = readable.text.includes(OWN_WORD) ? remarksIn(tree, undefined, readable) : [];
  return { parts: partsOf(tree.children, readable), remarks };
}

/** What every comment for this program begins with. */
const OWN_WORD = "sprintplan-";

function remarksIn(node: Nodes, row: Span | undefined, readable: Readable): readonly Remark[] {
  if (node.type === "html") return [{ text: htmlText(node, readable), row }];
  if (!("children" in node)) return [];
  const inside = node.type === "tableRow" ? spanOf(node, readable) : row;
  return node.children.flatMap((child) => remarksIn(child, inside, readable));
}

function partsOf(nodes: readonly RootContent[], readable: Readable, from = 0): readonly Part[] {
  if (from >= nodes.length) return NO_PARTS;
  const parts: Part[] = [];
  for (let index = from; index < nodes.length; index += 1) {
    const part = partOf(nodes[index], readable);
    if (part !== undefined) parts.push(part);
  }
  return parts;
}

const NO_PARTS: readonly Part[] = [];

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
      return { kind: "html", span };
    default:
      return undefined;
  }
}

function itemsOf(list: MdastList, readable: Readable): readonly Item[] {
  return list.children.map((item, index) => ({
    number: list.ordered ? (list.start ?? 1) + index : undefined,
    checked: item.checked ?? undefined,
    text: itemText(item, readable),
    parts: partsOf(item.children, readable, item.children[0]?.type === "paragraph" ? 1 : 0),
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
