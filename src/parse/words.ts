import type { ColumnRole } from "../model.ts";

/** A word as headers and labels are compared: case, emphasis, punctuation at the ends and repeated blanks do not count. */
export function normalised(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{Extended_Pictographic}\uFE0F\u200D]/gu, "")
    .replace(/[*_`]/g, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s.:：]+|[\s.:：]+$/g, "");
}

/** What a table's header says its column is, without its unit; undefined for a column of no interest. */
export function columnRole(header: string, extra: Readonly<Record<string, string>>): ColumnRole | "number" | undefined {
  const word = normalised(header);
  for (const [synonym, role] of Object.entries(extra)) if (normalised(synonym) === word) return knownRole(role);
  const known = ROLE_OF.get(word) ?? ROLE_OF.get(word.replace(/\s*[([（].*$/, "")) ?? ROLE_OF.get(word.replace(/[/,].*$/, "").trim());
  return known ?? (/[(（](?:story )?(?:hours?|hrs?|h|days?|d|points?|pts|sp)[)）]$/.test(word) ? "estimate" : undefined);
}

function knownRole(role: string): ColumnRole | undefined {
  return COLUMN_ROLES.find((known) => known === role);
}

export const COLUMN_ROLES: readonly ColumnRole[] = ["id", "title", "estimate", "assignee", "dependencies", "risk", "priority", "status"];

/** A row's number (`#`) is an id only where no other column is one. */
type HeaderRole = ColumnRole | "number";

/** Header words by what they name, one line a language. `Task` alone may be an id or a title: the table decides. */
const HEADERS: Readonly<Record<HeaderRole, readonly string[]>> = {
  number: ["#", "no", "nr", "nº", "n°", "№", "序号", "번호", "stt"],
  id: [
    ...["id", "task id", "key", "ref", "ticket id", "story id", "item id", "wp", "wbs", "wbs id", "wbs #", "code", "us", "original id", "pr #", "task #", "task no", "issue id", "epic id", "gap id"],
    ...["kennung", "aufgaben-id", "código", "codigo", "identifiant", "编号", "任务编号", "任务id", "ид", "код", "mã", "kode", "المعرف", "رقم"],
  ],
  title: [
    ...["description", "task", "title", "story", "item", "task name", "user story", "user story title", "story / task", "task / story", "task description", "feature", "work item", "deliverable", "action", "activity", "ticket", "issue", "name", "tasks", "package", "work package", "story title", "what"],
    ...["aufgabe", "beschreibung", "titel", "arbeitspaket", "tarea", "descripción", "descripcion", "título", "actividad", "tarefa", "descrição", "descricao", "atividade", "tarefa/atividade", "debito", "débito"],
    ...["tâche", "tache", "titre", "libellé", "任务", "子任务", "任务名称", "标题", "描述", "名称", "タスク", "作業", "内容", "작업", "작업 명칭", "작업명", "제목", "задача", "название", "описание"],
    ...["nhiệm vụ", "công việc", "mô tả", "tiêu đề", "tugas", "deskripsi", "judul", "pekerjaan", "المهمة", "الوصف", "العنوان"],
  ],
  estimate: [
    ...["hours", "hrs", "hour", "estimate", "estimates", "estimated hours", "estimated time", "est", "est hours", "est. hours", "est. days", "est. time", "est. effort", "estimated effort", "estimation", "effort", "duration", "days", "day", "points", "story points", "sp", "pts", "time", "size", "effort est", "wall clock", "est. wall clock", "time estimate", "effort estimate", "planned hours"],
    ...["aufwand", "dauer", "stunden", "schätzung", "tage", "horas", "esfuerzo", "estimación", "estimacion", "duración", "duracion", "días", "esforço", "esforco", "esforço est", "esforco est", "estimativa", "duração", "duracao", "pontos", "puntos"],
    ...["durée", "duree", "heures", "effort estimé", "charge", "estimé", "jours", "工时", "工期", "预估时间", "预估工时", "估时", "预计工时", "天数", "工数", "見積", "見積もり", "見積り", "時間", "ポイント", "예상 시간", "예상시간", "기간", "소요시간", "공수", "часы", "оценка", "время", "срок", "трудозатраты"],
    ...["ước lượng", "thời gian", "giờ", "số giờ", "estimasi", "durasi", "jam", "waktu", "الساعات", "التقدير", "المدة", "الوقت"],
  ],
  dependencies: [
    ...["dependencies", "dependency", "depends on", "depends", "deps", "dep", "dependson", "blocked by", "blockers", "blocker", "predecessors", "predecessor", "prereqs", "prerequisites", "prerequisite", "prereq", "requires", "depends upon", "after"],
    ...["abhängigkeiten", "abhängig von", "voraussetzung", "vorgänger", "dependencias", "depende de", "dependências", "atividades predecessoras", "predecessoras", "dépendances", "dépend de", "prérequis"],
    ...["依赖", "依赖项", "依赖关系", "前置任务", "前置条件", "依存", "依存関係", "前提", "의존성", "의존", "선행 작업", "선행작업", "зависит от", "зависимости", "зависимость", "phụ thuộc", "ketergantungan", "dependensi", "bergantung pada", "التبعيات", "يعتمد على"],
  ],
  assignee: [
    ...["assignee", "assignees", "owner", "owners", "owner(s)", "responsible", "assigned to", "assigned", "who", "role", "agent", "agent/owner", "owner/agent", "team", "lead", "resource", "resources", "dri", "developer", "dev"],
    ...["verantwortlich", "zuständig", "bearbeiter", "responsable", "asignado a", "participante(s)", "responsável", "responsavel", "assigné à", "assigné", "负责人", "执行人", "担当", "担当者", "담당자", "담당", "ответственный", "исполнитель", "người phụ trách", "phụ trách", "penanggung jawab", "pic", "المسؤول"],
  ],
  risk: ["risk", "risk level", "risks", "technical risk", "risiko", "riesgo", "risco", "risque", "风险", "リスク", "위험", "риск", "rủi ro", "المخاطر"],
  priority: ["priority", "prio", "pri", "p", "severity", "moscow", "priorität", "prioridad", "prioridade", "priorité", "优先级", "優先度", "우선순위", "приоритет", "ưu tiên", "độ ưu tiên", "prioritas", "الأولوية"],
  status: ["status", "state", "progress", "done", "completed", "complete", "estado", "statut", "état", "状态", "完成", "状態", "ステータス", "상태", "статус", "состояние", "trạng thái", "الحالة"],
};

const ROLE_OF: ReadonlyMap<string, HeaderRole> = new Map(
  entries(HEADERS).flatMap(([role, words]) => words.map((word): [string, HeaderRole] => [normalised(word), role])),
);

function entries<K extends string, V>(record: Readonly<Record<K, V>>): readonly [K, V][] {
  const pairs: [K, V][] = [];
  for (const key in record) pairs.push([key, record[key]]);
  return pairs;
}
