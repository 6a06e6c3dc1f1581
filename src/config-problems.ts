import { leavesOf, memberOf } from "./config-data.ts";
import { configSchema } from "./config-schema.ts";
import { formatList } from "./format.ts";
import { rules } from "./rules/index.ts";
import { didYouMean } from "./suggest.ts";

/** What is wrong with a configuration, and at which key. */
export interface ConfigProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What is wrong with a configuration written in a file or in a plan's front matter; nothing where it is sound. */
export function problemsOf(value: unknown, place: "file" | "plan"): readonly ConfigProblem[] {
  // The schema leaves such a key out and says nothing.
  const lost = leavesOf(value).find(({ path }) => path.includes(LOST_KEY));
  if (lost !== undefined) {
    const path = lost.path.slice(0, lost.path.indexOf(LOST_KEY) + 1);
    return [{ path, message: `unknown key \`${path.join(".")}\`` }];
  }
  const result = configSchema.safeParse(value);
  if (!result.success) {
    return result.error.issues.flatMap(problemsOfIssue).map(({ path, message }) => ({ path: presentPart(value, path), message }));
  }
  const misplaced = place === "plan" ? keysIn(value).filter((key) => key === "plans" || key === "ignore") : [];
  const unknown = keysIn(memberOf(value, "rules")).filter((id) => !ruleIds.includes(id));
  return [
    ...misplaced.map((key) => ({ path: [key], message: `\`${key}\` is of no use in a plan, set it in a configuration file` })),
    ...unknown.map((id) => ({ path: ["rules", id], message: `unknown rule \`${id}\`${didYouMean(id, ruleIds)}` })),
  ];
}

const LOST_KEY = "__proto__";

const ruleIds = rules.map(({ id }) => id);

type Issue = NonNullable<ReturnType<typeof configSchema.safeParse>["error"]>["issues"][number];

function keysIn(value: unknown): readonly string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

/** What is missing has no place: the group that lacks it has one. */
function presentPart(value: unknown, path: ConfigProblem["path"]): ConfigProblem["path"] {
  if (path.length === 0 || typeof value !== "object" || value === null || !Object.hasOwn(value, path[0])) return [];
  const member: unknown = new Map(Object.entries(value)).get(String(path[0]));
  return [path[0], ...presentPart(member, path.slice(1))];
}

function problemsOfIssue(issue: Issue): readonly ConfigProblem[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  if (issue.code === "invalid_union") {
    const inside = likeliest(issue.errors).toSorted((a, b) => Number(isUnknownKey(b)) - Number(isUnknownKey(a)));
    return inside.flatMap((inner) => problemsOfIssue({ ...inner, path: [...issue.path, ...inner.path] }));
  }
  if (issue.code === "unrecognized_keys") {
    const known = path[0] === "rules" ? ruleKeys(String(path[1])) : (knownKeys.get(path.join(".")) ?? []);
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `unknown key \`${[...path, key].join(".")}\`${didYouMean(key, known)}`,
    }));
  }
  const subject = path.length === 0 ? "the configuration" : `\`${path.join(".")}\``;
  return [{ path, message: `${subject} ${demandOf(issue)}${groupOf(path)}` }];
}

/** Of several forms that a value may have: the one whose complaints are about something inside of it, else the first. */
function likeliest(forms: readonly (readonly Issue[])[]): readonly Issue[] {
  return forms.find((issues) => issues.every((issue) => issue.path.length > 0 || isUnknownKey(issue))) ?? forms[0];
}

/** A slip in a key tells more than what is missing because of it. */
function isUnknownKey({ code }: Issue): boolean {
  return code === "unrecognized_keys";
}

/** What a rule with options may be instead of a severity. */
function groupOf(path: ConfigProblem["path"]): string {
  const keys = path.length === 2 && path[0] === "rules" ? ruleKeys(String(path[1])) : [];
  return keys.length < 2 ? "" : `, or a group of ${formatList(keys.map((key) => `\`${key}\``))}`;
}

function ruleKeys(rule: string): readonly string[] {
  const { shape } = configSchema.shape.rules.unwrap();
  const setting = new Map(Object.entries(shape)).get(rule);
  return setting?.unwrap().options[1].keyof().options ?? ["severity"];
}

const knownKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ["", Object.keys(configSchema.shape)],
  ["reading", Object.keys(configSchema.shape.reading.unwrap().shape)],
  ["calendar", Object.keys(configSchema.shape.calendar.unwrap().shape)],
  ["points", Object.keys(configSchema.shape.points.unwrap().shape)],
]);

function demandOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${typeWords.get(issue.expected) ?? issue.expected}`;
    case "invalid_value":
      return `must be ${alternatives(issue.values.map((value) => `\`${String(value)}\``))}`;
    case "too_small":
      return `must be ${issue.inclusive === true ? "at least" : "more than"} ${issue.minimum}`;
    case "too_big":
      return `must be ${issue.inclusive === true ? "at most" : "less than"} ${issue.maximum}`;
    default:
      return `is refused: ${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}`;
  }
}

const typeWords: ReadonlyMap<string, string> = new Map([
  ["array", "a list"],
  ["object", "a group of keys"],
  ["record", "a group of keys"],
  ["string", "a text"],
  ["number", "a number"],
  ["boolean", "true or false"],
]);

function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}`;
}
