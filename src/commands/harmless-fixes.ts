import type { Config } from "../config.ts";
import { applyEdits, type Fix } from "../edit.ts";
import type { Plan } from "../model.ts";
import { excessIn } from "../parse/guard.ts";
import { parsePlan } from "../parse/plan.ts";
import { contentOf, createSource, type Source } from "../source.ts";
import { harmOf } from "./harm.ts";

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
export function siftFixes(before: Plan, fixes: readonly Fix[], config: Config, allowed: "safe" | "unsafe"): Sifted {
  const harmful = new Map<Fix, string>();
  const most = mostReadings(before.source);
  const open = fixes.length === 0 ? [] : [fixes];
  let plan = before;
  let made: readonly Fix[] = [];
  let readings = 0;
  for (let group = open.pop(); group !== undefined; group = open.pop()) {
    if (readings >= most) return { plan: before, made: [], harmful: new Map(fixes.map((fix) => [fix, TOO_MANY])) };
    readings += 1;
    const tried = [...made, ...group];
    const { after, harm } = tryFixes(before, tried, config, allowed);
    if (harm === undefined) {
      plan = after;
      made = tried;
    } else if (group.length === 1) {
      harmful.set(group[0], harm);
    } else {
      const half = group.length >> 1;
      open.push(group.slice(half), group.slice(0, half));
    }
  }
  return { plan, made, harmful };
}

interface Tried {
  /** The plan as it is read with the fixes, or without them where its text is not read at all. */
  readonly after: Plan;
  readonly harm: string | undefined;
}

function tryFixes(before: Plan, fixes: readonly Fix[], config: Config, allowed: "safe" | "unsafe"): Tried {
  const { source } = before;
  const edits = fixes.flatMap((fix) => fix.edits);
  const text = createSource(source.path, contentOf(source, applyEdits(source.text, edits)));
  // What was read under wider limits may be as large afterwards, but no larger.
  const excess = excessIn(text, timesOf(source));
  if (excess !== undefined) return { after: before, harm: excess.reason };
  const after = parsePlan(text, config);
  return { after, harm: harmOf(before, after, edits, allowed) };
}

/** How many times the usual limits let a text through. */
function timesOf(source: Source): number {
  let times = 1;
  for (let excess = excessIn(source); excess !== undefined; excess = excessIn(source, times)) times = excess.needed;
  return times;
}

/** About as long as a large plan takes to be read some times. */
function mostReadings({ text }: Source): number {
  return Math.min(MOST_READINGS, FEWEST_READINGS + MOST_READ / text.length);
}

const MOST_READINGS = 200;
const FEWEST_READINGS = 20;
const MOST_READ = 1_000_000;

const TOO_MANY = "too many fixes of this plan would have it read otherwise";
