import type { Estimate, Field, Reference } from "../src/model.ts";

/** A reference as it was read, in a line: `1.1`, `1.1..1.3`, `all`, `group: …`, `sprint 1 SS`, `outside: …`. */
export function shownReference({ value, text }: Field<Reference>): string {
  if (value === undefined) return `unreadable: ${text}`;
  const { relation, lag } = value.link;
  const link = relation === "FS" && lag === 0 ? "" : ` ${relation}${lag === 0 ? "" : `${lag < 0 ? "" : "+"}${lag}`}`;
  switch (value.kind) {
    case "id":
      return value.id + link;
    case "range":
      return `${value.first}..${value.last}${link}`;
    case "all":
      return `all${link}`;
    case "group":
      return `group: ${value.words}`;
    case "section":
      return `${value.role} ${value.id}${link}`;
    case "outside":
      return `outside: ${text}${link}`;
  }
}

/** An estimate as it was read, in a line: `4`, `2–3`, `4/6/12`, `8 points`, `size M`, `nothing`, `unreadable`. */
export function shownEstimate({ value, problem }: Field<Estimate>): string {
  if (value === undefined) return problem === undefined ? "nothing" : "unreadable";
  switch (value.kind) {
    case "hours":
      return short(value.hours);
    case "range":
      return `${short(value.low)}–${short(value.high)}`;
    case "three-point":
      return [value.optimistic, value.mostLikely, value.pessimistic].map(short).join("/");
    case "points":
      return `${short(value.points)} points`;
    case "size":
      return `size ${value.size}`;
  }
}

const short = (hours: number): string => String(Number(hours.toFixed(4)));
