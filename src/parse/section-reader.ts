import type { Root } from "mdast";
import { byRemark, type MarkdownReader, readSections, sectionTree } from "./markdown.ts";
import { UNREAD } from "./remark-guard.ts";

/** Reads as `parseMarkdown` does, and faster where a text repeats sections of the one that was read before. */
export function sectionReader(): MarkdownReader {
  let known: ReadonlyMap<string, Root> = new Map();
  return (readable, remark = byRemark) => {
    const trees = new Map<string, Root>();
    const document = readSections(readable, (section) => {
      const tree = trees.get(section.text) ?? known.get(section.text) ?? sectionTree(section, remark);
      if (tree !== UNREAD) trees.set(section.text, tree);
      return tree;
    });
    known = trees;
    return document;
  };
}
