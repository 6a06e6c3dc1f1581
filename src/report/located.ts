import { formatPath } from "../format.ts";
import type { Source } from "../source.ts";
import type { ReportOptions } from "./reporter.ts";

/** Where services look for a plan: its path from the root of the repository, or as given where nothing says how to find that. */
export function locatedPath({ path }: Source, { locate }: ReportOptions): string {
  return formatPath(locate === undefined ? path : locate(path));
}
