import type { PlanEffect, SlackEffect } from "../../analysis/difference/effect.ts";
import { formatChain, formatHours, formatPlace } from "../../format.ts";
import type { Diagnostic } from "../../lint.ts";
import type { Plan } from "../../model.ts";
import type { Severity } from "../../rules/rule.ts";
import { positionAt } from "../../source.ts";
import { linesUnder, toned } from "../blocks.ts";
import { taskId, taskIds } from "../ids.ts";
import type { Block, Inline, Tone } from "../outcome.ts";
import { type ChangeLine, changeGroups } from "./changes.ts";
import { effectRows, effectTable, proofWords } from "./effects.ts";
import type { DiffResult } from "./result.ts";
import { resolvedWords, verdict } from "./verdict.ts";
import { shorten } from "./words.ts";

/** What is different, and what that does: the verdict first. */
export function diffView(result: DiffResult): readonly Block[] {
  const { status, base, head, difference, effect, findings } = result;
  const first: Block = { kind: "line", text: verdict(result) };
  if (status === "added" || status === "removed") return [first];
  const groups = effect === undefined ? [] : changeGroups(base, head, difference);
  return [
    first,
    ...groups.flatMap(({ name, lines }) => linesUnder(name === "" ? "the plan as a whole" : shorten(name), lines.map(changeLine))),
    ...(effect === undefined ? [] : effectBlocks(result, effect)),
    ...linesUnder(
      "new findings",
      findings.new.map((finding) => findingLine(head.plan, finding)),
    ),
    ...linesUnder(
      resolvedWords(result) === "resolved" ? "resolved findings" : `findings ${resolvedWords(result)}`,
      findings.resolved.map((finding) => findingLine(base.plan, finding)),
    ),
  ];
}

/** The critical path before and after, where it goes through other tasks; nothing where one of the two is not known. */
export function chainLines({ base, head, difference }: DiffResult, { criticalPath: { before, after } }: PlanEffect): readonly string[] {
  if (before.length === 0 || after.length === 0) return [];
  const headOf = new Map(difference.tasks.map((match) => [match.base, match.head]));
  const same = before.length === after.length && before.every((task, at) => headOf.get(task) === after[at]);
  if (same) return [];
  const chain = (plan: Plan, path: readonly number[]): string => formatChain(taskIds(plan, path).map(shorten), 12);
  return [`before: ${chain(base.plan, before)}`, `after: ${chain(head.plan, after)}`];
}

/** Tasks that became critical, then those that lost most of their slack. */
export function slackLines({ head: { plan } }: DiffResult, { slack }: PlanEffect): readonly string[] {
  const lost = slack.filter((each) => (each.slack.delta ?? 0) < 0);
  const isNew = ({ critical }: SlackEffect): boolean => critical.after && !critical.before;
  const shown = [...lost.filter(isNew), ...lost.filter((each) => !isNew(each))].slice(0, MOST_SLACK);
  const rest = lost.length - shown.length;
  return [
    ...shown.map((each) => {
      const { before = 0, after = 0 } = each.slack;
      const name = `${shorten(taskId(plan, each.head))} ${shorten(plan.tasks[each.head].title.text)}`.trim();
      return `${name}: ${isNew(each) ? `critical now, had ${formatHours(before)}` : `${formatHours(before)} → ${formatHours(after)}`}`;
    }),
    ...(rest > 0 ? [`and ${rest} more`] : []),
  ];
}

function effectBlocks(result: DiffResult, effect: PlanEffect): readonly Block[] {
  const proof = proofWords(effect);
  const rows = effectRows(result, effect);
  return [
    ...(rows.length === 0 ? [] : [{ kind: "blank" as const }]),
    ...effectTable(rows),
    ...(proof === undefined ? [] : [{ kind: "line" as const, text: toned(proof, "muted") }]),
    ...linesUnder("critical path", chainLines(result, effect)),
    ...linesUnder("slack lost", slackLines(result, effect)),
  ];
}

function changeLine({ sign, id, title, words, tone }: ChangeLine): Inline {
  const name = [id, title].filter((text) => text !== "").join(" ");
  const rest = words === "" ? "" : sign === "~" ? `: ${words}` : ` (${words})`;
  return tone === undefined ? `${sign} ${name}${rest}` : toned(`${sign} ${name}${rest}`, tone);
}

function findingLine({ source }: Plan, { severity, rule, span, message }: Diagnostic): Inline {
  const place = formatPlace(source.path, positionAt(source, span.start));
  return [{ text: severity, tone: TONES[severity] }, ` ${message} `, { text: `[${rule}] ${place}`, tone: "muted" }];
}

const TONES: Readonly<Record<Severity, Tone>> = { error: "bad", warning: "warn", info: "code" };
const MOST_SLACK = 6;
