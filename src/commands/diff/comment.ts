import type { PlanEffect } from "../../analysis/difference/effect.ts";
import { EFFECT_LEVELLING } from "../../analysis/difference/effect-levelling.ts";
import { formatCount, formatPath, formatPlace } from "../../format.ts";
import type { Diagnostic } from "../../lint.ts";
import type { Plan } from "../../model.ts";
import { positionAt } from "../../source.ts";
import { left } from "../blocks.ts";
import type { Block } from "../outcome.ts";
import { scheduleGantt } from "../schedule/gantt.ts";
import { resultOf } from "../schedule/schedule.ts";
import { changeGroups } from "./changes.ts";
import { effectRows, effectTable, proofWords } from "./effects.ts";
import type { DiffResult } from "./result.ts";
import { headline, otherNews, resolvedWords } from "./verdict.ts";
import { chainLines, slackLines } from "./view.ts";
import { shorten } from "./words.ts";

/** The same for a comment on a pull request: the verdict and a small table, with everything else to be unfolded. */
export function diffComment(result: DiffResult): readonly Block[] {
  const { status, base, head, effect } = result;
  const { path } = (status === "removed" ? base : head).plan.source;
  const news = otherNews(result).map(({ text }) => text);
  const start: readonly Block[] = [
    { kind: "heading", text: [headline(result)] },
    { kind: "line", text: [{ text: formatPath(path), tone: "code" }, news.length === 0 ? "" : `: ${news.join("; ")}`] },
    { kind: "blank" },
  ];
  if (effect === undefined || status !== "changed") return [...start, ...findingDetails(result)];
  const rows = effectRows(result, effect);
  const shown = rows.filter(({ notable }) => notable).slice(0, MOST_ROWS);
  const proof = proofWords(effect);
  return [
    ...start,
    ...effectTable(shown),
    ...changeDetails(result),
    ...folded("more effects", [
      ...effectTable(rows.filter((row) => !shown.includes(row))),
      ...paragraph(proof === undefined ? [] : [proof]),
    ]),
    ...folded("the critical path, and slack that was lost", [
      ...paragraph(chainLines(result, effect)),
      ...paragraph(slackLines(result, effect)),
    ]),
    ...findingDetails(result),
    ...pictureDetails(result, effect),
  ];
}

function changeDetails({ base, head, difference }: DiffResult): readonly Block[] {
  const groups = changeGroups(base, head, difference);
  const count = groups.reduce((sum, { lines }) => sum + lines.length, 0);
  const blocks = groups.flatMap(({ name, lines }): readonly Block[] => [
    { kind: "line", text: [{ text: name === "" ? "the plan as a whole" : shorten(name), tone: "strong" }] },
    { kind: "blank" },
    {
      kind: "table",
      columns: [left("what"), left("title"), left("change")],
      rows: lines.map(({ sign, id, title, words }) => [id, title, [WORDS[sign], words].filter((text) => text !== "").join(" ")]),
    },
  ]);
  return folded(formatCount(count, "change"), blocks);
}

const WORDS = { "+": "new:", "-": "removed:", "~": "" };

function findingDetails(result: DiffResult): readonly Block[] {
  const { base, head, findings } = result;
  const { length: fresh } = findings.new;
  const { length: gone } = findings.resolved;
  const summary = [
    ...(fresh === 0 ? [] : [`${formatCount(fresh, "new finding")}`]),
    ...(gone === 0 ? [] : [`${gone} ${resolvedWords(result)}`]),
  ].join(", ");
  return folded(summary, [
    ...findingTable("new", head.plan, findings.new),
    ...findingTable(resolvedWords(result), base.plan, findings.resolved),
  ]);
}

function findingTable(title: string, { source }: Plan, findings: readonly Diagnostic[]): readonly Block[] {
  if (findings.length === 0) return [];
  return [
    {
      kind: "table",
      columns: [left(title), left("rule"), left("place"), left("finding")],
      rows: findings.map(({ severity, rule, span, message }) => [
        severity,
        [{ text: rule, tone: "code" }],
        [{ text: formatPlace(source.path, positionAt(source, span.start)), tone: "code" }],
        message,
      ]),
    },
  ];
}

/** New and changed tasks, and those that became critical, in the schedule after the change. */
function pictureDetails({ head, difference }: DiffResult, { levelled, slack }: PlanEffect): readonly Block[] {
  const changed = new Set([
    ...difference.changes.flatMap((change) => {
      if (change.subject !== "task" || change.kind === "removed" || change.kind === "renumbered") return [];
      return ["item" in change ? change.item.index : change.head.index];
    }),
    ...slack.flatMap(({ head: task, critical }) => (critical.after && !critical.before ? [task] : [])),
  ]);
  if (levelled.head === undefined) return [];
  const tasks = levelled.head.tasks.filter(({ task }) => changed.has(task)).slice(0, MOST_BARS);
  if (tasks.length === 0) return [];
  const result = resultOf(head, { ...levelled.head, tasks }, EFFECT_LEVELLING);
  return folded("the changed tasks in the schedule", [{ kind: "gantt", gantt: { ...scheduleGantt(result), milestones: [] } }]);
}

function folded(summary: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [{ kind: "details", summary, blocks }];
}

function paragraph(lines: readonly string[]): readonly Block[] {
  return lines.length === 0 ? [] : [...lines.map((text): Block => ({ kind: "line", text })), { kind: "blank" }];
}

const MOST_BARS = 40;
const MOST_ROWS = 12;
