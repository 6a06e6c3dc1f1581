import fc from "fast-check";

/** What editors, people and other programs do to a file without meaning anything by it. */
export const manners = fc.record({
  byteOrderMark: fc.boolean(),
  lineEnds: fc.oneof(
    { weight: 8, arbitrary: fc.array(fc.constantFrom("\n", "\r\n"), { minLength: 1, maxLength: 5 }) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom("\n", "\r\n", "\r"), { minLength: 1, maxLength: 5 }) },
  ),
  padding: fc.array(fc.constantFrom("", " ", "  ", "\t", " \t "), { minLength: 1, maxLength: 7 }),
  trailing: fc.array(fc.constantFrom("", "", " ", "\t"), { minLength: 1, maxLength: 3 }),
  lastLineEnd: fc.boolean(),
  around: fc.oneof(
    { weight: 4, arbitrary: fc.constant("nothing" as const) },
    { weight: 1, arbitrary: fc.constantFrom("quote", "bare quote", "two quotes", "bullet", "number", "quote in a bullet") },
  ),
});

export type Manner = typeof manners extends fc.Arbitrary<infer Value> ? Value : never;

/** What a reader sees as it stands there, and a table or a counter of columns may stumble over. */
const plainWord = fc.constantFrom(
  ...["Dig", "a \\| b", "`c \\| d`", "\\\\", "8h", "1.1", "None", "12 hours", "#", "- ", "> ", "---", "\u00a0", "\u3000"],
  ...["e\u0301", "\u00e9", "\u1100\u1161\u11a8", "👩‍👩‍👧", "🏳️‍🌈", "👍🏽", "✅", "Ｆｕｌｌ", "日本語", "שלום", "عربي\u200f", "ไทย"],
);

const markedWord = fc.constantFrom(
  ...["\\", "**bold**", "_", "*", "~~gone~~", "&amp;", "&#124;", "<br>", "<!-- why -->", "[x](y)", "![x](y)", "<b>", "`", "https://a.b"],
);

/** What a repair takes away or writes otherwise. */
const wrongWord = fc.constantFrom(
  ...["\u0001", "\u0008", "\u001b[31m", "\u007f", "\u0085", "\u00ad", "\u200b", "\u202e", "\u2028", "\ufeff", "\u{e0041}", "\ud83d"],
  ...["Ã©", "âœ…", "â€“", "Ð¿Ñ€Ð¸"],
);

const word = fc.oneof({ weight: 6, arbitrary: plainWord }, { weight: 1, arbitrary: markedWord }, { weight: 1, arbitrary: wrongWord });

export const titles: fc.Arbitrary<readonly string[]> = fc.array(
  fc.array(word, { maxLength: 3 }).map((words) => words.join(" ")),
  { minLength: 1, maxLength: 4 },
);

/** Lines in front of the headings, some of which would be a heading or a table without a hidden character. */
export const interludes: fc.Arbitrary<readonly string[]> = fc.oneof(
  { weight: 9, arbitrary: fc.constant([]) },
  {
    weight: 1,
    arbitrary: fc.array(
      fc.constantFrom(
        ...[
          "\u0001## Sprint 9",
          "\u200b| Task | Hours |",
          "##\u200b Sprint 9",
          "\u200b- Ada: 3 hours",
          "-\u200b--",
          "`\u200b``",
          "<\u200b!-- x",
        ],
        ...[
          "\u0001**Total Estimated Hours**: 5 hours",
          ">\u200b> x",
          "| 9.9 | 5\u200b | Ada | None |",
          "✅ Ã©tÃ©",
          "=\u200b==",
          "\u200b    x",
        ],
      ),
      { minLength: 1, maxLength: 2 },
    ),
  },
);

/** What comes first in a file: settings, what would be some without a hidden character, and mostly nothing. */
export const fronts = fc.oneof(
  { weight: 12, arbitrary: fc.constant("") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...[
        "---\ntitle: a\u200bb\n---\n",
        "\u200b---\nsprintplan:\n  no: 1\n---\n",
        "---\nsprintplan: {}\n---\n",
        "---\n\u200bsprintplan: [\n---\n",
      ],
      ...["-\u200b--\ntitle: a\n---\n", "\ufeff---\ntitle: a\n---\n"],
    ),
  },
);

/** A plan of `writePlan` with these titles, one for each task in turn. */
export function withTitles(text: string, given: readonly string[]): string {
  let task = 0;
  return text.replaceAll(/^\|([^|]*)\|/gm, (start, first: string) => {
    if (first.startsWith("--")) return "|---|---|";
    if (first === " Task ") return "| Task | Title |";
    task += 1;
    return `${start} ${given[task % given.length]} |`;
  });
}

/** These lines in turn in front of the headings. */
export function withInterludes(text: string, lines: readonly string[]): string {
  if (lines.length === 0) return text;
  let heading = 0;
  return text.replaceAll(/^#{2,4} /gm, (start) => {
    heading += 1;
    return `${lines[heading % lines.length]}\n\n${start}`;
  });
}

/** The same plan in this manner. */
export function written(text: string, { byteOrderMark, lineEnds, padding, trailing, lastLineEnd, around }: Manner): string {
  const lines = text.split("\n").slice(0, -1);
  const pad = (line: string, index: number) => {
    let cell = index;
    if (!/^\| .*\|$/.test(line)) return line;
    return line.replaceAll(/ ?(?<!\\)\| ?/g, (bar, at: number) => {
      cell += 1;
      const [left, right] = [padding[cell % padding.length], padding[(cell + 3) % padding.length]];
      return at === 0 ? `|${right}` : at + bar.length === line.length ? `${left}|` : `${left}|${right}`;
    });
  };
  const ended = lines.map((line, index) => {
    const end = index === lines.length - 1 && !lastLineEnd ? "" : lineEnds[index % lineEnds.length];
    const blanks = line === "" || line.startsWith("|") ? trailing[index % trailing.length] : "";
    const first = line.startsWith("|") && !lines[index - 1]?.startsWith("|");
    return `${line.startsWith("|") ? MARKS[around][first ? 0 : 1] : ""}${pad(line, index)}${blanks}${end}`;
  });
  return `${byteOrderMark ? "\uFEFF" : ""}${ended.join("")}`;
}

/** In front of a table's first line, and of its others. */
const MARKS: Readonly<Record<Manner["around"], readonly [first: string, others: string]>> = {
  nothing: ["", ""],
  quote: ["> ", "> "],
  "bare quote": [">", ">"],
  "two quotes": ["> > ", "> > "],
  bullet: ["- ", "  "],
  number: ["1. ", "   "],
  "quote in a bullet": ["- > ", "  > "],
};
