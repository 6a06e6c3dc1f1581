import { comparePlans, type PlanChange, type PlanDifference } from "../../analysis/difference/difference.ts";
import { effectOf, type PlanEffect } from "../../analysis/difference/effect.ts";
import { computeFacts, type Facts } from "../../analysis/facts.ts";
import type { Known } from "../../baseline.ts";
import type { Config } from "../../config.ts";
import type { Plan } from "../../model.ts";
import { parsePlan } from "../../parse/plan.ts";
import { createSource } from "../../source.ts";
import { compareFindings, type FindingsDifference, findingsOf } from "./findings.ts";

/** One version of a plan. */
export interface DiffSide {
  readonly plan: Plan;
  readonly config: Config;
  /** Findings that are known already: they are neither new nor resolved. */
  readonly known?: Known | undefined;
}

/** Two versions of a plan; undefined where it is not there. */
export interface DiffPair {
  readonly base: DiffSide | undefined;
  readonly head: DiffSide | undefined;
}

/** What is different in two versions of a plan, with what is needed to speak of it. */
export interface DiffResult {
  /** `reworded` where something was written otherwise, and means the same. */
  readonly status: "added" | "removed" | "changed" | "reworded" | "unchanged";
  /** Of an empty plan, where the plan is not there. */
  readonly base: Facts;
  readonly head: Facts;
  readonly difference: PlanDifference;
  /** Undefined where nothing in the plan is different. */
  readonly effect: PlanEffect | undefined;
  readonly findings: FindingsDifference;
  /** The path of the base, where the file has another one now. */
  readonly renamedFrom: string | undefined;
}

export function compareSides({ base, head }: DiffPair, baseName: string): DiffResult {
  const one = base ?? head;
  const other = head ?? base;
  if (one === undefined || other === undefined) throw new Error("there is no plan to compare");
  const [before, after] = [factsOf(base, other), factsOf(head, one)];
  const compared = comparePlans(before, after);
  const kind = base === undefined ? "added" : head === undefined ? "removed" : undefined;
  const difference = kind === undefined ? compared : { ...compared, changes: [wholeChange(kind, kind === "added" ? after : before)] };
  const findings = isSame(before, after)
    ? NO_FINDINGS
    : compareFindings(
        { plan: before.plan, diagnostics: base === undefined ? [] : findingsOf(before, base.known) },
        { plan: after.plan, diagnostics: head === undefined ? [] : findingsOf(after, head.known) },
        difference,
      );
  const changed = difference.changes.length > 0;
  const reworded = before.plan.source.text === after.plan.source.text ? "unchanged" : "reworded";
  return {
    status: kind ?? (changed ? "changed" : reworded),
    base: before,
    head: after,
    difference,
    effect: changed ? effectOf(before, after, compared) : undefined,
    findings,
    renamedFrom: kind === undefined ? renamedFrom(before.plan.source.path, after.plan.source.path, baseName) : undefined,
  };
}

/** Two files that are compared under their own names were never one. */
function renamedFrom(base: string, head: string, baseName: string): string | undefined {
  return base === head || base === baseName ? undefined : base;
}

/** Rules take their time, and find the same in the same. */
function isSame(base: Facts, head: Facts): boolean {
  return base.plan.source.text === head.plan.source.text && JSON.stringify(base.config) === JSON.stringify(head.config);
}

const NO_FINDINGS: FindingsDifference = { new: [], resolved: [] };

/** Whether there is anything to tell. */
export function hasChanged({ difference, findings }: DiffResult): boolean {
  return difference.changes.length + findings.new.length + findings.resolved.length > 0;
}

function factsOf(side: DiffSide | undefined, other: DiffSide): Facts {
  if (side !== undefined) return computeFacts(side.plan, side.config);
  return computeFacts(parsePlan(createSource(other.plan.source.path, ""), other.config), other.config);
}

function wholeChange(kind: "added" | "removed", { plan }: Facts): PlanChange {
  const place = plan.title?.span ?? { start: 0, end: 0 };
  const title = plan.title?.text ?? "";
  const item = { subject: "plan" as const, index: 0, id: title, title, sprint: undefined, fields: new Map(), span: place };
  const change = { subject: "plan" as const, id: title, item, place };
  return kind === "added" ? { kind, ...change } : { kind, ...change };
}
