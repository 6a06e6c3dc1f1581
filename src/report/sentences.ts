import type { Diagnostic } from "../lint.ts";
import { onOneLine } from "./inline.ts";
import { visible } from "./visible.ts";

/** All that a finding says, safe to show: its message, its notes and its help, a line each. */
export function sentencesOf({ message, notes = [], help }: Diagnostic): readonly string[] {
  return [message, ...notes, ...(help === undefined ? [] : [`help: ${help}`])].map((text) => visible(onOneLine(text)));
}
