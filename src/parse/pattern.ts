/** Gives the regular expression to match a text with. */
export type Pattern = (text: string) => RegExp;

/**
 * A pattern that speaks of letters and digits of all scripts, always inside of brackets: `[\p{L}\p{N}]`. The engine compiles
 * these classes anew for every pattern, which takes longer than reading a plan does; so a text that has no others is matched
 * with the letters and digits of ASCII in their place, and neither form is made before a text asks for it.
 */
export function pattern(source: string, flags: string): Pattern {
  let short: RegExp | undefined;
  let long: RegExp | undefined;
  return (text) => {
    if (isPlain(text)) {
      short ??= new RegExp(
        source.replace(/\\[pP]\{(\w+)\}/g, (whole, name: string) => ASCII.get(name) ?? whole),
        flags,
      );
      return short;
    }
    long ??= new RegExp(source, flags);
    return long;
  };
}

/** Whether all letters and digits of a text are of ASCII, whatever signs and pictures stand among them. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

const PLAIN =
  /^(?:[\0-\x7F\u00A0-\u00A9\u00AB-\u00B1\u00B4\u00B6-\u00B8\u00BB\u00BF\u00D7\u00F7\u2010-\u2027\u2190-\u23FF\u2500-\u2767\u{1F300}-\u{1FAFF}]|\uFE0F)*$/u;

const ASCII: ReadonlyMap<string, string> = new Map([
  ["L", "A-Za-z"],
  ["Lu", "A-Z"],
  ["Ll", "a-z"],
  ["N", "0-9"],
]);
