import { formatQuote } from "../../format.ts";
import { didYouMean } from "../../suggest.ts";
import { UsageError } from "../command.ts";

/** What a change may not do. */
export interface Condition {
  readonly name: ConditionName;
  /** More than so much of working time is too much; of conditions without an amount, none. */
  readonly limit: { readonly amount: number; readonly unit: Unit };
}

export type ConditionName = (typeof NAMES)[number];
export type Unit = "h" | "d" | "w";

/** `slip>1d,new-error` as conditions; a usage error for anything else. */
export function readConditions(text: string): readonly Condition[] {
  return text.split(",").map(readCondition);
}

function readCondition(text: string): Condition {
  const [, word, , amount, unit] = /^([^>\s]*)(?:\s*(>\s*(\d{1,9}(?:\.\d{1,9})?)\s*([hdw])))?$/u.exec(text.trim()) ?? [];
  if (word === undefined)
    throw new UsageError(`${formatQuote(text)} is no condition, write one like \`slip>1d\`, \`longer-path>4h\` or \`new-error\``);
  if (word === "") throw new UsageError(`a condition is missing, known are ${NAMES.join(", ")}`);
  const name = NAMES.find((known) => known === word);
  if (name === undefined) {
    throw new UsageError(`unknown condition ${formatQuote(word)}${didYouMean(word, NAMES) || `, known are ${NAMES.join(", ")}`}`);
  }
  if (amount === undefined) return { name, limit: { amount: 0, unit: "h" } };
  if (!TIMED.has(name)) throw new UsageError(`${formatQuote(text)} takes no amount: \`${name}\` holds or does not`);
  return { name, limit: { amount: Number(amount), unit: unit === "d" || unit === "w" ? unit : "h" } };
}

const NAMES = ["slip", "longer-path", "new-error", "new-warning", "new-finding", "over-capacity", "late-milestone"] as const;
const TIMED: ReadonlySet<string> = new Set(["slip", "longer-path", "late-milestone"]);
