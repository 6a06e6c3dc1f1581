import type { Dates, Field, SectionRole, Weeks } from "../model.ts";
import { readDates, readDays, readWeeks } from "./calendar.ts";
import { foreign, type Pattern, pattern } from "./pattern.ts";
import { leadingSigns } from "./signs.ts";
import { field, group, type Slice, sub, trim } from "./slice.ts";

/** What a heading says: its kind and number where it has them, its title, and the time it names. */
export interface HeadingWords {
  readonly kind: "sprint" | "phase" | "milestone" | "other";
  readonly id: Field<string> | undefined;
  readonly title: Field<string>;
  readonly weeks: Field<Weeks> | undefined;
  readonly days: Field<Weeks> | undefined;
  readonly dates: Field<Dates> | undefined;
}

export function readHeading(slice: Slice, depth: number): HeadingWords {
  const whole = trim(slice);
  const label = labelOf(whole) ?? (depth === 1 ? labelInside(whole) : undefined);
  return {
    kind: label?.kind ?? "other",
    id: label === undefined ? undefined : field(label.id, label.id.text.normalize("NFC").replace(/\s+/g, "")),
    title: titleOf(label?.rest ?? whole),
    weeks: readWeeks(whole),
    days: readDays(whole),
    dates: readDates(whole),
  };
}

/** The role that a heading's words give it, whatever number it has; undefined where they say nothing. */
export function roleOfWords(text: string): SectionRole | undefined {
  const words = text
    .slice(leadingSigns(text))
    .replace(/^[\d.)\s]+/, "")
    .trim();
  for (const [role, pattern] of ROLES) if (pattern.test(words)) return role;
  return undefined;
}

interface Label {
  readonly kind: HeadingWords["kind"];
  readonly id: Slice;
  readonly rest: Slice;
}

/** `Sprint 1.1: title`, `第2周 title`, and `3.0 — title`, which has a number but says not of what. */
function labelOf(slice: Slice): Label | undefined {
  for (const { kind, pattern: each } of LABELS) {
    const match = each(slice.text).exec(slice.text);
    if (match === null) continue;
    const [id, rest] = [group(slice, match, "id"), behind(slice, match, lastLineOf(slice.text))];
    if (id !== undefined && rest !== undefined) return { kind: kind ?? kindNamed(match), id: withoutDot(id), rest };
  }
  return undefined;
}

function kindNamed({ groups }: RegExpExecArray): HeadingWords["kind"] {
  if (groups?.sprint !== undefined) return "sprint";
  return groups?.phase === undefined ? "milestone" : "phase";
}

/** `Acme — Sprint 3 Plan`: a title that names the one sprint of its file. */
function labelInside(slice: Slice): Label | undefined {
  const lastLine = lastLineOf(slice.text);
  for (const match of slice.text.matchAll(INSIDE(slice.text))) {
    const [id, rest] = [group(slice, match, "id"), behind(slice, match, lastLine)];
    if (id !== undefined && rest !== undefined) return { kind: "sprint", id, rest };
  }
  return undefined;
}

/** What stands behind a label, unless that is more than one line. */
function behind(slice: Slice, match: RegExpExecArray, lastLine: number): Slice | undefined {
  const end = match.index + match[0].length;
  return end < lastLine ? undefined : sub(slice, end);
}

/** Where the last line of a text begins. */
function lastLineOf(text: string): number {
  return Math.max(...LINE_ENDS.map((each) => text.lastIndexOf(each))) + 1;
}

const LINE_ENDS = ["\n", "\r", "\u2028", "\u2029"];

function withoutDot(slice: Slice): Slice {
  return slice.text.endsWith(".") ? sub(slice, 0, slice.text.length - 1) : slice;
}

/** The words between the label and what follows them in parentheses or behind a dot. */
function titleOf(heading: Slice): Field<string> {
  const rest = withoutTime(heading);
  if (isTimeAlone(rest)) return field(sub(rest, rest.text.length), "");
  const end = /(?<!\s)\s*(?:[([（][^()[\]（）]*[)\]）]\s*|\s·\s[^·]*)$/.exec(rest.text)?.index;
  const without = end === 0 ? rest : sub(rest, 0, end);
  const lead = /^\([^()]*\)[\s:：.·|—–-]*(?=\S)/.exec(without.text)?.[0].length ?? 0;
  const title = trim(sub(without, lead));
  return field(title, title.text);
}

/** A heading that says nothing but when: `Sprint 3 (Week 5)`. */
function isTimeAlone(slice: Slice): boolean {
  return /^\([^()]*\)$/.test(slice.text) && (readWeeks(slice) ?? readDays(slice) ?? readDates(slice)) !== undefined;
}

/** The words without dates or weeks at their beginning or end: `2026-04-23 to 2026-05-06` is no title. */
function withoutTime(slice: Slice): Slice {
  const time = readDates(slice);
  if (time === undefined) return slice;
  const at = slice.text.indexOf(time.text);
  const after = trim(sub(slice, at + time.text.length));
  if (at === 0) return trim(sub(after, /^[\s:：.·|—–,-]*/.exec(after.text)?.[0].length ?? 0));
  return after.text === "" ? trim(sub(slice, 0, at)) : slice;
}

const INSIDE = pattern(String.raw`\b(?:sprint|iteration)\s+#?(?<id>\d+(?:\.\d+)*)(?![\p{L}\d])[\s:：.·|—–-]*`, "dgiu");
const BEFORE = String.raw`^[^\p{L}\p{N}]*(?:\d+(?:\.\d+)*[.)]?\s+)?`;
const NUMBER = String.raw`\d[\d.]*[a-z]?(?:\s*[-–]\s*\d[\d.]*)?`;
/** A letter or a Roman number, behind a blank: the `s` of `Milestones` is none. */
const LETTER = String.raw`(?<=\s)(?:[A-Z]\d*|[IVX]+)`;
/** No letter, nor the accent of the one in front: `Phase à venir` may be written with one of its own. */
const AFTER = String.raw`(?![\p{L}\p{N}\u0300-\u036F])[\s:：.·|—–-]*`;

/** Names of containers, in the languages that plans are written in. */
const SPRINT_WORDS =
  "sprint|iteration|wave|weeks?|wochen?|semanas?|semaines?|days?|tage?|d[ií]as?|jours?|iteración|iteração|itération|onda|welle|спринт|недел[яи]|tuần|minggu|ngày|hari|스프린트|スプリント|冲刺|迭代|السبرنت|الأسبوع";
const PHASE_WORDS =
  "phase|epic|stage|track|lane|tier|fase|etapa|épica|épico|этап|фаза|эпик|giai đoạn|tahap|단계|페이즈|에픽|フェーズ|エピック|阶段|階段|المرحلة";
const MILESTONE_WORDS = "milestone|meilenstein|hito|marco|jalon|里程碑|マイルストーン|마일스톤|веха|cột mốc|tonggak";

/** How labels are made; one without a kind says it in its words. */
const LABELS: readonly { readonly kind: HeadingWords["kind"] | undefined; readonly pattern: Pattern }[] = [
  {
    kind: undefined,
    pattern: pattern(
      String.raw`${BEFORE}(?:(?<sprint>${SPRINT_WORDS})|(?<phase>${PHASE_WORDS})|(?<milestone>${MILESTONE_WORDS}))\s*(?:[#-]\s*)?(?<id>${NUMBER}|${LETTER})${AFTER}`,
      "diu",
    ),
  },
  {
    kind: "sprint",
    pattern: foreign(
      String.raw`^[^\p{L}\p{N}]*第\s*(?<id>[\d一二三四五六七八九十]+(?:\s*[-–~至]\s*\d+)?)\s*(?:[周週天日]|次迭代|スプリント)[\s:：.·|—–-]*`,
      "du",
    ),
  },
  {
    kind: "sprint",
    pattern: foreign(String.raw`^[^\p{L}\p{N}]*(?<id>\d+(?:\s*[-–~]\s*\d+)?)\s*주차[\s:：.·|—–-]*`, "du"),
  },
  {
    kind: "phase",
    pattern: foreign(String.raw`^[^\p{L}\p{N}]*第\s*(?<id>[\d一二三四五六七八九十]+)\s*(?:阶段|階段|期|フェーズ)[\s:：.·|—–-]*`, "du"),
  },
  {
    kind: "other",
    pattern: pattern(String.raw`^[^\p{L}\p{N}]*(?<id>\d+(?:\.\d+)*)[.)]?\s+(?:[—–-]\s*)?`, "du"),
  },
  {
    kind: "other",
    pattern: pattern(String.raw`^[^\p{L}\p{N}]*(?<id>[SPEGWMsp]\d{1,3})(?![\p{L}\p{N}.-])[\s:：.·|—–-]+`, "du"),
  },
];

const ROLES: readonly (readonly [SectionRole, RegExp])[] = [
  [
    "goal",
    /^(?:(?:sprint|iteration|phase) )?(?:goal|objective)s?$|^(?:sprint-?ziel|ziele?|objetivos?|objectifs?|目标|ゴール|목표|цели?|mục tiêu|tujuan)$/i,
  ],
  ["capacity", /\bcapacity\b|^(?:kapazität|capacidad|capacidade|capacité|容量|团队容量|キャパシティ|용량|ёмкость|мощность)/i],
  ["focus", /\b(?:stand-?ups?|daily)\s+(?:focus|plan)\b/i],
  [
    "criteria",
    /^(?:definition of (?:done|ready)|(?:acceptance|exit|done|completion|quality) criteria|exit gate|deliverables)\b|^(?:akzeptanzkriterien|criterios de aceptación|critérios de aceit\w+|critères d'acceptation|验收标准|完成条件|完了条件|완료 조건|критерии)/i,
  ],
  [
    "risks",
    /^(?:risks?(?: mitigations?| management| assessment| register| factors| analysis)?|risks (?:and|&) (?:mitigations?|blockers|dependencies|issues)|risiken|riesgos|riscos|risques|rủi ro|risiko)\b|^(?:风险|リスク|위험|риски)/i,
  ],
  ["success", /^(?:success criteria|(?:overall )?success summary)\b/i],
  ["metrics", /^(?:success metrics|(?:sprint )?metrics|kpis?)\b/i],
  ["ceremonies", /\b(?:ceremonies|rituals|recurring meetings)\b/i],
  ["parallel", /^parallel\b|\bparallel (?:work|tracks|opportunities)\b/i],
  [
    "gates",
    /^(?:critical path|(?:(?:sprint|phase|task) )?dependenc(?:y|ies)(?: graph| diagram| chain| map)?|blocking dependencies|sprint order|execution order)(?:\s*\(.*\))?$/i,
  ],
  ["milestones", /^(?:(?:key|major|project) )?milestones?(?: tracking| summary| overview| plan| table)?$/i],
  ["communication", /^communications?(?: plan)?$/i],
  ["tasks", /\b(?:tasks?|backlog|work items|user stories|stories)\b/i],
];
