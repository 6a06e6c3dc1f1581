import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { everyFormat, hostileOutcomeOf } from "./hostile-outcomes.ts";
import { hostileTexts } from "./hostile-plan.ts";
import { patience, times } from "./runs.ts";
import { controls, withoutOwnColors } from "./terminal-reader.ts";

const STRINGS = 10_000;
const AT_ONCE = 100;

describe.each([...everyFormat])("the format %s", (_, write) => {
  test("holds no control but line feeds", { timeout: patience(10) }, () => {
    fc.assert(
      fc.property(hostileTexts("terminal", AT_ONCE), (texts) => {
        const outcome = hostileOutcomeOf(texts);
        expect(controls(write([outcome]))).toEqual([]);
      }),
      { numRuns: times(STRINGS / AT_ONCE) },
    );
  });
});

test("with colours a text is the plain one with our own colours between", { timeout: patience(10) }, () => {
  const write = everyFormat.get("text");
  fc.assert(
    fc.property(hostileTexts("terminal", AT_ONCE), fc.constantFrom(1, 2, 3), fc.constantFrom(20, 80, 200), (texts, color, width) => {
      const outcome = hostileOutcomeOf(texts);
      const plain = write?.([outcome], { width, ascii: true }) ?? "";
      const colored = write?.([outcome], { width, ascii: true, color }) ?? "";
      expect(colored).not.toBe(plain);
      expect(words(withoutOwnColors(colored))).toBe(words(plain));
    }),
    { numRuns: times(STRINGS / AT_ONCE) },
  );
});

/** Blanks at the end of a line, and whether a command at its start had to be broken, depend on the colours. */
function words(output: string): string {
  return output.replaceAll(/ +$/gm, "").replaceAll(/\\u\{3a\}:/g, "::");
}
