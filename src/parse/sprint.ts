import type { Config } from "../config.ts";
import type { Criterion, Field, ItemGroup, Member, RiskLevel, RiskNote, Sprint } from "../model.ts";
import { readCapacity, readInlineTeam } from "./capacity.ts";
import { readHours } from "./estimate.ts";
import { itemsOf, labelled, linesOf, numberIn, undecorated } from "./labels.ts";
import type { List, Part } from "./markdown.ts";
import { type Outline, partsWithRole, walk } from "./outline.ts";
import { pattern } from "./pattern.ts";
import { lines, type Slice, sub, textField } from "./slice.ts";
import { normalised } from "./words.ts";

/** Everything that a sprint says of itself besides its heading and its tasks. */
export type SprintDetails = Pick<
  Sprint,
  "goal" | "team" | "statedCapacity" | "statedHours" | "statedBuffer" | "focus" | "criteria" | "risks" | "metrics"
>;

export function readSprint(section: Outline, config: Config): SprintDetails {
  const { team, total } = readCapacity(partsWithRole(section, "capacity"), config);
  const own = [...section.parts, ...partsWithRole(section, "tasks"), ...behindTables(section)];
  const labels = labelledLines(own);
  const stated = statedTotals(labels, config);
  return {
    goal: goalOf(section, labels),
    team: team.length > 0 ? team : inlineTeam(labels, config),
    statedCapacity: total ?? stated.capacity,
    statedHours: stated.hours,
    statedBuffer: stated.buffer,
    focus: groupsOf(partsWithRole(section, "focus")),
    criteria: criteriaOf(criteriaParts(section)),
    risks: risksOf(partsWithRole(section, "risks")),
    metrics: itemsOf(partsWithRole(section, "metrics")).map((item) => textField(undecorated(item.text))),
  };
}

/** What follows a table under a goal or a list of people: tasks and their total may stand there without a heading of their own. */
function behindTables(section: Outline): readonly Part[] {
  return section.children.flatMap(({ role, parts }) => {
    const table = parts.findLastIndex((part) => part.kind === "table");
    return (role === "capacity" || role === "goal") && table >= 0 ? parts.slice(table + 1) : [];
  });
}

/** What stands under criteria, and under the tasks that have a heading each: their boxes are criteria. */
function criteriaParts(section: Outline): readonly Part[] {
  return section.children.flatMap((child) => {
    if (child.role === "criteria" || child.role === "task") return walk(child).flatMap((inner) => inner.parts);
    return child.role === "tasks" || child.role === "prose" ? criteriaParts(child) : [];
  });
}

/** Check boxes, nested ones included. */
function criteriaOf(parts: readonly Part[]): readonly Criterion[] {
  return itemsOf(parts).flatMap((item) => {
    const own = item.checked === undefined ? [] : [{ text: textField(item.text), done: item.checked }];
    return [...own, ...criteriaOf(item.parts)];
  });
}

/** `**Monday**: Setup` followed by a list: a label with its items. */
function groupsOf(parts: readonly Part[]): readonly ItemGroup[] {
  const groups: { label: Field<string>; items: Field<string>[] }[] = [];
  for (const part of parts) {
    if (part.kind === "paragraph") for (const line of lines(part.text)) groups.push({ label: textField(line), items: [] });
    if (part.kind === "list") for (const item of part.items) groups.at(-1)?.items.push(textField(undecorated(item.text)));
  }
  return groups;
}

function goalOf(section: Outline, labels: readonly LabelledLine[]): Field<string> | undefined {
  const [first] = linesOf(partsWithRole(section, "goal"));
  const goal = first ?? labels.find(({ name }) => /^(?:sprint |iteration )?(?:goal|objective)$/.test(name))?.rest;
  return goal === undefined ? undefined : textField(undecorated(goal));
}

function inlineTeam(labels: readonly LabelledLine[], config: Config): readonly Member[] {
  const capacity = labels.find(({ name }) => totalKind(name) === "capacity");
  return capacity === undefined ? [] : readInlineTeam(capacity.rest, config);
}

/** A line of the sprint's own, under the name of its label. */
interface LabelledLine {
  readonly name: string;
  readonly rest: Slice;
}

function labelledLines(parts: readonly Part[]): readonly LabelledLine[] {
  return linesOf(parts).flatMap((line) => {
    const found = labelled(line);
    return found === undefined ? [] : [{ name: normalised(found.label.text), rest: found.rest }];
  });
}

interface StatedTotals {
  hours: Field<number> | undefined;
  buffer: Field<number> | undefined;
  capacity: Field<number> | undefined;
}

/** `**Total Estimated Hours**: 50 hours (30 hours buffer)`, `Total: 50h`, `**Capacity**: 80h`; the first of each counts. */
function statedTotals(labels: readonly LabelledLine[], config: Config): StatedTotals {
  const stated: StatedTotals = { hours: undefined, buffer: undefined, capacity: undefined };
  for (const { name, rest } of labels) {
    const kind = totalKind(name);
    if (kind === undefined) continue;
    stated[kind] ??= hoursIn(rest, config);
    if (kind === "hours") stated.buffer ??= numberIn(rest, BUFFER.exec(rest.text), (text) => readHours(text, config));
  }
  return stated;
}

function totalKind(written: string): keyof StatedTotals | undefined {
  const label = written.replace(/^(?:sprint|phase|epic|week|iteration|milestone|team)\s+(?:\d[\w.-]*\s+)?/, "");
  if (label === "buffer") return "buffer";
  if (/^(?:available |total )*capacity$/.test(label)) return "capacity";
  return TOTAL_LABEL.test(label) ? "hours" : undefined;
}

/** The hours that a text states: behind the last equals sign, at its beginning, or the first that say so themselves. */
function hoursIn(slice: Slice, config: Config): Field<number> | undefined {
  const equals = slice.text.lastIndexOf("=");
  const sum = equals < 0 ? slice : sub(slice, equals + 1);
  const value = (text: string): number | undefined => readHours(text, config);
  // `3 engineers x 40h` without its result is a sum that the reader would have to do.
  if (sum === slice && /\d\D{0,20}\s[x×*]\s*\d/.test(slice.text)) return undefined;
  const withUnit = WITH_UNIT(sum.text);
  const several = sum.text.replace(withUnit, "");
  return (
    numberIn(sum, AMOUNT(sum.text).exec(sum.text), value) ??
    (withUnit.test(several) ? undefined : numberIn(sum, withUnit.exec(sum.text), value))
  );
}

/** `**High Risk**: text`, then a list with `**Mitigation**: …` and `**Fallback**: …`. */
function risksOf(parts: readonly Part[]): readonly RiskNote[] {
  const notes: RiskNote[] = [];
  for (const part of parts) {
    if (part.kind === "paragraph") for (const line of lines(part.text)) notes.push(...riskNote(line));
    const last = notes.at(-1);
    if (part.kind === "list" && last !== undefined) notes[notes.length - 1] = { ...last, ...answersIn(part) };
  }
  return notes;
}

function riskNote(line: Slice): readonly RiskNote[] {
  const found = labelled(line);
  const level =
    found === undefined
      ? undefined
      : RISK_LEVELS.find((each) => each === /^(?:critical|high|medium|low)\b/i.exec(found.label.text)?.[0].toLowerCase());
  return found === undefined || level === undefined
    ? []
    : [{ level, text: textField(found.rest), mitigation: undefined, fallback: undefined }];
}

function answersIn(list: List): Partial<Pick<RiskNote, "mitigation" | "fallback">> {
  const answer = (label: RegExp): Field<string> | undefined => {
    const found = list.items.map((item) => labelled(item.text)).find((each) => each !== undefined && label.test(each.label.text));
    return found === undefined ? undefined : textField(found.rest);
  };
  return { mitigation: answer(/^mitigation/i), fallback: answer(/^(?:fallback|contingency|plan b)/i) };
}

const RISK_LEVELS: readonly RiskLevel[] = ["critical", "high", "medium", "low"];
/** A bare number has to be all there is, up to a remark; letters behind it have to be a unit. */
const AMOUNT = pattern(String.raw`^~?\s*(?<amount>\d[\d.,]*(?:\s*[-\p{L}]+)?)(?=\s*(?:$|[(（;,·|—–+]))`, "du");
/** Not the end of something longer: `1e308 hours`, `10^400 h`, `2-4 hours`, `1 000 hours`; nor a buffer behind what cannot be read. */
const WITH_UNIT = pattern(
  String.raw`(?<![\p{L}\d.,^/_'’٫+−–-])(?!(?<=\d\s)\d{3}(?!\d))(?<amount>\d[\d.,]*\s*(?:h|hrs?|hours?))(?![\p{L}\d/]|\s*(?:of\s+)?buffer)`,
  "diu",
);
const TOTAL_LABEL =
  /^(?:total|sum|overall|summe|gesamt|insgesamt|合计|合計|总计|總計|합계|총계|итого|всего|tổng(?: cộng)?|jumlah|المجموع|الإجمالي)(?: (?:estimated|planned|estimate|geschätzt))?(?: (?:hours?|effort|time|estimate|work|stunden|aufwand|horas|heures|estimado|estimées?))?$|^(?:estimated|planned) (?:hours|effort|time)$/;
const BUFFER = /(?<![\d.,])[.,]*(?<amount>\d[\d.,]*(?:\s*(?:h|hrs?|hours?|d|days?|person-hours|person-days))?)\s*(?:of\s+)?buffer/di;
