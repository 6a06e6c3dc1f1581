import type { Config } from "../config.ts";
import type { Ceremony, Communication, Field, ItemGroup, Milestone, StatedDuration } from "../model.ts";
import { readWeeks } from "./calendar.ts";
import { HOURS, readEstimate } from "./estimate.ts";
import { factsOf, itemsOf, labelled, linesOf, undecorated } from "./labels.ts";
import type { Part, Table } from "./markdown.ts";
import type { Outline } from "./outline.ts";
import { field, lines, placeOf, type Slice, sub, textField, trim } from "./slice.ts";
import { normalised } from "./words.ts";

/** Milestones as sections with items, and as rows of a milestone table. */
export function readMilestones(sections: readonly Outline[]): readonly Milestone[] {
  return sections.flatMap((section) => {
    if (section.role === "milestone" && section.heading !== undefined) return [milestoneOf(section, section.heading.text)];
    return section.role === "milestones" ? section.parts.flatMap((part) => (part.kind === "table" ? milestoneRows(part) : [])) : [];
  });
}

export function readCeremonies(sections: readonly Outline[], config: Config): readonly Ceremony[] {
  return sections.flatMap((section) =>
    section.role === "ceremony" && section.heading !== undefined ? [ceremonyOf(section, section.heading.text, config)] : [],
  );
}

/** The reports of a communication plan: the sections inside it. */
export function readCommunications(sections: readonly Outline[]): readonly Communication[] {
  return sections.flatMap((section) => {
    const inner = section.role === "communication" && section.heading !== undefined && section.children.length === 0;
    return inner && section.heading !== undefined
      ? [{ name: textField(trim(section.heading.text)), facts: factsOf(section.parts), content: plainItems(section.parts) }]
      : [];
  });
}

export function readSuccessCriteria(sections: readonly Outline[]): readonly ItemGroup[] {
  return sections.flatMap((section) =>
    section.role === "success" && section.heading !== undefined && itemsOf(section.parts).length > 0
      ? [{ label: textField(trim(section.heading.text)), items: plainItems(section.parts) }]
      : [],
  );
}

/** `**Total Duration**: 8 weeks (3 engineers) or 16 weeks (1 engineer)`, wherever it stands in these lines. */
export function readDuration(parts: readonly Part[]): StatedDuration | undefined {
  for (const part of parts) {
    if (part.kind !== "paragraph") continue;
    for (const line of lines(part.text)) {
      const found = labelled(line);
      if (found === undefined || !DURATION_LABEL.test(normalised(found.label.text))) continue;
      const alternatives = [...found.rest.text.matchAll(DURATION)].map((match) => ({
        weeks: Number(match.groups?.weeks),
        people: match.groups?.people === undefined ? undefined : Number(match.groups.people),
        span: placeOf(sub(found.rest, match.index, match.index + match[0].length)),
      }));
      if (alternatives.length > 0) return { field: textField(found.rest), alternatives };
    }
  }
  return undefined;
}

function milestoneOf(section: Outline, heading: Slice): Milestone {
  const weeks = section.words?.weeks;
  const title = section.words?.title ?? textField(heading);
  return {
    id: section.words?.id ?? title,
    title,
    heading: textField(trim(heading)),
    week: weeks?.value === undefined ? undefined : { ...weeks, value: weeks.value.last },
    items: itemsOf(section.parts).map((item) => ({ text: textField(undecorated(item.text)), done: item.checked === true })),
  };
}

function milestoneRows(table: Table): readonly Milestone[] {
  const headers = table.header.map((header) => normalised(header.text));
  const [name, number, when, what] = [
    /milestone|name/,
    /^(?:id|#)$/,
    /week|date|when|due|target/,
    /criteria|deliverable|description|items?/,
  ].map((pattern) => headers.findIndex((header) => pattern.test(header)));
  return table.rows.flatMap(({ cells }) => {
    const named = [name, number].flatMap((column) => (column < 0 || cells[column] === undefined ? [] : [trim(cells[column])]));
    const title = named.find(({ text }) => text !== "");
    if (title === undefined) return [];
    const due = when < 0 ? undefined : cells[when];
    const week = due && (readWeeks(due) ?? plainWeek(headers[when], due));
    return [
      {
        id: named.map(numberIn).find((id) => id !== undefined) ?? textField(title),
        title: textField(title),
        heading: textField(title),
        week: week?.value === undefined ? undefined : { ...week, value: week.value.last },
        items: what < 0 || cells[what] === undefined ? [] : [{ text: textField(trim(cells[what])), done: false }],
      },
    ];
  });
}

/** `M1`, `Milestone 1`, or a number alone. */
function numberIn(text: Slice): Field<string> | undefined {
  const match = /\b(?:M|milestone)\s*-?(\d+)\b|^(\d+)$/i.exec(text.text);
  return match === null ? undefined : field(text, match[1] ?? match[2]);
}

/** A bare number under a header that says weeks. */
function plainWeek(header: string, cell: Slice): Field<{ first: number; last: number }> | undefined {
  const week = /week/.test(header) ? /^\s*(\d{1,4})\s*$/.exec(cell.text)?.[1] : undefined;
  return week === undefined ? undefined : field(trim(cell), { first: Number(week), last: Number(week) });
}

function ceremonyOf(section: Outline, heading: Slice, config: Config): Ceremony {
  const length = /\((?=[^()\d]*\d)(?<amount>[^()]+)\)\s*$/d.exec(heading.text);
  const range = length?.indices?.groups?.amount;
  const stated = linesOf(section.parts).flatMap((line) => labelled(line) ?? []);
  const inLine = stated.find(({ label }) => /^(?:duration|length|time-?box)$/i.test(label.text))?.rest;
  const place = range === undefined ? inLine : trim(sub(heading, range[0], range[1]));
  const estimate = place === undefined ? undefined : readEstimate(place, HOURS, config);
  const name = section.words?.title ?? textField(heading);
  return {
    name,
    hours: place === undefined || estimate?.value?.kind !== "hours" ? undefined : field(place, estimate.value.hours),
    cadence: /daily|stand-?up/i.test(name.text) ? "daily" : "sprint",
    facts: factsOf(section.parts),
    agenda: plainItems(section.parts),
  };
}

function plainItems(parts: readonly Part[]): readonly Field<string>[] {
  return itemsOf(parts).map((item) => textField(undecorated(item.text)));
}

const DURATION_LABEL = /^(?:total |overall |planned |estimated )*(?:duration|timeline|length)$/;
const DURATION = /(?<weeks>\d{1,4})\s*weeks?(?:\s*\((?<people>\d{1,4})\s*(?:engineers?|developers?|people|persons?|devs?|members?)\))?/gi;
