import type { Facts } from "../../analysis/facts.ts";
import { isPerson } from "../../analysis/team-people.ts";
import { foldWords } from "../../analysis/words.ts";
import { findWorkingTime, hasUnplacedDays, timeAt } from "../../analysis/working-time.ts";
import { formatList, formatNumber } from "../../format.ts";
import { toned } from "../blocks.ts";
import { sectionId, taskIds } from "../ids.ts";
import type { Block } from "../outcome.ts";
import { gateLines, prefaceOf } from "../preface.ts";
import type { ScheduleResult } from "./result.ts";
import { dayWords } from "./times.ts";

/** What a schedule rests on: the reading, gates and windows, the first day, and what had to be assumed. */
export function schedulePreface(result: ScheduleResult): readonly Block[] {
  const { facts, sprint } = result;
  return [
    ...prefaceOf(facts.plan, facts.config),
    ...(sprint === undefined ? gateLines(facts) : []),
    ...[...ruleLines(result), startLine(result)].map((text): Block => ({ kind: "line", text: toned(text, "muted") })),
    ...[
      ...movedLines(facts),
      ...unplacedLines(facts),
      ...roundedLines(result),
      ...assumedLines(result),
      ...severalLines(result),
      ...namelessLines(result),
      ...finishedLines(result),
    ].map((text): Block => ({ kind: "line", text: toned(text, "warn") })),
  ];
}

function ruleLines({ levelled, sprint, releases, interruptions }: ScheduleResult): readonly string[] {
  const windows = levelled.sprints.some(({ window }) => window !== undefined);
  const released = releases === "asap" ? "sprints start as soon as they can, windows or not" : "no sprint starts before its window";
  return [
    ...(sprint === undefined ? [] : ["only the dependencies inside of the sprint"]),
    ...(windows && sprint === undefined ? [released] : []),
    ...(interruptions === "split" ? ["other work may interrupt a task"] : []),
  ];
}

function startLine({ timeAt, sprint }: ScheduleResult): string {
  const first = timeAt(0, "start");
  if (first !== undefined) return `hour 0 is on ${dayWords(first)}`;
  return `hours count from the start of the ${sprint === undefined ? "plan" : "sprint"}; \`--start <date>\` adds dates`;
}

/** Windows follow from the first date that is written, wherever the plan is said to start. */
function movedLines({ plan, config }: Facts): readonly string[] {
  const { start: _start, ...calendar } = config.calendar;
  const [written, moved] = [{ ...config, calendar }, config].map((each) => {
    const time = findWorkingTime(plan, each);
    return time && timeAt(time, 0, "start");
  });
  if (written === undefined || written === moved) return [];
  return [`the dates in the plan, from ${dayWords(written)} on, are counted from that day instead`];
}

function unplacedLines({ plan, config }: Facts): readonly string[] {
  if (!hasUnplacedDays(plan, config)) return [];
  return ["the calendar's holidays and days off are left out: nothing says on which day the plan starts"];
}

function roundedLines({ facts: { plan }, levelled: { project } }: ScheduleResult): readonly string[] {
  if (project.rounded.length === 0) return [];
  const tasks = formatList(taskIds(plan, project.rounded), MOST_LISTED);
  return [`hours rounded up to multiples of ${formatNumber(project.tick * 60)} minutes: ${tasks}`];
}

/** Whoever works in a sprint that does not say for how many hours. */
function assumedLines({ facts, levelled }: ScheduleResult): readonly string[] {
  const { plan } = facts;
  const sprints = levelled.sprints.map(({ sprint }) => sprint);
  if (sprints.length === 0 || levelled.members.length === 0) return [];
  if (sprints.every((sprint) => plan.sprints[sprint].team.length === 0)) return ["nobody's hours are listed: everybody works full time"];
  const assumed = new Map<string, Assumed>();
  for (const sprint of sprints) {
    for (const name of namesWithoutHours(facts, sprint)) {
      const known = assumed.get(foldWords(name)) ?? { name, sprints: [] };
      assumed.set(foldWords(name), { name: known.name, sprints: [...known.sprints, sectionId(plan.sprints[sprint])] });
    }
  }
  const words = Array.from(assumed.values(), (each) => `${each.name} (${formatList(each.sprints, MOST_LISTED)})`);
  return words.length === 0 ? [] : [`without hours in their sprint, and taken to work full time: ${formatList(words, MOST_LISTED)}`];
}

/** Lines for several people, who could do more at once than is scheduled. */
function severalLines({ facts: { plan, windows }, levelled }: ScheduleResult): readonly string[] {
  const working = new Set(levelled.members.flatMap(({ name, load }) => (load > 0 ? [foldWords(name)] : [])));
  const names = new Map<string, string>();
  for (const { sprint } of levelled.sprints) {
    const window = windows[sprint];
    for (const member of plan.sprints[sprint].team) {
      const { value: name = member.name.text } = member.name;
      const several = member.capacity.value !== undefined && !isPerson(member, window && window.end - window.start);
      if (several && working.has(foldWords(name))) names.set(foldWords(name), names.get(foldWords(name)) ?? name);
    }
  }
  return names.size === 0 ? [] : [`taken for one person, with one task at a time: ${formatList([...names.values()], MOST_LISTED)}`];
}

function namelessLines({ facts: { plan }, levelled: { tasks, members } }: ScheduleResult): readonly string[] {
  const nameless = tasks.filter(({ start, finish, members: crew }) => crew.length === 0 && finish > start).map(({ task }) => task);
  if (nameless.length === 0) return [];
  const words = members.length === 0 ? "any task" : formatList(taskIds(plan, nameless), MOST_LISTED);
  return [`nobody is named for ${words}: only the order limits that work, not who is free`];
}

function finishedLines({ facts: { plan }, levelled: { tasks } }: ScheduleResult): readonly string[] {
  const finished = tasks.flatMap(({ task }) => {
    const { value } = plan.tasks[task].status;
    return value === "done" || value === "dropped" ? [task] : [];
  });
  if (finished.length === 0) return [];
  return [`scheduled with all of their hours, though done or dropped: ${formatList(taskIds(plan, finished), MOST_LISTED)}`];
}

interface Assumed {
  readonly name: string;
  readonly sprints: readonly string[];
}

function namesWithoutHours({ plan, effort, people }: Facts, sprint: number): ReadonlySet<string> {
  const { firstTask, endTask, team } = plan.sprints[sprint];
  const unknown = new Set<number>();
  for (const [member, { capacity }] of team.entries()) if (capacity.value === undefined || capacity.value <= 0) unknown.add(member);
  const names = new Set<string>();
  for (let task = firstTask; task < endTask; task += 1) {
    const { everyone, people: crew } = effort.crews[task];
    for (const member of everyone ? unknown : []) names.add(team[member].name.text);
    for (const { member, assignee } of crew) {
      const resolution = people.assignees[task][assignee];
      if (member === undefined) names.add("name" in resolution ? resolution.name : plan.tasks[task].assignees[assignee].text);
      else if (unknown.has(member)) names.add(team[member].name.text);
    }
  }
  return names;
}

const MOST_LISTED = 8;
