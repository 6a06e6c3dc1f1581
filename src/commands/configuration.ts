import { formatCount } from "../format.ts";
import type { Plan, Reading } from "../model.ts";
import { left, summaryOf, toned } from "./blocks.ts";
import type { Inline, Outcome } from "./outcome.ts";
import { withoutPlan } from "./without-plan.ts";

/** One key of the configuration with the value that holds, and who says so; a key may have no value. */
export interface Setting {
  readonly key: string;
  readonly value: unknown;
  readonly origin: Origin;
}

export type Origin =
  | { readonly kind: "default" }
  | { readonly kind: "flag" }
  | { readonly kind: "front-matter" | "file"; readonly path: string; readonly line: number | undefined };

/** Which configuration holds for a plan, or without one, and where each value comes from. */
export function configuration(settings: readonly Setting[], read: ReadPlan | undefined): Outcome {
  const rows = settings.map(({ key, value, origin }) => [toned(key, "strong"), valueWords(value), originWords(origin)]);
  const own = settings.filter(({ origin }) => origin.kind !== "default").length;
  const summary = `${formatCount(settings.length, "key")}, ${own === 0 ? "all by default" : `${own} configured`}`;
  const outcome = withoutPlan([{ kind: "table", columns: [left("key"), left("value"), left("from")], rows }, ...summaryOf(summary)], {
    settings,
  });
  return read === undefined ? outcome : { ...outcome, source: read.plan.source, ...read };
}

/** A plan, and how its configuration says to read it. */
export interface ReadPlan {
  readonly plan: Plan;
  readonly reading: Reading;
}

function valueWords(value: unknown): Inline {
  if (value === undefined) return toned("not set", "muted");
  if (Array.isArray(value)) return value.length === 0 ? toned("none", "muted") : value.join(", ");
  return typeof value === "object" ? toned("none", "muted") : String(value);
}

function originWords(origin: Origin): Inline {
  switch (origin.kind) {
    case "default":
    case "flag":
      return toned(origin.kind, "muted");
    case "file":
      return placeWords(origin);
    case "front-matter":
      return `${placeWords(origin)} (front matter)`;
  }
}

function placeWords({ path, line }: { readonly path: string; readonly line: number | undefined }): string {
  return line === undefined ? path : `${path}:${line}`;
}
