import type { Interval } from "../analysis/intervals.ts";
import type { Resolution } from "../analysis/references.ts";
import { formatQuote } from "../format.ts";
import type { Task } from "../model.ts";
import type { Source } from "../source.ts";
import { taskName } from "./names.ts";
import { removal } from "./removal.ts";
import type { Context, Finding, Rule } from "./rule.ts";

export const duplicateDependency: Rule = {
  id: "duplicate-dependency",
  severity: "warning",
  summary: "a task names the same dependency twice",
  fixable: "safe",
  *check({ plan, facts }: Context) {
    for (const task of plan.tasks) {
      if (task.dependencies.length < 2) continue;
      for (const repeat of findRepeats(facts.references[task.index])) yield findingOf(plan.source, task, repeat);
    }
  },
};

/** Two of a task's written dependencies: all that the one says is said by the other. */
interface Repeat {
  readonly needless: number;
  readonly by: number;
}

function findingOf(source: Source, task: Task, { needless, by }: Repeat): Finding {
  const field = task.dependencies[needless];
  const other = task.dependencies[by];
  const same = field.text === other.text;
  const message = `task ${taskName(task)} waits for ${formatQuote(field.text)} ${same ? "twice" : `twice, as ${formatQuote(other.text)} includes it`}`;
  const fix = removal(source, task, needless);
  return {
    span: field.span,
    message,
    help: "name it once",
    ...(fix && { fix }),
  };
}

/** Of equals the later one is needless; vague words, and links with another relation or lag, are not comparable. */
function findRepeats(resolutions: readonly Resolution[]): readonly Repeat[] {
  const byLink = new Map<string, Stretch[]>();
  for (const [at, { reference, targets, vague }] of resolutions.entries()) {
    if (reference === undefined || vague || targets.length !== 1) continue;
    const key = `${reference.link.relation} ${reference.link.lag}`;
    const same = byLink.get(key);
    if (same === undefined) byLink.set(key, [{ at, ...targets[0] }]);
    else same.push({ at, ...targets[0] });
  }
  return [...byLink.values()].flatMap(repeatsAmong).sort((a, b) => a.needless - b.needless);
}

interface Stretch extends Interval {
  /** Index into the task's written dependencies. */
  readonly at: number;
}

function repeatsAmong(stretches: readonly Stretch[]): readonly Repeat[] {
  const repeats: Repeat[] = [];
  let widest: Stretch | undefined;
  for (const stretch of stretches.toSorted((a, b) => a.start - b.start || b.end - a.end || a.at - b.at)) {
    if (widest !== undefined && stretch.end <= widest.end) repeats.push({ needless: stretch.at, by: widest.at });
    else widest = stretch;
  }
  return repeats;
}
