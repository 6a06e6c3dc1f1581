import type { FieldValue, PlanChange, PlanItem } from "../../analysis/difference/difference.ts";
import { formatHours, formatList, formatNumber } from "../../format.ts";
import { shorten } from "./words.ts";

/** What a new task asks, or one that went asked. */
export function contentOf({ subject, fields }: PlanItem): string {
  const shown = subject === "task" ? ["estimate", "assignees", "dependencies"] : ["capacity", "weeks", "amount", "kind", "week", "hours"];
  return shown
    .flatMap((field) => {
      const value = fields.get(field);
      if (value === undefined) return [];
      const words = valueWords(field, value);
      switch (field) {
        case "dependencies":
          return [`after ${words}`];
        case "week":
          return [`week ${words}`];
        case "weeks":
          return [/^\d+$/.test(words) ? `week ${words}` : `weeks ${words}`];
        default:
          return [words];
      }
    })
    .join(", ");
}

/** What is different in one field, `numbers` by old ones; nothing for a thing that only one version has. */
export function fieldWords(change: PlanChange, numbers: ReadonlyMap<string, string>): readonly string[] {
  if ("item" in change) return [];
  const { kind, field, before, after, gained, lost, subject } = change;
  const from = before === undefined ? NONE : valueWords(field, before);
  const to = after === undefined ? NONE : valueWords(field, after);
  if (kind === "renumbered") return [`was ${from}`];
  if (kind === "moved") return [`moved here from ${from === NONE ? `outside of any ${field}` : `${field} ${from}`}`];
  if (field === "dependencies") {
    return [
      ...(gained.length === 0 ? [] : [`now waits for ${listWords(gained)}`]),
      ...(lost.length === 0 ? [] : [`no longer waits for ${listWords(lost.map((id) => withNewNumber(id, numbers)))}`]),
    ];
  }
  if (field === "configuration") return settingWords(gained, lost);
  if (subject === "criterion" && field === "done") return [after === true ? "now checked" : "no longer checked"];
  if (field === "status") return [`${before === undefined ? "open" : from} → ${after === undefined ? "open" : to}`];
  if (field === "text") return [`was ${from}`];
  if (field === "title" || field === "name") return [`was called ${from}`];
  if (field === "optional") return [after === true ? "now optional" : "no longer optional"];
  return [`${WORDS.get(field) ?? field} ${from} → ${to}`];
}

/** A setting that has another value is told once. */
function settingWords(gained: readonly string[], lost: readonly string[]): readonly string[] {
  const nameOf = (setting: string) => setting.slice(0, setting.indexOf(": "));
  const before = new Map(lost.map((setting) => [nameOf(setting), setting]));
  const after = new Set(gained.map(nameOf));
  return [
    ...gained.map((setting) => {
      const old = before.get(nameOf(setting));
      if (old === undefined) return `now ${shorten(setting)}`;
      const from = nameOf(setting).length + 2;
      return `${shorten(nameOf(setting))} ${shorten(old.slice(from))} → ${shorten(setting.slice(from))}`;
    }),
    ...lost.filter((setting) => !after.has(nameOf(setting))).map((setting) => `no longer ${shorten(setting)}`),
  ];
}

/** What went is told by its old number, which another task may have now. */
function withNewNumber(id: string, numbers: ReadonlyMap<string, string>): string {
  const now = numbers.get(id);
  return now === undefined ? id : `${shorten(id)} (now ${shorten(now)})`;
}

const NONE = "none";

function valueWords(field: string, value: FieldValue): string {
  if (typeof value === "number") return HOUR_FIELDS.has(field) ? formatHours(value) : formatNumber(value);
  return typeof value === "object" ? listWords(value) : shorten(`${value}`);
}

function listWords(values: readonly string[]): string {
  return formatList(values.map(shorten), MOST_LISTED);
}

const HOUR_FIELDS: ReadonlySet<string> = new Set([
  "estimate",
  "capacity",
  "statedHours",
  "statedBuffer",
  "statedCapacity",
  "amount",
  "hours",
]);

/** What fields are called where that is not their name. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["statedHours", "stated hours"],
  ["statedBuffer", "stated buffer"],
  ["statedCapacity", "stated capacity"],
  ["amount", "states"],
  ["done", "items done"],
]);

const MOST_LISTED = 8;
