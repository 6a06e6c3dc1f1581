import type { Config } from "../config.ts";
import type { ColumnRole, Field, Reference, Status, Task } from "../model.ts";
import { positionAt, type Source, type Span } from "../source.ts";
import { type KnownIds, readDependencies } from "./dependency.ts";
import { readEstimate, type Scale } from "./estimate.ts";
import type { Cells } from "./fields.ts";
import { readAssignees } from "./people.ts";
import { readPriority, readRisk, readStatus } from "./scales.ts";
import { field, nothing, placeOf, type Slice, sub } from "./slice.ts";

/** A task as it was found in a row, a heading or an item: its texts, before the ids of the whole plan are known. */
export interface TaskDraft {
  /** The id as it is compared; undefined where none is written. */
  readonly id: string | undefined;
  readonly idText: Slice;
  readonly title: Slice;
  readonly cells: Cells;
  readonly scale: Scale;
  /** From a box or from struck-out text; a status cell is in `cells`. */
  readonly status: Field<Status> | undefined;
  /** Tasks that wait for this one, as written. */
  readonly blocks: readonly Slice[];
  readonly span: Span;
  readonly source: "row" | "heading" | "item";
  /** By a mark of its own; the word may stand in the title instead. */
  readonly optional: boolean;
  /** For nested items: the draft of the item around it. */
  readonly parent: TaskDraft | undefined;
}

/** A draft with its final place and name. */
export interface PlacedDraft {
  readonly draft: TaskDraft;
  readonly index: number;
  readonly id: string;
  readonly sprint: number | undefined;
  readonly parent: number | undefined;
  readonly blockedBy: readonly Field<Reference>[];
  /** The id or title of the nearest heading: `Nice to Have` makes its tasks optional. */
  readonly label: string;
}

/** Reads a draft's texts, now that it is known which words are ids of tasks. */
export function readTask(placed: PlacedDraft, knownIds: KnownIds, source: Source, config: Config): Task {
  const { draft } = placed;
  const end = sub(draft.title, draft.title.text.length);
  const texts = (role: ColumnRole): readonly Slice[] => draft.cells[role] ?? NO_TEXTS;
  const first = (role: ColumnRole): Slice => texts(role)[0] ?? end;
  return {
    index: placed.index,
    id: { text: draft.id === undefined ? "" : draft.idText.text, span: placeOf(draft.idText), value: placed.id, problem: undefined },
    title: field(draft.title, draft.title.text),
    sprint: placed.sprint,
    parent: placed.parent,
    estimate: readEstimate(first("estimate"), draft.scale, config),
    assignees: texts("assignee").flatMap(readAssignees),
    dependencies: [...texts("dependencies").flatMap((text) => readDependencies(text, knownIds, config)), ...placed.blockedBy],
    risk: readRisk(first("risk")),
    priority: readPriority(first("priority")),
    status: draft.status ?? (texts("status").length > 0 ? readStatus(first("status")) : nothing(end)),
    optional: draft.optional || OPTIONAL.test(draft.title.text) || OPTIONAL_TIER.test(placed.label),
    line: positionAt(source, draft.span.start).line,
    span: draft.span,
  };
}

const NO_TEXTS: readonly Slice[] = [];
const OPTIONAL = /\boptional\b|\bopcional\b|可选|任意|선택/i;
const OPTIONAL_TIER = /\b(?:nice[ -]to[ -]haves?|could[ -]haves?|stretch|won'?t[ -]haves?|optional)\b/i;
