import type { Root } from "mdast";
import { positionAt, type Source } from "../source.ts";
import { type Excess, excessOfEffort } from "./guard.ts";
import { effortOf } from "./guard-effort.ts";
import type { RemarkReader } from "./markdown.ts";
import { remarkTree } from "./remark-tree.ts";

/** remark, for as much of one text as it reads in seconds. */
export interface RemarkGuard {
  readonly read: RemarkReader;
  /** What was too much for it, as far as it was asked; what it then gave means nothing. */
  readonly excess: () => Excess | undefined;
  /** Of what was read, whether the rest was too much or not. */
  readonly effort: () => number;
}

/** What stands for the tree of a text that is not read. */
export const UNREAD: Root = { type: "root", children: [] };

/** Lets a text have so many times the usual share of remark's time. */
export function guardRemark(source: Source, times: number = 1): RemarkGuard {
  let effort = 0;
  let done = 0;
  let line: number | undefined;
  const excess = () => (line === undefined ? undefined : excessOfEffort(line, effort, times));
  const read: RemarkReader = (section) => {
    effort += effortOf(section.text);
    if (line === undefined && excessOfEffort(1, effort, times) !== undefined) line = positionAt(source, section.place(0, 1).start).line;
    if (line !== undefined) return UNREAD;
    done = effort;
    return remarkTree(section.text);
  };
  return { read, excess, effort: () => done };
}
