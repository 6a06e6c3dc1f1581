import type { Config } from "../config.ts";
import type { Criterion, Field, ItemGroup, Member, RiskLevel, RiskNote } from "../model.ts";
import { readCapacity } from "./capacity.ts";
import { readHours } from "./estimate.ts";
import { itemsOf, labelled, linesOf, numberIn, undecorated } from "./labels.ts";
import type { List, Part } from "./markdown.ts";
import { type Outline, partsWithRole, walk } from "./outline.ts";
import { lines, type Slice, textField } from "./slice.ts";
import { normalised } from "./words.ts";

/** Everything that a sprint says of itself besides its heading and its tasks. */
export interface SprintDetails {
  readonly goal: Field<string> | undefined;
  readonly team: readonly Member[];
  readonly statedCapacity: Field<number> | undefined;
  readonly statedHours: Field<number> | undefined;
  readonly statedBuffer: Field<number> | undefined;
  readonly focus: readonly ItemGroup[];
  readonly criteria: readonly Criterion[];
  readonly risks: readonly RiskNote[];
  readonly metrics: readonly Field<string>[];
}

export function readSprint(section: Outline, config: Config): SprintDetails {
  const { team, total } = readCapacity(partsWithRole(section, "capacity"), config);
  const own = [...section.parts, ...partsWithRole(section, "tasks")];
  const stated = statedTotals(own, config);
  return {
    goal: goalOf(section, own),
    team,
    statedCapacity: total ?? stated.capacity,
    statedHours: stated.hours,
    statedBuffer: stated.buffer,
    focus: groupsOf(partsWithRole(section, "focus")),
    criteria: criteriaOf(criteriaParts(section)),
    risks: risksOf(partsWithRole(section, "risks")),
    metrics: itemsOf(partsWithRole(section, "metrics")).map((item) => textField(undecorated(item.text))),
  };
}

/** What stands under criteria, and under the tasks that have a heading each: their boxes are criteria. */
function criteriaParts(section: Outline): readonly Part[] {
  return section.children.flatMap((child) => {
    if (child.role === "criteria" || child.role === "task") return [...walk(child)].flatMap((inner) => inner.parts);
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
    if (part.kind === "list") groups.at(-1)?.items.push(...part.items.map((item) => textField(undecorated(item.text))));
  }
  return groups;
}

function goalOf(section: Outline, own: readonly Part[]): Field<string> | undefined {
  const [first] = linesOf(partsWithRole(section, "goal"));
  if (first !== undefined) return textField(undecorated(first));
  for (const line of linesOf(own)) {
    const found = labelled(line);
    if (found !== undefined && /^(?:sprint |iteration )?(?:goal|objective)$/.test(normalised(found.label.text)))
      return textField(undecorated(found.rest));
  }
  return undefined;
}

interface StatedTotals {
  hours: Field<number> | undefined;
  buffer: Field<number> | undefined;
  capacity: Field<number> | undefined;
}

/** `**Total Estimated Hours**: 50 hours (30 hours buffer)`, `Total: 50h`, `**Capacity**: 80h`; the first of each counts. */
function statedTotals(parts: readonly Part[], config: Config): StatedTotals {
  const stated: StatedTotals = { hours: undefined, buffer: undefined, capacity: undefined };
  for (const line of linesOf(parts)) {
    const found = labelled(line);
    const kind = found === undefined ? undefined : totalKind(normalised(found.label.text));
    if (found === undefined || kind === undefined) continue;
    stated[kind] ??= amountIn(found.rest, AMOUNT, config);
    if (kind === "hours") stated.buffer ??= amountIn(found.rest, BUFFER, config);
  }
  return stated;
}

function totalKind(label: string): keyof StatedTotals | undefined {
  if (/^(?:sprint |team )?buffer$/.test(label)) return "buffer";
  if (/^(?:team |sprint |available |total )*capacity$/.test(label)) return "capacity";
  return /^(?:sprint )?(?:total|sum)(?: estimated| planned)?(?: hours| effort| time| estimate)?$|^estimated hours$/.test(label)
    ? "hours"
    : undefined;
}

function amountIn(slice: Slice, pattern: RegExp, config: Config): Field<number> | undefined {
  return numberIn(slice, pattern.exec(slice.text), (text) => readHours(text, config));
}

/** `**High Risk**: text`, then a list with `**Mitigation**: …` and `**Fallback**: …`. */
function risksOf(parts: readonly Part[]): readonly RiskNote[] {
  const notes: RiskNote[] = [];
  for (const part of parts) {
    if (part.kind === "paragraph") notes.push(...lines(part.text).flatMap(riskNote));
    const last = notes.at(-1);
    if (part.kind === "list" && last !== undefined) notes[notes.length - 1] = { ...last, ...answersIn(part) };
  }
  return notes;
}

function riskNote(line: Slice): readonly RiskNote[] {
  const found = labelled(line);
  const level = found === undefined ? undefined : RISK_LEVELS.find((each) => new RegExp(`^${each}\\b`, "i").test(found.label.text));
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
const UNIT = "(?:h|hrs?|hours?|d|days?|person-hours|person-days)?";
const AMOUNT = new RegExp(`^~?\\s*(?<amount>\\d[\\d.,]*\\s*${UNIT})(?![\\p{L}\\d])(?!\\s*(?:points?|pts?|sp|%|story))`, "diu");
const BUFFER = new RegExp(`(?<amount>\\d[\\d.,]*\\s*${UNIT})\\s*(?:of\\s+)?buffer`, "di");
