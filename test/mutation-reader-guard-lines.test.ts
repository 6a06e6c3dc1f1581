import { expect, test } from "vitest";
import { linesIn } from "./guarded-lines.ts";

test.each([
  ["", ""],
  ["a", "0 0:a"],
  ["a\n", "1 0:a"],
  ["a\nb\n\nc\n", "2 0:a\nb | 4 3:c"],
  ["a\r\nb\r\n\r\nc", "2 0:a\r\nb | 3 3:c"],
  ["a\rb\r\rc", "2 0:a\rb | 3 3:c"],
  ["a\n \t\nb", "1 0:a | 2 2:b"],
  ["  a\n\n", "1 0:a"],
  ["\n\na\n\n\n\nb\n", "3 2:a | 7 6:b"],
  ["a\n\n\r\n\nb\r\n", "1 0:a | 5 4:b"],
])("a paragraph goes on to an empty line: %j", (text, lines) => {
  expect(linesIn(text)).toBe(lines);
});

test.each([
  ["# a\nb\n# c\nd", "1 0:# a | 2 1:b | 3 2:# c | 3 3:d"],
  ["#a\nb", "1 0:#a\nb"],
  ["# a\n# b", "1 0:# a | 1 1:# b"],
  ["####### a\nb\n", "2 0:####### a\nb"],
  ["a\n    # b\nc", "2 0:a\n    # b\nc"],
  ["a\n   # b\nc", "1 0:a | 2 1:# b | 2 2:c"],
  ["#\nb", "1 0:# | 1 1:b"],
  ["a\n---\nb", "1 0:a | 2 1:--- | 2 2:b"],
  ["a\n- - -\nb", "1 0:a | 2 1:- - - | 2 2:b"],
  ["a\n--\nb", "2 0:a\n--\nb"],
  ["***\na", "1 0:*** | 1 1:a"],
  ["_ _ _\na", "1 0:_ _ _ | 1 1:a"],
  ["a\n***b\nc", "2 0:a\n***b\nc"],
  ["a\n*** \t\nc", "1 0:a | 2 1:*** \t | 2 2:c"],
  ["a\n\n***\nb\nc\n", "1 0:a | 3 2:*** | 5 3:b\nc"],
  ["<!-- a -->\nb", "1 0:<!-- a --> | 1 1:b"],
  ["<!--> a -->\nb", "1 0:<!--> a -->\nb"],
  ["<!---> a -->\nb", "1 0:<!---> a -->\nb"],
  ["<!-- a\nb -->\nc", "2 0:<!-- a\nb -->\nc"],
  ["a\n<!-- b --> c\nd", "1 0:a | 2 1:<!-- b --> c | 2 2:d"],
  ["- a\n    # b\nc", "1 in 1 0:a | 2 1:# b | 2 2:c"],
  ["- a\n     # b\nc", "1 in 1 0:a | 2 1:# b | 2 2:c"],
  ["- a\n      # b\nc", "2 0:a\n      # b\nc"],
  ["- a\n# b\nc", "1 0:a | 2 1:# b | 2 2:c"],
  ["- a\n  # b\n  c\n\n  d", "1 in 1 0:a | 2 in 1 1:# b | 3 in 1 2:c | 4 4:d"],
  ["> a\n# b\n", "1 0:a | 2 1:# b"],
  ["- a\n  - b\n  # c\n    d\n\n    e", "1 in 2 0:a | 2 in 1 1:b | 3 in 1 2:# c | 4 in 1 3:d | 5 5:e"],
])("a heading, a rule or a comment is read alone: %j", (text, lines) => {
  expect(linesIn(text)).toBe(lines);
});

test.each([
  ["- a\n- b", "1 in 1 0:a | 1 1:b"],
  ["- a\nb\n\nc", "2 in 1 0:a\nb | 3 3:c"],
  ["+ a\n* b", "1 in 1 0:a | 1 1:b"],
  ["1. a\n2. b", "1 in 1 0:a | 1 1:b"],
  ["1) a\n2) b", "1 in 1 0:a | 1 1:b"],
  ["a\n- b", "1 in 1 0:a | 1 1:b"],
  ["- - - a\nb", "1 0:a\nb"],
  ["-\na", "1 0:-\na"],
  ["- \na", "1 0:- \na"],
  ["a\n-\nb", "2 0:a\n-\nb"],
  ["-a\nb", "1 0:-a\nb"],
  ["- a\n  - b\n    - c\n\n- d", "1 in 2 0:a | 2 in 3 1:b | 3 in 3 2:c | 4 4:d"],
  ["- a\n\n  b\n\nc\n", "1 in 1 0:a | 3 in 1 2:b | 5 4:c"],
  ["- - a\n- b", "1 in 1 0:a | 1 1:b"],
  ["- - a\n\n  b", "1 in 2 0:a | 2 2:b"],
  ["- > a\n- b", "1 in 1 0:a | 1 1:b"],
  ["- # a\n  b\n", "2 in 1 0:# a\n  b"],
  ["- # a\nb\n", "2 in 1 0:# a\nb"],
  ["- ***\n  a\n\n  b", "2 in 1 0:***\n  a | 3 3:b"],
  ["- a\n- b\n  c\n\n  d", "1 in 1 0:a | 3 in 1 1:b\n  c | 4 4:d"],
])("an item of a list begins something new: %j", (text, lines) => {
  expect(linesIn(text)).toBe(lines);
});

test.each([
  ["a\n1. b", "1 in 1 0:a | 1 1:b"],
  ["a\n2. b", "1 0:a\n2. b"],
  ["a\n01. b", "1 in 1 0:a | 1 1:b"],
  ["a\n0. b", "1 0:a\n0. b"],
  ["2. a\nb", "1 0:a\nb"],
  ["1. a\n\n5. b\n", "1 in 1 0:a | 3 in 1 2:b"],
  ["- a\n2. b\n", "2 in 1 0:a\n2. b"],
  ["- a\n1. b", "1 in 1 0:a | 1 1:b"],
  ["1. a\n   b\n7. c", "2 in 1 0:a\n   b | 2 2:c"],
  ["1234567890. a\nb", "1 0:1234567890. a\nb"],
  ["123456789. a\nb", "1 0:a\nb"],
  ["1. - a\n2. b", "1 in 1 0:a | 1 1:b"],
  ["- 1. a\n  2. b\n", "1 in 2 0:a | 2 in 2 1:b"],
  ["1. a\n- b\n2. c\n", "1 in 1 0:a | 3 in 1 1:b\n2. c"],
  ["- a\n  - b\n2. c", "1 in 2 0:a | 2 1:b\n2. c"],
  ["1. a\n   2. b\nc", "2 0:a\n   2. b\nc"],
  ["1. a\n   - b\n   2. c", "1 in 2 0:a | 2 1:b\n   2. c"],
  ["# a\n2. b\nc\n", "1 in 1 0:# a | 3 in 1 1:b\nc"],
  ["- 2. a\n\n     b", "1 in 2 0:a | 2 2:b"],
  ["- a\n- 2. b\n\n     c", "1 in 2 0:a | 2 in 2 1:b | 3 3:c"],
  ["- - a\n  2. b\n\n    c", "2 in 2 0:a\n  2. b | 3 3:c"],
  ["> a\n2. b\n\n   c", "2 0:a\n2. b | 3 3:c"],
])("a number but one goes on with a list, and begins none within a paragraph: %j", (text, lines) => {
  expect(linesIn(text)).toBe(lines);
});

test.each([
  ["-     a\n\n  b\n\nz", "1 in 1 0:a | 3 in 1 2:b | 4 4:z"],
  ["-     a\n\n b\n\nz", "1 in 1 0:a | 3 2:b | 4 4:z"],
  ["-     a\n\n   b\n\nz", "1 in 1 0:a | 3 in 1 2:b | 4 4:z"],
  ["-    a\n\n   b\n\nz", "1 in 1 0:a | 3 2:b | 4 4:z"],
  ["1.      a\n\n   b\n\nz", "1 in 1 0:a | 3 in 1 2:b | 4 4:z"],
  ["   -     a\n\n     b\n\nz", "1 in 1 0:a | 3 in 1 2:b | 4 4:z"],
  ["-    a\n\n     b\n\nz", "1 in 1 0:a | 3 in 1 2:b | 4 4:z"],
  ["-    a\n\n    b\n\nz", "1 in 1 0:a | 3 2:b | 4 4:z"],
  ["-      a\n\n b\n\nz", "1 in 1 0:a | 3 2:b | 4 4:z"],
  ["- a\n\n b\n\nz", "1 in 1 0:a | 3 2:b | 4 4:z"],
  ["\t- a\nb\n\nc\n\nz", "2 0:- a\nb | 4 3:c | 5 5:z"],
  ["- a\n\t- b\n\t\tc\n\n\nz", "1 in 2 0:a | 3 in 2 1:b\n\t\tc | 5 5:z"],
  ["-\ta\n\n    b\n\n\nz", "1 in 1 0:a | 3 in 1 2:b | 5 5:z"],
  ["-\ta\n\n  b\n\n\nz", "1 in 1 0:a | 3 in 1 2:b | 5 5:z"],
  [" \t- a\n\n\nz", "1 0:- a | 3 3:z"],
  ["> \t- a\n\n\nz", "1 0:- a | 3 3:z"],
  ["   - a\n\n     b\n\nz", "1 in 1 0:a | 3 in 1 2:b | 4 4:z"],
  ["    - a\n\n      b\n\nz", "1 0:- a | 3 2:b | 4 4:z"],
  ["- a\n     - b\n\n       c\n\nz", "1 in 2 0:a | 2 in 2 1:b | 4 in 2 3:c | 5 5:z"],
  ["- a\n      - b\n\n        c\n\nz", "2 in 1 0:a\n      - b | 4 in 1 3:c | 5 5:z"],
  ["10. a\n\n    b\n\nz", "1 in 1 0:a | 3 in 1 2:b | 4 4:z"],
  ["10. a\n\n   b\n\nz", "1 in 1 0:a | 3 2:b | 4 4:z"],
  ["a\n\t\tb\n\t\t# c\n\nz", "3 0:a\n\t\tb\n\t\t# c | 4 4:z"],
  ["- a\n \t b\n \t # c\n\nz", "2 in 1 0:a\n \t b | 3 in 1 2:# c | 4 4:z"],
  ["1.  a\n\n    b\n\n   c\n\nz", "1 in 1 0:a | 3 in 1 2:b | 5 4:c | 6 6:z"],
  ["-    # a\n     b\n\n     c\n\nz", "2 in 1 0:# a\n     b | 4 in 1 3:c | 5 5:z"],
])("what stands in an item stands as far in as its text: %j", (text, lines) => {
  expect(linesIn(text)).toBe(lines);
});

test.each([
  [`${">".repeat(20)} a`, "0 0:a"],
  [`${">".repeat(21)} a`, "0 in 21 | 0 0:a"],
  [`${">".repeat(21)} a\n${">".repeat(21)}\n`, "0 in 21 | 1 in 21 0:a"],
  [`${"- ".repeat(21)}a\nb\n`, "0 in 21 | 1 in 21 | 2 in 21 0:a\nb"],
  [`${"- ".repeat(11)}${"> ".repeat(10)}a`, "0 in 21 | 0 0:a"],
  [`${"- ".repeat(21)}a\n\n- b\n`, "0 in 21 | 1 in 21 0:a | 3 in 1 2:b"],
])("a line that is more than twenty deep matters by itself: %j", (text, lines) => {
  expect(linesIn(text)).toBe(lines);
});
