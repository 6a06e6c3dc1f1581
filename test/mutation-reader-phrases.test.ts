import { describe, expect, test } from "vitest";
import { readable } from "../src/parse/encoding.ts";
import { parseMarkdown } from "../src/parse/markdown.ts";
import { isMarked, placeOf } from "../src/parse/slice.ts";
import { planOf } from "./command-plans.ts";

/** The text of each paragraph and block of code, or of the items of a list, as the reader sees it. */
function textsIn(text: string): readonly string[] {
  return parseMarkdown(readable(text)).parts.flatMap((part) => {
    if (part.kind === "paragraph" || part.kind === "code" || part.kind === "heading") return [part.text.text];
    return part.kind === "list" ? part.items.map((item) => item.text.text) : [];
  });
}

describe("a line without its marks", () => {
  test.each([
    ["text alone", "Dig it", "Dig it"],
    ["with an entity", "Dig &amp; lay", "Dig & lay"],
    ["with an escape", "Dig \\* lay", "Dig * lay"],
    ["repaired", "Dig âœ… lay", "Dig ✅ lay"],
    ["strong alone", "**Dig**", "Dig"],
    ["text on both sides of marks", "Dig *all* of `it` **now**, ~~later~~ soon", "Dig all of it now, later soon"],
    ["marks inside of marks", "**Dig *all* `of` it**", "Dig all of it"],
    ["a link", "Dig [here](https://example.org) now", "Dig here now"],
    ["a link by its name", "Dig [here][place] now\n\n[place]: https://example.org", "Dig here now"],
    ["a picture", "Dig ![a spade](spade.png) now", "Dig a spade now"],
    ["a picture without words", "Dig ![](spade.png)now", "Dig now"],
    ["a hard break of blanks", "Dig  \nlay", "Dig\nlay"],
    ["a hard break of a backslash", "Dig\\\nlay", "Dig\nlay"],
    ["a break as a tag", "Dig<br>lay", "Dig\nlay"],
    ["a break as a closed tag", "Dig<br />lay<BR/>now", "Dig\nlay\nnow"],
    ["another tag", "Dig <b>it</b>", "Dig it"],
    ["a tag that begins like a break", "Dig <brx>it", "Dig it"],
    ["what ends like a break", "Dig <!X <br>it", "Dig it"],
    ["a footnote's mark", "Dig it[^1]\n\n[^1]: deep", "Dig it"],
  ])("%s", (_what, text, expected) => expect(textsIn(text)[0]).toBe(expected));

  test("is told with its place", () => {
    const text = "# Plan\n\nDig ![a spade](spade.png)<br>`and` lay\n";
    const [, paragraph] = parseMarkdown(readable(text)).parts;
    if (paragraph.kind !== "paragraph") throw new Error("no paragraph");
    const { start, end } = placeOf(paragraph.text);
    expect(text.slice(start, end)).toBe("Dig ![a spade](spade.png)<br>`and` lay");
  });

  test("knows what is struck out and what is strong, and nothing else", () => {
    const [paragraph] = parseMarkdown(readable("~~Dig it~~")).parts;
    const [strong] = parseMarkdown(readable("**Dig it**")).parts;
    const [emphasis] = parseMarkdown(readable("*Dig it*")).parts;
    const marks = [paragraph, strong, emphasis].map((part) =>
      part.kind === "paragraph" ? [isMarked(part.text, "delete"), isMarked(part.text, "strong")] : [],
    );
    expect(marks).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });
});

describe("code is what stands between the fences", () => {
  test.each([
    ["of backticks", "```\na\nb\n```\n", "a\nb"],
    ["behind text", "Text:\n\n```js\na\nb\n```\n", "a\nb"],
    ["of tildes", "~~~\na\nb\n~~~\n", "a\nb"],
    ["with the other fence inside", "~~~\na\n```\n~~~\n", "a\n```"],
    ["with tildes inside", "```\na\n~~~\n```\n", "a\n~~~"],
    ["with the other fence at its end, and none of its own", "~~~\na\n```\n", "a\n```\n"],
    ["with blanks behind the second", "````\na\n````  \n", "a"],
    ["without a second", "```\na\nb", "a\nb"],
    ["with nothing between", "```\n```\n", ""],
    ["without a line behind the first", "```", ""],
    ["without fences", "    a\n    b\n", "    a\n    b"],
    ["without fences, with one inside", "    a\n    ```\n    b\n", "    a\n    ```\n    b"],
    ["without fences, with one at its end", "    a\n    ```\n", "    a\n    ```"],
  ])("%s", (_what, text, expected) => expect(textsIn(text).at(-1)).toBe(expected));

  test("in a quote and in a list", () => {
    expect(planOf("## Critical Path\n\n> ```\n> Sprint 1 → Sprint 2\n> ```\n").gates.length).toBe(1);
    expect(planOf("## Critical Path\n\n- First:\n\n  ~~~\n  Sprint 1 → Sprint 2\n  ~~~\n").gates.length).toBe(0);
  });
});

test("a comment in a line is read as it stands", () => {
  const text = "Text <!-- sprintplan-disable-next-line a-b -->\nNext\n";
  const [{ rules, span }] = planOf(text).suppressions;
  expect([rules.map((rule) => rule.text), text.slice(span.start, span.end)]).toEqual([
    ["a-b"],
    "<!-- sprintplan-disable-next-line a-b -->",
  ]);
});
