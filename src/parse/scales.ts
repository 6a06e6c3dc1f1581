import type { Field, RiskLevel, Status } from "../model.ts";
import { isSign } from "./signs.ts";
import { field, isMarked, nothing, problem, type Slice } from "./slice.ts";
import { normalised } from "./words.ts";

/** Reads a risk as word, colour or emoji. */
export function readRisk(slice: Slice): Field<RiskLevel> {
  const text = slice.text.trim();
  if (NOTHING.test(text)) return nothing(slice);
  for (const [level, pattern] of RISKS) if (pattern.test(text)) return field(slice, level);
  return problem(slice, "is no risk level");
}

/** Reads a priority: any words will do. */
export function readPriority(slice: Slice): Field<string> {
  return NOTHING.test(slice.text.trim()) ? nothing(slice) : field(slice, normalised(slice.text));
}

/** Reads a status as word, box or emoji; struck-out text is done. */
export function readStatus(slice: Slice): Field<Status> {
  const text = slice.text.trim();
  if (NOTHING.test(text)) return nothing(slice);
  if (isMarked(slice, "delete")) return field(slice, "done");
  for (const [status, pattern] of STATUSES) if (pattern.test(text)) return field(slice, status);
  return problem(slice, "is no status");
}

/** The status of a box or sign at the start of a heading or an item (`[x]`, `- [ ]`, `✅`), or of a sign at its end. */
export function boxStatus(slice: Slice): Field<Status> | undefined {
  const { text } = slice;
  const first = isSign(text, 0) || text.startsWith("[") || text.startsWith("-") ? SIGN_FIRST.exec(text) : null;
  const sign = (first ?? (isSign(text, text.length - 1) ? SIGN_LAST.exec(text) : null))?.groups?.sign;
  if (sign === undefined) return undefined;
  for (const [status, pattern] of STATUSES) if (pattern.test(sign)) return field(slice, status);
  return undefined;
}

const SIGN_FIRST = /^\s*(?:-\s)?(?<sign>\[[ xX~/-]\]|[✅☑✔🔵🟡🔄🚧☐⬜⏳🔴⛔❌🚫])/u;
const SIGN_LAST = /\s(?<sign>[✅☑✔🚧⏳❌🚫])\uFE0F?\s*$/u;
const NOTHING = /^(?:|-+|—|–|n\/a|none|tbd|\?)$/i;

const RISKS: readonly (readonly [RiskLevel, RegExp])[] = [
  ["critical", /^(?:⛔\s*)?(?:critical|very high|kritisch|crítico|critique|严重|критическ)/i],
  ["high", /^(?:🔴|🟥)|^(?:🔺\s*)?(?:high|hoch|alto|alta|élevé|高|높음|высокий|cao|tinggi)/i],
  ["medium", /^(?:🟡|🟠|🟨)|^(?:medium|med|moderate|mittel|medio|media|médio|média|moyen|中|중간|средний|trung bình|sedang)/i],
  ["low", /^(?:🟢|🟩)|^(?:low|minimal|none|niedrig|gering|bajo|baja|baixo|baixa|faible|低|낮음|низкий|thấp|rendah)/i],
];

const STATUSES: readonly (readonly [Status, RegExp])[] = [
  [
    "open",
    /^(?:\[ \]|☐|⬜|🔲|⚪|⏳\s*pending)|^(?:not (?:yet )?started|not done|open|to ?do|pending|planned|ready|backlog|new|incomplete|offen|geplant|pendiente|pendente|à faire|未开始|未完成|未完了|待办|待开始|未着手|미완료|대기|예정|не (?:начат|готово|выполнен)|chưa|belum|planifi)/i,
  ],
  ["dropped", /^(?:🚫|❌)|^(?:dropped|cancel|skipped|won'?t|removed|deferred|descoped|postponed|отмен|取消)/i],
  [
    "done",
    /^(?:\[x\]|✅|✔|☑|🟢|🏁)|^(?:done|complete|completed|closed|finished|merged|shipped|yes|100 ?%|fertig|erledigt|hecho|completad[oa]|feito|concluíd[oa]|terminé|fait|完成|已完成|完了|완료|готово|выполнен|завершен|xong|hoàn thành|selesai|مكتمل|تم)/i,
  ],
  ["blocked", /^(?:⛔|🔴|🛑)|^(?:blocked|on hold|waiting|stuck|blockiert|bloqueado|阻塞|보류|заблокирован)/i],
  [
    "started",
    /^(?:\[[-~/]\]|🔵|🟡|🟠|🔄|🚧|⏳|🏗)|^(?:in progress|in-progress|started|wip|doing|active|ongoing|in review|review|partial|in arbeit|en curso|en progreso|em andamento|en cours|进行中|対応中|진행|в работе|в процессе|đang|berjalan|قيد)/i,
  ],
];
