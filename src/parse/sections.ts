/** A part of a text that means the same by itself as it does in the whole. */
export interface SectionText {
  readonly start: number;
  readonly text: string;
}

/**
 * The text in parts, each from a heading on that begins its line behind an empty one and is hidden by nothing.
 * Where that becomes unsure, the last part is all of the rest; where one part may change what another means, it is the whole.
 */
export function sectionsOf(text: string): readonly SectionText[] {
  const starts = UNUSUAL.test(text) || mayDefine(text) ? [0] : startsIn(text);
  return starts.map((from, index) => ({ start: from, text: text.slice(from, starts[index + 1] ?? text.length) }));
}

/** Whether a link or a footnote may be defined somewhere: that means something everywhere. */
function mayDefine(text: string): boolean {
  let from = 0;
  for (let at = text.indexOf("]:"); at >= 0; at = text.indexOf("]:", at + 1)) {
    // What is defined stands first in its paragraph, which an empty line ends.
    const before = text.slice(from, at);
    const paragraph = before.slice(Math.max(0, before.lastIndexOf("\n\n"), before.lastIndexOf("\n\r\n")));
    if ((from === 0 ? FIRST_LABEL : LABEL).test(paragraph)) return true;
    from = at;
  }
  return false;
}

function startsIn(text: string): readonly number[] {
  const starts = [0];
  let cover: Cover = OPEN;
  let emptyBefore = false;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    const code = text.charCodeAt(start);
    if (emptyBefore && code === NUMBER_SIGN && isBare(cover) && HEADING.test(text.slice(start, start + 7))) {
      if (cover.kind === "perhaps") return starts;
      starts.push(start);
    } else if (cover !== OPEN || mayCover(text, start)) {
      const next = coverBehind(text.slice(start, end), cover);
      if (next === undefined) return starts;
      cover = next;
    }
    emptyBefore = end === start || (end === start + 1 && code === CARRIAGE_RETURN);
    start = end + 1;
  }
  return starts;
}

/** What may hide a heading at the start of its line. What stands in a list or quote ends with it there, but not in the same place. */
type Cover =
  | { readonly kind: "none" }
  | { readonly kind: "fence"; readonly marks: string }
  /** A fence at the top or in a list or quote, or no fence but code. */
  | { readonly kind: "perhaps"; readonly marks: string; readonly indentation: number }
  | { readonly kind: "comment" }
  /** HTML up to the next empty line. */
  | { readonly kind: "tags" };

const OPEN: Cover = { kind: "none" };

function mayCover(text: string, start: number): boolean {
  COVERING.lastIndex = start;
  return COVERING.test(text);
}

function isBare(cover: Cover): boolean {
  return cover.kind !== "fence" && cover.kind !== "comment";
}

/** What covers the text behind a line; nothing where that is not certain. */
function coverBehind(line: string, cover: Cover): Cover | undefined {
  switch (cover.kind) {
    case "none":
      return coverFrom(line);
    case "fence":
      return closes(line, cover.marks) ? OPEN : cover;
    case "comment":
      return line.includes("-->") ? OPEN : cover;
    case "tags":
      if (BLANK.test(line)) return OPEN;
      return COVERING_INSIDE.test(line) ? undefined : cover;
    case "perhaps":
      if (BLANK.test(line)) return cover;
      // A list ends here, and the fence with it; or there is no list.
      if (line.search(/[^ ]/) < cover.indentation) return undefined;
      if (!closes(line.trimStart(), cover.marks)) return cover;
      // Whether more blanks are too many depends on what is around.
      return line.search(/[^ ]/) <= Math.max(cover.indentation, 3) ? OPEN : undefined;
  }
}

function coverFrom(line: string): Cover | undefined {
  const prefix = /^[ \t>*+\-\d.)]*/.exec(line)?.[0] ?? "";
  const indentation = prefix.length;
  const rest = line.slice(indentation);
  const marks = FENCE.exec(rest)?.[1];
  // How far in a quote's next lines are says nothing.
  if (marks !== undefined && prefix.includes(">")) return undefined;
  if (marks !== undefined) return indentation === 0 ? { kind: "fence", marks } : { kind: "perhaps", marks, indentation };
  if (LONG_HTML.test(rest)) {
    if (CLOSED_COMMENT.test(rest)) return OPEN;
    return indentation === 0 && /^<!--(?!-?>)/.test(rest) ? { kind: "comment" } : undefined;
  }
  return HTML.test(rest) ? { kind: "tags" } : OPEN;
}

function closes(line: string, marks: string): boolean {
  const run = /^ {0,3}(`{3,}|~{3,})[ \t\r]*$/.exec(line)?.[1];
  return run?.startsWith(marks) === true;
}

/** What ends lines in one place and not in another, and a byte-order mark, behind which remark counts all places one too low. */
const UNUSUAL = /[\0\u2028\u2029]|\r(?!\n)|^\uFEFF/;
const HEADING = /^#{1,6} /;
const BLANK = /^[ \t\r]*$/;
const FENCE = /^(`{3,}(?=[^`]*$)|~{3,})/;
const HTML = /^<[A-Za-z/]/;
/** HTML that an empty line does not end. */
const LONG_HTML = /^<(?:[!?]|(?:script|pre|style|textarea)(?![\w-]))/i;
const CLOSED_COMMENT = /^<!--(?!-?>).*-->/;
/** A line's first bracket, behind nothing but marks of lists and quotes. */
const LABEL = /\n[ \t>*+\-\d.)]*\[/;
const FIRST_LABEL = /(?:^|\n)[ \t>*+\-\d.)]*\[/;

/** What may cover the lines behind, alone or behind marks of lists and quotes. */
const COVERING = /[ \t>*+\-\d.)]*(?:`{3}|~{3}|<[A-Za-z/!?])/y;
const COVERING_INSIDE = /^[ \t>*+\-\d.)]*(?:`{3}|~{3}|<(?:[!?]|script|pre|style|textarea))/i;
const NUMBER_SIGN = 35;
const CARRIAGE_RETURN = 13;
