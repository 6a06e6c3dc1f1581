import type { Assignee, Field } from "../model.ts";
import { field, type Slice, split, trim } from "./slice.ts";

/** Reads an assignee cell: one field for each name; `TBD` and the like are nobody, an empty cell is no field at all. */
export function readAssignees(slice: Slice): readonly Field<Assignee>[] {
  const whole = trim(slice);
  // Most cells are one word, or empty.
  if (!/[\s+,/&、，]/.test(whole.text)) return whole.text === "" ? [] : [field(whole, assigneeOf(whole.text))];
  return split(whole, /[+,/&\n、，]|\s(?:and|und|et|y|e|и|và|dan|و)\s/gi)
    .filter((part) => part.text !== "")
    .map((part) => field(part, assigneeOf(part.text)));
}

function assigneeOf(text: string): Assignee {
  if (NOBODY.test(text)) return { kind: "nobody" };
  if (EVERYONE.test(text)) return { kind: "everyone" };
  return { kind: "person", name: text.replace(/^@/, "") };
}

const NOBODY = /^(?:-+|—|–|tbd|tba|unassigned|none|n\/a|nobody|\?+|待定|未分配|미정|не назначен)$/i;
const EVERYONE =
  /^(?:all|team|everyone|everybody|whole team|all team|the team|all developers|all devs|alle|todos|equipe|tous|全员|全体|全員|공동|전원|все)$/i;
