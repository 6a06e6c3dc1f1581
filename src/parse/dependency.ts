import type { Config } from "../config.ts";
import type { Field, Link, Reference, ReferenceTarget, TaskId } from "../model.ts";
import { readHours } from "./estimate.ts";
import { idOf } from "./ids.ts";
import { pattern } from "./pattern.ts";
import { field, type Slice, split, sub, trim } from "./slice.ts";

/** The task that a written id means where it is written, undefined where no task has it. */
export type KnownIds = (written: string) => TaskId | undefined;

/** Reads a dependency cell: one field for each thing written, with the place of that thing alone; none where there is none. */
export function readDependencies(slice: Slice, knownIds: KnownIds, config: Config): readonly Field<Reference>[] {
  const whole = withoutLead(trim(slice));
  if (isNothing(whole.text)) return [];
  const found: Field<Reference>[] = [];
  let before: Reference | undefined;
  for (const part of split(whole, SEPARATOR)) {
    const references = readPart(part, { knownIds, config, before });
    for (const reference of references) found.push(reference);
    before = references.at(-1)?.value ?? before;
  }
  return found;
}

interface Around {
  readonly knownIds: KnownIds;
  readonly config: Config;
  /** What was written before this part: `CM-3,4` and `Sprint 1 & 2` leave out what they have in common with it. */
  readonly before: Reference | undefined;
}

/** `+`, `&` and `and` separate ids, but belong to the words of something that names no task. */
function readPart(part: Slice, around: Around): readonly Field<Reference>[] {
  if (isNothing(part.text)) return [];
  const id = /^[\w.-]+$/.test(part.text) || isTwice(part.text) ? around.knownIds(part.text) : undefined;
  if (id !== undefined) return [field(part, { kind: "id", id, link: FINISH_TO_START })];
  const words = split(part, /\s+/g);
  const isList = words.length > 1 && words.every((word) => known(word.text, around.knownIds) !== undefined);
  const chain = split(part, /→/g);
  const isChain = chain.length > 2 && chain.every((piece) => known(piece.text, around.knownIds) !== undefined);
  const pieces = isChain ? chain : isList ? words : split(part, WEAK_SEPARATOR).filter((piece) => piece.text !== "");
  let { before } = around;
  const references = pieces.map((piece) => {
    const reference = referenceAt(piece, { ...around, before });
    before = reference.value ?? before;
    return reference;
  });
  const named =
    references.some((reference) => reference.value?.kind !== "outside") &&
    (!part.text.includes("/") || references.every(({ value }) => value?.kind === "id" && known(value.id, around.knownIds) !== undefined));
  return named ? references : [referenceAt(part, around)];
}

/** `2/2` names no two tasks, but may be the second of sprint 2 where numbers start anew. */
function isTwice(text: string): boolean {
  const half = (text.length - 1) / 2;
  return text[half] === "/" && text.slice(0, half) === text.slice(half + 1);
}

function referenceAt(part: Slice, { knownIds, config, before }: Around): Field<Reference> {
  const slice = withoutLead(part);
  if (known(slice.text, knownIds) === undefined) {
    const match = LINK.exec(slice.text);
    const range = match?.indices?.groups?.target;
    const target = range === undefined ? undefined : readTarget(trim(sub(slice, range[0], range[1])), knownIds, before);
    const link = match === null || target?.target.kind === "outside" ? undefined : linkOf(match, config);
    if (target !== undefined && link !== undefined) return field(slice, { ...target.target, link });
  }
  const { slice: place, target } = readTarget(slice, knownIds, before);
  return field(place, { ...target, link: FINISH_TO_START });
}

function linkOf(match: RegExpExecArray, config: Config): Link | undefined {
  const { relation, sign, lag } = match.groups ?? {};
  const hours = lag === undefined ? 0 : readHours(lag, config);
  return hours === undefined ? undefined : { relation: relationOf(relation), lag: sign === "-" || sign === "−" ? -hours : hours };
}

interface Target {
  /** The words that name the target: remarks behind them are left out. */
  readonly slice: Slice;
  readonly target: ReferenceTarget;
}

function readTarget(slice: Slice, knownIds: KnownIds, before: Reference | undefined): Target {
  for (const candidate of [slice, withoutRemark(slice)]) {
    const target = targetOf(candidate.text, knownIds, before);
    if (target !== undefined) return { slice: candidate, target };
  }
  const number = before?.kind === "section" ? /^\d[\w.]*(?=\s|$)/.exec(slice.text)?.[0] : undefined;
  if (before?.kind === "section" && number !== undefined) return { slice, target: { kind: "section", role: before.role, id: number } };
  const bare = withoutRemark(slice);
  const id = idOf(bare.text);
  return LOOKS_LIKE_ID(id).test(id) ? { slice: bare, target: { kind: "id", id } } : { slice, target: { kind: "outside" } };
}

function targetOf(text: string, knownIds: KnownIds, before: Reference | undefined): ReferenceTarget | undefined {
  const own = known(text, knownIds) ?? known(completed(before?.kind === "id" ? before.id : undefined, idOf(text)), knownIds);
  if (own !== undefined) return { kind: "id", id: own };
  if (ALL.test(text)) return { kind: "all" };
  const inner = /^all (?:tasks )?(?:of |in |from )?(?=\S)/i.exec(text)?.[0].length ?? 0;
  const section = SECTION(text).exec(text.slice(inner))?.groups;
  if (section !== undefined)
    return { kind: "section", role: sectionRole(section.word ?? section.letter), id: section.id.replace(/\.$/, "") };
  const range = rangeOf(text.slice(inner), knownIds);
  return range === undefined && inner > 0 ? { kind: "group", words: text } : range;
}

/** `1.2.2-1.2.4`, `T01 … T07`, `MEVS-2001-4`: a range only where the hyphen is not part of an id. */
function rangeOf(text: string, knownIds: KnownIds): ReferenceTarget | undefined {
  if (text.length > LONGEST_RANGE) return undefined;
  for (const match of text.matchAll(RANGE_SIGN)) {
    const first = idOf(text.slice(0, match.index));
    const written = idOf(text.slice(match.index + match[0].length));
    for (const last of [written, completed(first, written)]) {
      const ends = [known(first, knownIds), known(last, knownIds)];
      if (ends[0] !== undefined && ends[1] !== undefined) return { kind: "range", first: ends[0], last: ends[1] };
      const oneKnown = ends[0] !== undefined || ends[1] !== undefined;
      if (alike(first, last) && (oneKnown || DOTTED.test(first))) return { kind: "range", first: ends[0] ?? first, last: ends[1] ?? last };
    }
  }
  return undefined;
}

function known(text: string, knownIds: KnownIds): TaskId | undefined {
  return knownIds(text.normalize("NFC")) ?? knownIds(idOf(text));
}

/** A short id with what it has in common with the one before: `4` behind `CM-3` is `CM-4`, behind `MEVS-2001` it is `MEVS-2004`. */
function completed(before: string | undefined, short: string): string {
  if (before === undefined || !/^\d{1,6}$/.test(short)) return short;
  const digits = /(?<!\d)\d+$/.exec(before)?.[0] ?? "";
  const stem = before.slice(0, before.length - digits.length);
  if (stem === "" || digits === "") return short;
  return stem + (digits.length > short.length && digits.length > 3 ? digits.slice(0, digits.length - short.length) : "") + short;
}

/** Ids of the same make: the same with every number taken out. */
function alike(a: string, b: string): boolean {
  return a.replace(/\d+/g, "0") === b.replace(/\d+/g, "0");
}

/** The words in front of a remark: `P1.6 (NATS)`, `Task 2.1 - when approved`, `P1-1 ~ P1-7 完成`. */
function withoutRemark(slice: Slice): Slice {
  const match = REMARK.exec(slice.text);
  const end = match === null ? 0 : match.index - (match.groups?.words?.length ?? 0);
  return end === 0 ? slice : withoutRemark(trim(sub(slice, 0, end)));
}

/** The words behind `Requires` and the like. */
function withoutLead(slice: Slice): Slice {
  if (!/[:\s]/.test(slice.text)) return slice;
  const lead =
    /^(?:and|or|und|y|et|и|requires|depends on|blocked by|waits? (?:for|on)|after|needs)[:\s]+(?=\S)/i.exec(slice.text)?.[0].length ?? 0;
  return trim(sub(slice, lead));
}

function isNothing(text: string): boolean {
  return !/^\d/.test(text) && NOTHING.test(text);
}

function sectionRole(word: string): SectionKind {
  return KIND_OF_SECTION.get(word.toLowerCase()) ?? "phase";
}

function relationOf(word: string | undefined): Link["relation"] {
  const upper = word?.toUpperCase();
  return upper === "SS" || upper === "FF" || upper === "SF" ? upper : "FS";
}

const FINISH_TO_START: Link = { relation: "FS", lag: 0 };
const NOTHING =
  /^(?:|(?:none|nothing|n\/a|no dependenc(?:y|ies)|无|無|なし|없음|нет|không(?: có)?|keine|aucune?|ninguna?|nenhuma?|nessun[ao]|yok|brak|tidak ada|لا يوجد)(?:[\s.(（,:;-].*)?|-+|—|–|na|nil|nope|no|tbd|tba|\?+|❌|∅|x|start)$/is;
const ALL =
  /^(?:all|all (?:above|previous|of the above|tasks|prior|preceding|other tasks|the above|earlier|previous tasks|above tasks|prior tasks)|everything(?: above)?|全部|所有|всё|все|alle|todas?|todos|tous|toutes|すべて|全て|모두|tất cả|semua|الكل)$/i;
/** Words may follow a section's name (`Sprint 1 backend`), but not its initial. */
const SECTION = pattern(
  String.raw`^(?:(?<word>sprint|iteration|wave|phase|epic|stage|track|milestone|week|fase|meilenstein|hito|marco|woche|semana)|(?<letter>[MSPE])(?=\d+$))\s*(?:[-#]\s*)?(?<id>\d[\w.]*)(?:\s+(?!and\b|or\b|to\b)[\p{L}][^\d]*)?$`,
  "iu",
);
type SectionKind = Extract<ReferenceTarget, { readonly kind: "section" }>["role"];
/** The words and initials of all sections but phases. */
const KIND_OF_SECTION: ReadonlyMap<string, SectionKind> = new Map([
  ...["sprint", "iteration", "wave", "s"].map((word) => [word, "sprint"] as const),
  ...["milestone", "meilenstein", "hito", "marco", "m"].map((word) => [word, "milestone"] as const),
  ...["week", "woche", "semana"].map((word) => [word, "week"] as const),
]);
/** How a remark begins; one of nothing but words is found from its end, which the match then is. */
const REMARK =
  /(?:(?<!\s)\s+)?[(（[]|(?<!\s)\s+[—–-]\s+\D|$(?<=(?<words>(?:\s+(?:completed?|done\.?|finished|approved|merged|全部完成|完成|完了|готово?))+))/i;
const SEPARATOR = /[,;|\n、，；،]/g;
/** A plus sign behind a relation begins its lag. */
const WEAK_SEPARATOR = /&|\/|\+(?<![\d\s][FS][FS]\s*\+)|\s(?:and|or|und|et|y|e|и|và|dan)\s|(?<!\s)\s+و\s+/giu;
const RANGE_SIGN =
  /(?:(?<!\s)\s+)?(?:\.\.\.?|…|–|—|-|~|～|〜|→|から|至|到)\s*|(?<!\s)\s+(?:to|through|bis|a|à|até|по|đến|s\/d|sampai|إلى)\s+/giu;
/** Two ids and what stands between them: each sign of a longer text would be tried for nothing. */
const LONGEST_RANGE = 200;
const LINK = /^(?<target>.+?)(?<=[\s\d])(?<relation>FS|SS|FF|SF)\s*(?:(?<sign>[+\-−])\s*(?<lag>\d.*))?$/dis;
const DOTTED = /^\d+(?:\.\d+)+$/;
const LOOKS_LIKE_ID = pattern(String.raw`^(?=\S*\d)[\p{L}\p{N}_][\p{L}\p{N}_.:/-]*$`, "u");
