import fc from "fast-check";
import { expect, test } from "vitest";
import { fixPlan, type Linted, lintPlan } from "../src/commands/fixing.ts";
import { siftFixes } from "../src/commands/harmless-fixes.ts";
import { rereader } from "../src/commands/rereading.ts";
import { defaultConfig } from "../src/config.ts";
import { applyEdits, compatibleFixes } from "../src/edit.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { contentOf, createSource } from "../src/source.ts";
import { lostWords, madeAndUndone, undoing } from "./fix-oracle.ts";
import { fronts, interludes, manners, titles, withInterludes, withTitles, written } from "./plan-manners.ts";
import { type InventedPlan, idOf, smallPlans, writePlan } from "./random-plan.ts";
import { patience, times } from "./runs.ts";

type Allowed = "safe" | "unsafe";

/** Slips that can be repaired, each by the number of the task that it happens to. */
const slips = fc.array(
  fc.record({ kind: fc.constantFrom("twice", "reversed", "damaged", "left-over", "left-over-in-cell"), task: fc.nat() }),
  { maxLength: 4 },
);

type Slip = typeof slips extends fc.Arbitrary<readonly (infer Value)[]> ? Value : never;

const totals = fc.array(fc.option(fc.nat(200), { nil: undefined }), { minLength: 1, maxLength: 3 });

test("a plan is only repaired where it says, once, and what was there can be had back", { timeout: patience(120) }, () => {
  const met = new Map<string, number>();
  const runs = times(1_800);
  let untouched = 0;
  fc.assert(
    fc.property(
      smallPlans,
      fc.record({ made: slips, sums: totals, names: titles, lines: interludes, front: fronts, how: manners }),
      fc.constantFrom<Allowed>("safe", "unsafe"),
      (plan, { made, sums, names, lines, front, how }, allowed) => {
        const text = withInterludes(withTitles(withTotals(withSlips(plan, made), sums), names), lines);
        const before = read(written(front + text, how));
        for (const { rule, fix } of before.diagnostics) if (fix) met.set(rule, (met.get(rule) ?? 0) + 1);
        if (fixesOf(before, allowed).length > 0) return expectRest(expectOnlyPlaces(before, allowed), allowed);
        untouched += 1;
        expect(contentOf(fixPlan(before, defaultConfig, allowed).plan.source)).toBe(contentOf(before.plan.source));
      },
    ),
    { numRuns: runs, seed: 1971 },
  );
  expect(untouched).toBeGreaterThan(runs / 50);
  const rules = ["wrong-total", "duplicate-dependency", "reversed-range", "mojibake", "unused-suppression", "deceptive-character"];
  for (const rule of rules) expect([rule, (met.get(rule) ?? 0) > runs / 50]).toEqual([rule, true]);
});

test("every safe fix of a readable plan is made at once, and its finding is gone", { timeout: patience(60) }, () => {
  fc.assert(
    fc.property(smallPlans, slips, totals, manners, (plan, made, sums, how) => {
      const before = read(written(withTotals(withSlips(plan, made), sums), how));
      const after = fixPlan(before, defaultConfig, "safe");
      expect([fixesOf(after, "safe"), after.harmful.size]).toEqual([[], 0]);
      expect(read(contentOf(after.plan.source)).diagnostics).toEqual(after.diagnostics);
      expectFewer(before, after);
    }),
    { numRuns: times(200), seed: 1971 },
  );
});

function read(content: string): Linted {
  return lintPlan(parsePlan(createSource("plan.md", content), defaultConfig), defaultConfig);
}

function fixesOf({ diagnostics }: Linted, allowed: Allowed) {
  return diagnostics.flatMap(({ fix }) => (fix && (fix.safe || allowed === "unsafe") ? [fix] : []));
}

/** The first round: its text is the old one with the edits, these can be taken back, and no other line is read otherwise. */
function expectOnlyPlaces(before: Linted, allowed: Allowed): string {
  const { source } = before.plan;
  const sifted = siftFixes(before.plan, compatibleFixes(fixesOf(before, allowed)), allowed, rereader(before.plan, defaultConfig));
  const edits = sifted.made.flatMap((fix) => fix.edits);
  expect(sifted.plan.source.text).toBe(applyEdits(source.text, edits));
  expect(madeAndUndone(source.text, edits)).toBe(source.text);
  expect(lostWords(before.plan, sifted.plan, edits)).toEqual([]);
  if (allowed === "safe") expect(lostWords(sifted.plan, before.plan, undoing(source.text, edits))).toEqual([]);
  return contentOf(sifted.plan.source);
}

/** After the rounds behind the first one there is nothing more to be made of it. */
function expectRest(content: string, allowed: Allowed): void {
  const after = fixPlan(read(content), defaultConfig, allowed);
  for (const fix of fixesOf(after, allowed)) expect(after.harmful.has(fix)).toBe(true);
  const left = contentOf(after.plan.source);
  if (left !== content) expect(contentOf(fixPlan(read(left), defaultConfig, allowed).plan.source)).toBe(left);
}

/** Every fix takes its finding away, and no rule speaks that was silent. */
function expectFewer(before: Linted, after: Linted): void {
  const rules = new Set(before.diagnostics.map(({ rule }) => rule));
  expect(after.diagnostics.filter(({ rule }) => !rules.has(rule))).toEqual([]);
  expect(after.diagnostics.length).toBeLessThanOrEqual(before.diagnostics.length - fixesOf(before, "safe").length);
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
