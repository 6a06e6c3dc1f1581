/** A character that nobody sees, or that shows the text around it in another order. */
export interface HiddenCharacter {
  readonly at: number;
  readonly length: number;
  /** Such as `U+200B (zero-width space)`. */
  readonly name: string;
  readonly kind: "invisible" | "reordering";
}

/**
 * Control, format, bidirectional, zero-width and invisible characters, separators of lines and paragraphs, halves of characters,
 * and what is none at all; blanks and ends of lines are not among them. That most of a text is plain is found out first: a long
 * one is searched in a third of the time.
 */
export const HIDDEN = /(?![\t\n\r -~])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/** The hidden characters of a text, without those that scripts and emoji are written with; in order. */
export function* hiddenCharacters(text: string): Generator<HiddenCharacter> {
  if (!UNUSUAL.test(text)) return;
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
  const name = NAMES.get(point) ?? kindName(character);
  return { at, length: character.length, name: `${code} (${name})`, kind: REORDERING.test(character) ? "reordering" : "invisible" };
}

function kindName(character: string): string {
  if (/\p{Cc}/u.test(character)) return "control character";
  return TAG.test(character) ? "tag character" : "invisible character";
}

function belongs(text: string, at: number, character: string): boolean {
  const before = text.slice(Math.max(0, at - NEAR), at);
  const after = text.slice(at + character.length, at + character.length + NEAR);
  if (SELECTOR.test(character)) return SELECTED.test(before) || (/[0-9#*]$/.test(before) && after.startsWith("\u20E3"));
  if (TAG.test(character)) return /\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{0,6}$/u.test(before);
  if (SEEN.test(character)) return true;
  if (MARK.test(character)) return RIGHT_TO_LEFT.test(before) || RIGHT_TO_LEFT.test(after);
  if (character === "\u200D" && /[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?$/u.test(before))
    return /^\p{Extended_Pictographic}/u.test(after);
  if (character === "\u200C" || character === "\u200D") return JOINED.test(before);
  if (character === "\u200B") return UNSPACED.test(before) && UNSPACED_NEXT.test(after);
  return SPELLED.some(([own, neighbour]) => own.test(character) && neighbour.test(before));
}

/** Enough text around a character to tell what it belongs to. */
const NEAR = 16;

/** Anything but letters of Europe, punctuation, arrows and signs: most texts hold none of it. */
const UNUSUAL = /[^\t\n\r -~\u00A1-\u00AC\u00AE-\u02FF\u03A3-\u0482\u2010-\u2027\u2030-\u205E\u20A0-\u20C0\u2100-\u27BF]/;

const REORDERING = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
const SELECTOR = /[\uFE00-\uFE0F]/;
/** One behind another one would choose nothing, and can spell a text of its own. */
const SELECTED = /(?!\p{Variation_Selector})[^\p{ASCII}\p{Z}\p{Cf}]$/u;
const TAG = /[\u{E0020}-\u{E007F}]/u;
/** Signs around numbers and joiners of hieroglyphs: formats by name, and yet drawn. */
const SEEN = /[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}\u{13430}-\u{1345F}]/u;
const MARK = /[\u061C\u200E\u200F]/;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Scripts in which a joiner or non-joiner is spelling. */
const JOINED =
  /$(?<=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]\p{M}*)/u;

/** Scripts without blanks between words, where a zero-width space says where a line may end. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}]$/u;
const UNSPACED_NEXT = /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}]/u;

/** Signs that are spelling behind a letter of their own script. */
const SPELLED: readonly (readonly [own: RegExp, neighbour: RegExp])[] = [
  [/[\u{E0100}-\u{E01EF}]/u, /\p{Script=Han}$/u],
  [/[\u180B-\u180F]/, /\p{Script=Mongolian}$/u],
  [/\u034F/, /[\p{M}\p{Script=Hebrew}]$/u],
  [/[\u115F\u1160]/, /[\u1100-\u11FF]$/],
  [/[\u17B4\u17B5]/, /[\p{Script=Khmer}]$/u],
];

const NAMES: ReadonlyMap<number, string> = new Map([
  [0x00ad, "soft hyphen"],
  [0x061c, "Arabic letter mark"],
  [0x200b, "zero-width space"],
  [0x200c, "zero-width non-joiner"],
  [0x200d, "zero-width joiner"],
  [0x200e, "left-to-right mark"],
  [0x200f, "right-to-left mark"],
  [0x2028, "line separator"],
  [0x2029, "paragraph separator"],
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
