import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { parse } from "yaml";
import { filledIn, holds, type Values } from "./workflow-expressions.ts";

export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run?: string;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string; readonly required?: boolean }>>;
  readonly outputs?: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

/** Where an action runs, and what GitHub says of the run. */
export interface Workplace {
  readonly workspace: string;
  readonly event: string;
  /** The file that tells of the event. */
  readonly payload: object;
  readonly sha?: string;
  /** A folder whose programs come before all others. */
  readonly programs?: string;
}

export interface StepRun {
  readonly id: string;
  /** A step that runs another action is only told of. */
  readonly uses: string | undefined;
  readonly with: ReadonlyMap<string, string>;
  readonly code: number;
  readonly output: string;
  readonly summary: string;
}

export interface ActionRun {
  readonly steps: readonly StepRun[];
  readonly outputs: ReadonlyMap<string, string>;
  readonly failed: boolean;
}

/** Runs the steps of a composite action one after the other, with the environment that GitHub's runner gives them. */
export function runAction(file: string, inputs: Readonly<Record<string, string>>, place: Workplace): ActionRun {
  const action: Action = parse(readFileSync(file, "utf8"));
  const values = new Map(runnerValues(place));
  for (const [name, { default: standard = "" }] of Object.entries(action.inputs)) {
    values.set(`inputs.${name}`, inputs[name] ?? filledIn(standard, values, { failed: false }));
  }
  const steps: StepRun[] = [];
  for (const step of action.runs.steps) {
    const failed = steps.some(({ code }) => code !== 0);
    if (!holds(step.if, values, { failed })) continue;
    const { outputs, ...ended } = runStep(step, values, { place, folder: dirname(file), failed });
    for (const [name, value] of outputs) values.set(`steps.${ended.id}.outputs.${name}`, value);
    steps.push(ended);
  }
  const failed = steps.some(({ code }) => code !== 0);
  const outputs = Object.entries(action.outputs ?? {}).map(([name, { value }]) => [name, filledIn(value, values, { failed })] as const);
  return { steps, outputs: new Map(outputs), failed };
}

interface Surroundings {
  readonly place: Workplace;
  /** The action's own checkout. */
  readonly folder: string;
  readonly failed: boolean;
}

function runStep(step: Step, values: Values, { place, folder, failed }: Surroundings): StepRun & { readonly outputs: Values } {
  const fill = (texts: Readonly<Record<string, string>> = {}) =>
    Object.entries(texts).map(([name, text]) => [name, filledIn(text, values, { failed })] as const);
  const told = { id: step.id ?? "", uses: step.uses, with: new Map(fill(step.with)) };
  if (step.run === undefined) return { ...told, code: 0, output: "", summary: "", outputs: new Map() };
  const temporary = mkdtempSync(join(tmpdir(), "sprintplan-runner-"));
  const at = (name: string, text = "") => {
    writeFileSync(join(temporary, name), text);
    return join(temporary, name);
  };
  const files = { GITHUB_OUTPUT: at("output"), GITHUB_STEP_SUMMARY: at("summary") };
  const env = {
    PATH: [place.programs, dirname(process.execPath), process.env.PATH].filter((part) => part !== undefined).join(delimiter),
    HOME: temporary,
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION_PATH: folder,
    GITHUB_EVENT_NAME: place.event,
    GITHUB_EVENT_PATH: at("event.json", JSON.stringify(place.payload)),
    GITHUB_REPOSITORY: values.get("github.repository"),
    GITHUB_SHA: place.sha ?? "",
    GITHUB_WORKSPACE: place.workspace,
    RUNNER_TEMP: temporary,
    ...files,
    ...Object.fromEntries(fill(step.env)),
  };
  const script = at("script.sh", filledIn(step.run, values, { failed }));
  const shell = ["--noprofile", "--norc", "-eo", "pipefail", script];
  const { status, stdout, stderr } = spawnSync("bash", shell, { cwd: place.workspace, env, encoding: "utf8" });
  return {
    ...told,
    code: status ?? -1,
    output: stdout + stderr,
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, "utf8"),
    outputs: outputsOf(readFileSync(files.GITHUB_OUTPUT, "utf8")),
  };
}

function runnerValues({ event }: Workplace): Values {
  return new Map([
    ["github.event_name", event],
    ["github.repository", "ada/shed"],
    ["github.token", "a-token"],
  ]);
}

/** `name<<delimiter`, lines, `delimiter`, as the runner reads the file. */
function outputsOf(text: string): Values {
  return new Map([...text.matchAll(/^([\w-]+)<<(.+)\n([\s\S]*?)\n\2\n/gm)].map(([, name, , value]) => [name, value]));
}
