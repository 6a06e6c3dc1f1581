import { formatQuote } from "../format.ts";
import type { Field, Plan } from "../model.ts";
import { type HiddenCharacter, hiddenCharacters, hidesCharacter, withoutHidden } from "./hidden-characters.ts";
import type { Finding, Rule } from "./rule.ts";

export const deceptiveCharacter: Rule = {
  id: "deceptive-character",
  severity: "warning",
  summary: "a character that nobody sees, or that shows the text around it in another order",
  fixable: "unsafe",
  *check({ plan }) {
    const { text } = plan.source;
    if (!hidesCharacter(text)) return;
    const placeOf = placeFinder(plan);
    for (const character of hiddenCharacters(text)) yield findingOf(character, placeOf(character.at) ?? numberAround(text, character));
  },
};

function findingOf(character: HiddenCharacter, place: string | undefined): Finding {
  const span = { start: character.at, end: character.at + character.length };
  const where = place === undefined ? "" : ` in ${place}`;
  return {
    span,
    severity: place === undefined ? "warning" : "error",
    message:
      character.kind === "invisible"
        ? `invisible ${character.name}${where}`
        : `${character.name}${where} changes the order in which the text is shown`,
    fix: { title: `remove ${character.name}`, safe: false, edits: [{ ...span, text: "" }] },
  };
}

/** In words, the id or number that a place of the text is in. */
function placeFinder(plan: Plan): (at: number) => string | undefined {
  const places = placesOf(plan).toSorted((a, b) => a.field.span.start - b.field.span.start);
  return (at) => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle].field.span.start <= at) low = middle + 1;
      else high = middle;
    }
    if (low === 0 || places[low - 1].field.span.end <= at) return undefined;
    const { words, field } = places[low - 1];
    return `the ${words} ${formatQuote(withoutHidden(field.text))}`;
  };
}

interface Place {
  readonly words: string;
  readonly field: Field<unknown>;
}

function placesOf({ tasks, sprints, phases, milestones, gates }: Plan): readonly Place[] {
  return [
    ...tasks.flatMap(({ id, estimate, dependencies }) =>
      [named("id", id), named("estimate", estimate), dependencies.map((each) => named("dependency", each))].flat(2),
    ),
    ...sprints.flatMap(({ id, weeks, dates, team, statedCapacity, statedHours, statedBuffer }) => [
      ...named("sprint", id),
      ...[weeks, dates].flatMap((each) => named("weeks", each)),
      ...[statedCapacity, statedHours, statedBuffer, ...team.map(({ capacity }) => capacity)].flatMap((each) => named("number", each)),
    ]),
    ...phases.flatMap(({ id, weeks }) => [...named("phase", id), ...named("weeks", weeks)]),
    ...milestones.flatMap(({ id, week }) => [...named("milestone", id), ...named("week", week)]),
    ...gates.flatMap(({ from, to }) => [...named("gate", from), ...named("gate", to)]),
  ];
}

function named(words: string, field: Field<unknown> | undefined): readonly Place[] {
  return field === undefined || field.span.start === field.span.end ? [] : [{ words, field }];
}

/** A number that the reader could not make out may be one because of the character. */
function numberAround(text: string, { at, length }: HiddenCharacter): string | undefined {
  const before = /(?<![\p{L}\d.,])[\p{L}\d.,]+$/u.exec(text.slice(Math.max(0, at - LONGEST_NUMBER), at))?.[0] ?? "";
  const after = /^[\p{L}\d.,]*/u.exec(text.slice(at + length, at + length + LONGEST_NUMBER))?.[0] ?? "";
  return /\d$/.test(before) || /^\d/.test(after) ? `the number ${formatQuote(before + after)}` : undefined;
}

const LONGEST_NUMBER = 32;
