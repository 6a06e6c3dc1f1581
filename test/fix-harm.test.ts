import { describe, expect, test } from "vitest";
import { harmOf } from "../src/commands/harm.ts";
import { defaultConfig } from "../src/config.ts";
import { applyEdits, type Edit } from "../src/edit.ts";
import type { Plan } from "../src/model.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { createSource } from "../src/source.ts";

const text = [
  "## Sprint 1 (Week 1)",
  "",
  "| ID | Task | Hours | Dependencies |",
  "|----|------|-------|--------------|",
  "| 1.1 | Dig | 8 | None |",
  "| 1.2 | Build | 16 | 1.1, 1.1 |",
  "",
  "**Total Estimated Hours**: 30 hours",
  "",
].join("\n");

/** What is said when the first place of `from` becomes `to`. */
function harm(from: string, to: string, allowed: "safe" | "unsafe" = "safe", written: string = text): string | undefined {
  const start = written.indexOf(from);
  return harmOfEdits([{ start, end: start + from.length, text: to }], allowed, written);
}

function harmOfEdits(edits: readonly Edit[], allowed: "safe" | "unsafe" = "safe", written: string = text): string | undefined {
  return harmOf(readingOf(written), readingOf(applyEdits(written, edits)), edits, allowed);
}

function readingOf(written: string): Plan {
  return parsePlan(createSource("plan.md", written), defaultConfig);
}

describe("an edit does no harm", () => {
  test.each([
    ["to a total", "30", "24"],
    ["to a list of dependencies", ", 1.1 |", " |"],
    ["to a title", "Dig", "Dig a hole"],
    ["that is a new row", "\n\n**Total", "\n| 1.3 | Paint | 4 | None |\n\n**Total"],
    ["between the blocks", "\n\n**Total", "\n\n\n\n**Total"],
  ])("%s", (_what, from, to) => {
    expect(harm(from, to)).toBeUndefined();
  });
});

describe("an edit does harm", () => {
  test.each([
    ["a pipe in a cell", "Dig", "Dig | dig", "`8` in line 5 would be read otherwise"],
    ["a row that goes along", "| 1.1 | Dig", "x\n\n| 1.1 | Dig", "`8` in line 5 would be read otherwise"],
    ["a heading that becomes text", "## Sprint", "Sprint", "`1` in line 1 would be read otherwise"],
    ["a unit for a whole column", "Hours", "Days", "`8` in line 5 would be read otherwise"],
  ])("%s", (_what, from, to, words) => {
    expect(harm(from, to)).toBe(words);
  });

  test("unless it is unsafe, and only lets others be understood", () => {
    expect(harm("Hours", "Days", "unsafe")).toBeUndefined();
    expect(harm("Dig", "Dig | dig", "unsafe")).toContain("would be read otherwise");
  });
});

interface Change {
  readonly written: string;
  readonly from: string;
  readonly to: string;
}

/** With something that comes to be read, in front of something of its kind. */
const revealing: readonly (readonly [what: string, where: string, change: Change])[] = [
  ["a buffer", "`4` in line 10", { written: `${text}\n    **Sprint Buffer**: 4 hours\n`, from: "    **", to: "**" }],
  ["a fact", "`Ann` in line 3", { written: `# Plan\n\n    **Owner**: Ann\n\n**Version**: 1\n\n${text}`, from: "    **", to: "**" }],
  [
    "an id that a row is given",
    "something in line 6",
    { written: "## Sprint 1\n\n| Task | Hours |\n|--|--|\n| Dig | 8 |\n<!--\n| Fill | 2 |\n-->\n", from: "<!--\n", to: "" },
  ],
];

test.each(revealing)("%s that was not read is no harm of unsafe edits alone", (_what, where, { written, from, to }) => {
  expect(harm(from, to, "safe", written)).toBe(`${where} would be read where nothing was`);
  expect(harm(from, to, "unsafe", written)).toBeUndefined();
});

const recounting: typeof revealing = [
  ["phases", "`Phase 1: B` in line 5", { written: "\\## Phase 0: A\n\ntext\n\n## Phase 1: B\n\ntext\n", from: "\\##", to: "##" }],
  [
    "milestones",
    "`2` in line 7",
    { written: "## Milestones\n\n\\### Milestone 1: A\n\n- x\n\n### Milestone 2: B\n\n- y\n", from: "\\###", to: "###" },
  ],
  ["columns", "`8` in line 5", { written: text.replace("Hours", "Risk"), from: "Risk", to: "Priority" }],
];

test.each(recounting)("what comes to count as another one of the %s is harm of any edits", (_what, where, { written, from, to }) => {
  expect(harm(from, to, "safe", written)).toBe(`${where} would be read otherwise`);
  expect(harm(from, to, "unsafe", written)).toBe(`${where} would be read otherwise`);
});

describe("of the places beside an edit", () => {
  const [start, end] = [text.indexOf("Dig"), text.indexOf("Dig") + 3];

  test.each([
    ["in front", { start, end: start, text: "Now " }],
    ["behind", { start: end, end, text: " now" }],
  ])("what it is put right %s of may change", (_where, edit) => {
    expect(harmOfEdits([edit])).toBeUndefined();
  });

  test.each([
    ["in front", { start: text.length, end: text.length, text: "x" }],
    ["behind", { start: 0, end: 0, text: "x" }],
  ])("what stands far %s of it may not", (_where, edit) => {
    const after = applyEdits(text.replace("Dig", "Dug"), [edit]);
    expect(harmOf(readingOf(text), readingOf(after), [edit], "unsafe")).toContain("would be read otherwise");
  });

  test("all are found again, in whatever order the edits come", () => {
    const written = `# Plan\n\nThese are only some words\n\n${text}`;
    const words = { start: written.indexOf("These are"), end: written.indexOf("words"), text: "" };
    const title = { start: written.indexOf("Dig"), end: written.indexOf("Dig") + 3, text: "Dig a hole" };
    const total = { start: written.indexOf("30"), end: written.indexOf("30") + 2, text: "24" };
    expect(harmOfEdits([total, words, title], "safe", written)).toBeUndefined();
    expect(harmOfEdits([words, title, total], "safe", written)).toBeUndefined();
  });
});

test("the same words are read otherwise where more of the text becomes them", () => {
  const written = (goal: string) => readingOf(`## Sprint 1\n\n**Sprint Goal**: ${goal}\n`);
  expect(harmOf(written("A & B"), written("A &amp; B"), [], "unsafe")).toBe("`A & B` in line 3 would be read otherwise");
});

test("other words are read otherwise even where they mean the same", () => {
  const written = (hours: string) => readingOf(text.replace("| 8 |", `| ${hours} |`));
  const [before, after] = [written("8h"), written("8H")];
  expect(before.tasks[0].estimate.value).toEqual(after.tasks[0].estimate.value);
  expect(harmOf(before, after, [], "safe")).toBe("`8h` in line 5 would be read otherwise");
  expect(harmOf(before, after, [], "unsafe")).toBe("`8h` in line 5 would be read otherwise");
});

describe("of what a plan holds", () => {
  const plan = readingOf(text);
  const [{ title }] = plan.tasks;
  /** As if plans held something more one day. */
  const holding = (more: unknown): Plan & { readonly more: unknown } => ({ ...plan, more });

  test("every field counts, wherever it is", () => {
    expect(harmOf(holding({ some: [{ note: title }] }), plan, [], "unsafe")).toBe("`Dig` in line 5 would be read otherwise");
    expect(harmOf(plan, holding({ some: [{ note: title }] }), [], "unsafe")).toBeUndefined();
    expect(harmOf(plan, holding({ some: [{ note: title }] }), [], "safe")).toBe("`Dig` in line 5 would be read where nothing was");
  });

  test("and it counts where it is", () => {
    expect(harmOf(holding({ note: title }), holding({ other: title }), [], "unsafe")).toBeDefined();
    expect(harmOf(holding([{ done: true, note: title }]), holding([{ done: false, note: title }]), [], "unsafe")).toBeDefined();
    expect(harmOf(holding([{ line: 1, note: title }]), holding([{ line: 2, note: title }]), [], "safe")).toBeUndefined();
    expect(harmOf(holding([{}, { note: title }]), holding([{ note: title }]), [], "safe")).toBeUndefined();
  });

  test.each([
    ["words", { span: title.span, value: "Dig" }],
    ["a place", { text: "Dig", value: "Dig" }],
    ["a meaning", { text: "Dig", span: title.span }],
  ])("nothing is a field without %s", (_without, thing) => {
    expect(harmOf(holding([thing]), plan, [], "safe")).toBeUndefined();
    expect(harmOf(holding([{ ...thing, inner: title }]), plan, [], "safe")).toBeDefined();
  });

  test("why something means nothing counts for safe edits", () => {
    const [one, other] = ["too much", "too little"].map((problem) => holding({ ...title, value: undefined, problem }));
    expect(harmOf(one, other, [], "safe")).toBe("`Dig` in line 5 would be read otherwise");
    expect(harmOf(one, other, [], "unsafe")).toBeUndefined();
  });

  test("what was not understood may be", () => {
    const unread = { kind: "group", text: title, reason: "", line: 5 } as const;
    expect(harmOf({ ...plan, unread: [unread] }, plan, [], "unsafe")).toBeUndefined();
  });
});

test("a second byte-order mark does not move the places behind it", () => {
  const before = parsePlan(createSource("plan.md", `\uFEFF\uFEFF${text}`), defaultConfig);
  const [{ title }] = before.tasks;
  expect([title.text, before.source.text.slice(title.span.start, title.span.end)]).toEqual(["Dig", "Dig"]);
  const edits = [{ start: 0, end: 1, text: "" }];
  const after = parsePlan(createSource("plan.md", `\uFEFF${applyEdits(before.source.text, edits)}`), defaultConfig);
  expect(harmOf(before, after, edits, "safe")).toBeUndefined();
});
