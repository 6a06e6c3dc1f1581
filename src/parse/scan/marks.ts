import { addRun, flanks, neighbourAt } from "./attention.ts";
import { addPlain, pointIn, type TextLine } from "./line.ts";
import { closeBracket, openBracket } from "./link.ts";
import { addText } from "./tokens.ts";

/** Reads the mark at an offset of a line; gives the offset behind it, or nothing where it is not plain. */
export function readMark(line: TextLine, at: number): number | undefined {
  switch (line.text[at]) {
    case "\\":
      return escapeAt(line, at);
    case "`":
      return codeAt(line, at);
    case "<":
      return htmlAt(line, at);
    case "[":
      return openBracket(line, at);
    case "]":
      return closeBracket(line, at);
    case "&":
      return matches(REFERENCE, line.text, at) ? undefined : at + 1;
    case "@":
      return matches(ADDRESS, line.text, at) ? undefined : at + 1;
    case ":":
      return matches(PROTOCOL, line.text, at) ? undefined : at + 1;
    case "w":
    case "W":
      return undefined;
    default:
      return runAt(line, at);
  }
}

function escapeAt(line: TextLine, at: number): number | undefined {
  const { text, tokens } = line;
  const escaped = text[at + 1] ?? "";
  if (!ESCAPABLE.test(escaped)) return at + 1;
  // Of these, links are made even where they are escaped.
  if (LINK_PART.test(escaped) || (escaped === "." && /www$/i.test(text.slice(Math.max(0, at - 3), at)))) return undefined;
  addPlain(line, at, at + 2);
  addText(tokens.all, escaped, pointIn(line, at), pointIn(line, at + 2));
  return at + 2;
}

function codeAt(line: TextLine, at: number): number | undefined {
  const { text, tokens } = line;
  const length = matchAt(BACKTICKS, text, at)?.length ?? 0;
  let end = text.indexOf("`", at + length);
  while (end >= 0) {
    const run = matchAt(BACKTICKS, text, end)?.length ?? 0;
    if (run === length) break;
    end = text.indexOf("`", end + run);
  }
  // What closes it may stand in a later line.
  if (end < 0) return undefined;
  let value = text.slice(at + length, end);
  if (value.startsWith(" ") && value.endsWith(" ") && /[^ ]/.test(value)) value = value.slice(1, -1);
  if (line.inTable) value = value.replaceAll("\\|", "|");
  addPlain(line, at, end + length);
  tokens.all.push({ type: "inlineCode", value, position: { start: pointIn(line, at), end: pointIn(line, line.from) } });
  return line.from;
}

function htmlAt(line: TextLine, at: number): number | undefined {
  const { text, tokens } = line;
  if (!matches(HTML, text, at)) return at + 1;
  const value = matchAt(TAG, text, at);
  if (value === undefined) return undefined;
  addPlain(line, at, at + value.length);
  tokens.all.push({ type: "html", value, position: { start: pointIn(line, at), end: pointIn(line, line.from) } });
  return line.from;
}

function runAt(line: TextLine, at: number): number | undefined {
  const { text, tokens } = line;
  const mark = text[at];
  let end = at + 1;
  while (text[end] === mark) end += 1;
  const { opens, closes } = flanks(
    mark,
    neighbourAt(text, at - 1),
    end === text.length && line.broken ? "punctuation" : neighbourAt(text, end),
  );
  if (mark === "~" && (end - at > 2 || text[at - 1] === "~")) return undefined;
  if (!opens && !closes) return end;
  addPlain(line, at, end);
  const run = { type: "run", mark, opens, closes, start: pointIn(line, at), end: pointIn(line, end) } as const;
  return addRun(tokens, { ...run }) ? end : undefined;
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

const ESCAPABLE = /[!-/:-@[-`{-~]/;
const LINK_PART = /[/:@]/;
const BACKTICKS = /`+/y;
const REFERENCE = /&#?[A-Za-z0-9]+;/y;
const ADDRESS = /(?<=[\w.+\-;])@/y;
const PROTOCOL = /(?<=https?):\/\//iy;
const HTML = /<[A-Za-z/!?]/y;
/** Comments, and tags without anything but their name; autolinks look different. */
const TAG = /<(?:\/[A-Za-z][A-Za-z0-9-]* *|[A-Za-z][A-Za-z0-9-]* *\/?|!--(?!-?>).*?--)>/y;
