import { describe, expect, test } from "vitest";
import { sectionsOf } from "../src/parse/sections.ts";

/** A text is taken apart at its bars, and nowhere else. */
const isTakenApart = (marked: string): void =>
  expect(
    sectionsOf(marked.replaceAll("¦", ""))
      .map(({ text }) => text)
      .join("¦"),
  ).toBe(marked);

test("each part knows where it begins", () => {
  expect(sectionsOf("a\n\n# b\n\n# c")).toEqual([
    { start: 0, text: "a\n\n" },
    { start: 3, text: "# b\n\n" },
    { start: 8, text: "# c" },
  ]);
  expect(sectionsOf("")).toEqual([{ start: 0, text: "" }]);
});

describe("a heading begins a part", () => {
  test.each([
    "a\n\n¦# b\n\n¦## c\n",
    "# a\n\n¦# b",
    "\n¦# a",
    "a\n\n\n¦###### b\nc\n\n¦# d\n",
    "a\r\n\r\n¦# b\r\n\r\n¦# c",
    "a\n\r\n¦# b",
    "# a\n# b\n\n¦# c",
    "a\uFEFF\n\n¦# b",
  ])("behind an empty line: %j", isTakenApart);

  test.each(["a\n# b", "a\n \n# b", "a\n\n#b", "a\n\n####### b", "a\n\n # b", "a\n\n#\tb", "a\n\n#", "a\n\nb # c"])(
    "not in %j",
    isTakenApart,
  );
});

describe("code hides headings", () => {
  test.each([
    "```\na\n\n# b\n\n```\n\n¦# c",
    "```js\n\n# a\n```\n\n¦# b",
    "```\n\n# b\n~~~\n\n# c\n```\n\n¦# d",
    "~~~\n\n# b\n```\n\n# c\n~~~\n\n¦# d",
    "````\n```\n\n# b\n\n````\n\n¦# c",
    "```\n\n# a\n````\n\n¦# b",
    "```\n\n# a\n   ``` \t\r\n\n¦# b",
    "```\n    ```\n\n# a",
    "```\n``` a\n\n# b",
    "```\n``\n\n# b",
    "```a`b\n\n¦# c",
    "~~~a`b\n\n# c\n~~~\n\n¦# d",
    "``\n\n¦# a",
  ])("between fences: %j", isTakenApart);

  test.each([
    "- ```\n  a\n  ```\n\n¦# b",
    "- ```\n\n  a\n\n  ```\n\n¦# b",
    "1. - ```\n     ```\n\n¦# a",
    "  ~~~\n  ~~~\n\n¦# a",
    "- ```\n   ```\n\n¦# a",
    " ```\n   ```\n\n¦# a",
  ])("in a list: %j", isTakenApart);

  test.each([
    "a\n\n¦# b\n\n- ```\n\n# c\n\n# d",
    "a\n\n¦# b\n\n- ```\n c\n\n# d",
    "- ```\n    ```\n\n# a",
    "1. - ```\n      ```\n\n# a",
    "> ```\n> ```\n\n# a",
    "- > ~~~\n\n# a",
  ])("in what may be a list or quote, the rest stays together: %j", isTakenApart);
});

describe("HTML hides headings", () => {
  test.each([
    "<!--\n\n# a\n\n-->\n\n¦# b",
    "<!--\n\n# a\n--> b\n\n¦# c",
    "<!-- a -->\n\n¦# b",
    "- <!-- a -->\n\n¦# b",
    "a <!--\n\n¦# b",
    "<b>\n# a\n\n¦# c",
    "</b>\na\n \t\r\n\n¦# b",
    "<scripty>\n\n¦# a",
    "<pre-x>\n\n¦# a",
    "> <b>\n\n¦# a",
    "<b>\n<b>\n\n¦# a",
    "<1\n\n¦# a",
  ])("to its end: %j", isTakenApart);

  test.each([
    "a\n\n¦# b\n\n<?\n\n# c",
    "<!a\n\n# b",
    "<!-->\n\n# a",
    "<!--->\n\n# a",
    " <!--\n-->\n\n# a",
    "<script>\n</script>\n\n# a",
    "<PRE\n\n# a",
    "<style>\n\n# a",
    "<textarea>\n\n# a",
    "<b>\n```\n\n# a",
    "<b>\n- ~~~\n\n# a",
    "<b>\n<!--\n\n# a",
    "<b>\n<Script>\n\n# a",
  ])("whose end is not certain, the rest stays together: %j", isTakenApart);
});

describe("what may define something for the whole text", () => {
  test.each([
    "[a]: b\n\n# c",
    "a\n[b]: c\n\n# d",
    "a\n\n[b]: c\n\n# d",
    "a\n\n- 1. > [b]: c\n\n# d",
    "# a\n\n[^b]: c\n\n# d",
    "a ]: b\n[c]: d\n\n# e",
    "# a\n\n# b\n\n\t[c\nd]: e",
    " [a\n]: b\n\n# c",
  ])("keeps it together: %j", isTakenApart);

  test.each([
    "a [b]: c\n\n¦# d",
    "a\n\nb [c]: d\n\n¦# e",
    "[a] b\n\nc ]: d\n\n¦# e",
    "[a] b\r\n\r\nc ]: d\r\n\r\n¦# e",
    "a ]: b [c]: d\n\n¦# e",
    "]: a\n\n¦# b",
    "a ]: b\n\n¦# c\n\n[d]\n\ne ]: f",
  ])("is none in %j", isTakenApart);
});

test.each(["\0\n\n# a", "\u2028\n\n# a", "a\n\n# b\u2029", "a\rb\n\n# c", "a\r\r\n\r\n# c", "\uFEFFa\n\n# b"])(
  "lines that end otherwise keep a text together: %j",
  isTakenApart,
);
