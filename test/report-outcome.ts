import type { Block, Outcome } from "../src/commands/outcome.ts";
import type { Diagnostic } from "../src/lint.ts";
import type { Plan } from "../src/model.ts";
import type { ReportOptions } from "../src/report/reporter.ts";
import { createSource, type Source } from "../src/source.ts";
import { buildPlan } from "./plan-builder.ts";

/** What a test says of an outcome; everything else is empty. */
export interface Sketch {
  readonly path?: string;
  readonly text?: string;
  readonly view?: readonly Block[];
  readonly data?: unknown;
  readonly diagnostics?: readonly Diagnostic[];
  readonly sprints?: number;
  readonly tasks?: number;
}

export function outcomeOf(sketch: Sketch): Outcome {
  const source = createSource(sketch.path ?? "plan.md", sketch.text ?? "");
  return {
    source,
    plan: planOf(source, sketch),
    reading: { joint: "split", all: "attend", overlap: "inherit" },
    view: sketch.view ?? [],
    data: sketch.data ?? { rules: [] },
    diagnostics: sketch.diagnostics ?? [],
  };
}

/** A finding at the first place where the text stands. */
export function findingAt(text: string, marked: string, rest: Partial<Diagnostic> = {}): Diagnostic {
  const start = text.indexOf(marked);
  return { rule: "unknown-dependency", severity: "error", message: "no such task", span: { start, end: start + marked.length }, ...rest };
}

export function optionsFor(command: string, rest: Partial<ReportOptions> = {}): ReportOptions {
  return { command, color: 0, width: 80, version: "1.2.3", ...rest };
}

function planOf(source: Source, sketch: Sketch): Plan {
  const rows = (count: number): readonly { readonly id: string }[] => Array.from({ length: count }, (_, index) => ({ id: `${index}` }));
  return { ...buildPlan({ sprints: rows(sketch.sprints ?? 0), tasks: rows(sketch.tasks ?? 0) }), source };
}
