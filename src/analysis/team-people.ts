import { HOUR_TOLERANCE, type Member, type Plan } from "../model.ts";
import type { Facts } from "./facts.ts";
import { foldWords } from "./words.ts";

/**
 * The distinct names in the teams of all sprints, as first written. A name without a number is the same as that name
 * with number 1 where no team lists both: `Engineer` became `Engineer 1` when `Engineer 2` came.
 */
export function distinctPeople({ sprints }: Plan): readonly string[] {
  const people = new Map<string, string>();
  const together = new Set<string>();
  for (const { team } of sprints) {
    const names = new Set(team.map(nameOf));
    for (const name of names) if (names.has(`${name} 1`)) together.add(name);
  }
  for (const { team } of sprints) for (const member of team) people.set(nameOf(member), people.get(nameOf(member)) ?? member.name.text);
  const isAlias = (name: string) => people.has(`${name} 1`) && !together.has(name);
  return [...people].flatMap(([name, written]) => (isAlias(name) ? [] : [written]));
}

/**
 * Whether each line of the teams of these sprints stands for one person, so that it can be in one place at a time only.
 * A sprint without a team, a line for several people, and hours beyond the sprint's own show nothing of the kind.
 */
export function namesPeople({ plan, windows }: Facts, sprints: readonly number[]): boolean {
  return sprints.every((sprint) => {
    const { team } = plan.sprints[sprint];
    const window = windows[sprint];
    return team.length > 0 && team.every((member) => isPerson(member, window === undefined ? undefined : window.end - window.start));
  });
}

/** Whether a line of a team stands for one person in a sprint of so many hours. */
export function isPerson(member: Member, hours: number | undefined): boolean {
  const capacity = member.capacity.value;
  if (capacity === undefined || SEVERAL.test(member.name.text)) return false;
  return hours === undefined || capacity <= hours + HOUR_TOLERANCE;
}

const SEVERAL =
  /\b(?:teams?|squads?|groups?|crew|staff|people|everyone|everybody|all|members|developers|devs|engineers|designers|testers|analysts|architects|experts|specialists|writers|consultants|contractors|volunteers|leads|interns)\b|\b\d+\s*[x×]|[x×]\s*\d+|^\d+ |[/&+,]| and /iu;

function nameOf({ name }: Member): string {
  return foldWords(name.value ?? name.text);
}
