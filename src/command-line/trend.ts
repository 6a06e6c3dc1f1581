import { isDate } from "../analysis/days.ts";
import { UsageError } from "../commands/command.ts";
import { stateOf, type TrendOptions } from "../commands/trend/state.ts";
import { trend } from "../commands/trend/trend.ts";
import { type PlanFlags, planCall } from "../flags.ts";
import { formatQuote } from "../format.ts";
import { type GitProblem, openRepository, resolveRevision } from "../git.ts";
import type { Host } from "../host.ts";
import { type HistoryRequest, readHistory } from "../plan-history.ts";
import { answer, type ExitCode } from "../shell.ts";
import { type PlanCommand, type Words, wholeNumber } from "./plan-command.ts";

interface TrendFlags extends PlanFlags, TrendOptions {
  readonly limit?: number;
  readonly since?: string;
}

export const trendCommand: PlanCommand<TrendFlags> = {
  name: "trend",
  question: "how did the plan and its end move over its own history?",
  options: [
    { flags: "--since <date>", description: "how the plan stood on this day, such as 2026-03-02, and what changed since" },
    {
      flags: "--limit <count>",
      description: "at most this many commits, the newest; 500 unless given",
      value: wholeNumber({ least: 1, most: 100_000 }),
    },
    { flags: "--levelled", description: "also the end of each revision with its people shared, which takes its time" },
    { flags: "--forecast", description: "also when each revision is over in half and in nine of ten runs" },
  ],
  answer: answerTrend,
};

function answerTrend(host: Host, { all: patterns }: Words, flags: TrendFlags): ExitCode {
  const { limit = USUAL_LIMIT, since } = flags;
  if (since !== undefined && !isDate(since)) throw new UsageError(`--since takes a date such as \`2026-03-02\`, not ${formatQuote(since)}`);
  if (patterns.includes("-")) throw new UsageError("a plan from standard input has no history");
  const opened = openRepository(host);
  if (opened.kind === "problem") throw unusable(opened);
  const { repository } = opened;
  const head = resolveRevision(repository, "HEAD");
  if (head.kind === "problem") throw unusable(head);
  const call = planCall(host, "trend", patterns, flags);
  const request: HistoryRequest = { ...call, repository, head, limit, since, measure: (plan, config) => stateOf(plan, config, flags) };
  return answer(
    {
      ...call,
      run: (plan, config) => {
        const history = readHistory(host, plan.source, request);
        if (history.kind === "problem") throw unusable(history);
        return trend(plan, config, history, flags);
      },
    },
    host,
  );
}

/** Other ways on than this one have nothing to say of a history. */
function unusable({ message, hint }: GitProblem): UsageError {
  return new UsageError(hint === undefined || hint.startsWith("two files") ? message : `${message}: ${hint}`);
}

const USUAL_LIMIT = 500;
