import { capacity } from "../../src/commands/capacity.ts";
import { check } from "../../src/commands/check.ts";
import { criticalPath } from "../../src/commands/critical-path.ts";
import type { Outcome } from "../../src/commands/outcome.ts";
import { show } from "../../src/commands/show.ts";
import { status } from "../../src/commands/status.ts";
import { defaultConfig } from "../../src/config.ts";
import type { Plan } from "../../src/model.ts";
import { parsePlan } from "../../src/parse/plan.ts";
import { reportersOf } from "../../src/report/reporter.ts";
import { workflowCommands } from "../workflow-commands.ts";
import { sourceOf } from "./input.ts";

/** Whatever a plan says, each command writes each of its formats, and nothing in them is obeyed by a terminal or a runner. */
export function fuzz(bytes: Uint8Array): void {
  const source = sourceOf(bytes);
  if (source === undefined) return;
  const plan = parsePlan(source, defaultConfig);
  for (const [command, tell] of COMMANDS) {
    const outcome = tell(plan);
    for (const [format, report] of reportersOf(command)) {
      const written = report([outcome], { command, version: "0.0.0", color: 0, width: 80, pageOf: () => undefined });
      checkWritten(`${command} as ${format}`, format, written);
    }
  }
}

const COMMANDS: readonly (readonly [string, (plan: Plan) => Outcome])[] = [
  ["check", (plan) => check(plan, defaultConfig, { fix: "none", fixed: "written" })],
  ["critical-path", (plan) => criticalPath(plan, defaultConfig, {})],
  ["capacity", (plan) => capacity(plan, defaultConfig, { aliases: true, ceremonies: true })],
  ["status", (plan) => status(plan, defaultConfig)],
  ["show", (plan) => show(plan, defaultConfig)],
];

function checkWritten(what: string, format: string, written: string): void {
  const control = /(?![\n\t])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.exec(written.replaceAll("\r\n", "\n"));
  if (control !== null) throw new Error(`${what} writes U+${control[0].codePointAt(0)?.toString(16)}`);
  if (JSON_FORMATS.has(format)) JSON.parse(written);
  const commands = format === "github" ? [] : workflowCommands(written);
  if (commands.length > 0) throw new Error(`${what} writes the command ${commands[0].name}`);
  if (/\b(?:NaN|Infinity)\b/.test(written.replaceAll(/`[^`]*`|"[^"]*"/g, "")) && format === "json")
    throw new Error(`${what} writes no number`);
}

const JSON_FORMATS = new Set(["json", "sarif", "gitlab"]);
