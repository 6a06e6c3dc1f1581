import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lintPlan } from "../src/commands/fixing.ts";
import { defaultConfig } from "../src/config.ts";
import { applyEdits } from "../src/edit.ts";
import type { Diagnostic } from "../src/lint.ts";
import type { Reading } from "../src/model.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { rules } from "../src/rules/index.ts";
import { createSource, type Span } from "../src/source.ts";
import { configFor, readings } from "./command-line.ts";
import { inLargePlan, inSmallPlan, type Mutation } from "./mutations.ts";

const read = (name: string): string => readFileSync(new URL(`../plans/${name}.md`, import.meta.url), "utf8");
const large = read("backend-refactoring-feasible");
const small = read("minimal");

/** The default reading, and one that differs from it in everything. */
const CONTRARY: readonly Reading[] = [defaultConfig.reading, { joint: "each", all: "share", overlap: "wait" }];

/** What a rule must be told to find anything. */
const SETTINGS = new Map([["missing-section", { severity: "warning", sections: ["Definition of Done"] }]]);

/** Each text is looked at once. */
const known = new Map<string, readonly (readonly Diagnostic[])[]>();

describe.each([
  ["the large plan", large],
  ["the smallest plan", small],
])("%s is right", (_name, text) => {
  const findings = findingsUnder(text, readings, {});
  test.each(readings.map((reading, index) => ({ ...reading, index })))("joint $joint, all $all, overlap $overlap", ({ index }) => {
    expect(findings[index]).toEqual([]);
  });
});

const mutations = [
  ...inLargePlan.map((mutation) => ({ mutation, right: large })),
  ...inSmallPlan.map((mutation) => ({ mutation, right: small })),
].map(({ mutation, right }) => ({ rule: mutation[0], slip: mutation[1], right, ...mutate(right, mutation) }));

describe("one slip is one finding, in the right place", () => {
  test.each(mutations)("$rule: $slip", ({ rule, right, wrong, place, slipped }) => {
    const [findings, ...others] = findingsIn(wrong, rule);
    expect(findings.map((finding) => `${finding.rule}: ${textAt(wrong, finding.span)}`)).toEqual([`${rule}: ${textAt(wrong, place)}`]);
    const [{ span, fix }] = findings;
    expect(span).toEqual(place);
    expect(others.flat().filter((other) => other.rule !== rule || other.span.start !== place.start)).toEqual([]);
    if (fix === undefined) return;
    const fixed = applyEdits(wrong, fix.edits);
    expect(findingsIn(fixed, rule)[0]).toEqual([]);
    const undoes = fix.safe && fix.edits.every(({ start, end }) => slipped.start <= start && end <= slipped.end);
    if (undoes) expect(fixed).toBe(right);
  });

  test.each(rules)("$id has its slips, and repairs one where it can repair any", ({ id, fixable }) => {
    const own = mutations.filter(({ rule }) => rule === id);
    expect(own).not.toEqual([]);
    const fixes = own.flatMap(({ wrong }) => findingsIn(wrong, id)[0].flatMap(({ fix }) => fix ?? []));
    expect(fixes.some(({ safe }) => (safe ? "safe" : "unsafe") === fixable)).toBe(fixable !== "no");
  });

  test("there are many of them, and each is another one", () => {
    expect(new Set(mutations.map(({ wrong }) => wrong)).size).toBe(mutations.length);
    expect(inLargePlan.length).toBeGreaterThanOrEqual(60);
  });
});

/** Under the default reading, and under the contrary one; a rule that is off by itself is turned on. */
function findingsIn(text: string, rule: string): readonly (readonly Diagnostic[])[] {
  const asked = rules.some(({ id, severity }) => id === rule && severity === "off") ? { [rule]: SETTINGS.get(rule) ?? "warning" } : {};
  const key = `${Object.keys(asked).join("")} ${text}`;
  const findings = known.get(key) ?? findingsUnder(text, CONTRARY, asked);
  known.set(key, findings);
  return findings;
}

function findingsUnder(text: string, under: readonly Reading[], asked: object): readonly (readonly Diagnostic[])[] {
  const plan = parsePlan(createSource("plan.md", text), defaultConfig);
  return under.map((reading) => lintPlan(plan, configFor(reading, asked)).diagnostics);
}

interface Mutated {
  readonly wrong: string;
  /** What the finding must point at. */
  readonly place: Span;
  /** What is not as it was. */
  readonly slipped: Span;
}

function mutate(right: string, [, slip, anchor, from, to, at]: Mutation): Mutated {
  const start = right.indexOf(anchor);
  const found = typeof from === "string" ? right.indexOf(from, start) : right.search(from);
  if (start < 0 || found < 0) throw new Error(`the plan has no place for the slip: ${slip}`);
  const marked = typeof from === "string" ? right.slice(0, found) + to + right.slice(found + from.length) : right.replaceAll(from, to);
  const wrong = marked.replaceAll(/[⟦⟧]/g, "");
  const slipped = { start: found, end: found + to.replaceAll(/[⟦⟧]/g, "").length };
  if (at === undefined) return { wrong, place: markedPlace(marked), slipped };
  const around = wrong.indexOf(at.replaceAll(/[⟦⟧]/g, ""));
  if (around < 0) throw new Error(`the finding has no place: ${slip}`);
  const inside = markedPlace(at);
  return { wrong, place: { start: around + inside.start, end: around + inside.end }, slipped };
}

function markedPlace(marked: string): Span {
  return { start: marked.indexOf("⟦"), end: marked.indexOf("⟧") - 1 };
}

function textAt(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
