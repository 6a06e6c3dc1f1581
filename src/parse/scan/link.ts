import { addPlain, pointIn, type TextLine } from "./line.ts";
import { settle } from "./tokens.ts";

/** What may begin a link; images and footnotes are not plain. */
export function openBracket(line: TextLine, at: number): number | undefined {
  const { text, tokens } = line;
  if (text[at - 1] === "!" || text[at + 1] === "^") return undefined;
  addPlain(line, at, at + 1);
  tokens.brackets.push(tokens.all.length);
  tokens.all.push({ type: "bracket", start: pointIn(line, at), end: pointIn(line, at + 1) });
  return at + 1;
}

/** A link, where a plain target follows at once; else the bracket is text, and so is the one it belongs to. */
export function closeBracket(line: TextLine, at: number): number | undefined {
  const { text, tokens } = line;
  const index = tokens.brackets.pop();
  const opener = index === undefined ? undefined : tokens.all[index];
  const around = tokens.brackets.length;
  const active = around >= tokens.inactive;
  if (!active) tokens.inactive = around;
  if (index === undefined || opener?.type !== "bracket" || !active || text[at + 1] !== "(") return at + 1;
  TARGET.lastIndex = at + 1;
  const target = TARGET.exec(text);
  // Blanks at the end of a link's text are left out.
  if (target === null || text[at - 1] === " ") return undefined;
  addPlain(line, at, TARGET.lastIndex);
  const position = { start: opener.start, end: pointIn(line, line.from) };
  const children = settle(tokens, index + 1);
  tokens.all.pop();
  tokens.all.push({ type: "link", title: target[2] || null, url: target[1], children, position });
  tokens.inactive = around;
  return line.from;
}

/** A target without anything that is decoded or in brackets, with or without a title. */
const TARGET = /\(([!-%'*-;=?-[\]-~]*)(?:(?<!\() +"([^"\\&\r\n]*)")?\)/y;
