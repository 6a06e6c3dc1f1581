import type { Root } from "mdast";
import type { Readable } from "./encoding.ts";
import { type Document, documentOf, parseMarkdown, parseTree } from "./markdown.ts";

/** Reads as `parseMarkdown` does, and faster where a text repeats sections of the one that was read before. */
export function sectionReader(): (readable: Readable) => Document {
  let known: ReadonlyMap<string, Root> = new Map();
  return (readable) => {
    if (UNSURE.test(readable.text)) return parseMarkdown(readable);
    const trees = new Map<string, Root>();
    const documents = sectionsOf(readable.text).map(({ start, text }) => {
      const tree = trees.get(text) ?? known.get(text) ?? parseTree(text);
      trees.set(text, tree);
      return documentOf(tree, { text, damage: [], place: (from, to) => readable.place(start + from, start + to) });
    });
    known = trees;
    return { parts: documents.flatMap(({ parts }) => parts), remarks: documents.flatMap(({ remarks }) => remarks) };
  };
}

/**
 * What may reach over a heading, or hide one: HTML, definitions of links and footnotes, fences that do not begin a line, and
 * the characters that count as other than one column or end lines in other ways.
 */
const UNSURE = /[\0\t\v\f\r\u0085\u2028\u2029]|<[A-Za-z!?/]|\]:|^.+(?:```|~~~)|^`{3,}[^`\n]+`/m;

interface SectionText {
  readonly start: number;
  readonly text: string;
}

/** The text in parts, each from a heading on that stands at the start of its line, behind an empty one, and in no fence. */
function sectionsOf(text: string): readonly SectionText[] {
  const starts = [0];
  let fence: string | undefined;
  let emptyBefore = false;
  let start = 0;
  for (const line of text.split("\n")) {
    const marks = /^(?:`{3,}|~{3,})/.exec(line)?.[0];
    if (fence === undefined) {
      if (emptyBefore && /^#{1,6} /.test(line)) starts.push(start);
      fence = marks;
    } else if (marks?.startsWith(fence) && line.slice(marks.length).trim() === "") fence = undefined;
    emptyBefore = line === "";
    start += line.length + 1;
  }
  return starts.map((from, index) => ({ start: from, text: text.slice(from, starts[index + 1] ?? text.length) }));
}
