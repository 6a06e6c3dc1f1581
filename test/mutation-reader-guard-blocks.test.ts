import { expect, test } from "vitest";
import { linesIn } from "./guarded-lines.ts";

test.each([
  ["> a\nb\n\nc", "2 0:a\nb | 3 3:c"],
  ["> a\n> b", "1 0:a\n> b"],
  ["> > a\n> b\n> > c", "2 0:a\n> b\n> > c"],
  ["a\n> b\nc", "1 in 1 0:a | 2 1:b\nc"],
  ["> a\n>\n> b", "1 in 1 0:a | 2 2:b"],
  [">a\n>>b", "1 in 2 0:a | 1 1:b"],
  ["> - a\n> - b\n", "1 in 2 0:a | 2 in 1 1:b"],
  ["> - a\n- b\n", "1 in 1 0:a | 2 in 1 1:b"],
  ["- a\n> b", "1 in 2 0:a | 1 1:b"],
  ["- > a\n  > > b", "1 in 3 0:a | 1 1:b"],
  ["> a\n\n> b\n> > c\n", "1 0:a | 3 in 2 2:b | 4 3:c"],
  ["> # a\n> b\n", "1 in 1 0:# a | 2 1:b"],
  ["> > a\n\n> b\n> > c", "1 0:a | 3 in 2 2:b | 3 3:c"],
])("a quote begins something new where it is deeper: %j", (text, lines) => {
  expect(linesIn(text)).toBe(lines);
});

test.each([
  ["```\na\n\nb\n```\nc\n\nd", "6 5:c | 7 7:d"],
  ["~~~\na\n~~~\nb", "3 3:b"],
  ["a\n```\nb\n```\nc", "1 0:a | 4 4:c"],
  ["```x\na\n``` \nb", "3 3:b"],
  ["```\na\n````\nb", "3 3:b"],
  ["````\na\n```\nb\n````\nc", "5 5:c"],
  ["```\na\n``` x\nb", ""],
  ["``` ` \na", "1 0:``` ` \na"],
  ["~~~ ~\na\n~~~\nb", "3 3:b"],
  ["   ```\na\n   ```\nb", "3 3:b"],
  ["    ```\na\n\nb", "2 0:```\na | 3 3:b"],
  ["```\na\n    ```\nb\n", ""],
  ["```\n> ```\n```\na", ""],
  ["~~~\n```\n~~~\na", "3 3:a"],
  ["``\na\n``\nb", "3 0:``\na\n``\nb"],
  ["```\na", ""],
  ["# a\n```\nb\n```\n- c\nd", "1 0:# a | 5 4:c\nd"],
  ["```\na\n```\n2. b\nc\n\n   d", "5 in 1 3:b\nc | 6 6:d"],
  ["```\na\n   ```\nb\n", "4 3:b"],
  ["````\n````x````\nb", ""],
  ["```\n``` ```\nb", ""],
  ["a\n\n```\nb\n```\nc", "1 0:a | 5 5:c"],
])("nothing between fences is read: %j", (text, lines) => {
  expect(linesIn(text)).toBe(lines);
});

test.each([
  ["- ```\n  a\n\n  b\n  ```\n  c", "5 5:c"],
  ["- ```\n  a\nb", "2 2:b"],
  ["> ```\n> a\nb\n", "3 2:b"],
  ["> ```\n> a\n> ```\n> b", "3 3:b"],
  ["- ```\n       ```\n  a\n", ""],
  ["- ```\n     ```\n  a\n", "3 in 1 2:a"],
  ["- ```\n      ```\n  a\n", ""],
  ["- a\n  ```\n  b\n  ```\n  c", "1 in 1 0:a | 4 4:c"],
  ["- ```\n  a\n\nb\nc\n", "5 3:b\nc"],
  ["> ```\n> > ```\n> a\n", ""],
  ["- a\n      ```\n  b\n", "3 in 1 0:a\n      ```\n  b"],
  ["- a\n     ```\n  b\n", "1 in 1 0:a"],
  ["- ```\n  a\n  b\n 2. c", "3 3:c"],
])("fences end with the list or the quote around them: %j", (text, lines) => {
  expect(linesIn(text)).toBe(lines);
});

test.each([
  ["a\n<b\n```\nc\n```\nd", "5 0:a\n<b\n```\nc\n```\nd"],
  ["a <b\n```\nc\n```\nd", "1 0:a <b | 4 4:d"],
  ["a\n<!-- b -->\n```\nc\n```\nd", "1 0:a | 2 1:<!-- b --> | 5 5:d"],
  ["<b>\n```\nc\n```\nd", "4 0:<b>\n```\nc\n```\nd"],
  ["a\n\n<b>\n```\nc\n```\nd", "1 0:a | 6 2:<b>\n```\nc\n```\nd"],
  ["a\n<5\n```\nb\n```\nc", "2 0:a\n<5 | 5 5:c"],
  ["a\n/b\n```\nb\n```\nc", "2 0:a\n/b | 5 5:c"],
  ["- a\n  <b\n\n```\nc\n", "2 in 1 0:a\n  <b | 5 3:```\nc"],
])("a fence behind HTML may be none: %j", (text, lines) => {
  expect(linesIn(text)).toBe(lines);
});

test.each([
  ["<div>\na\n\nb", "3 3:b"],
  ["<DIV\na\nb\n", ""],
  ["</div>\na\n", ""],
  ["<div\n\n```\na", ""],
  ["<em>\na\n\nb", "2 0:<em>\na | 3 3:b"],
  ["a\n<div>\nb\n", "3 0:a\n<div>\nb"],
  ["> <div>\na\n", "2 0:<div>\na"],
  ["- <div>\n  a\n", "2 in 1 0:<div>\n  a"],
  ["<h1>\na\n```\nb", ""],
  ["<divs>\n```\na\n```\nb", "4 0:<divs>\n```\na\n```\nb"],
  ["# a\n<div>\nb\n\nc", "1 0:# a | 4 4:c"],
  ["> a\n\n<div>\nb\n", "1 0:a"],
  ["- a\n\n<div>\nb\n", "1 in 1 0:a"],
  ["<div>\na\n\n```\nb\n```\nc", "6 6:c"],
  ["<div>\n| a |\n| - |\n| b |\n", ""],
])("nothing of a block of HTML is read before an empty line: %j", (text, lines) => {
  expect(linesIn(text)).toBe(lines);
});

test.each([
  ["| a |\n| - |\n| b |\n| c |\n\nd", "1 0:| a | | 2 row 2:| b | | 3 row 3:| c | | 5 5:d"],
  ["a | b\n- | -\nc\nd", "1 in 1 0:a | b | 3 1:| -\nc\nd"],
  ["| a |\n| - | - |\n| b |\n", "3 0:| a |\n| - | - |\n| b |"],
  ["| a | b |\n| :-: | --: |\n| c |\n", "1 0:| a | b | | 2 row 2:| c |"],
  ["a\n-|\nb", "1 0:a | 2 row 2:b"],
  ["| a\n| -\nb", "1 0:| a | 2 row 2:b"],
  ["a \\| b | c\n--|-\nd", "1 0:a \\| b | c | 2 row 2:d"],
  ["a \\\\| b | c\n--|-\nd", "2 0:a \\\\| b | c\n--|-\nd"],
  ["a \\\\| b\n--|-\nd", "1 0:a \\\\| b | 2 row 2:d"],
  ["a|b|c\n-|-|-\nd", "1 0:a|b|c | 2 row 2:d"],
  ["|a|b\n-|-\nd", "1 0:|a|b | 2 row 2:d"],
  ["a|b|\n-|-\nd", "1 0:a|b| | 2 row 2:d"],
  ["a||b\n-|-|-\nd", "1 0:a||b | 2 row 2:d"],
  ["\\||a\n-|-\nd", "1 0:\\||a | 2 row 2:d"],
  ["\\||a\n|-\nd", "2 0:\\||a\n|-\nd"],
  ["a|\\|\n-|-\nd", "1 0:a|\\| | 2 row 2:d"],
  ["| a |  \n| - |\nb", "1 0:| a |   | 2 row 2:b"],
  ["| a |\n| - | \t\nb", "1 0:| a | | 2 row 2:b"],
  ["x\n| a |\n| - |\n| b |\n", "2 0:x\n| a | | 3 row 3:| b |"],
  ["| a |\n    | - |\n| b |\n", "3 0:| a |\n    | - |\n| b |"],
  ["| a |\n   | - |\n| b |\n", "1 0:| a | | 2 row 2:| b |"],
  ["| a |\n\n| - |\n| b |", "1 0:| a | | 3 2:| - |\n| b |"],
  ["| a |\n| x |\n| b |\n", "3 0:| a |\n| x |\n| b |"],
  ["| a |\n x | - |\n", "2 0:| a |\n x | - |"],
  ["| a |\n:-:|\n| b |", "1 0:| a | | 2 row 2:| b |"],
  ["a\n:-:\nb", "2 0:a\n:-:\nb"],
  ["  | a |  \n  | - |  \n  | b |", "1 0:| a |   | 2 row 2:  | b |"],
  ["| a |\n| - |\n| b |\n| - |\n", "1 0:| a | | 2 row 2:| b | | 3 row 3:| - |"],
  ["# a\n| - |\nb", "1 0:# a | 2 1:| - |\nb"],
  ["- a\n\n  | b |\n  | - |\n  c\n\n  d", "1 in 1 0:a | 3 in 1 2:| b | | 4 row in 1 4:  c | 6 6:d"],
  ["| a |\r\n| - |\r\n| b |\r\n", "1 0:| a | | 2 row 2:| b |"],
  ["a\n-\nb|c\n-|-\nd", "3 0:a\n-\nb|c | 4 row 4:d"],
  ["| a |\n|-|\n\n| b |\n", "1 0:| a | | 4 3:| b |"],
  ["x|\n-|\n    a\n\n| b |\n| - |\n| c |\n", "1 0:x| | 3 2:a | 5 4:| b | | 6 row 6:| c |"],
])("each row of a table is read alone: %j", (text, lines) => {
  expect(linesIn(text)).toBe(lines);
});

test.each([
  ["| a |\n| - |\n# b\nc", "1 0:| a | | 3 2:# b | 3 3:c"],
  ["| a |\n| - |\n- b\n", "1 0:| a | | 3 in 1 2:b"],
  ["| a |\n| - |\n-b\n", "1 0:| a | | 2 row 2:-b"],
  ["| a |\n| - |\n-\nb", "1 0:| a | | 3 2:-\nb"],
  ["| a |\n| - |\n1. b\n", "1 0:| a | | 3 in 1 2:b"],
  ["| a |\n| - |\n1.b\n", "1 0:| a | | 2 row 2:1.b"],
  ["| a |\n| - |\n> b\n", "1 0:| a | | 3 2:b"],
  ["| a |\n| - |\n    b\nc", "1 0:| a | | 3 2:b\nc"],
  ["| a |\n| - |\n   b\nc", "1 0:| a | | 2 row 2:   b | 3 row 3:c"],
  ["> | a |\n> | - |\n> | b |\n| c |\n", "1 in 1 0:| a | | 2 row in 1 2:> | b | | 4 3:| c |"],
  ["> | a |\n> | - |\n> > | b |\n", "1 in 1 0:| a | | 3 2:| b |"],
  ["- | a |\n  | - |\n  | b |\n| c |\n", "1 in 1 0:| a | | 2 row in 1 2:  | b | | 4 3:| c |"],
  ["- | a |\n  | - |\n     | b |\n      | c |\n", "1 in 1 0:| a | | 2 row in 1 2:     | b | | 4 in 1 3:| c |"],
  ["- | a |\n  | - |\n | b |\n", "1 in 1 0:| a | | 3 2:| b |"],
  ["| a |\n| - |\n<b>\n", "1 0:| a | | 3 2:<b>"],
  ["| a |\n| - |\n`b`\n| c |", "1 0:| a | | 3 2:`b`\n| c |"],
  ["| a |\n| - |\n~~~\nb\n~~~\n", "1 0:| a |"],
  ["- a\n| b |\n| - |\n| c |\n", "2 in 1 0:a\n| b | | 4 3:| c |"],
  ["a\n| b |\n| - |\n***\n| c |", "2 0:a\n| b | | 4 3:*** | 4 4:| c |"],
  ["| a |\n| - |\n| b |\n2. c\nd\n\n   e", "1 0:| a | | 2 row 2:| b | | 5 in 1 3:c\nd | 6 6:e"],
  ["| a |\n| - |\n|# b |\n", "1 0:| a | | 2 row 2:|# b |"],
  ["| a |\n| - |\n    b\n> c\n", "1 0:| a | | 3 in 1 2:b | 4 3:c"],
])("a table ends where another block begins: %j", (text, lines) => {
  expect(linesIn(text)).toBe(lines);
});
