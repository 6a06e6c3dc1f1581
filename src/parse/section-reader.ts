import type { Root } from "mdast";
import type { Readable } from "./encoding.ts";
import { type Document, readSections, sectionTree } from "./markdown.ts";

/** Reads as `parseMarkdown` does, and faster where a text repeats sections of the one that was read before. */
export function sectionReader(): (readable: Readable) => Document {
  let known: ReadonlyMap<string, Root> = new Map();
  return (readable) => {
    const trees = new Map<string, Root>();
    const document = readSections(readable, (text) => {
      const tree = trees.get(text) ?? known.get(text) ?? sectionTree(text);
      trees.set(text, tree);
      return tree;
    });
    known = trees;
    return document;
  };
}
