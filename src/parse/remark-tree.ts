import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

/** What remark makes of a text, all places counted from its start: the definition of what Markdown means here. */
export function remarkTree(text: string): Root {
  return processor.parse(text);
}

const processor = unified().use(remarkParse).use(remarkGfm);
