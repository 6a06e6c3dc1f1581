import { type Pattern, pattern } from "./pattern.ts";
import { leadingSigns, SIGN, trailingSigns } from "./signs.ts";
import { type Slice, sub, trim } from "./slice.ts";

/** An id as it is compared: NFC, without the marks that people put around it. */
export function idOf(text: string): string {
  if (SIMPLE.test(text)) return text;
  const normal = text.normalize("NFC");
  return normal
    .slice(leadingSigns(normal), trailingSigns(normal))
    .replace(/^[*\s]+/, "")
    .replace(/^\[(.*)\]$/, "$1")
    .replace(TASK_WORD(text), "")
    .replace(/^#(?=\S)/, "")
    .replace(/[.:：]$/, "")
    .trim();
}

/** Whether a word is made like an id: `1.2.3`, `T001`, `S1-03`, `TD-P0-301`, `US-1.1`, `#12`, `task-4`. */
function isIdToken(word: string): boolean {
  return ID_SHAPES.some((shape) => shape(word).test(word));
}

/** An id found at the start or the end of a text, and the text without it. */
export interface IdAndTitle {
  readonly id: Slice;
  readonly title: Slice;
}

/** Takes apart `1.1 title`, `S4-1: title`, `32.1 - title`, `[S-E0-1] title`, `Task 3: title` and `title (S02-02)`. */
export function splitId(slice: Slice): IdAndTitle | undefined {
  const whole = trim(sub(slice, leadingLength(slice.text)));
  const word = TASK_WORD(whole.text).exec(whole.text)?.[0].length ?? 0;
  const rest = whole.text.slice(word);
  const match = (word > 0 ? NUMBERED : TOKEN)(rest).exec(rest);
  if (match?.groups !== undefined && (word > 0 || isIdToken(match.groups.id))) {
    const start = word + (match.groups.open ?? "").length;
    return { id: sub(whole, start, start + match.groups.id.length), title: trim(sub(whole, word + match[0].length)) };
  }
  const tail = /(?<!\s)\s*\((?<id>[^\s()]{2,40})\)\s*$/d.exec(whole.text);
  const range = tail?.indices?.groups?.id;
  if (tail === null || range === undefined || !isIdToken(tail.groups?.id ?? "")) return undefined;
  return { id: sub(whole, range[0], range[1]), title: trim(sub(whole, 0, tail.index)) };
}

/** Whether a text calls itself a task: `Task 3`, `Story S1-03`, `Finding ID: A-1`. */
export function namesTask(text: string): boolean {
  const words = text.slice(leadingLength(text));
  return TASK_WORD(words).test(words);
}

/** Emoji, boxes and bullets in front of a heading or an item. */
function leadingLength(text: string): number {
  return /^[\w(]/.test(text) ? 0 : (LEADING_SIGNS.exec(text)?.[0].length ?? 0);
}

const LEADING_SIGNS = new RegExp(`^(?:${SIGN}|[~*]|-\\s|\\[[ xX~/-]\\]\\*?)+`, "u");

/** Words that say that a number follows which is a task's id, in the languages that plans are written in. */
const TASK_WORD = pattern(
  String.raw`^(?:(?:(?:sub-?)?tasks?|(?:user )?story|stories|ticket|issue|item|finding(?: id)?|todo|bug|work item|work package|aufgabe|tarea|tarefa|tâche|tache|historia|história|задача|nhiệm vụ|tugas|المهمة)(?:\s*[:：]\s*#?|\s+#?|#)|(?:任务|任務|タスク|작업|故事|ストーリー)\s*(?:[:：]\s*)?#?)(?=[\p{L}-]*\d)`,
  "iu",
);

const TOKEN = pattern(
  String.raw`^(?<open>\[)?(?<id>[\p{L}\p{N}#][\p{L}\p{N}_.#/-]{0,39}?)\]?(?:\s*[:：·|]\s*|\s+[—–-]\s+|\.?\s+|\.?$)`,
  "u",
);
const NUMBERED = pattern(
  String.raw`^(?<open>\s*\[?)(?<id>[\p{L}\p{N}][\p{L}\p{N}_.-]{0,39}?)\]?(?:\s*[:：·|]\s*|\s*[—–]\s*|\s+-\s+|\.?\s+|\.?$)`,
  "u",
);

const ID_SHAPES: readonly Pattern[] = [
  String.raw`^\d+(?:\.\d+)+[a-z]?$`,
  String.raw`^#\d+$`,
  String.raw`^(?=.*\d)[\p{Lu}][\p{Lu}\p{N}]{0,11}(?:[-_.][\p{Lu}\p{N}]{1,12}){0,4}[a-z]?$`,
  String.raw`^[\p{Lu}][\p{Ll}]{1,11}-\d+(?:\.\d+)*[a-z]?$`,
  String.raw`^[\p{Ll}]{1,12}-\d+(?:\.\d+)*[a-z]?$`,
].map((source) => pattern(source, "u"));

/** What none of the above would change. */
const SIMPLE = /^[\dA-Za-z](?:[\w./-]*[\w/-])?$/;
