import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readable } from "../src/parse/encoding.ts";
import { parseMarkdown, referenceMarkdown } from "../src/parse/markdown.ts";
import { remarkTree } from "../src/parse/remark-tree.ts";
import { scanTree } from "../src/parse/scan/tree.ts";
import { sectionsOf } from "../src/parse/sections.ts";
import { documentsOfMarks, mutatedParts, paragraphsOfMarks, plainDocuments } from "./scan-documents.ts";
import { nearMisses } from "./scan-near-misses.ts";

/** `SCAN_RUNS=100000` looks at so many documents of each kind, and `SEED=random` at others. */
const RUNS = Number(process.env.SCAN_RUNS ?? 300);
const LIMIT = 60_000 + RUNS * 60;

/** Plans that other people wrote, beside the repository: not part of it, so these tests run only where they are. */
const CORPUS = new URL("../../shared/corpus/plans/", import.meta.url);
const folders = [new URL("../plans/", import.meta.url), CORPUS].filter((folder) => existsSync(folder));
if (!existsSync(CORPUS))
  test.skip(`SKIPPED: no plans at ${CORPUS.pathname}, so nothing shows how other people's plans are scanned`, () => {});

const plans = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name): [string, string] => [name, readFileSync(new URL(name, folder), "utf8").replace(/^\uFEFF/, " ")]),
);

describe("what is scanned is what remark reads", () => {
  test.each(plans)("in %s, with either end of line", (_name, text) => {
    const unix = text.replaceAll("\r\n", "\n");
    for (const each of [unix, unix.replaceAll("\n", "\r\n")]) {
      for (const section of sectionsOf(each)) expectSame(section.text);
    }
    expect(parseMarkdown(readable(text))).toStrictEqual(referenceMarkdown(readable(text)));
  });

  test.each(nearMisses)("in %j", (text) => {
    expectSame(text);
    expect(parseMarkdown(readable(text))).toStrictEqual(referenceMarkdown(readable(text)));
  });

  test.each([
    ["documents of marks in any order", documentsOfMarks, 0.1],
    ["plain documents", plainDocuments, 0.3],
    ["paragraphs full of marks", paragraphsOfMarks, 0.1],
    ["plans that were changed here and there", mutatedParts(plans.map(([, text]) => text)), 0.5],
  ])("in %s", { timeout: LIMIT }, (_name, documents, share) => {
    let scanned = 0;
    fc.assert(
      fc.property(documents, (text) => {
        if (expectSame(text)) scanned += 1;
        if (sectionsOf(text).length > 1) expect(parseMarkdown(readable(text))).toStrictEqual(referenceMarkdown(readable(text)));
      }),
      { numRuns: RUNS },
    );
    // What remark has to read shows nothing.
    expect(scanned).toBeGreaterThan(RUNS * share);
  });
});

test("the plans of this project need no remark", () => {
  for (const [, text] of plans.slice(0, readdirSync(folders[0]).length)) {
    for (const section of sectionsOf(text)) expect(scanTree(section.text)).toBeDefined();
  }
});

describe("no text takes much longer than its length", () => {
  const count = 50_000;
  const inLines = [
    "a\n",
    "# a\n\n",
    "- a\n",
    "- a\n\n",
    "- a\n  - b\n",
    "> a\n",
    "> - a\n",
    "[a\n",
    "*a\n",
    "| a |\n",
    "---\n",
    "  ```\n",
    "```\n",
    "<!--\n",
    "a]: b\n",
  ];
  const inOne = [
    "- ",
    "> ",
    ">",
    "1. ",
    "*",
    "*a ",
    "a* ",
    "*a*",
    "_a ",
    "~a ",
    "[",
    "[a](",
    "[a](b) ",
    "`a` ",
    "\\",
    "&a",
    "a@",
    "<a ",
    "# ",
    "|",
    "| ",
    "1",
    " ",
  ];
  const texts = [
    ...[...inLines, ...inOne].map((part) => part.repeat(count)),
    ...["- a\n", "| a |\n| - |\n", "1. a\n", "> a\n"].map((start) => start + "b\n".repeat(count)),
    ...["*a ", "~a ", "[", "**a *"].map((part) => part.repeat(count) + part.trim().split("").toReversed().join("").repeat(count)),
    Array.from({ length: 300 }, (_, index) => "`".repeat(index)).join(" "),
    Array.from({ length: 300 }, (_, index) => `${"  ".repeat(index)}- a`).join("\n"),
    `${"|a".repeat(count)}|\n${"|-".repeat(count)}|\n`,
    `| a |\n|-${" ".repeat(count)}x\n`,
  ];
  test.each(texts.map((text) => [text.slice(0, 12), text]))("%j and so on", (_start, text) => {
    const began = process.cpuUsage();
    for (const section of sectionsOf(text)) scanTree(section.text);
    expect(process.cpuUsage(began).user).toBeLessThan(3_000_000);
  });
});

/** Whether the text was scanned at all. */
function expectSame(text: string): boolean {
  const tree = scanTree(text);
  if (tree === undefined) return false;
  expect(tree).toStrictEqual(remarkTree(text));
  return true;
}
