import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { run } from "../src/cli.ts";
import { readable } from "../src/parse/encoding.ts";
import { createMemoryHost } from "./memory-host.ts";
import { patience, times } from "./runs.ts";

const PLAN =
  "# Plän → ✅\n\n## Sprint 1\n\n| ID | Task | Hours | Dependencies |\n|---|---|---|---|\n| 1 | Größe | 4 | |\n| 2 | Maß | 4 | 1, 1 |\n";

const utf8 = new TextEncoder().encode(PLAN);

/** Bytes that are no UTF-8 text, each with what is said of them. */
const damages: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ["UTF-16, little end first, marked", utf16(`\uFEFF${PLAN}`)],
  ["UTF-16, big end first, marked", swapped(utf16(`\uFEFF${PLAN}`))],
  ["UTF-16, little end first", utf16(PLAN)],
  ["UTF-16, big end first", swapped(utf16(PLAN))],
  ["Latin-1", Buffer.from(PLAN.replaceAll(/[→✅]/gu, ""), "latin1")],
  ["Shift JIS", Uint8Array.from([...utf8, 0x83, 0x5e, 0x83, 0x58])],
  ["a byte that never is", Uint8Array.from([...utf8, 0xff])],
  ["a sequence that goes on alone", Uint8Array.from([...utf8, 0x80, 0x0a])],
  ["a sequence cut off", utf8.subarray(0, utf8.indexOf(0xe2) + 2)],
  ["an overlong slash", Uint8Array.from([...utf8, 0xc0, 0xaf, 0x0a])],
  ["half of a pair", Uint8Array.from([...utf8, 0xed, 0xa0, 0x80, 0x0a])],
  ["beyond the last code point", Uint8Array.from([...utf8, 0xf4, 0x90, 0x80, 0x80])],
];

describe("a file that is no UTF-8 is refused and stays as it is", () => {
  test.each(damages)("%s", (_name, bytes) => {
    for (const line of ["check --fix --unsafe", "show", "forecast --runs 10"]) {
      const [command, ...flags] = line.split(" ");
      const host = createMemoryHost({ files: new Map([["plan.md", bytes]]) });
      const code = run([command, "plan.md", ...flags], host);
      expect([code, host.output()]).toEqual([2, ""]);
      expect(host.screen()).toMatch(/UTF-(?:8|16)/);
      expect(host.readFile("/project/plan.md")).toEqual({ kind: "bytes", bytes });
    }
  });

  test("a plan that is UTF-8 is read", () => {
    const host = createMemoryHost({ files: new Map([["plan.md", utf8]]) });
    expect(run(["check", "plan.md", "--fix"], host)).toBe(0);
    expect(host.textOf("plan.md")).toBe(PLAN.replace("1, 1", "1"));
  });
});

/** What the letters of each language are, without those of ASCII. */
const LETTERS: readonly (readonly [language: string, letters: string])[] = [
  ["French", "àâçéèêëîïôùûüÀÂÇÉÈÊËÎÏÔÙÛÜ"],
  ["Vietnamese", "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĂÂĐÊÔƠƯ"],
  ["Greek", "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώϊϋΐΰςΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"],
  ["Turkish", "çğıöşüâîûÇĞİÖŞÜ"],
];

/** Words as people write them: mostly small letters, quotes and marks where sentences have them. */
function linesOf(letters: string): fc.Arbitrary<string> {
  const all = Array.from(letters).filter((letter) => /\p{L}/u.test(letter));
  const small = all.filter((letter) => letter === letter.toLowerCase());
  const great = all.filter((letter) => letter !== letter.toLowerCase());
  const word = fc
    .array(fc.constantFrom(...small, ..."aeioubcdlmnprst"), { minLength: 1, maxLength: 9 })
    .chain((made) => fc.constantFrom("", ...great, ..."AEST").map((first) => first + made.join("")));
  const upper = word.map((made) => made.toLocaleUpperCase());
  const quoted = word.chain((made) =>
    fc.constantFrom(`“${made}”`, `« ${made} »`, `«\u00A0${made}\u00A0»`, `${made}…`, `’${made}’`, `${made} – 3 €`, `(${made})`),
  );
  // These two stand behind few letters.
  const ligature = fc.constantFrom("cœur", "SŒUR", "Œuvre", "nœud,", "L’Haÿ", "L’HAŸ", "ex æquo");
  return fc
    .array(fc.oneof({ weight: 6, arbitrary: word }, upper, quoted, ligature), { minLength: 1, maxLength: 12 })
    .map((words) => words.join(" "));
}

describe("right text stays as it is", () => {
  test.each(LETTERS)("%s", (_language, letters) => {
    fc.assert(
      fc.property(linesOf(letters), (line) => {
        const { text, damage } = readable(line);
        if (text !== line || damage.length > 0) expect([text, damage]).toEqual([line, []]);
      }),
      { numRuns: times(250) },
    );
  });
});

/** What the WHATWG's windows-1252 makes of the bytes 80 to 9F: five of them stay control characters. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** The text as UTF-8, read as windows-1252. */
function damaged(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) =>
    byte >= 0x80 && byte < 0xa0 ? HIGH[byte - 0x80] : String.fromCharCode(byte),
  ).join("");
}

test("text that was encoded twice is what it was", { timeout: patience(20) }, () => {
  const lines = fc.oneof(
    ...LETTERS.map(([, letters]) => linesOf(letters)),
    linesOf("äöüßéñçåøæžščřůþ → ✅ 🚀 ← ≤ ┌ │"),
    linesOf("日本語テスト任务依赖작업"),
  );
  fc.assert(
    fc.property(lines, (line) => {
      const { text, damage } = readable(damaged(`✅ ${line}`));
      if (text !== `✅ ${line}`) expect(text).toBe(`✅ ${line}`);
      expect(damage.every(({ certain }) => certain)).toBe(true);
    }),
    { numRuns: times(5_000) },
  );
});

function utf16(text: string): Uint8Array {
  return Buffer.from(text, "utf16le");
}

function swapped(bytes: Uint8Array): Uint8Array {
  return Buffer.from(bytes).swap16();
}
