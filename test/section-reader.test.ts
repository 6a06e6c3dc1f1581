import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readable } from "../src/parse/encoding.ts";
import { parseMarkdown, referenceMarkdown } from "../src/parse/markdown.ts";
import { sectionReader } from "../src/parse/section-reader.ts";
import { createRandom } from "../src/schedule/random.ts";

/** What may stand in a plan, one behind the other in any order; all that can hide a heading is in it. */
const hazards = [
  "# Plan\n",
  "## Sprint 1: Start\n",
  "### Task 1.1\n",
  "#### Deep #\n",
  "#no heading\n",
  " ## indented\n",
  "Setext\n---\n",
  "\n",
  "\n",
  "\n\n",
  "---\n",
  "text\n",
  "text with *stress* and `code\n",
  "`\n",
  "**open\n",
  "[link](a)\n",
  "[^1]\n",
  "[^1]: note\n",
  "[name]: <target>\n",
  "[name]\n",
  "- item\n",
  "  - inner\n",
  "- [x] done\n",
  "  lazy\n",
  "1. first\n",
  "   ## in an item\n",
  "> quote\n",
  "> ## in a quote\n",
  "> ```\n",
  "- ```\n",
  "```\n",
  "~~~\n",
  "````md\n",
  "``` a`b\n",
  "```\n# in a fence\n\n# in a fence\n",
  "    indented\n",
  "\tcode\n",
  "<!-- a\n",
  "-->\n",
  "<div>\n",
  "</div>\n",
  "a <b\n",
  "<br>\n",
  "a\\\n",
  "&amp; Â© é\n",
  "| a | b |\n| --- | --- |\n",
  "| 1 | 2h |\n",
  "| a `|` | *b* |\n",
  "\r\n",
  "\u2028\n",
  "x  \n",
  "***\n",
  "+ \n",
  "-\n",
  "\n## H\n",
  "\n# H\n\n",
  "\n### H\n\n",
  "  ```\n",
  "   ~~~js\n",
  "    ```\n",
  "     ```\n",
  "1. ```\n",
  "- ~~~\n",
  "  code\n",
  "    code\n",
  "- <!-- a\n",
  " <!-- a\n",
  "<!-- a -->\n",
  "<pre>\n",
  "</pre>\n",
  "a [b]: c\n",
  "[a\n",
  "b]: c\n",
];

/** Without anything that makes a text unsure. */
const plain = hazards.filter((fragment) => !/[\t\r\u2028<]|\]:|^.+(?:```|~~~)|`.*`b/.test(fragment));

describe("sections are read as the whole is", () => {
  test("in 1,500 texts of fragments", () => {
    const random = createRandom(7);
    let read = sectionReader();
    for (let round = 0; round < 1_500; round += 1) {
      if (round % 50 === 0) read = sectionReader();
      const fragments = round % 4 === 0 ? hazards : plain;
      const text = Array.from({ length: 1 + random.below(14) }, () => fragments[random.below(fragments.length)]).join("");
      const reference = referenceMarkdown(readable(text));
      expect(parseMarkdown(readable(text)), JSON.stringify(text)).toEqual(reference);
      expect(read(readable(text)), JSON.stringify(text)).toEqual(reference);
    }
  }, 120_000);

  test("in plans of which one line after the other changes", () => {
    const folder = new URL("../plans/", import.meta.url);
    for (const name of readdirSync(folder).filter((each) => each.endsWith(".md"))) {
      const lines = readFileSync(new URL(name, folder), "utf8").split("\n");
      const read = sectionReader();
      for (let at = 0; at < lines.length; at += 40) {
        const text = lines.toSpliced(at, 1, `${lines[at]} more`).join("\n");
        expect(read(readable(text))).toEqual(referenceMarkdown(readable(text)));
      }
    }
  }, 60_000);
});
