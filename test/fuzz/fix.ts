import { fixPlan, lintPlan } from "../../src/commands/fixing.ts";
import { defaultConfig } from "../../src/config.ts";
import { applyEdits, compatibleFixes } from "../../src/edit.ts";
import { parsePlan } from "../../src/parse/plan.ts";
import { contentOf } from "../../src/source.ts";
import { same, sourceOf } from "./input.ts";

/** Fixing never does harm, fixing again changes nothing, and what no fix names stays as it is. */
export function fuzz(bytes: Uint8Array): void {
  const source = sourceOf(bytes);
  if (source === undefined) return;
  const found = lintPlan(parsePlan(source, defaultConfig), defaultConfig);
  for (const allowed of ["safe", "unsafe"] as const) {
    const fixes = compatibleFixes(found.diagnostics.flatMap(({ fix }) => (fix && (fix.safe || allowed === "unsafe") ? [fix] : [])));
    const fixed = fixPlan(found, defaultConfig, allowed);
    if (fixes.length === 0) same("a plan without fixes", contentOf(fixed.plan.source), contentOf(source));
    same("a plan fixed twice", contentOf(fixPlan(fixed, defaultConfig, allowed).plan.source), contentOf(fixed.plan.source));
    checkUndone(
      source.text,
      fixes.flatMap(({ edits }) => edits),
    );
  }
}

/** The edits in reverse give back the text. */
function checkUndone(text: string, edits: ReturnType<typeof compatibleFixes>[number]["edits"]): void {
  let moved = 0;
  const ordered = edits.toSorted((one, other) => one.start - other.start || one.end - other.end);
  const undoing = ordered.map(({ start, end, text: written }) => {
    const at = start + moved;
    moved += written.length - (end - start);
    return { start: at, end: at + written.length, text: text.slice(start, end) };
  });
  same("a fix undone", applyEdits(applyEdits(text, edits), undoing), text);
}
