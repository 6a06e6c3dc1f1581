import { onOneLine } from "./inline.ts";
import { visible } from "./visible.ts";

/**
 * Any text as Markdown of one line that says just this text, also inside a table: GitHub makes no link, mention, reference,
 * image, heading or element of it. Words with anything special in them become code, for a backslash does not stop GitHub
 * from linking `@name` or `#12`. What stands in backticks already becomes code as a whole.
 */
export function markdownText(text: string): string {
  const parts = visible(onOneLine(text)).split(/(`[^`]*`)/);
  const written = parts.map((part, index) => (index % 2 === 1 && part.length > 2 ? codeSpan(part.slice(1, -1)) : proseOf(part)));
  return escapeStart(apart(written));
}

/** The text as code, with a fence longer than any in it; a pipe stands outside, where it cannot end a table's cell. */
export function codeSpan(text: string): string {
  return visible(onOneLine(text))
    .split("|")
    .map((part) => (part.trim() === "" ? part : fenced(part)))
    .join(PIPE);
}

/** Lines of text as a code block, with a fence longer than any in them. */
export function codeBlock(text: string, language: string): string {
  const lines = text.replace(/(?<!\n)(?:\r\n|(?<!\r)\n)(?:\r?\n)*$/, "").split(/\r\n|\n|\r/);
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return [`${fence}${language}`, ...lines.map((line) => visible(line)), fence].join("\n");
}

function fenced(text: string): string {
  const fence = "`".repeat(longestRun(text) + 1);
  const padding = /^[` ]|[` ]$/.test(text) ? " " : "";
  return `${fence}${padding}${text}${padding}${fence}`;
}

function longestRun(text: string): number {
  return Array.from(text.matchAll(/`+/g)).reduce((longest, [run]) => Math.max(longest, run.length), 0);
}

/** Special words become code, neighbours among them together. */
function proseOf(text: string): string {
  const tokens = text.match(/ +|[^ ]+/g) ?? [];
  const special = tokens.map((token) => !token.startsWith(" ") && !isPlain(token));
  let result = "";
  let code = "";
  for (const [index, token] of tokens.entries()) {
    if (special[index] || (code !== "" && special[index + 1])) code += token;
    else {
      result += codeSpan(code) + token;
      code = "";
    }
  }
  return result + codeSpan(code);
}

/** Nothing that Markdown or GitHub gives a meaning to, in the middle of a line. */
function isPlain(word: string): boolean {
  if (!/^[\p{L}\p{M}\p{N}\p{Extended_Pictographic}.,;:()/%=+"'?!…–—→←↓↑·•⅓⅔€£§°×±≤≥-]+$/u.test(word)) return false;
  return !/:\/\/|www\.|(?<![\p{L}\p{N}])gh-\d|:[\w+-]+:|(?<![\p{L}\p{N}])[0-9a-f]{7,}(?![\p{L}\p{N}])/iu.test(word);
}

/** Two code spans side by side would be read as one. */
function apart(parts: readonly string[]): string {
  return parts.reduce((result, part) => (result.endsWith("`") && part.startsWith("`") ? `${result} ${part}` : result + part), "").trim();
}

/** At the start of a line some marks begin a list, a heading's underline or an indented block. */
function escapeStart(text: string): string {
  return text.replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2").replace(/^[-+=:]/, "\\$&");
}

const PIPE = "&#124;";
