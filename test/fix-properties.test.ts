import fc from "fast-check";
import { expect, test } from "vitest";
import { fixPlan, type Linted, lintPlan } from "../src/commands/fixing.ts";
import { defaultConfig } from "../src/config.ts";
import { applyEdits, compatibleFixes } from "../src/edit.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { contentOf, createSource } from "../src/source.ts";
import { type InventedPlan, idOf, plans, writePlan } from "./random-plan.ts";
import { patience, times } from "./runs.ts";

const RUNS = times(400);
const LIMIT = patience(60);

/** What editors, people and other programs do to a file without meaning anything by it. */
const manner = fc.record({
  byteOrderMark: fc.boolean(),
  lineEnds: fc.array(fc.constantFrom("\n", "\r\n"), { minLength: 1, maxLength: 5 }),
  padding: fc.array(fc.constantFrom("", " ", "  ", "\t", " \t "), { minLength: 1, maxLength: 7 }),
  trailing: fc.array(fc.constantFrom("", "", " ", "\t"), { minLength: 1, maxLength: 3 }),
  lastLineEnd: fc.boolean(),
});

type Manner = typeof manner extends fc.Arbitrary<infer Value> ? Value : never;

/** Slips that can be repaired, each by the number of the task that it happens to. */
const slips = fc.array(
  fc.record({ kind: fc.constantFrom("twice", "reversed", "damaged", "left-over", "left-over-in-cell"), task: fc.nat() }),
  { maxLength: 4 },
);

type Slip = typeof slips extends fc.Arbitrary<readonly (infer Value)[]> ? Value : never;

const totals = fc.array(fc.option(fc.nat(200), { nil: undefined }), { minLength: 1, maxLength: 3 });

test("a plan without a fault that can be repaired stays as it is", { timeout: LIMIT }, () => {
  fc.assert(
    fc.property(plans, manner, (plan, how) => {
      const before = read(written(writePlan(plan), how));
      fc.pre(fixesOf(before).length === 0);
      expect(contentOf(fixPlan(before, defaultConfig, "safe").plan.source)).toBe(contentOf(before.plan.source));
    }),
    { numRuns: RUNS, seed: 1971 },
  );
});

test("a fix changes only its places, once, and the finding is gone", { timeout: LIMIT }, () => {
  const met = new Map<string, number>();
  fc.assert(
    fc.property(plans, slips, totals, manner, (plan, made, sums, how) => {
      const before = read(written(withTotals(withSlips(plan, made), sums), how));
      for (const { rule, fix } of before.diagnostics) if (fix?.safe) met.set(rule, (met.get(rule) ?? 0) + 1);
      const after = fixPlan(before, defaultConfig, "safe");
      expectSplice(before);
      expect(fixesOf(after)).toEqual([]);
      expect(contentOf(fixPlan(after, defaultConfig, "safe").plan.source)).toBe(contentOf(after.plan.source));
      expect(read(contentOf(after.plan.source)).diagnostics).toEqual(after.diagnostics);
      expectFewer(before, after);
    }),
    { numRuns: RUNS, seed: 1971 },
  );
  const rules = ["wrong-total", "duplicate-dependency", "reversed-range", "mojibake", "unused-suppression"];
  for (const rule of rules) expect([rule, (met.get(rule) ?? 0) > RUNS / 50]).toEqual([rule, true]);
});

function read(content: string): Linted {
  return lintPlan(parsePlan(createSource("plan.md", content), defaultConfig), defaultConfig);
}

function fixesOf({ diagnostics }: Linted) {
  return diagnostics.flatMap(({ fix }) => (fix?.safe ? [fix] : []));
}

/** Taking the new texts out again, at the places where they must be, gives the original. */
function expectSplice(before: Linted): void {
  const { text } = before.plan.source;
  const edits = compatibleFixes(fixesOf(before)).flatMap((fix) => fix.edits);
  let shift = 0;
  const back = edits
    .toSorted((a, b) => a.start - b.start)
    .map((edit) => {
      const start = edit.start + shift;
      shift += edit.text.length - (edit.end - edit.start);
      return { start, end: start + edit.text.length, text: text.slice(edit.start, edit.end) };
    });
  expect(applyEdits(applyEdits(text, edits), back)).toBe(text);
}

/** Every fix takes its finding away, and no rule speaks that was silent. */
function expectFewer(before: Linted, after: Linted): void {
  const rules = new Set(before.diagnostics.map(({ rule }) => rule));
  expect(after.diagnostics.filter(({ rule }) => !rules.has(rule))).toEqual([]);
  expect(after.diagnostics.length).toBeLessThanOrEqual(before.diagnostics.length - fixesOf(before).length);
}

function withSlips(plan: InventedPlan, made: readonly Slip[]): string {
  return made.reduce((text, slip) => (plan.tasks.length === 0 ? text : slipped(text, slip, plan)), writePlan(plan));
}

function slipped(text: string, { kind, task }: Slip, plan: InventedPlan): string {
  const index = task % plan.tasks.length;
  const id = idOf(plan, index);
  const row = new RegExp(`^\\| (?:\\*\\*)?${id.replaceAll(".", "\\.")}(?:\\*\\*)? \\|.*$`, "m");
  const inLastCell = (words: string) => text.replace(row, (line) => line.replace(/[^|]*\|$/, ` ${words} |`));
  const first = idOf(plan, 0);
  switch (kind) {
    case "twice":
      return index === 0 ? text : inLastCell(`${first}, ${first}`);
    case "reversed":
      return index < 2 ? text : inLastCell(`${idOf(plan, index - 1)}-${first}`);
    case "damaged":
      return text.replace("# Any Plan", "# Any Plan âœ…");
    case "left-over":
      return text.replace("## Critical Path", "<!-- sprintplan-disable empty-plan -- as it was -->\n\n## Critical Path");
    case "left-over-in-cell":
      return text.replace(row, (line) => line.replace(/ \|$/, " <!-- sprintplan-disable-next-line unread-row --> |"));
  }
}

/** A total behind the table of each sprint. */
function withTotals(text: string, sums: readonly (number | undefined)[]): string {
  let sprint = 0;
  return text.replaceAll(/(?<=^\|.*\n)(?=\n)/gm, () => {
    const sum = sums[sprint % sums.length];
    sprint += 1;
    return sum === undefined ? "" : `\n**Total Estimated Hours**: ${sum} hours\n`;
  });
}

function written(text: string, { byteOrderMark, lineEnds, padding, trailing, lastLineEnd }: Manner): string {
  const lines = text.split("\n").slice(0, -1);
  const pad = (line: string, index: number) => {
    let cell = index;
    if (!/^\| .*\|$/.test(line)) return line;
    return line.replaceAll(/ ?\| ?/g, (bar, at: number) => {
      cell += 1;
      const [left, right] = [padding[cell % padding.length], padding[(cell + 3) % padding.length]];
      return at === 0 ? `|${right}` : at + bar.length === line.length ? `${left}|` : `${left}|${right}`;
    });
  };
  const ended = lines.map((line, index) => {
    const end = index === lines.length - 1 && !lastLineEnd ? "" : lineEnds[index % lineEnds.length];
    return `${pad(line, index)}${line === "" || line.startsWith("|") ? trailing[index % trailing.length] : ""}${end}`;
  });
  return `${byteOrderMark ? "\uFEFF" : ""}${ended.join("")}`;
}
