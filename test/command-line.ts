import { run } from "../src/cli.ts";
import { type Config, configSchema } from "../src/config.ts";
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
export function configFor(reading: Config["reading"]): Config {
  return configSchema.parse({ reading });
}

const PATH = "plan.md";
const REPORT = "report.json";
