import { configSchema } from "./config.ts";
import { didYouMean } from "./suggest.ts";

/** What is wrong with a configuration, and at which key. */
export interface ConfigProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What is wrong with a configuration written in a file or in a plan's front matter; nothing where it is sound. */
export function problemsOf(value: unknown, place: "file" | "plan", ruleIds: readonly string[]): readonly ConfigProblem[] {
  const result = configSchema.safeParse(value);
  if (!result.success) return result.error.issues.flatMap(problemsOfIssue);
  const misplaced = place === "plan" ? searchKeys(value) : [];
  const unknown = Object.keys(result.data.rules).filter((id) => !ruleIds.includes(id));
  return [
    ...misplaced.map((key) => ({ path: [key], message: `\`${key}\` is of no use in a plan, set it in a configuration file` })),
    ...unknown.map((id) => ({ path: ["rules", id], message: `unknown rule \`${id}\`${didYouMean(id, ruleIds)}` })),
  ];
}

type Issue = NonNullable<ReturnType<typeof configSchema.safeParse>["error"]>["issues"][number];

/** A plan cannot say where plans are: it is found already. */
function searchKeys(value: unknown): readonly string[] {
  return typeof value === "object" && value !== null ? Object.keys(value).filter((key) => key === "plans" || key === "ignore") : [];
}

function problemsOfIssue(issue: Issue): readonly ConfigProblem[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys.get(path.join(".")) ?? [];
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `unknown key \`${[...path, key].join(".")}\`${didYouMean(key, known)}`,
    }));
  }
  const subject = path.length === 0 ? "the configuration" : `\`${path.join(".")}\``;
  return [{ path, message: `${subject} ${demandOf(issue)}` }];
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
