import fc from "fast-check";

/** What may stand in a line of text, all that is a mark somewhere among it. */
const phrases = [
  ...["a", "Task", "b c", "1", "2h", "snake_case", "é", "ß", "東", "“", "”", "—", "🙂", "✅", "\u00A0", "\u3000", "\f"],
  ...[
    "*",
    "*",
    "**",
    "**",
    "***",
    "****",
    "_",
    "__",
    "~",
    "~~",
    "~~~",
    "`",
    "``",
    "\\",
    "\\",
    "!",
    "#",
    "##",
    "+",
    "-",
    "=",
    ":",
    ".",
    ",",
  ],
  ...["**bold**", "*em*", "_em_", "__b__", "`code`", "`` a`b ``", "~~gone~~", "**`c`**", "*a **b** c*", "` `", "` x `"],
  ...[
    "[",
    "]",
    "(",
    ")",
    "](",
    "](u)",
    "[a](b)",
    '[a](b "t")',
    "[a]( b )",
    "[a][b]",
    "[ ]",
    "[x]",
    "[^1]",
    "![i](j)",
    "[a *b](c)*",
    "[]()",
  ],
  ...["<", ">", "<b>", "</b>", "<br>", "<br/>", "<br />", "<a b='c'>", "<!-- c -->", "<!--", "-->", "<5", "<x:y>", "<a@b.c>"],
  ...["&", "&amp;", "&lt;", "&nbsp;", "&#35;", "&x;", "R&D", "@", "@ann", "a@b.c", "http://x.y", "https://", "www.x.y", "://", "a\\_b"],
  ...["|", "|", "\\|", "`a|b`", "`a\\|b`", " | ", " ", " ", " ", " ", "  ", "   ", "1.", "2)", "\t", "%", '"', "'", "$"],
];

/** What a whole line may be, or begin with. */
const blocks = [
  ...["# ", "## ", "### a", "## b ##", "#", "#a", "####### a", "# `a` *b* #", "#  a  # "],
  ...["---", "- - -", "***", "* * *", "___", "--", "-", "===", "=", "--- ", "-- -", "**", "* *"],
  ...["```", "~~~", "````", "```js", "```js x y", "~~~ a`b", "``` a`b", "```&amp;", "``"],
  ...[
    "| a | b |",
    "a | b",
    "|---|---|",
    "| --- | :-: |",
    "--|--",
    ":--|--:",
    "|-|",
    "-|-",
    "|a|",
    "||",
    "|",
    "| |",
    "|:-",
    ":-:",
    "|---|---|---|",
  ],
  ...["| `a|b` | c |", "| a \\| b | c |", "|a||b|", "a |", "| a", "| - | - |", "- | -", "|- -|", "| x | y | z |"],
  ...["<div>", "</div>", "<!-- c -->", "<!--", "-->", "<b>", "<br>", "<?php", "<!X", "<pre>", "</pre>", "<script>", "<![CDATA["],
  ...["[a]: b", "[^1]: c", "[a]:", "[a", "]: b", "[ ] a", "[x] `c`", "[X]", "[ ]  a", "[x] **b**", "[ ]\ta", "[x] [ ] a"],
  ...["1.", "1. ", "1)", "2. a", "10. a", "0. a", "123456789. a", "1234567890. a", "-a", "1.a", "+", "*", "- ", "* a", "+ a"],
];

const prefixes = [
  ...["", "", "", "", "", "", " ", "  ", "  ", "   ", "    ", "     ", "      "],
  ...["- ", "- ", "- ", "* ", "+ ", "1. ", "2. ", "10. ", "1) ", "> ", "> ", ">", "-  ", "-   ", "-    ", "-     ", "-      ", "1.  "],
  ...["- [ ] ", "- [x] ", "1. [ ] ", "- - ", "> - ", "- > ", "  - ", "    - ", "   1. ", "> > ", " - ", "   - "],
];

const phrase = fc.array(fc.constantFrom(...phrases), { maxLength: 4 }).map((parts) => parts.join(""));
const words = fc.constantFrom("a", "a b", "Task 1", "x.", "**b** c", "`d`", "e *f*", "g  ", "h\\");
const body = fc.oneof(
  { weight: 12, arbitrary: words },
  { weight: 3, arbitrary: phrase },
  { weight: 4, arbitrary: fc.constantFrom(...blocks) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...blocks), phrase).map(([block, text]) => block + text) },
  { weight: 2, arbitrary: fc.constant("") },
);
const line = fc
  .tuple(
    fc.constantFrom(...prefixes),
    fc.constantFrom(..."|".repeat(60).split("|"), ...prefixes, "\t"),
    body,
    fc.constantFrom(..."|".repeat(20).split("|"), " ", "  ", " ", "  ", "\t"),
  )
  .map((parts) => parts.join(""));
const end = fc.constantFrom(..."\n".repeat(60).split(""), "\n\n", "\n\n", "\n\n", "\n\n\n", "\r\n", "\r\n\r\n", "\n\r\n", "\r");

/** Documents of marks in any order. */
export const documentsOfMarks: fc.Arbitrary<string> = fc
  .array(fc.tuple(line, end), { minLength: 1, maxLength: 7 })
  .map((lines) => lines.flat().join(""));

const plainLine = fc
  .tuple(
    fc.constantFrom("", "", "  ", "    ", "- ", "1. ", "  - ", "   - ", "> ", "2. ", "* "),
    fc.oneof(words, fc.constantFrom("", "| a | b |", "|---|---|", "```", "# a", "---")),
  )
  .map((parts) => parts.join(""));

/** Documents that the fast reader reads nearly always. */
export const plainDocuments: fc.Arbitrary<string> = fc
  .array(fc.tuple(plainLine, fc.constantFrom("\n", "\n", "\n", "\n\n")), { minLength: 1, maxLength: 10 })
  .map((lines) => lines.flat().join(""));

/** One line of text after another, with many marks that belong together or do not. */
export const paragraphsOfMarks: fc.Arbitrary<string> = fc
  .array(fc.array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 })
  .map((lines) => `a ${lines.map((parts) => parts.join("")).join("\n")}\n`);

interface Mutation {
  readonly kind: "swap" | "delete" | "duplicate" | "indent" | "outdent" | "insert" | "cut";
  readonly at: number;
  readonly to: number;
  readonly mark: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom("swap", "delete", "duplicate", "indent", "outdent", "insert", "insert", "insert", "cut"),
  at: fc.nat(1_000),
  to: fc.nat(1_000),
  mark: fc.constantFrom(...phrases, ...blocks, ...prefixes, "\n"),
});

/** Some lines of a plan, changed here and there. */
export function mutatedParts(plans: readonly string[]): fc.Arbitrary<string> {
  const lines = plans.flatMap((plan) => plan.split("\n"));
  return fc
    .tuple(fc.nat(lines.length - 1), fc.integer({ min: 1, max: 14 }), fc.array(mutation, { minLength: 1, maxLength: 4 }))
    .map(([from, count, mutations]) => mutations.reduce(mutated, lines.slice(from, from + count)).join("\n"));
}

function mutated(lines: readonly string[], { kind, at, to, mark }: Mutation): readonly string[] {
  if (lines.length === 0) return [mark];
  const index = at % lines.length;
  const text = lines[index];
  const other = to % lines.length;
  const column = to % (text.length + 1);
  switch (kind) {
    case "swap":
      return lines.with(index, lines[other]).with(other, text);
    case "delete":
      return lines.toSpliced(index, 1);
    case "duplicate":
      return lines.toSpliced(other, 0, text);
    case "indent":
      return lines.with(index, " ".repeat(1 + (to % 5)) + text);
    case "outdent":
      return lines.with(index, text.slice(text.slice(0, 1 + (to % 4)).search(/[^ ]|$/)));
    case "insert":
      return lines.with(index, text.slice(0, column) + mark + text.slice(column));
    case "cut":
      return lines.with(index, text.slice(0, column));
  }
}
