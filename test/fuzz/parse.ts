import { defaultConfig } from "../../src/config.ts";
import { referenceMarkdown } from "../../src/parse/markdown.ts";
import { parsePlan } from "../../src/parse/plan.ts";
import { same, sourceOf } from "./input.ts";

/** Any bytes are some plan or no text; the fast reader says what remark alone says, and every place lies in the text. */
export function fuzz(bytes: Uint8Array): void {
  const source = sourceOf(bytes);
  if (source === undefined) return;
  const plan = parsePlan(source, defaultConfig);
  same("the plan by remark", plan, parsePlan(source, defaultConfig, referenceMarkdown));
  checkPlaces(plan, source.text.length);
}

function checkPlaces(value: unknown, length: number): void {
  if (typeof value !== "object" || value === null) return;
  if ("start" in value && "end" in value && typeof value.start === "number" && typeof value.end === "number" && "span" in value) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === "span" && !liesIn(member, length)) throw new Error(`a place outside of the text: ${JSON.stringify(member)} of ${length}`);
    if (key !== "source") checkPlaces(member, length);
  }
}

function liesIn(span: unknown, length: number): boolean {
  if (typeof span !== "object" || span === null || !("start" in span) || !("end" in span)) return false;
  const { start, end } = span;
  return typeof start === "number" && typeof end === "number" && start >= 0 && start <= end && end <= length;
}
