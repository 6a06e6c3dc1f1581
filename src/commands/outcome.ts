import type { Diagnostic } from "../lint.ts";
import type { Plan, Reading } from "../model.ts";
import type { Rule } from "../rules/rule.ts";
import type { Source } from "../source.ts";

/** What a command says of one plan. Commands neither print nor write: the shell does both. */
export interface Outcome {
  readonly source: Source;
  readonly plan: Plan;
  readonly reading: Reading;
  /** For people. */
  readonly view: readonly Block[];
  /** For programs: what the output schema describes for this command. */
  readonly data: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that are known already, and neither shown nor counted. */
  readonly hidden?: readonly Diagnostic[];
  /** The rules that looked at the plan, whether they found something or not. */
  readonly ran?: readonly Rule[];
  /** The file's text after fixes, where they changed it. */
  readonly rewritten?: string;
}

/** What a view is made of; each reporter renders every kind in its own medium. */
export type Block =
  | { readonly kind: "heading"; readonly text: Inline }
  | { readonly kind: "line"; readonly text: Inline; readonly indent?: number }
  | { readonly kind: "blank" }
  | { readonly kind: "table"; readonly columns: readonly Column[]; readonly rows: readonly (readonly Inline[])[] }
  /** Markdown as it stands, such as a rule's page. */
  | { readonly kind: "page"; readonly markdown: string }
  /** Lines of a unified difference. */
  | { readonly kind: "difference"; readonly text: string };

export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
}

/** Text in one or several tones; a plain string has none. The reporter chooses the colours. */
export type Inline = string | readonly (string | Toned)[];

export interface Toned {
  readonly text: string;
  readonly tone: Tone;
}

export type Tone = "good" | "warn" | "bad" | "muted" | "strong" | "code";
