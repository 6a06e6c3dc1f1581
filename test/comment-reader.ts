import { Lexer, type Token, type Tokens } from "marked";

/** What a comment is made of, and what of it is alive. */
export interface ReadComment {
  /** Headings, tables with their sizes, lists, blocks of code and of HTML, in order. */
  readonly frame: readonly string[];
  /** Links, images, elements, and words that GitHub makes links of. */
  readonly lively: readonly string[];
}

/** The comment as another parser of GitHub's Markdown reads it. */
export function readComment(markdown: string): ReadComment {
  const frame: string[] = [];
  const lively: string[] = [];
  for (const token of Lexer.lex(markdown, { gfm: true })) visit(token, frame, lively);
  return { frame, lively };
}

function visit(token: Token, frame: string[], lively: string[]): void {
  if (FRAME.has(token.type)) frame.push(frameOf(token));
  else if (token.type === "text" && !("tokens" in token)) lively.push(...linkedWords(token.raw));
  else if (!QUIET.has(token.type)) lively.push(`${token.type} ${token.raw}`);
  for (const inner of innerOf(token)) visit(inner, frame, lively);
}

function frameOf(token: Token): string {
  switch (token.type) {
    case "heading":
      return `heading ${token.depth}`;
    case "table":
      return `table ${[token.header, ...token.rows].map((row: readonly Tokens.TableCell[]) => row.length).join(" ")}`;
    case "code":
      return `code ${token.lang}`;
    case "list":
      return `list ${token.items.length}`;
    default:
      return `${token.type} ${token.raw.trim()}`;
  }
}

function innerOf(token: Token): readonly Token[] {
  if (token.type === "table") return [token.header, ...token.rows].flat().flatMap((cell: Tokens.TableCell) => cell.tokens);
  if (token.type === "list") return token.items.flatMap((item: Tokens.ListItem) => item.tokens);
  return "tokens" in token && token.tokens !== undefined ? token.tokens : [];
}

/** Words outside of code that GitHub links, and references to characters that may hide some; our own is that of a pipe. */
function linkedWords(raw: string): readonly string[] {
  const text = raw.replaceAll("&#124;", "|");
  const alive = /[@<&]|#\d|\bgh-\d|:\/\/|www\.|mailto:|xmpp:|\b[0-9a-f]{7,40}\b|:[\w+-]+:|\$/i.exec(text);
  return alive === null ? [] : [raw];
}

const FRAME = new Set(["heading", "table", "code", "list", "html", "blockquote", "hr", "def"]);
const QUIET = new Set(["space", "paragraph", "text", "codespan", "br", "escape", "strong"]);
