/**
 * What remark's time for a text grows with: its lines, each as often as lists and quotes around it may go on there, its words,
 * and its marks.
 */
export function effortOf(text: string): number {
  let effort = 0;
  let again = 0;
  let depth = 0;
  let afterEmpty = true;
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    const { at, marks } = prefixOf(text, start, end);
    const isEmpty = at >= end && marks === 0;
    // A line right below another one may go on with it, whatever that stands in; so does an empty one.
    if (!isEmpty) depth = afterEmpty ? marks : Math.max(depth, marks);
    // An underline that makes a heading of the line above has everything before gone through again.
    if (!afterEmpty && UNDERLINE.test(text.slice(start, end))) again += effort / UNDERLINE_PART;
    effort += 1 + depth + marksAndWordsIn(text, at, end);
    afterEmpty = isEmpty;
    start = end + 1;
  }
  return Math.ceil(effort + again);
}

/** Where the text of a line begins, and in how many lists and quotes it may stand there. */
function prefixOf(text: string, start: number, end: number): { readonly at: number; readonly marks: number } {
  let marks = 0;
  let at = start;
  let isEmpty = true;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BLANK) marks += BLANK_PART;
    else if (code === TAB) marks += TAB_PART;
    else if (OPENS[code] === 1) {
      marks += 1;
      isEmpty = false;
    } else break;
  }
  const ended = at >= end || (at === end - 1 && text.charCodeAt(at) === RETURN);
  return isEmpty && ended ? { at: end, marks: 0 } : { at, marks };
}

function marksAndWordsIn(text: string, start: number, end: number): number {
  let count = 0;
  let inWord = false;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const isLetter = code >= LIMIT || IS_LETTER[code] === 1;
    const isBlank = code === BLANK || code === TAB || code === RETURN;
    if (isLetter ? !inWord : !isBlank) count += 1;
    if (code === CARET && text.charCodeAt(at - 1) === BRACKET) count += NOTE_PART;
    inWord = isLetter;
  }
  return count;
}

/** What may call a footnote is looked at in many ways before it is none. */
const NOTE_PART = 8;
const BRACKET = 91;
const CARET = 94;
const LIMIT = 128;
const IS_LETTER = Uint8Array.from({ length: LIMIT }, (_, code) => (/[A-Za-z0-9]/.test(String.fromCharCode(code)) ? 1 : 0));
/** What quotes and items of lists begin with. */
const OPENS = Uint8Array.from({ length: LIMIT }, (_, code) => (/[>*+\-.)0-9]/.test(String.fromCharCode(code)) ? 1 : 0));
const UNDERLINE = /^[ \t>]*(?:-+|=+)[ \t]*\r?$/;
const UNDERLINE_PART = 160;
/** An item's text stands in by two blanks at least. */
const BLANK_PART = 1 / 2;
const TAB_PART = 2;
const TAB = 9;
const RETURN = 13;
const BLANK = 32;
