import type { Gantt, GanttBar } from "../commands/outcome.ts";
import { formatNumber } from "../format.ts";
import { mermaidLine, mermaidText } from "./mermaid-text.ts";

/** Bars of a plan with its name, empty where it needs none. */
interface NamedGantt {
  readonly name: string;
  readonly gantt: Gantt;
}

/** The lines of a Mermaid diagram: over dates where every plan has them, else over working days counted from the start. */
export function ganttDiagram(plans: readonly NamedGantt[]): readonly string[] {
  const dated = plans.every(({ gantt }) => gantt.groups.every(({ bars }) => bars.every(({ startTime }) => startTime !== undefined)));
  const axis = dated ? DATED : countedAxis(plans);
  const sections = plans.flatMap(({ name, gantt }) => {
    const prefix = name === "" ? "" : `${name}: `;
    const groups = gantt.groups.map((group) => [
      `  section ${mermaidText(prefix + group.name)}`,
      ...group.bars.map((bar) => `    ${barLine(bar, axis)}`),
    ]);
    const milestones = milestoneLines(gantt, axis);
    return [...groups.flat(), ...(milestones.length === 0 ? [] : [`  section ${mermaidText(`${prefix}milestones`)}`, ...milestones])];
  });
  return ["gantt", ...axis.head.map((line) => `  ${line}`), ...sections];
}

interface Axis {
  readonly head: readonly string[];
  readonly startOf: (bar: GanttBar) => string;
  readonly finishOf: (bar: GanttBar) => string;
  /** Undefined where an hour has no known place on the axis. */
  readonly placeOf: ((hour: number) => string) | undefined;
}

const DATED: Axis = {
  head: ["dateFormat YYYY-MM-DDTHH:mm", "axisFormat %Y-%m-%d"],
  startOf: ({ startTime = "" }) => startTime,
  finishOf: ({ finishTime = "" }) => finishTime,
  placeOf: undefined,
};

/**
 * Mermaid knows no axis without dates: a working day, or as many weeks as a long plan needs, becomes a day of the year 2001
 * and is labelled by its number in the year.
 */
function countedAxis(plans: readonly NamedGantt[]): Axis {
  const [{ gantt: first }] = plans;
  const finish = plans.reduce((latest, { gantt }) => Math.max(latest, gantt.finish), 0);
  const daily = finish <= DAYS_OF_YEAR * first.hoursPerDay;
  const week = first.hoursPerDay * first.daysPerWeek;
  const hours = daily ? first.hoursPerDay : week * Math.ceil(finish / (DAYS_OF_YEAR * week));
  const unit = daily ? `working days of ${formatNumber(hours)} h` : `spans of ${formatNumber(hours)} h of work`;
  const place = (hour: number): string =>
    new Date(YEAR_START + Math.round((hour / hours) * DAY_MINUTES) * MINUTE_MILLISECONDS).toISOString().slice(0, "2001-01-01T00:00".length);
  return {
    head: [
      `title ${unit}, counted from the start`,
      "dateFormat YYYY-MM-DDTHH:mm",
      "axisFormat %j",
      `tickInterval ${tickOf(finish / hours)}`,
      "todayMarker off",
    ],
    startOf: ({ start }) => place(start),
    finishOf: ({ finish: end }) => place(end),
    placeOf: place,
  };
}

function tickOf(days: number): string {
  if (days <= MOST_DAILY_TICKS) return "1day";
  return days <= 7 * MOST_DAILY_TICKS ? "1week" : "1month";
}

function barLine(bar: GanttBar, axis: Axis): string {
  const tags = [...(bar.critical ? ["crit"] : []), ...(bar.finish > bar.start ? [] : ["milestone"])];
  const people = bar.people.length === 0 ? "" : ` (${bar.people.join(", ")})`;
  return `${mermaidLine(`${bar.id} ${bar.title}${people}`)} :${[...tags, axis.startOf(bar), axis.finishOf(bar)].join(", ")}`;
}

/** Where only the dates of tasks are known, a milestone stands where it is reached: at the end of some task. */
function milestoneLines(gantt: Gantt, axis: Axis): readonly string[] {
  const ends = new Map(gantt.groups.flatMap(({ bars }) => bars.map((bar) => [bar.finish, axis.finishOf(bar)] as const)));
  return gantt.milestones.flatMap(({ name, due, reached }) => {
    const place = axis.placeOf?.(due) ?? ends.get(reached ?? Number.NaN);
    const late = reached !== undefined && reached > due ? "crit, " : "";
    return place === undefined ? [] : [`    ${mermaidLine(name)} :${late}milestone, ${place}, ${place}`];
  });
}

const DAYS_OF_YEAR = 365;
const DAY_MINUTES = 24 * 60;
const YEAR_START = Date.UTC(2001, 0, 1);
const MINUTE_MILLISECONDS = 60_000;
const MOST_DAILY_TICKS = 30;
