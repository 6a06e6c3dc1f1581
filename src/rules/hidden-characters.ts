/** A character that nobody sees, or that shows the text around it in another order. */
export interface HiddenCharacter {
  readonly at: number;
  readonly length: number;
  /** Such as `U+200B (zero-width space)`. */
  readonly name: string;
  readonly kind: "invisible" | "reordering";
}

/** The hidden characters of a text, without those that scripts and emoji are written with; in order. */
export function* hiddenCharacters(text: string): Generator<HiddenCharacter> {
  for (const { 0: character, index } of text.matchAll(HIDDEN)) {
    if (!belongs(text, index, character)) yield describe(character, index);
  }
}

/** Whether a reader could take the text for another one. */
export function hidesCharacter(text: string): boolean {
  return !hiddenCharacters(text).next().done;
}

/** The text as a reader sees it. */
export function withoutHidden(text: string): string {
  return text.replace(HIDDEN, (character: string, at: number) => (belongs(text, at, character) ? character : ""));
}

function describe(character: string, at: number): HiddenCharacter {
  const point = character.codePointAt(0) ?? 0;
  const code = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
  const name = NAMES.get(point) ?? (point >= 0xe0000 ? "tag character" : "invisible character");
  return { at, length: character.length, name: `${code} (${name})`, kind: REORDERING.test(character) ? "reordering" : "invisible" };
}

function belongs(text: string, at: number, character: string): boolean {
  const before = text.slice(Math.max(0, at - NEAR), at);
  const after = text.slice(at + character.length, at + character.length + NEAR);
  if (SELECTOR.test(character)) return /[^\p{ASCII}\p{Z}\p{Cf}]$/u.test(before) || (/[0-9#*]$/.test(before) && after.startsWith("\u20E3"));
  if (TAG.test(character)) return /(?:\u{1F3F4}|[\u{E0020}-\u{E007E}])$/u.test(before);
  if (MARK.test(character)) return RIGHT_TO_LEFT.test(before) || RIGHT_TO_LEFT.test(after);
  if (character === "\u200D" && /[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?$/u.test(before))
    return /^[\p{Extended_Pictographic}\p{Emoji}]/u.test(after);
  if (character === "\u200C" || character === "\u200D") return JOINED.test(before);
  if (character === "\u200B") return UNSPACED.test(before) && UNSPACED_NEXT.test(after);
  return false;
}

/** Enough text around a character to tell what it belongs to. */
const NEAR = 16;

const HIDDEN = /[\uFE00-\uFE0F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\u3164\uFEFF\uFFA0\u{E0000}-\u{E007F}]/gu;
const REORDERING = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
const SELECTOR = /[\uFE00-\uFE0F]/;
const TAG = /[\u{E0020}-\u{E007F}]/u;
const MARK = /[\u061C\u200E\u200F]/;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Scripts in which a joiner or non-joiner is spelling. */
const JOINED =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]\p{M}*$/u;

/** Scripts without blanks between words, where a zero-width space says where a line may end. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}]$/u;
const UNSPACED_NEXT = /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}]/u;

const NAMES: ReadonlyMap<number, string> = new Map([
  [0x061c, "Arabic letter mark"],
  [0x200b, "zero-width space"],
  [0x200c, "zero-width non-joiner"],
  [0x200d, "zero-width joiner"],
  [0x200e, "left-to-right mark"],
  [0x200f, "right-to-left mark"],
  [0x202a, "left-to-right embedding"],
  [0x202b, "right-to-left embedding"],
  [0x202c, "end of embedding"],
  [0x202d, "left-to-right override"],
  [0x202e, "right-to-left override"],
  [0x2060, "word joiner"],
  [0x2066, "left-to-right isolate"],
  [0x2067, "right-to-left isolate"],
  [0x2068, "first strong isolate"],
  [0x2069, "end of isolate"],
  [0xfe0f, "emoji selector"],
  [0xfeff, "zero-width no-break space"],
]);
