import { describe, expect, test } from "vitest";
import { type Readable, readable } from "../src/parse/encoding.ts";
import { byRemark, type Part, parseMarkdown } from "../src/parse/markdown.ts";
import { UNREAD } from "../src/parse/remark-guard.ts";
import { sectionReader } from "../src/parse/section-reader.ts";

describe("the parts of a document", () => {
  const described = (part: Part): string => {
    if (part.kind === "quote") return `quote(${part.parts.map(described).join(", ")})`;
    if (part.kind !== "list") return part.kind;
    const items = part.items.map(
      ({ number, checked, text, parts }) =>
        `${number ?? "-"} ${checked ?? "plain"} ${JSON.stringify(text.text)}${parts.map(described).join(", ")}`,
    );
    return `${part.ordered ? "ordered" : "bullets"}(${items.join("; ")})`;
  };

  test.each([
    ["- a\n- [x] b\n- [ ] c\n", ['bullets(- plain "a"; - true "b"; - false "c")']],
    ["3. a\n4. b\n5. c\n", ['ordered(3 plain "a"; 4 plain "b"; 5 plain "c")']],
    ["- ```\n  a\n  ```\n- > b\n", ['bullets(- plain ""code; - plain ""quote(paragraph))']],
    ["- a\n\n  b\n", ['bullets(- plain "a"paragraph)']],
    ["a\n\n---\n\n<!-- b -->\n", ["paragraph", "html"]],
    ["", []],
  ])("of %j", (text, expected) => expect(parseMarkdown(readable(text)).parts.map(described)).toEqual(expected));

  test.each([
    ["a <!-- sprintplan-x --> b\n", ["<!-- sprintplan-x --> alone"]],
    ["| a |\n|---|\n| <!-- sprintplan-x --> |\n", ["<!-- sprintplan-x --> in a row"]],
    ["<!-- other -->\n", []],
  ])("comments for this program in %j", (text, expected) => {
    const { remarks } = parseMarkdown(readable(text));
    expect(remarks.map(({ text, row }) => `${text.text} ${row === undefined ? "alone" : "in a row"}`)).toEqual(expected);
  });
});

describe("sections that are read again", () => {
  // Tabs are left to remark.
  const text = "# A\n\n\ta\n\n# B\n\n\tb\n\n# B\n\n\tb\n";

  test("come from what was read before, also within one text", () => {
    const asked: string[] = [];
    const remark = (section: Readable) => {
      asked.push(section.text.slice(0, 3));
      return byRemark(section);
    };
    const read = sectionReader();
    const first = read(readable(`${text}\n`), remark);
    expect(asked.filter((start) => start === "# B").length).toBeLessThanOrEqual(2);
    const before = asked.length;
    expect(read(readable(`${text}\n`), remark)).toEqual(first);
    expect(asked).toHaveLength(before);
    expect(first).toEqual(parseMarkdown(readable(`${text}\n`)));
  });

  test("are tried again where a guard has left them out", () => {
    const read = sectionReader();
    expect(read(readable(text), () => UNREAD).parts).toEqual([]);
    expect(read(readable(text))).toEqual(parseMarkdown(readable(text)));
  });
});
