import { samplesOver } from "../../analysis/plan-trend.ts";
import type { Config } from "../../config.ts";
import { formatCount, formatHours, formatNumber } from "../../format.ts";
import type { Plan } from "../../model.ts";
import { left, right, summaryOf, tableUnder, toned } from "../blocks.ts";
import type { Bar, Block, Column, Inline } from "../outcome.ts";
import { prefaceOf } from "../preface.ts";
import { dayWords } from "../schedule/times.ts";
import type { PlanState, TrendHistory, TrendOptions, TrendRevision } from "./state.ts";
import { changeWords, movementWords, standWords } from "./words.ts";

/** Every revision in numbers, what is done of what there is to do over time, and how the scope and the end moved. */
export function trendView(plan: Plan, config: Config, history: TrendHistory, options: TrendOptions): readonly Block[] {
  const known = history.revisions.flatMap(numbersOf);
  return [
    ...prefaceOf(plan, config),
    ...earlierLines(history),
    ...revisionTable(history, options),
    ...burnUp(history),
    ...summaryOf(summaryWords(history, known)),
  ];
}

interface Measured {
  readonly revision: TrendRevision;
  readonly numbers: PlanState;
}

function numbersOf(revision: TrendRevision): readonly Measured[] {
  return revision.state.kind === "plan" ? [{ revision, numbers: revision.state.numbers }] : [];
}

function earlierLines({ earlier }: TrendHistory): readonly Block[] {
  const words: Readonly<Record<TrendHistory["earlier"], string | undefined>> = {
    none: undefined,
    since: undefined,
    limit: "older commits are left out: `--limit <count>` asks for more",
    shallow: "older commits are not in this shallow clone: `git fetch --unshallow` gets them",
  };
  const text = words[earlier];
  return text === undefined ? [] : [{ kind: "line", text: toned(text, "warn") }];
}

/** The first one and the latest ones, where there are more than people read. */
function revisionTable({ revisions }: TrendHistory, options: TrendOptions): readonly Block[] {
  const known = revisions.flatMap(numbersOf);
  const columns = columnsFor(known, options);
  const titles = [left("date"), left("commit"), left("change"), ...columns.map(({ column }) => column)];
  let before: PlanState | undefined;
  const rows = revisions.map((revision, index): readonly Inline[] => {
    const { time, commit, state } = revision;
    const change = changeWords(revision, revisions[index - 1], before);
    if (state.kind === "plan") before = state.numbers;
    const cells = columns.map(({ cell }) => (state.kind === "plan" ? cell(state.numbers) : ""));
    return [dateOf(time), commit === undefined ? "as it is" : commit.slice(0, SHORT), change, ...cells];
  });
  const hidden = rows.length - MOST_ROWS;
  const gap: readonly Inline[] = ["", "", toned(`${formatCount(hidden, "commit")} not shown`, "muted")];
  return tableUnder(
    "history, in hours; findings as errors/warnings/infos",
    titles,
    hidden <= 1 ? rows : [rows[0], gap, ...rows.slice(hidden + 1)],
  );
}

interface NumberColumn {
  readonly column: Column;
  readonly cell: (numbers: PlanState) => string;
}

function columnsFor(known: readonly Measured[], { levelled, forecast }: TrendOptions): readonly NumberColumn[] {
  const hours = (title: string, of: (numbers: PlanState) => number | undefined): NumberColumn => ({
    column: right(title),
    cell: (numbers) => hoursOrNone(of(numbers)),
  });
  const dated = known.some(({ numbers }) => numbers.endTime !== undefined);
  return [
    hours("scope", (numbers) => numbers.hours),
    hours("done", (numbers) => numbers.done),
    hours("left", (numbers) => numbers.left),
    hours("end", (numbers) => numbers.end),
    ...(dated ? [{ column: left("ends on"), cell: ({ endTime }: PlanState) => (endTime === undefined ? "" : dayWords(endTime)) }] : []),
    ...(levelled === true ? [hours("levelled", (numbers) => numbers.levelledEnd)] : []),
    ...(forecast === true ? [hours("P50", (numbers) => numbers.p50), hours("P90", (numbers) => numbers.p90)] : []),
    { column: right("findings"), cell: ({ errors, warnings, infos }) => `${errors}/${warnings}/${infos}` },
  ];
}

function hoursOrNone(hours: number | undefined): string {
  return hours === undefined ? "–" : formatNumber(Math.round(hours * 10) / 10);
}

function burnUp({ revisions }: TrendHistory): readonly Block[] {
  const known = revisions.flatMap(numbersOf);
  if (known.every(({ numbers }) => numbers.hours === 0)) return [];
  const dated = known.flatMap(({ revision: { time }, numbers }) => (time === undefined ? [] : [{ time, numbers }]));
  const present = known.filter(({ revision }) => revision.commit === undefined).map(({ numbers }) => barOf("now", numbers));
  const past = dated.length === 0 ? [] : samplesOver(dated, MOST_BARS).map(({ moment, numbers }) => barOf(moment, numbers));
  const bars = [...past, ...present];
  if (bars.length < 2) return [];
  return [{ kind: "blank" }, { kind: "heading", text: "done of what there is to do" }, { kind: "bars", bars }];
}

function barOf(label: string, { hours, done }: PlanState): Bar {
  return { label, from: 0, to: done, whole: hours, remark: `${formatNumber(done)} of ${formatHours(hours)}`, tone: "good" };
}

function summaryWords({ revisions }: TrendHistory, known: readonly Measured[]): string {
  const unreadable = revisions.filter(({ state }) => state.kind === "unreadable").length;
  const rest = unreadable === 0 ? "" : `; ${formatCount(unreadable, "revision")} cannot be read`;
  const first = known.at(0);
  const last = known.at(-1);
  if (first === undefined || last === undefined) return "no revision can be read";
  if (first === last) return standWords(last.numbers) + rest;
  return movementWords(first.numbers, last.numbers, dateOf(first.revision.time)) + rest;
}

function dateOf(time: string | undefined): string {
  return time?.slice(0, "2026-01-05".length) ?? "";
}

const SHORT = 8;
const MOST_ROWS = 40;
const MOST_BARS = 24;
