import { HIDDEN } from "../rules/hidden-characters.ts";

/**
 * The text as it may be shown anywhere: what a terminal would obey or a reader could not see is escaped, never stripped
 * (`\u{1b}`), and nothing in it can be taken for a command by a CI runner. Line feeds stay: they are the writer's business.
 */
export function visible(text: string): string {
  return harmless(text) ? text : breakCommands(visibleInside(text));
}

/** The same for text that never begins a line, where `::` means nothing to a runner. */
export function visibleInside(text: string): string {
  return harmless(text) ? text : escapeHidden(text, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

/**
 * Breaks what runners parse: `##[` and `##word[` anywhere (GitHub, Azure Pipelines, TeamCity), `::` behind blanks at the
 * start of a line (GitHub). Writers pass their whole output through it, for what only came together on the page.
 */
export function breakCommands(output: string): string {
  return output.replaceAll(RUNNER_BRACKET, "\\u{23}").replaceAll(LEADING_COLONS, "\\u{3a}");
}

/** Rewrites every character that must not be shown as it is, in a notation of the caller's. */
export function escapeHidden(text: string, notation: (character: string) => string): string {
  const shown = text.replaceAll(HIDDEN, (character: string, at: number) => (belongs(text, at) ? character : notation(character)));
  return shown.replaceAll(/[\t\r]/g, notation).replaceAll(RUNNER_BRACKET, notation);
}

/** Most texts: letters, punctuation and arrows without the beginning of anything. */
function harmless(text: string): boolean {
  return !/[^ -~\u00A1-\u00AC\u00AE-\u02FF\u03A3-\u0482\u2010-\u2027\u2030-\u205E\u20A0-\u20C0\u2100-\u27BF]|##|::/.test(text);
}

/** A selector or joiner without which an emoji would fall apart. */
function belongs(text: string, at: number): boolean {
  const character = text[at];
  const before = text.slice(Math.max(0, at - 3), at);
  const after = text.slice(at + 1, at + 3);
  if (character === "\u200D") {
    return /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier})\uFE0F?$/u.test(before) && /^\p{Extended_Pictographic}/u.test(after);
  }
  if (character === "\uFE0E" || character === "\uFE0F") {
    return /\p{Extended_Pictographic}$/u.test(before) || (/[0-9#*]$/.test(before) && after.startsWith("\u20E3"));
  }
  return false;
}

const RUNNER_BRACKET = /(?<=#)#(?=[a-z]{0,20}\[)/gi;

const LEADING_COLONS = /:(?=:)(?<=^[^\S\r\n\u2028\u2029]*:)/gm;
