import type { Outcome } from "../commands/outcome.ts";
import { reportCompact } from "./compact.ts";
import { reportCsv } from "./csv.ts";
import { reportDot } from "./dot.ts";
import { reportGithub } from "./github.ts";
import { reportGitlab } from "./gitlab.ts";
import { reportJson } from "./json.ts";
import { reportJunit } from "./junit.ts";
import { reportMarkdown } from "./markdown.ts";
import { reportComment } from "./markdown-comment.ts";
import { reportMermaid } from "./mermaid.ts";
import { reportRdjson } from "./rdjson.ts";
import { reportSarif } from "./sarif.ts";
import { reportText } from "./text.ts";

/** A pure function from outcomes to a whole output, line feed at its end included; without outcomes, still a valid one. */
export type Reporter = (outcomes: readonly Outcome[], options: ReportOptions) => string;

export interface ReportOptions {
  /** The full name of the command that was run. */
  readonly command: string;
  /** No colours, 16, 256 or all; only the text format has any. */
  readonly color: 0 | 1 | 2 | 3;
  /** Columns of the terminal; only the text format looks at it. */
  readonly width: number;
  /** Charts in signs that every terminal has; only the text format looks at it. */
  readonly ascii?: boolean;
  /** The version of this program. */
  readonly version: string;
  /** A plan's path from the root of the repository, absolute where the plan lies outside. */
  readonly locate?: (path: string) => string;
  /** The page of a rule as Markdown. */
  readonly pageOf?: (rule: string) => string | undefined;
}

/** The formats of a command by name, in the order in which help lists them. */
export function reportersOf(command: string): ReadonlyMap<string, Reporter> {
  return new Map([...EVERY_COMMAND, ...(OF_COMMAND.get(command) ?? [])]);
}

const EVERY_COMMAND: readonly (readonly [string, Reporter])[] = [
  ["text", reportText],
  ["json", reportJson],
  ["markdown", reportMarkdown],
];

const PICTURES: readonly (readonly [string, Reporter])[] = [
  ["csv", reportCsv],
  ["mermaid", reportMermaid],
  ["dot", reportDot],
];

const OF_COMMAND: ReadonlyMap<string, readonly (readonly [string, Reporter])[]> = new Map([
  [
    "check",
    [
      ["compact", reportCompact],
      ["github", reportGithub],
      ["sarif", reportSarif],
      ["junit", reportJunit],
      ["gitlab", reportGitlab],
      ["rdjson", reportRdjson],
    ],
  ],
  ["critical-path", PICTURES],
  ["schedule", PICTURES],
  ["forecast", [["csv", reportCsv]]],
  ["trend", [["csv", reportCsv]]],
  ["diff", [["markdown", reportComment]]],
]);
