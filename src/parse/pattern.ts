/** Gives the regular expression to match a text with. */
export type Pattern = (text: string) => RegExp;

/**
 * A pattern that speaks of letters and digits of all scripts, always inside of brackets: `[\p{L}\p{N}]`, or of words of other
 * scripts. The engine compiles these classes anew for every pattern, which takes longer than reading a plan does; so a text that
 * has no others is matched with the letters and digits of ASCII in their place and without those words, and neither form is made
 * before a text asks for it.
 */
export function pattern(source: string, flags: string): Pattern {
  let short: RegExp | undefined;
  let long: RegExp | undefined;
  return (text) => {
    if (isPlain(text)) {
      short ??= new RegExp(
        source.replace(/\\[pP]\{(\w+)\}/g, (whole, name: string) => ASCII.get(name) ?? whole).replace(FOREIGN_WORD, ""),
        flags,
      );
      return short;
    }
    long ??= new RegExp(source, flags);
    return long;
  };
}

/** A pattern that only texts with letters of other scripts can match. */
export function foreign(source: string, flags: string): Pattern {
  const own = pattern(source, flags);
  return (text) => (isPlain(text) ? NEVER : own(text));
}

/** Whether all letters and digits of a text are of ASCII, whatever signs and pictures stand among them. */
export function isPlain(text: string): boolean {
  return ASCII_ALONE.test(text) || PLAIN.test(text);
}

const ASCII_ALONE = /^[\0-\x7F]*$/;
const PLAIN =
  /^(?:[\0-\x7F\u00A0-\u00A9\u00AB-\u00B1\u00B4\u00B6-\u00B8\u00BB\u00BF\u00D7\u00F7\u2010-\u2027\u2190-\u23FF\u2500-\u2767\u{1F300}-\u{1FAFF}]|\uFE0F)*$/u;

const NEVER = /(?!)/;

/** An alternative of nothing but words, one of them with a letter that no plain text has. */
const FOREIGN_WORD =
  /\|[^|()[\]\\\u00AA\u00B5\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u3040-\uD7A3]*[\u00AA\u00B5\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u3040-\uD7A3][^|()[\]\\]*(?=[|)])/g;

const ASCII: ReadonlyMap<string, string> = new Map([
  ["L", "A-Za-z"],
  ["Lu", "A-Z"],
  ["Ll", "a-z"],
  ["N", "0-9"],
]);
