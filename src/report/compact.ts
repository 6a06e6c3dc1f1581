import type { Outcome } from "../commands/outcome.ts";
import { formatPlace } from "../format.ts";
import { positionAt } from "../source.ts";
import { onOneLine } from "./inline.ts";
import { breakCommands, visible } from "./visible.ts";

/** One line a finding, as editors and `grep` know it; nothing where nothing was found. */
export function reportCompact(outcomes: readonly Outcome[]): string {
  const lines = outcomes.flatMap(({ source, diagnostics }) =>
    diagnostics.map(({ rule, severity, message, span }) => {
      const place = formatPlace(source.path, positionAt(source, span.start));
      return `${visible(onOneLine(`${place}: ${severity} ${message} [${rule}]`))}\n`;
    }),
  );
  return breakCommands(lines.join(""));
}
