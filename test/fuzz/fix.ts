import { check } from "../../src/commands/check.ts";
import { fixPlan, lintPlan } from "../../src/commands/fixing.ts";
import { siftFixes } from "../../src/commands/harmless-fixes.ts";
import { rereader } from "../../src/commands/rereading.ts";
import { defaultConfig } from "../../src/config.ts";
import { compatibleFixes } from "../../src/edit.ts";
import type { Diagnostic } from "../../src/lint.ts";
import type { Plan } from "../../src/model.ts";
import { type Excess, excessIn } from "../../src/parse/guard.ts";
import { parseMarkdown } from "../../src/parse/markdown.ts";
import { parsePlan } from "../../src/parse/plan.ts";
import { guardRemark } from "../../src/parse/remark-guard.ts";
import { contentOf, createSource, type Source } from "../../src/source.ts";
import { lostWords, madeAndUndone, undoing } from "../fix-oracle.ts";
import { same, sourceOf } from "./input.ts";

/** Fixing ends well, changes what a fix names and nothing else, and once done there is nothing more to do. */
export function fuzz(bytes: Uint8Array): void {
  const source = sourceOf(bytes);
  if (source === undefined || excessIn(source) !== undefined) return;
  for (const allowed of ["safe", "unsafe"] as const) {
    checkFixes(source, allowed);
    checkLeft(source, allowed);
  }
}

function checkFixes(source: Source, allowed: "safe" | "unsafe"): void {
  const found = lintPlan(parsePlan(source, defaultConfig), defaultConfig);
  const fixes = compatibleFixes(found.diagnostics.flatMap(({ fix }) => (fix && (fix.safe || allowed === "unsafe") ? [fix] : [])));
  const { plan, made } = siftFixes(found.plan, fixes, allowed, rereader(found.plan, defaultConfig));
  const edits = made.flatMap((fix) => fix.edits);
  same("a fix undone", madeAndUndone(source.text, edits), source.text);
  same("what no fix names", lostWords(found.plan, plan, edits), []);
  if (allowed === "safe") same("what no safe fix names", lostWords(plan, found.plan, undoing(source.text, edits)), []);
  const fixed = fixPlan(found, defaultConfig, allowed);
  if (fixes.length === 0) same("a plan without fixes", contentOf(fixed.plan.source), contentOf(source));
  same("a plan fixed twice", contentOf(fixPlan(fixed, defaultConfig, allowed).plan.source), contentOf(fixed.plan.source));
}

/** What fixing leaves is read as it was: no larger than is read, under the same settings, and with the findings that were told. */
function checkLeft(source: Source, allowed: "safe" | "unsafe"): void {
  const { plan, excess } = readBehindGuard(source);
  if (excess !== undefined) return;
  const { rewritten, diagnostics } = check(plan, defaultConfig, { fix: allowed, fixed: "written" });
  const left = createSource(source.path, contentOf(source, rewritten));
  const again = readBehindGuard(left);
  same("what is too much", excessIn(left) ?? again.excess, undefined);
  same("the settings", again.plan.frontMatter?.text, plan.frontMatter?.text);
  same("what is found", lintPlan(again.plan, defaultConfig).diagnostics.map(told), diagnostics.map(told));
}

/** A plan as `check` reads it, and what was too much for remark in it. */
function readBehindGuard(source: Source): { readonly plan: Plan; readonly excess: Excess | undefined } {
  const guard = guardRemark(source);
  const plan = parsePlan(source, defaultConfig, (readable) => parseMarkdown(readable, guard.read));
  return { plan, excess: guard.excess() };
}

function told({ rule, message, span }: Diagnostic) {
  return { rule, message, span };
}
