import { describe, expect, test } from "vitest";
import { remarkTree } from "../src/parse/remark-tree.ts";
import { scanTree } from "../src/parse/scan/tree.ts";

const isReadAsByRemark = (text: string): void => expect(scanTree(text)).toStrictEqual(remarkTree(text));
const isLeftToRemark = (text: string): void => expect(scanTree(text)).toBeUndefined();

describe("headings", () => {
  test.each(["# a #", "a\nb\n===", "> a\n---", "# a\\#", "##", "a\n-", "#a", "###### a", "a\n   ===", "a\n    ==="])(
    "%j is read as remark reads it",
    isReadAsByRemark,
  );

  test.each(["# `a", "> a\n=", "`a\n===", "- [ ] a\n  ==="])("%j is left to remark", isLeftToRemark);
});

describe("rules", () => {
  test.each(["- a\n_ _\n", "* a\n* * *", `${"-".repeat(1000)}`, "- - -", "___"])("%j is read as remark reads it", isReadAsByRemark);

  test.each([`${"- ".repeat(500)}-`])("%j is left to remark", isLeftToRemark);
});

describe("code between fences", () => {
  test.each([
    "> ```\n>a\n>```",
    "~~~ ~~~\na\n~~~",
    "  ```\n\n  a\n```",
    "```\na\n    ```\n```",
    "```\n```",
    "```\na\n   ```",
    "~~~~\n~~~\n~~~~~",
    "- ```\n   a\n  ```\n",
    "```js x y\na\n```",
  ])("%j is read as remark reads it", isReadAsByRemark);

  test.each(["```\na\n```b", "```js \na\n```", "```a&b\na\n```"])("%j is left to remark", isLeftToRemark);
});

describe("lists", () => {
  test.each([
    "- []",
    "1. a\n2. b",
    "- [ ] a\n\n  b",
    "   - a",
    "- - a\n\n  b",
    "- a\n* b",
    "- - a\n\n  - b\n c",
    "- [x] <!-- a -->",
    "a\n+",
    "0. a",
    "-    a",
    "10. a\n   b",
    "- - - - - - - - - - - - - - - - - - - - a",
    "123456789. a",
    "1) a\n2) b",
    "- [X] a",
  ])("%j is read as remark reads it", isReadAsByRemark);

  test.each([
    "   - a\n    - b",
    "- 2. a",
    "- - - - - - - - - - - - - - - - - - - - - a",
    "- [",
    "-     a",
    "> > > > > > > > > > > > > > > > > > > > > a",
  ])("%j is left to remark", isLeftToRemark);
});

describe("quotes", () => {
  test.each(["a\n>", "> > - a\nb", "   > a", ">\na", "> a\n   b\n   c"])("%j is read as remark reads it", isReadAsByRemark);

  test.each(["> > a\n>\n> > b", "> - a\n>   - b\n> - c", "> 2. a", "> - a\n>\n", "> a\n    b", "> a\n    > b"])(
    "%j is left to remark",
    isLeftToRemark,
  );
});

describe("tables", () => {
  test.each([
    "x\n|-|\n|-|",
    "a\nb | c\n-|-",
    "| `a\\|b` |\n|-|",
    "a | b\n:-- | --:",
    "- a | b\n  - | -",
    "||\n|-|",
    "| a |\n|-|\n_ _ _",
    "| a |\n|-|\n\nb",
    "x\n| a |\n   |-|",
    "a\n:-:",
    "| a |\n|-|\n   b",
  ])("%j is read as remark reads it", isReadAsByRemark);

  test.each(["|\n|-|", "| a |\n|-|\n| &amp; |", "x\n|a|\n- |", "| a |\n|-|\n    b", "a\n-|-", "x\n    |-|"])(
    "%j is left to remark",
    isLeftToRemark,
  );
});

describe("paragraphs", () => {
  test.each(["\\\na", "a\\\n", "a \r\nb", "a\n-b", "  a\nb", "a\\  \nb", "\n", "9. a"])("%j is read as remark reads it", isReadAsByRemark);

  test.each(["+", "\ta"])("%j is left to remark", isLeftToRemark);
});
