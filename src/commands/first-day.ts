import { isDate } from "../analysis/days.ts";
import type { Config } from "../config.ts";
import { formatQuote } from "../format.ts";
import { UsageError } from "./command.ts";

/** The configuration with this ISO date as the plan's first day, or as it is where none is given; a usage error for no such date. */
export function startingAt(config: Config, start: string | undefined): Config {
  if (start === undefined) return config;
  if (!isDate(start)) {
    throw new UsageError(`the first day is a date such as \`2026-03-02\`, not ${formatQuote(start)}`);
  }
  return { ...config, calendar: { ...config.calendar, start } };
}
