import { onOneLine } from "./inline.ts";
import { visible } from "./visible.ts";

/**
 * Any text as a quoted label or a section of a Mermaid diagram that shows just this text: whatever Mermaid, its Markdown or
 * a browser gives a meaning to becomes an entity code (`#35;`).
 */
export function mermaidText(text: string): string {
  return visible(onOneLine(text).trim()).replace(/[^\p{L}\p{M}\p{N} .,()/-]|[.)](?<=^\d+[.)])(?=\s|$)|^-/gu, entityCode);
}

/** The same for a label that begins a line, where it must not look like a keyword or a date either. */
export function mermaidLine(text: string): string {
  const written = mermaidText(text);
  return written === "" ? NO_TEXT : written.replace(/^\d(?=\d*-)|^[^\d#]/u, entityCode);
}

function entityCode(character: string): string {
  return `#${character.codePointAt(0)};`;
}

/** A blank. */
const NO_TEXT = "#32;";
