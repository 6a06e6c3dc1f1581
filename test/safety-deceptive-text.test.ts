import { describe, expect, test } from "vitest";
import { run } from "../src/cli.ts";
import { visible } from "../src/report/visible.ts";
import { hiddenCharacters, hidesCharacter } from "../src/rules/hidden-characters.ts";
import { createMemoryHost } from "./memory-host.ts";

/** Marks that reorder, blanks without width, fillers, tags and selectors: what reviews were deceived with. */
const DECEPTIVE = [
  0x202a, 0x202d, 0x202e, 0x2066, 0x2068, 0x200e, 0x200b, 0x2060, 0xfeff, 0xad, 0x180e, 0x115f, 0x3164, 0xe0041, 0xe0101,
].map((code) => String.fromCodePoint(code));

const COLUMNS: ReadonlyMap<string, string> = new Map([
  ["Task", "1.1.2"],
  ["Description", "Dig a pond"],
  ["Hours", "12"],
  ["Assignee", "Ada"],
  ["Dependencies", "1.1.1"],
  ["Risk", "Low"],
  ["Status", "done"],
  ["Phase", "Work"],
]);

/** Other places of a plan; `?` is where the character stands. */
const PLACES = [
  "# A gar?den",
  "## Phase 1: Fir?st (Weeks 1-2)",
  "### Sprint 1.?1: Earth (Week 1)",
  "### Sprint 1.1: Ear?th (Week 1)",
  "- A?da: 30 hours",
  "- Ada: 3?0 hours",
  "**Total Estimated Hours**: 1?2 hours",
  "- [ ] A frog co?mes",
  "## Mile?stones",
];

function report(plan: string): { readonly findings: readonly string[]; readonly printed: string } {
  const host = createMemoryHost({ files: new Map([["plan.md", plan]]) });
  run(["check", "plan.md", "--format", "text", "--format", "compact=found"], host);
  const findings = (host.textOf("found") ?? "").split("\n").filter((line) => line.endsWith("[deceptive-character]"));
  return { findings: findings.map((line) => line.replace(/^(plan\.md:\d+:\d+: \w+) .*$/, "$1")), printed: host.screen() };
}

function tableWith(column: string, cell: string): string {
  const cells = Array.from(COLUMNS, ([name, usual]) => (name === column ? cell : usual));
  return `## Sprint 1.1: Earth

| ${[...COLUMNS.keys()].join(" | ")} |
|${"---|".repeat(COLUMNS.size)}
| 1.1.1 | Buy a spade | 4 | Ada | None | Low | open | Work |
| ${cells.join(" | ")} |
`;
}

describe.each(DECEPTIVE.map((character) => [`U+${character.codePointAt(0)?.toString(16).toUpperCase()}`, character]))(
  "%s",
  (_, character) => {
    const shown = `\\u{${character.codePointAt(0)?.toString(16)}}`;

    test.each([...COLUMNS])("in the column %s is reported where it stands, and shown", (column, usual) => {
      const cell = `${usual.slice(0, 2)}${character}${usual.slice(2)}`;
      const plan = tableWith(column, cell);
      const line = plan.split("\n")[5];
      const { findings, printed } = report(plan);
      const severity = ["Task", "Hours", "Dependencies"].includes(column) ? "error" : "warning";
      expect(findings).toEqual([`plan.md:6:${line.indexOf(character) + 1}: ${severity}`]);
      expect(printed).toContain(shown);
      expect(printed).not.toContain(character);
    });

    test("is reported wherever else it stands", () => {
      const plan = `${PLACES.join("\n\n").replaceAll("?", character)}\n\n${tableWith("", "")}`;
      const expected = PLACES.map((place, index) => `plan.md:${1 + 2 * index}:${place.indexOf("?") + 1}`);
      expect(report(plan).findings.map((finding) => finding.replace(/: \w+$/, ""))).toEqual(expected);
      expect(report(plan).printed).not.toContain(character);
    });
  },
);

/** Every character there is, but halves of one, which no file can hold. */
function* everyCharacter(): Generator<string> {
  for (let code = 0; code <= 0x10ffff; code += 1) if (code < 0xd800 || code > 0xdfff) yield String.fromCodePoint(code);
}

test("what is reported between letters is what is escaped there, over all of Unicode", () => {
  const differing = [...everyCharacter()].filter((character) => {
    const text = `x${character}y`;
    return hidesCharacter(text) !== (visible(text) !== text);
  });
  const names = differing.map((character) => `U+${character.codePointAt(0)?.toString(16).toUpperCase()}`);
  // Blanks of a plan, and signs around numbers in Arabic, Kaithi and hieroglyphs, which are seen but are no text to a terminal.
  expect(names.filter((name) => !/^U\+(?:9|D|60[0-5]|6DD|70F|89[01]|8E2|110[BC]D|134[345].)$/.test(name))).toEqual([]);
});

test.each([
  ["an emoji", "👩‍🏫 ⚠️ 1️⃣ 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}"],
  ["Persian", "می\u200cخواهم"],
  ["a Japanese name", "辻\u{e0100}"],
  ["Hebrew with a mark", "שלום\u200f!"],
  ["Thai with breaks", "ภาษา\u200bไทย"],
  ["blanks and ends of lines", "a\tb\r\nc"],
])("%s is written with such characters, and not reported", (_, text) => {
  expect([...hiddenCharacters(text)]).toEqual([]);
});

test.each([
  ["selectors in a row", "😀\ufe00\ufe01\ufe02"],
  [
    "tags behind a flag that are none of a country",
    `🏴${Array.from("ignore this", (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join("")}`,
  ],
  ["a selector behind a letter", "a\u{e0100}"],
])("%s can hide a text, and are reported", (_, text) => {
  expect([...hiddenCharacters(text)]).not.toEqual([]);
});

test("ids that look the same are the same", () => {
  const unknownIn = (dependency: string) => {
    const plan = tableWith("Dependencies", dependency).replace("| 1.1.1 |", "| Pre\u0301.1 |");
    const host = createMemoryHost({ files: new Map([["plan.md", plan]]) });
    run(["check", "plan.md", "--format", "compact"], host);
    return host.output().includes("unknown-dependency");
  };
  expect(["Pr\u00e9.1", "Pre\u0301.1", "Pre.1"].map(unknownIn)).toEqual([false, false, true]);
});
