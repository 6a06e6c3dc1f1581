import { describe, expect, test } from "vitest";
import { remarkTree } from "../src/parse/remark-tree.ts";
import { scanTree } from "../src/parse/scan/tree.ts";

const isReadAsByRemark = (text: string): void => expect(scanTree(text)).toStrictEqual(remarkTree(text));
const isLeftToRemark = (text: string): void => expect(scanTree(text)).toBeUndefined();

describe("asterisks, underscores and tildes", () => {
  test.each([
    "a~",
    "**a*",
    "~_a_~",
    "é*a*",
    "_a_\u007f",
    "**a*b**",
    "0_a_",
    'a*"b"*',
    "*a\u00a0*",
    "*a**",
    "[*a](b)*",
    "~~a~ b",
    "a *\u000bb* c",
    "a*b*\\\nc",
    "Z_a_",
    "a*\u0001*b",
    "*(a)*b",
    "a***b***c",
    "é_a_",
    "9_a_",
    "A_a_",
    "z_a_",
    "a *\\\nb* c",
    `${"*a ".repeat(100)}*a`,
  ])("%j is read as remark reads it", isReadAsByRemark);

  test.each(["*~*a", "a ~~~b~~~", "*[a*]", "~a *b~ c*", `${"*a ".repeat(101)}*a`])("%j is left to remark", isLeftToRemark);
});

describe("code in a line", () => {
  test.each(["`` ` ``", "` a`", "`\\|`", "`a `", "` `"])("%j is read as remark reads it", isReadAsByRemark);
});

describe("escapes, references and addresses", () => {
  test.each(["://a", "&a", "@b", "a\\.b", "www a\\.b", "&;", "a @b"])("%j is read as remark reads it", isReadAsByRemark);

  test.each(["www\\.", "a@", "www.a", "WWW.a", "http://a", "&#35;", "a:\\/b"])("%j is left to remark", isLeftToRemark);
});

describe("links", () => {
  test.each([
    "[`a`](b)",
    "[[a](b)](c)",
    "[[a] b](c)",
    "[",
    "a](b)",
    "a [x]: y",
    "[a [b](c) d] [e](f)",
    '[a](b "")',
    '[a](b "c")',
    "[a](~)",
  ])("%j is read as remark reads it", isReadAsByRemark);

  test.each(["- [x]: y", "![a]", "[ ](b)", "[^a]", "[a](b", "[a](b\\c)", "[a](b(c))", "[a](é)"])("%j is left to remark", isLeftToRemark);
});

describe("HTML and comments", () => {
  test.each(["a\n<5", "> <!-- c -->", "a<b>c", "a <b /> c", "a <!-- c --> d"])("%j is read as remark reads it", isReadAsByRemark);

  test.each(["a <b", "<!-- c --> ", "a <b c='d'> e", "a <!--> d"])("%j is left to remark", isLeftToRemark);
});
