/** What a terminal would obey or a reader would not see, each by its code; a line feed is neither. */
export function controls(output: string): readonly string[] {
  const found = Array.from(output).filter((character) => character !== "\n" && isControl(character.codePointAt(0) ?? 0));
  return [...new Set(found)].map((character) => `U+${character.codePointAt(0)?.toString(16)}`);
}

/** The output without the colours that we write: each is switched on and off again by one of a few sequences. */
export function withoutOwnColors(output: string): string {
  return output.split("\u001b[").reduce((text, part) => text + (OWN.test(part) ? part.replace(OWN, "") : `\u001b[${part}`));
}

const OWN = /^(?:1|2|22|31|32|33|36|39)m/;

/** C0, DEL, C1, marks of direction, zero-width signs, separators of lines, halves of characters, and what is none at all. */
function isControl(code: number): boolean {
  const ranges = [
    [0, 0x1f],
    [0x7f, 0x9f],
    [0xad, 0xad],
    [0x61c, 0x61c],
    [0x180e, 0x180e],
    [0x200b, 0x200c],
    [0x200e, 0x200f],
    [0x2028, 0x202e],
    [0x2060, 0x206f],
    [0xd800, 0xdfff],
    [0xfdd0, 0xfdef],
    [0xfeff, 0xfeff],
    [0xfff9, 0xfffb],
    [0xe0000, 0xe0fff],
  ];
  return (code & 0xfffe) === 0xfffe || ranges.some(([first, last]) => first <= code && code <= last);
}
