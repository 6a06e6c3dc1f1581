import { escapeHidden } from "./visible.ts";

/**
 * A value as JSON of several lines. Any JSON parser gives each text in it back; written down it is as safe to show as the
 * other formats, and a lone surrogate, which no encoding has, becomes U+FFFD.
 */
export function jsonText(value: unknown): string {
  return `${escapeHidden(JSON.stringify(value, wellFormed, 2), unicodeEscape)}\n`;
}

function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll(/\p{Surrogate}/gu, "\uFFFD") : value;
}

function unicodeEscape(character: string): string {
  return Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`).join("");
}
