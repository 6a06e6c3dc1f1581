import { readdirSync, readFileSync } from "node:fs";

const PLANS = new URL("../plans/", import.meta.url);
/** Every sample plan of the repository, with its text. */
export const SAMPLES: readonly (readonly [name: string, text: string])[] = readdirSync(PLANS, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .toSorted()
  .map((name) => [name, readFileSync(new URL(name, PLANS), "utf8")]);

interface Written {
  readonly text: string;
  readonly span: { readonly start: number; readonly end: number };
}

/** Every field of a plan, wherever in it. */
export function fieldsOf(value: unknown): readonly Written[] {
  if (Array.isArray(value)) return value.flatMap(fieldsOf);
  if (typeof value !== "object" || value === null) return [];
  return [
    ...(isField(value) ? [value] : []),
    ...Object.entries(value).flatMap(([key, inner]) => (key === "source" ? [] : fieldsOf(inner))),
  ];
}

function isField(value: object): value is Written {
  return "text" in value && "span" in value && "problem" in value;
}
