import type { Host } from "./host.ts";

/** No colours, 16, 256 or all of them. */
export type ColorLevel = 0 | 1 | 2 | 3;

/** How colourful the output may be: the flag decides, then FORCE_COLOR, NO_COLOR, TERM and at last the terminal. */
export function colorLevel(host: Host, flag: "always" | "never" | "auto"): ColorLevel {
  if (flag === "always") return terminalColors(host);
  if (flag === "never") return 0;
  const forced = host.environment("FORCE_COLOR");
  if (forced !== undefined) return forcedColors(host, forced);
  if ((host.environment("NO_COLOR") ?? "") !== "" || host.environment("TERM") === "dumb") return 0;
  return host.terminalWidth() === undefined ? 0 : terminalColors(host);
}

/** The columns that text may take. */
export function outputWidth(host: Host): number {
  return host.terminalWidth() ?? 80;
}

/** Whether a terminal may lack all but the simplest signs: it says so itself, or its locale is another one than UTF-8. */
export function isPlainTerminal(host: Host): boolean {
  if (host.terminalWidth() === undefined) return false;
  if (/^(?:dumb|linux)$/.test(host.environment("TERM") ?? "")) return true;
  const locale = ["LC_ALL", "LC_CTYPE", "LANG"].map((name) => host.environment(name) ?? "").find((value) => value !== "");
  return locale !== undefined && !/utf-?8/i.test(locale);
}

function forcedColors(host: Host, value: string): ColorLevel {
  switch (value.toLowerCase()) {
    case "0":
    case "false":
      return 0;
    case "1":
      return 1;
    case "2":
      return 2;
    case "3":
      return 3;
    default:
      return terminalColors(host);
  }
}

function terminalColors(host: Host): ColorLevel {
  if (/^(truecolor|24bit)$/i.test(host.environment("COLORTERM") ?? "")) return 3;
  return /256/.test(host.environment("TERM") ?? "") ? 2 : 1;
}
