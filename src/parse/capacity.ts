import type { Config } from "../config.ts";
import type { Field, Member } from "../model.ts";
import { readHours } from "./estimate.ts";
import { labelled, numberIn } from "./labels.ts";
import type { Part, Table } from "./markdown.ts";
import { pattern } from "./pattern.ts";
import { group, lines, problem, type Slice, split, textField, trim } from "./slice.ts";
import { normalised } from "./words.ts";

/** The people of a sprint with their hours, and the total that the plan states for them. */
export interface StatedCapacity {
  readonly team: readonly Member[];
  readonly total: Field<number> | undefined;
}

/** Reads a capacity section: `- Backend Engineer: 40 hours`, a table of names and hours, `Total: 80 hours`. */
export function readCapacity(parts: readonly Part[], config: Config): StatedCapacity {
  const team: Member[] = [];
  let total: Field<number> | undefined;
  const entries = parts.flatMap(entriesOf).map(({ name, amount }) => ({
    name,
    amount,
    hours: numberIn(amount, AMOUNT.exec(amount.text), (text) => readHours(text, config)),
  }));
  // In a list of hours a line without any is somebody whose hours cannot be read; in other lists it is prose.
  const people = entries.filter(({ name }) => !NOBODY.test(normalised(name.text)));
  const isList = people.filter(({ hours }) => hours !== undefined).length * 2 >= people.length;
  for (const { name, amount, hours } of entries) {
    const label = normalised(name.text);
    if (hours === undefined) {
      if (isList && !NOBODY.test(label) && amount.text.length <= LONGEST_AMOUNT)
        team.push({ name: textField(name), capacity: problem(amount, "is no number of hours") });
      continue;
    }
    if (/^available(?: (?:capacity|hours|days|time))?$/.test(label)) total = hours;
    else if (TOTAL.test(label)) total ??= hours;
    else if (!NOBODY.test(label)) team.push({ name: textField(name), capacity: hours });
  }
  return { team, total };
}

/** `Lead 60h, Dev 1 80h`: the people of a capacity line, where each part of it is a name with hours. */
export function readInlineTeam(slice: Slice, config: Config): readonly Member[] {
  const members = split(slice, /[,;]|\s(?:and|\+)\s/g).map((part) => {
    const match = NAME_AND_HOURS(part.text).exec(part.text);
    const name = match === null ? undefined : group(part, match, "name");
    const capacity = match === null ? undefined : numberIn(part, match, (text) => readHours(text, config));
    return name === undefined || capacity === undefined ? undefined : { name: textField(trim(name)), capacity };
  });
  const team = members.flatMap((member) => member ?? []);
  return team.length === members.length && team.length > 1 ? team : [];
}

interface Entry {
  readonly name: Slice;
  readonly amount: Slice;
}

function entriesOf(part: Part): readonly Entry[] {
  switch (part.kind) {
    case "list":
      return part.items.flatMap((item) => entry(item.text));
    case "paragraph":
      return lines(part.text).flatMap(entry);
    case "table":
      return tableEntries(part);
    default:
      return [];
  }
}

function entry(line: Slice): readonly Entry[] {
  const found = labelled(line);
  return found === undefined ? oddEntry(line) : [{ name: found.label, amount: found.rest }];
}

/** Whatever stands before a colon and a number of hours is a name here, such as one that begins with a picture. */
function oddEntry(line: Slice): readonly Entry[] {
  const match = /^(?<name>[^:]{1,60}):\s*(?<amount>\d.*)$/dsu.exec(line.text);
  const [name, amount] = match === null ? [] : [group(line, match, "name"), group(line, match, "amount")];
  return name === undefined || amount === undefined ? [] : [{ name: trim(name), amount: trim(amount) }];
}

function tableEntries(table: Table): readonly Entry[] {
  const headers = table.header.map((header) => normalised(header.text));
  const name = headers.findIndex((header) =>
    /^(?:name|member|team member|role|person|who|assignee|developer|engineer|resource)s?$/.test(header),
  );
  const amount = [/total|available hours|capacity/, /hours|hrs|availab|stunden|horas/]
    .map((pattern) => headers.findIndex((header) => pattern.test(header)))
    .find((index) => index >= 0);
  // A table of tasks may follow the list of people without a heading of its own.
  const isTasks = headers.some((header) => /^(?:id|#|task|task id|title|description|story|dependenc(?:y|ies)|depends on)$/.test(header));
  if (name < 0 || amount === undefined || isTasks) return [];
  return table.rows.flatMap((row) => {
    const [who, hours] = [row.cells[name], row.cells[amount]];
    return who === undefined || hours === undefined || trim(who).text === "" ? [] : [{ name: trim(who), amount: trim(hours) }];
  });
}

const NAME_AND_HOURS = pattern(String.raw`^(?<name>[\p{L}](?:.{0,59}?[^\s:–-])?)[\s:–-]+(?<amount>\d[\d.,]*\s*(?:h|hrs?|hours?))$`, "diu");
const LONGEST_AMOUNT = 24;
/** Hours of each day are no hours of the sprint, and the start of `1/2`, `1 000` or `2-4` is no number. */
const AMOUNT =
  /^~?\s*(?<amount>\d[\d.,]*(?:\s*(?:h|hrs?|hours?|d|days?|person-days?|weeks?)|(?!\s?[/–-]?\s?\d)))(?=$|[\s(/;,.-])(?!\s*(?:\/|per\b|a\b)\s*(?:d|days?)\b)/di;
/** Labels of a capacity section that name no person. */
const NOBODY =
  /^(?:total|available|buffer|reserved?|capacity|velocity|load|remaining|planned|committed|overhead|focus factor|sprint|duration|working days|team size|holidays?|ceremonies|meetings)\b/;
const TOTAL =
  /^(?:(?:team|sprint|available|overall)\s+)*(?:total|capacity|sum|gesamt|available(?!\s+available))(?:\s+(?:capacity|hours|available))*$/;
