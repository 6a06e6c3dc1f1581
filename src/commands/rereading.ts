import type { Config } from "../config.ts";
import type { Plan } from "../model.ts";
import { once } from "../once.ts";
import { type Excess, excessIn, LIMITS } from "../parse/guard.ts";
import { parseMarkdown } from "../parse/markdown.ts";
import { parsePlan } from "../parse/plan.ts";
import { guardRemark } from "../parse/remark-guard.ts";
import type { Source } from "../source.ts";

/** Reads what a plan may become, and remembers how much work that was. */
export type Rereader = (text: Source) => Reread;

/** The plan; or its text is too much; or those before it were, all together. */
export type Reread =
  | { readonly kind: "plan"; readonly plan: Plan }
  | { readonly kind: "excess"; readonly excess: Excess }
  | { readonly kind: "exhausted" };

/** What was read under wider limits may be as large afterwards, but no larger; and it may be read anew a few times, but no more. */
export function rereader({ source }: Plan, config: Config): Rereader {
  const times = once(() => timesOf(source, config));
  let effort = 0;
  return (text) => {
    if (effort >= MOST_EFFORT * times()) return { kind: "exhausted" };
    const tooLarge = excessIn(text, times());
    if (tooLarge !== undefined) return { kind: "excess", excess: tooLarge };
    const guard = guardRemark(text, times());
    const plan = parsePlan(text, config, (readable) => parseMarkdown(readable, guard.read));
    effort += guard.effort();
    const tooMuch = guard.excess();
    return tooMuch === undefined ? { kind: "plan", plan } : { kind: "excess", excess: tooMuch };
  };
}

/** How many times the usual limits let a text through. */
function timesOf(source: Source, config: Config): number {
  let times = 1;
  for (let excess = excessIn(source); excess !== undefined; excess = excessIn(source, times)) times = excess.needed;
  // A guard that lets nothing through tells what would have to be let through.
  const guard = guardRemark(source, 0);
  parsePlan(source, config, (readable) => {
    parseMarkdown(readable, guard.read);
    return { parts: [], remarks: [] };
  });
  return Math.max(times, guard.excess()?.needed ?? 1);
}

/** Of all readings before the last one. */
const MOST_EFFORT = 2 * LIMITS.effort;
