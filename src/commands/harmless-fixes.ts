import { applyEdits, type Fix } from "../edit.ts";
import type { Plan } from "../model.ts";
import { contentOf, createSource, type Source } from "../source.ts";
import { harmOf } from "./harm.ts";
import type { Reread, Rereader } from "./rereading.ts";

/** Fixes that do no harm together, and the plan as it is read after them. */
interface Sifted {
  readonly plan: Plan;
  readonly made: readonly Fix[];
  /** The others, and what they would do. */
  readonly harmful: ReadonlyMap<Fix, string>;
}

/**
 * Makes all fixes at once; where that does harm, halves them until what does it stands alone, and makes the others. No text
 * is given that was not read again as a whole. Where too many do harm for that, none is made.
 */
export function siftFixes(before: Plan, fixes: readonly Fix[], allowed: "safe" | "unsafe", read: Rereader): Sifted {
  const harmful = new Map<Fix, string>();
  const most = mostReadings(before.source);
  const open = fixes.length === 0 ? [] : [fixes];
  let plan = before;
  let made: readonly Fix[] = [];
  let readings = 0;
  for (let group = open.pop(); group !== undefined; group = open.pop()) {
    const all = [...made, ...group];
    const tried: Tried = readings < most ? tryFixes(before, all, allowed, read) : { kind: "exhausted" };
    readings += 1;
    if (tried.kind === "exhausted") {
      return { plan: before, made: [], harmful: new Map(fixes.map((fix) => [fix, TOO_MANY])) };
    } else if (tried.kind === "plan") {
      plan = tried.plan;
      made = all;
    } else if (group.length === 1) {
      harmful.set(group[0], tried.harm);
    } else {
      const half = group.length >> 1;
      open.push(group.slice(half), group.slice(0, half));
    }
  }
  return { plan, made, harmful };
}

/** The plan with fixes; or what they would do; or nobody knows, as too much was read before. */
type Tried = Exclude<Reread, { readonly kind: "excess" }> | { readonly kind: "harm"; readonly harm: string };

function tryFixes(before: Plan, fixes: readonly Fix[], allowed: "safe" | "unsafe", read: Rereader): Tried {
  const { source } = before;
  const edits = fixes.flatMap((fix) => fix.edits);
  const again = read(createSource(source.path, contentOf(source, applyEdits(source.text, edits))));
  switch (again.kind) {
    case "exhausted":
      return again;
    case "excess":
      return { kind: "harm", harm: again.excess.reason };
    case "plan": {
      const harm = harmOf(before, again.plan, edits, allowed);
      return harm === undefined ? again : { kind: "harm", harm };
    }
  }
}

/** About as long as a large plan takes to be read some times. */
function mostReadings({ text }: Source): number {
  return Math.min(MOST_READINGS, FEWEST_READINGS + MOST_READ / text.length);
}

const MOST_READINGS = 200;
const FEWEST_READINGS = 20;
const MOST_READ = 1_000_000;

const TOO_MANY = "too many fixes of this plan would have it read otherwise";
