import type { Gantt, GanttBar, GanttGroup, Inline, Tone } from "../commands/outcome.ts";
import { HOUR_TOLERANCE } from "../model.ts";
import { type Canvas, draw, emptyRow, fitted, type Glyphs, rowPieces } from "./chart.ts";
import { type Line, onOneLine, wrap } from "./inline.ts";
import { visibleInside } from "./visible.ts";
import { displayWidth } from "./width.ts";

/** Bars to scale under a ruler of weeks, a line for each task, in at most 200 columns; no lines without bars. */
export function ganttLines(gantt: Gantt, canvas: Canvas): readonly Line[] {
  if (gantt.groups.every(({ bars }) => bars.length === 0)) return [];
  const sheet = sheetOf(gantt, canvas);
  return [
    [...label("", sheet), { text: rulerOf(gantt, sheet), tone: "muted" }],
    ...gantt.groups.flatMap((group) => [groupLine(group, sheet), ...group.bars.map((bar) => barLine(bar, group, sheet))]),
    ...(gantt.milestones.length === 0 ? [] : [label([{ text: "milestones", tone: "strong" }], sheet)]),
    ...gantt.milestones.map((milestone) => milestoneLine(milestone, sheet)),
    ...wrap([{ text: legendOf(gantt, sheet.glyphs), tone: "muted" }], sheet.labelColumns + GAP.length + sheet.chartColumns),
  ];
}

interface Sheet {
  readonly glyphs: Glyphs;
  readonly idColumns: number;
  readonly labelColumns: number;
  readonly chartColumns: number;
  readonly columnOf: (hour: number) => number;
}

function sheetOf(gantt: Gantt, { columns, glyphs }: Canvas): Sheet {
  const width = Math.max(NARROWEST, Math.min(columns, WIDEST));
  const bars = gantt.groups.flatMap((group) => group.bars);
  const idColumns = Math.min(
    MOST_ID_COLUMNS,
    bars.reduce((most, { id }) => Math.max(most, displayWidth(id)), 0),
  );
  const labels = [
    ...bars.map(({ title, people }) => idColumns + 1 + displayWidth(wordsOf(title, people))),
    ...[...gantt.groups, ...gantt.milestones].map(({ name }) => displayWidth(name)),
  ];
  const labelColumns = Math.min(
    Math.floor(width * LABEL_SHARE),
    labels.reduce((most, own) => Math.max(most, own), 0),
  );
  const chartColumns = width - labelColumns - GAP.length;
  const end = lastHour(gantt);
  return { glyphs, idColumns, labelColumns, chartColumns, columnOf: (hour) => Math.round((hour / end) * chartColumns) };
}

function lastHour({ finish, groups, milestones }: Omit<Gantt, "hoursPerDay" | "daysPerWeek">): number {
  const hours = [finish, ...groups.map(({ window }) => window?.end ?? 0), ...milestones.flatMap(({ due, reached = 0 }) => [due, reached])];
  return hours.reduce((last, hour) => Math.max(last, hour), 1);
}

function wordsOf(title: string, people: readonly string[]): string {
  return people.length === 0 ? title : `${title}${GAP}${people.join(", ")}`;
}

function label(inline: Inline, { labelColumns, glyphs }: Sheet): Line {
  return [...fitted(inline, labelColumns, glyphs.cut), { text: GAP, tone: undefined }];
}

/** `│week 1  │week 2`: every week, or every second or third where there is no room for more. */
function rulerOf({ hoursPerDay, daysPerWeek, ...gantt }: Gantt, { columnOf, chartColumns, glyphs }: Sheet): string {
  const week = hoursPerDay * daysPerWeek;
  const nameColumns = `${glyphs.week}week ${Math.ceil(lastHour(gantt) / week)} `.length;
  const step = Math.max(1, Math.ceil((nameColumns * lastHour(gantt)) / (chartColumns * week)));
  let ruler = "";
  for (let number = 1; columnOf((number - 1) * week) < chartColumns; number += step) {
    const name = `${glyphs.week}week ${number}`;
    const at = columnOf((number - 1) * week);
    if (at + name.length <= chartColumns) ruler = ruler.padEnd(at) + name;
  }
  return ruler;
}

function groupLine({ name, window }: GanttGroup, sheet: Sheet): Line {
  const { glyphs, columnOf, chartColumns } = sheet;
  const row = emptyRow(chartColumns);
  if (window !== undefined) {
    const start = columnOf(window.start);
    const end = Math.max(start + 1, columnOf(window.end));
    draw(row, start, end, { glyph: glyphs.windowLine, tone: "muted" });
    draw(row, start, start + 1, { glyph: glyphs.windowStart, tone: "muted" });
    draw(row, end - 1, end, { glyph: glyphs.windowEnd, tone: "muted" });
  }
  return [...label([{ text: name, tone: "strong" }], sheet), ...rowPieces(row)];
}

function barLine(bar: GanttBar, { window }: GanttGroup, sheet: Sheet): Line {
  const { glyphs, columnOf, chartColumns } = sheet;
  const row = emptyRow(chartColumns);
  if (window !== undefined) draw(row, columnOf(window.start), columnOf(window.end), { glyph: glyphs.track, tone: "muted" });
  const start = Math.min(columnOf(bar.start), chartColumns - 1);
  const end = Math.max(start + 1, columnOf(bar.finish));
  const tone: Tone | undefined = bar.critical ? "warn" : undefined;
  draw(row, start, end, { glyph: bar.critical ? glyphs.critical : glyphs.other, tone });
  const lateFrom = lateHour(bar, window);
  if (lateFrom !== undefined) {
    const late = Math.max(start, Math.min(columnOf(lateFrom), end - 1));
    draw(row, late, end, { glyph: bar.critical ? glyphs.lateCritical : glyphs.lateOther, tone: "bad" });
  }
  return [...barLabel(bar, sheet), ...rowPieces(row)];
}

/** The hour from which on a bar is late; undefined where it is finished in time. */
function lateHour({ finish }: GanttBar, window: GanttGroup["window"]): number | undefined {
  return window !== undefined && finish > window.end + HOUR_TOLERANCE ? window.end : undefined;
}

/** The people stand at the right, and give way to the title. */
function barLabel({ id, title, people }: GanttBar, { idColumns, labelColumns, glyphs }: Sheet): Line {
  const room = labelColumns - idColumns - 1;
  const crew = people.join(", ");
  const crewColumns = crewColumnsOf(safe(title), safe(crew), room);
  return [
    ...fitted(id, idColumns, glyphs.cut),
    { text: " ", tone: undefined },
    ...fitted(["", title], room - (crewColumns === 0 ? 0 : crewColumns + GAP.length), glyphs.cut),
    ...(crewColumns === 0 ? [] : [{ text: GAP, tone: undefined }, ...fitted(["", { text: crew, tone: "muted" }], crewColumns, glyphs.cut)]),
    { text: GAP, tone: undefined },
  ];
}

function crewColumnsOf(title: string, crew: string, room: number): number {
  const wanted = displayWidth(crew);
  const spare = room - displayWidth(title) - GAP.length;
  if (wanted <= spare) return wanted;
  return room < LEAST_SHARED_COLUMNS ? 0 : Math.min(wanted, Math.max(Math.floor(room * CREW_SHARE), spare));
}

function safe(text: string): string {
  return visibleInside(onOneLine(text));
}

type Milestone = Gantt["milestones"][number];

function milestoneLine({ name, due, reached }: Milestone, sheet: Sheet): Line {
  const { glyphs, columnOf, chartColumns } = sheet;
  const row = emptyRow(chartColumns);
  const at = (hour: number): number => Math.min(columnOf(hour), chartColumns - 1);
  const late = isLate({ due, reached });
  if (reached !== undefined && late) draw(row, at(reached), at(reached) + 1, { glyph: glyphs.reached, tone: "bad" });
  draw(row, at(due), at(due) + 1, { glyph: glyphs.due, tone: late ? "bad" : "good" });
  return [...label(name, sheet), ...rowPieces(row)];
}

function isLate({ due, reached }: Omit<Milestone, "name">): boolean {
  return reached !== undefined && reached > due + HOUR_TOLERANCE;
}

/** Only what can be seen above it is explained. */
function legendOf({ groups, milestones }: Gantt, glyphs: Glyphs): string {
  const bars = groups.flatMap((group) => group.bars);
  const late = groups.some(({ bars: own, window }) => own.some((bar) => lateHour(bar, window) !== undefined));
  const parts = [
    { sign: glyphs.critical, words: "critical", shown: bars.some(({ critical }) => critical) },
    { sign: glyphs.other, words: "other", shown: bars.some(({ critical }) => !critical) },
    { sign: glyphs.track, words: "window", shown: groups.some(({ window }) => window !== undefined) },
    { sign: `${glyphs.lateCritical} ${glyphs.lateOther}`, words: "after the window", shown: late },
    { sign: glyphs.due, words: "milestone due", shown: milestones.length > 0 },
    { sign: glyphs.reached, words: "reached late", shown: milestones.some(isLate) },
  ];
  return parts.flatMap(({ sign, words, shown }) => (shown ? [`${sign} ${words}`] : [])).join(", ");
}

const GAP = "  ";
const NARROWEST = 40;
const WIDEST = 200;
const MOST_ID_COLUMNS = 14;
const LABEL_SHARE = 0.45;
const CREW_SHARE = 0.35;
const LEAST_SHARED_COLUMNS = 16;
