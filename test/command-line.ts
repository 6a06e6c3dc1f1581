import { run } from "../src/cli.ts";
import type { Config } from "../src/config.ts";
import { configSchema } from "../src/config-schema.ts";
import { createMemoryHost } from "./memory-host.ts";

/** What one command says of one plan: to people, and to programs as JSON. */
export interface Printed {
  readonly code: number;
  readonly text: string;
  readonly json: string;
  /** The plan as the command leaves it. */
  readonly plan: string;
}

/** What a program gets of one plan. */
export interface Answer<Data> {
  readonly data: Data;
  readonly diagnostics: readonly Finding[];
}

export interface Finding {
  readonly rule: string;
  readonly message: string;
  readonly related?: readonly { readonly message: string }[];
}

/** What is looked at of what `show`, `critical-path`, `capacity` and `status` give to programs. */
export interface ShownData {
  readonly phases: readonly { readonly id: string }[];
  readonly sprints: readonly ShownSprint[];
  readonly tasks: readonly ShownTask[];
  readonly gates: readonly { readonly from: string; readonly to: string; readonly kind: string }[];
  readonly milestones: readonly { readonly items: readonly unknown[] }[];
}

interface ShownSprint {
  readonly id: string;
  readonly team: readonly { readonly capacity: number }[];
  readonly stated: { readonly hours: number; readonly buffer: number; readonly capacity: number };
  readonly tasks: readonly string[];
  readonly criteria: readonly { readonly done: boolean }[];
}

export interface ShownTask {
  readonly id: string;
  readonly sprint: string;
  readonly estimate: { readonly hours: number };
  readonly dependencies: readonly string[];
  readonly references: readonly { readonly kind: string }[];
  readonly risk: string;
}

export interface PathData {
  readonly duration: number;
  readonly path: readonly string[];
  readonly sprints: readonly {
    readonly id: string;
    readonly duration: number;
    readonly overrun: number;
    readonly path: readonly string[];
  }[];
  readonly tasks: readonly { readonly totalSlack: number; readonly freeSlack: number; readonly critical: boolean }[];
}

export interface CapacityData {
  readonly hours: number;
  readonly capacity: number;
  readonly sprints: readonly {
    readonly id: string;
    readonly members: readonly { readonly name: string; readonly load: number; readonly overload: number }[];
    readonly without: readonly { readonly task: string; readonly assignee: string; readonly hours: number }[];
  }[];
  readonly ceremonies: { readonly weekly: number; readonly total: number };
}

export interface StatusData {
  readonly hours: { readonly total: number };
  readonly tasks: { readonly total: number; readonly done: number };
  readonly criteria: { readonly total: number; readonly done: number };
  readonly milestones: readonly { readonly items: { readonly total: number } }[];
  readonly decorations: number;
}

/** Runs the whole program on a plan, for a line such as `check --joint each`. */
export function runOn(plan: string, line: string): Printed {
  const [command, ...flags] = line.split(" ");
  const host = createMemoryHost({ files: new Map([[PATH, plan]]) });
  const code = run([command, PATH, ...flags, "--format", "text", "--format", `json=${REPORT}`], host);
  return { code, text: host.output(), json: host.textOf(REPORT) ?? "", plan: host.textOf(PATH) ?? "" };
}

export function answerIn<Data>({ json }: Printed): Answer<Data> {
  const report: { readonly plans: readonly Answer<Data>[] } = JSON.parse(json);
  return report.plans[0];
}

/** Every way to read a plan, the default one first. */
export const readings: readonly Config["reading"][] = (["split", "each"] as const).flatMap((joint) =>
  (["attend", "share"] as const).flatMap((all) => (["inherit", "wait", "free"] as const).map((overlap) => ({ joint, all, overlap }))),
);

/** The default configuration under another reading. */
export function configFor(reading: Config["reading"], rules: object = {}): Config {
  return configSchema.parse({ reading, rules });
}

const PATH = "plan.md";
const REPORT = "report.json";
