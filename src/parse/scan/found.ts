import type { BlockContent } from "mdast";
import type { Lines } from "./lines.ts";

/** The lines of one container: the document, an item or a quote. */
export interface Area {
  readonly lines: Lines;
  readonly from: number;
  /** The line behind the last one. */
  readonly to: number;
  /** How many containers are around. */
  readonly depth: number;
  /**
   * The line behind the quote that is around, if one is. Containers in it are plain only where they end with it:
   * behind others, remark counts the next line's quote mark as a part of them.
   */
  readonly quoteEnd: number | undefined;
}

/** A block, and the first line behind it. */
export interface Found {
  readonly node: BlockContent;
  readonly next: number;
}

/** Reads the blocks in a container; nothing where one of them is not plain. */
export type BlockReader = (area: Area) => readonly BlockContent[] | undefined;
