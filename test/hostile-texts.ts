/** A way to write a plan that costs its reader more than it costs its writer; `size` is one at which it takes a while. */
export interface Family {
  readonly name: string;
  readonly size: number;
  readonly text: (size: number) => string;
}

const TASKS = "| ID | Task | Hours | Assignee | Depends on |\n| --- | --- | --- | --- | --- |\n";

/** A plan of one task, with this in a paragraph. */
function beside(text: string): string {
  return `# Plan\n\n## Sprint 1\n\n${TASKS}| 1.1 | Build | 8 | Ann | - |\n\n${text}\n`;
}

/** A plan of one task, with this in one of its cells. */
function inCell(text: string): string {
  return `# Plan\n\n## Sprint 1\n\n${TASKS}| 1.1 | Build | 8 | Ann | ${text} |\n`;
}

/** So that a text which is as deep as it is long grows with its size. */
function side(size: number): number {
  return Math.round(Math.sqrt(size));
}

function counted(size: number, write: (index: number) => string): string {
  return Array.from({ length: size }, (_, index) => write(index)).join("");
}

/** What a stranger may write: marks of Markdown in runs, in nests and in pairs that never close, and our own notations at length. */
export const families: readonly Family[] = [
  { name: "quotes in one line", size: 4000, text: (n) => beside(`${">".repeat(n)} x`) },
  { name: "quotes with blanks in one line", size: 4000, text: (n) => beside(`${"> ".repeat(n)}x`) },
  { name: "bullets in one line", size: 2000, text: (n) => beside(`${"- ".repeat(n)}x`) },
  { name: "numbers in one line", size: 2000, text: (n) => beside(`${"1. ".repeat(n)}x`) },
  { name: "quotes and lists in one line", size: 2000, text: (n) => beside(`${"> - ".repeat(n)}x`) },
  { name: "lists nested line by line", size: 40000, text: (n) => beside(counted(side(n), (at) => `${"  ".repeat(at)}- xside(n)`)) },
  { name: "numbers nested line by line", size: 20000, text: (n) => beside(counted(side(n), (at) => `${"   ".repeat(at)}1. xside(n)`)) },
  { name: "quotes nested line by line", size: 40000, text: (n) => beside(counted(side(n), (at) => `${">".repeat(at)} xside(n)`)) },
  { name: "lazy lines behind deep quotes", size: 400, text: (n) => beside(`${">".repeat(n)} x\n${"y\n".repeat(n)}`) },
  { name: "lines of deep quotes", size: 90000, text: (n) => beside(`${">".repeat(side(n))} xside(n)`.repeat(side(n))) },
  { name: "blank lines in a list", size: 4000, text: (n) => beside(`- a${"\n".repeat(n)}  b`) },
  { name: "blank lines in nested lists", size: 2000, text: (n) => beside(`- - - - - - a${"\n".repeat(n)}            b`) },
  { name: "items with blank lines between", size: 2000, text: (n) => beside("- a\n\n".repeat(n)) },
  { name: "bullets that change", size: 500, text: (n) => beside("- a\n+ b\n* c\n".repeat(n)) },
  { name: "items without content", size: 500, text: (n) => beside("-\n".repeat(n)) },
  { name: "stars in one run", size: 20000, text: (n) => beside(`${"*".repeat(n)}a`) },
  { name: "stars on both sides", size: 2000, text: (n) => beside(`${"*".repeat(n)}a${"*".repeat(n)}`) },
  { name: "openers without closers", size: 4000, text: (n) => beside("*a ".repeat(n)) },
  { name: "closers without openers", size: 4000, text: (n) => beside("a* ".repeat(n)) },
  { name: "emphasis in odd pairs", size: 2000, text: (n) => beside("*a **b".repeat(n)) },
  { name: "emphasis nested in emphasis", size: 1000, text: (n) => beside(`${"*a **b ".repeat(n)}${"c** d*".repeat(n)}`) },
  { name: "underlines without partners", size: 4000, text: (n) => beside("_a __b".repeat(n)) },
  { name: "stars and underlines crossed", size: 2000, text: (n) => beside("*_a".repeat(n)) },
  { name: "strikes without partners", size: 4000, text: (n) => beside("~a ~~b".repeat(n)) },
  { name: "backticks of growing length", size: 40000, text: (n) => beside(counted(side(n), (at) => `${"`".repeat(at)} `)) },
  { name: "a backtick and words", size: 10000, text: (n) => beside("` a `` b ``` ".repeat(n)) },
  { name: "opening brackets", size: 4000, text: (n) => beside("[".repeat(n)) },
  { name: "image brackets", size: 4000, text: (n) => beside("![".repeat(n)) },
  { name: "footnote brackets", size: 4000, text: (n) => beside("[^".repeat(n)) },
  { name: "brackets around a word", size: 1000, text: (n) => beside(`${"[".repeat(n)}a${"]".repeat(n)}`) },
  { name: "brackets with an address", size: 1000, text: (n) => beside(`${"[".repeat(n)}a${"](b)".repeat(n)}`) },
  { name: "links without an end", size: 2000, text: (n) => beside("[a](".repeat(n)) },
  { name: "links with a title without an end", size: 2000, text: (n) => beside('[a](b "'.repeat(n)) },
  { name: "links with an address without an end", size: 2000, text: (n) => beside("[a](<b".repeat(n)) },
  { name: "parentheses in an address", size: 2000, text: (n) => beside(`[a](${"(".repeat(n)}b${")".repeat(n)})`) },
  { name: "many links", size: 1000, text: (n) => beside("[a](b) ".repeat(n)) },
  { name: "many references", size: 1000, text: (n) => beside(`[a]: b\n\n${"[a] ".repeat(n)}`) },
  { name: "definitions", size: 2000, text: (n) => beside(counted(n, (at) => `[a${at}]: b\n`)) },
  { name: "definitions that are none", size: 2000, text: (n) => beside("[a]:\n".repeat(n)) },
  { name: "definitions of one long label", size: 500, text: (n) => beside(`[${"a\n".repeat(n)}`) },
  { name: "footnotes", size: 125, text: (n) => beside(counted(n, (at) => `[^${at}]: a [^${at}]\n\n`)) },
  { name: "openers of elements", size: 10000, text: (n) => beside(`x ${"<a ".repeat(n)}`) },
  { name: "openers of comments", size: 5000, text: (n) => beside(`x ${"<!-- ".repeat(n)}`) },
  { name: "openers of instructions", size: 5000, text: (n) => beside(`x ${"<?".repeat(n)}`) },
  { name: "openers of data", size: 2000, text: (n) => beside(`x ${"<![CDATA[".repeat(n)}`) },
  { name: "elements in blocks", size: 1000, text: (n) => beside("<div>\n".repeat(n)) },
  { name: "attributes without an end", size: 5000, text: (n) => beside(`x <a ${"b=c ".repeat(n)}`) },
  { name: "addresses", size: 1000, text: (n) => beside("www.a.b ".repeat(n)) },
  { name: "an address without an end", size: 10000, text: (n) => beside(`http://${"a.".repeat(n)}`) },
  { name: "mail addresses without an end", size: 1250, text: (n) => beside("a@b.".repeat(n)) },
  { name: "words before a sign of mail", size: 10000, text: (n) => beside("a.a-".repeat(n)) },
  { name: "closing parentheses behind an address", size: 5000, text: (n) => beside(`http://a.b/${")".repeat(n)}`) },
  { name: "entities", size: 1250, text: (n) => beside("&amp;&#x41;&".repeat(n)) },
  { name: "backslashes", size: 20000, text: (n) => beside("\\".repeat(n)) },
  { name: "one long line", size: 200000, text: (n) => beside("word ".repeat(n / 5)) },
  { name: "one long word", size: 200000, text: (n) => beside("a".repeat(n)) },
  { name: "one line of blanks", size: 50000, text: (n) => beside(`a${" ".repeat(n)}b`) },
  { name: "lines that end in blanks", size: 500, text: (n) => beside(`a${" ".repeat(n)}\n`.repeat(20)) },
  { name: "one line of tabs", size: 20000, text: (n) => beside(`a${"\t".repeat(n)}b`) },
  { name: "tabs before an item", size: 20000, text: (n) => beside(`-${"\t".repeat(n)}b`) },
  { name: "one paragraph of many lines", size: 5000, text: (n) => beside("some words\n".repeat(n)) },
  { name: "underlined headings", size: 1500, text: (n) => beside("a\n===\n".repeat(n)) },
  { name: "underlines of headings", size: 375, text: (n) => beside("a\n=\n-\n".repeat(n)) },
  { name: "headings", size: 1500, text: (n) => beside(counted(n, (at) => `${"#".repeat((at % 6) + 1)} a\n`)) },
  { name: "sprints", size: 500, text: (n) => beside(counted(n, (at) => `## Sprint ${at + 2}\n\ntext\n\n`)) },
  { name: "a heading of signs", size: 20000, text: (n) => beside(`# ${"#".repeat(n)} a`) },
  { name: "fences that open", size: 3000, text: (n) => beside("```\n~~~\n".repeat(n)) },
  { name: "fences of growing length", size: 90000, text: (n) => beside(counted(side(n), (at) => `${"`".repeat(at + 3)}side(n)`)) },
  { name: "fences in quotes", size: 250, text: (n) => beside("> ```\na\n".repeat(n)) },
  { name: "breaks", size: 5000, text: (n) => beside("* * *\n- - -\n".repeat(n)) },
  { name: "a break that is none", size: 2000, text: (n) => beside(`${"* ".repeat(n)}a`) },
  { name: "pipes in one row", size: 5000, text: (n) => inCell("|".repeat(n)) },
  { name: "columns", size: 2000, text: (n) => beside(`${"| a ".repeat(n)}|\n${"| - ".repeat(n)}|\n${"| b ".repeat(n)}|`) },
  {
    name: "rows and columns",
    size: 3600,
    text: (n) =>
      beside(`${"| a ".repeat(side(n))}|side(n)${"| - ".repeat(side(n))}|side(n)${`${"| b ".repeat(side(n))}|side(n)`.repeat(side(n))}`),
  },
  { name: "rows that are too short", size: 60, text: (n) => beside(`${"| a ".repeat(n)}|\n${"| - ".repeat(n)}|\n${"| b |\n".repeat(n)}`) },
  {
    name: "rows",
    size: 500,
    text: (n) => `# Plan\n\n## Sprint 1\n\n${TASKS}${counted(n, (at) => `| 1.${at + 1} | Build | 8 | Ann | - |\n`)}`,
  },
  {
    name: "a row behind rows",
    size: 500,
    text: (n) => `# Plan\n\n## Sprint 1\n\n${TASKS}${counted(n, (at) => `| 1.${at + 2} | Build | 8 | Ann | 1.${at + 1} |\n`)}`,
  },
  { name: "tables", size: 500, text: (n) => beside("| a | b |\n| --- | --- |\n| c | d |\n\n".repeat(n)) },
  { name: "rows that become tables", size: 1000, text: (n) => beside("a | b\n- | -\n".repeat(n)) },
  { name: "escaped pipes", size: 5000, text: (n) => inCell("\\|".repeat(n)) },
  { name: "marks in a cell", size: 2000, text: (n) => inCell("*a **b".repeat(n)) },
  { name: "ids in one cell", size: 750, text: (n) => inCell(counted(n, (at) => `1.${at + 2}, `)) },
  {
    name: "ids of a list in one cell",
    size: 500,
    text: (n) =>
      `# Plan\n\n## Sprint 1\n\n${TASKS}${counted(n, (at) => `| 1.${at + 1} | Build | 8 | Ann | - |\n`)}| 2 | End | 1 | Ann | ${counted(n, (at) => `1.${at + 1}, `)} |\n`,
  },
  { name: "one wide range", size: 20000, text: (n) => inCell(`1.1-1.${n}`) },
  { name: "many wide ranges", size: 500, text: (n) => inCell("1-99999, ".repeat(n)) },
  {
    name: "ranges of tasks",
    size: 150,
    text: (n) =>
      `# Plan\n\n## Sprint 1\n\n${TASKS}${counted(n, (at) => `| ${at + 1} | Build | 8 | Ann | ${at > 0 ? `1-${at}` : "-"} |\n`)}`,
  },
  {
    name: "all of them before each",
    size: 300,
    text: (n) => `# Plan\n\n## Sprint 1\n\n${TASKS}${counted(n, (at) => `| ${at + 1} | Build | 8 | Ann | All |\n`)}`,
  },
  {
    name: "a cycle",
    size: 500,
    text: (n) => `# Plan\n\n## Sprint 1\n\n${TASKS}${counted(n, (at) => `| ${at + 1} | Build | 8 | Ann | ${((at + 1) % n) + 1} |\n`)}`,
  },
  { name: "the same id", size: 1000, text: (n) => `# Plan\n\n## Sprint 1\n\n${TASKS}${"| 1 | Build | 8 | Ann | 1 |\n".repeat(n)}` },
  {
    name: "unknown ids",
    size: 250,
    text: (n) => `# Plan\n\n## Sprint 1\n\n${TASKS}${counted(n, (at) => `| ${at + 1} | Build | 8 | Ann | task-x${at} |\n`)}`,
  },
  {
    name: "people in one cell",
    size: 2000,
    text: (n) => `# Plan\n\n## Sprint 1\n\n${TASKS}| 1 | Build | 8 | ${counted(n, (at) => `P${at} + `)}Q | - |\n`,
  },
  {
    name: "people",
    size: 500,
    text: (n) => `# Plan\n\n## Sprint 1\n\n${TASKS}${counted(n, (at) => `| ${at + 1} | Build | 8 | P${at} | - |\n`)}`,
  },
  {
    name: "hours in one cell",
    size: 5000,
    text: (n) => `# Plan\n\n## Sprint 1\n\n${TASKS}| 1 | Build | ${"8h 30m ".repeat(n)} | Ann | - |\n`,
  },
  { name: "digits in one cell", size: 20000, text: (n) => `# Plan\n\n## Sprint 1\n\n${TASKS}| 1 | Build | ${"9".repeat(n)} | Ann | - |\n` },
  {
    name: "blanks in one cell",
    size: 625,
    text: (n) =>
      `# Plan\n\n## Sprint 1\n\n${TASKS}| 1 | Build | 8${" \u00a0".repeat(n)}h | Ann${" \u00a0".repeat(n)}x | 1${" \u00a0".repeat(n)}x |\n`,
  },
  { name: "blanks in a heading", size: 5000, text: (n) => beside(`- word${" \u00a0".repeat(n)}x\n\n### Task${" \u00a0".repeat(n)}x`) },
  {
    name: "signs in one cell",
    size: 5000,
    text: (n) => `# Plan\n\n## Sprint 1\n\n${TASKS}| 1 | ${"(".repeat(n)} | 8${"-".repeat(n)} | ${"+".repeat(n)} | ${"1-".repeat(n)} |\n`,
  },
  {
    name: "dates",
    size: 750,
    text: (n) => beside(`**Duration**: ${"8 weeks (3 engineers) or ".repeat(n)}\n\n**Start**: ${"2026-01-05 ".repeat(n)}`),
  },
  { name: "arrows", size: 2000, text: (n) => beside(`## Dependencies\n\n${counted(n, (at) => `1.${at} -> `)}1`) },
  {
    name: "gates",
    size: 1000,
    text: (n) => beside(`## Dependencies\n\n\`\`\`mermaid\ngraph TD\n${counted(n, (at) => `S${at} --> S${at + 1}\n`)}\`\`\``),
  },
  {
    name: "gates in one line",
    size: 1000,
    text: (n) => beside(`## Dependencies\n\n\`\`\`mermaid\ngraph TD\n${counted(n, (at) => `S${at} --> `)}S\n\`\`\``),
  },
  {
    name: "a drawing of gates",
    size: 1000,
    text: (n) => beside(`## Dependencies\n\n\`\`\`\n${"Sprint 1 ──┐ ".repeat(n)}\n           ├──> Sprint 2\n\`\`\``),
  },
  { name: "labels in one line", size: 5000, text: (n) => beside("**a**: b ".repeat(n)) },
  { name: "items with labels", size: 1000, text: (n) => beside("- **a**: b, **c**: d\n".repeat(n)) },
  {
    name: "tasks as items",
    size: 500,
    text: (n) => `# Plan\n\n## Sprint 1\n\n${counted(n, (at) => `- [ ] **${at + 1}** Build (8h) @ann, needs ${at}\n`)}`,
  },
  {
    name: "nested tasks as items",
    size: 50,
    text: (n) => `# Plan\n\n## Sprint 1\n\n${counted(n, (at) => `${"  ".repeat(at % 40)}- [ ] **${at + 1}** Build (8h)\n`)}`,
  },
  {
    name: "tasks as headings",
    size: 150,
    text: (n) =>
      `# Plan\n\n## Sprint 1\n\n${counted(n, (at) => `### Task ${at + 1}: Build\n\n- **Estimate**: 8h\n- **Depends on**: ${at}\n\n`)}`,
  },
  {
    name: "comments that suppress",
    size: 250,
    text: (n) => beside("<!-- sprintplan-disable-next-line unknown-dependency -->\n\n".repeat(n)),
  },
  {
    name: "comments that suppress in a cell",
    size: 500,
    text: (n) => inCell("<!-- sprintplan-disable-line unknown-dependency -->".repeat(n)),
  },
  { name: "rules in one comment", size: 2000, text: (n) => beside(`<!-- sprintplan-disable ${counted(n, (at) => `rule-${at}, `)} -->`) },
  { name: "front matter", size: 300, text: (n) => `---\n${counted(n, (at) => `key${at}: [a, b]\n`)}---\n\n${beside("x")}` },
  { name: "front matter that nests", size: 300, text: (n) => `---\nsprintplan: ${"[".repeat(n)}\n---\n\n${beside("x")}` },
  { name: "double encoded text", size: 2500, text: (n) => beside("Ã©â€œ".repeat(n)) },
  { name: "deceptive characters", size: 375, text: (n) => beside("a\u202e\u200b".repeat(n)) },
  { name: "line endings of one carriage", size: 1250, text: (n) => beside("a\r".repeat(n)) },
  { name: "NUL characters", size: 10000, text: (n) => beside("a\0".repeat(n)) },
  { name: "half characters", size: 10000, text: (n) => beside("\u{1f600}\u0301".repeat(n)) },
];
