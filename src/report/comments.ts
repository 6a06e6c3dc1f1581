import type { Outcome } from "../commands/outcome.ts";
import { formatPlace } from "../format.ts";
import { positionAt } from "../source.ts";
import { onOneLine } from "./inline.ts";
import { visibleInside } from "./visible.ts";

/** The findings of a plan, a line each, for formats that can only say them in a comment. */
export function commentsOf({ source, diagnostics }: Outcome): readonly string[] {
  return diagnostics.map(({ severity, rule, message, span }) => {
    const place = formatPlace(source.path, positionAt(source, span.start));
    return visibleInside(onOneLine(`${place}: ${severity}[${rule}]: ${message}`));
  });
}
