import type { PlanCapacity } from "./analysis/capacity.ts";
import type { CriticalPath } from "./analysis/critical-path.ts";
import { computeFacts } from "./analysis/facts.ts";
import type { Forecast } from "./analysis/forecast/forecast.ts";
import type { LevelledPlan } from "./analysis/levelling/levelling.ts";
import { capacity as capacityOf } from "./commands/capacity.ts";
import { check as checkPlan } from "./commands/check.ts";
import { UsageError } from "./commands/command.ts";
import { criticalPath as criticalPathOf } from "./commands/critical-path.ts";
import { type ForecastOptions as ForecastCommandOptions, forecast as forecastOf } from "./commands/forecast/forecast.ts";
import type { Outcome } from "./commands/outcome.ts";
import { type ScheduleOptions as ScheduleCommandOptions, schedule as scheduleOf } from "./commands/schedule/schedule.ts";
import type { Config, ConfigInput } from "./config.ts";
import { givenLayer, readConfigured } from "./configured-plan.ts";
import { versionOf } from "./flags.ts";
import { createHost } from "./host.ts";
import type { Diagnostic } from "./lint.ts";
import type { Plan } from "./model.ts";
import { describeExcess, LimitError } from "./parse/guard.ts";
import { reportersOf } from "./report/reporter.ts";
import { createSource, type Position, positionAt } from "./source.ts";
import { didYouMean } from "./suggest.ts";

export type { MemberLoad, PlanCapacity, SprintCapacity, UnbudgetedWork } from "./analysis/capacity.ts";
export type { CriticalPath, TaskTimes } from "./analysis/critical-path.ts";
export type { Forecast, TaskForecast } from "./analysis/forecast/forecast.ts";
export type {
  ChainReason,
  ChainStep,
  LevelledMember,
  LevelledPlan,
  LevelledSprint,
  LevelledTask,
  PlanProject,
} from "./analysis/levelling/levelling.ts";
export { UsageError } from "./commands/command.ts";
export type { Outcome } from "./commands/outcome.ts";
export type { ConfigInput } from "./config.ts";
export { configJsonSchema } from "./config-complete.ts";
export { applyEdits, type Edit, type Fix } from "./edit.ts";
export type { Diagnostic } from "./lint.ts";
export type * from "./model.ts";
export { LimitError } from "./parse/guard.ts";
export { outputJsonSchema } from "./report/schema.ts";
export { rules } from "./rules/index.ts";
export type { Context, Finding, Related, Rule, Severity } from "./rules/rule.ts";
export {
  type Activity,
  type Break,
  type Demand,
  type Project,
  ProjectError,
  type ProjectLink,
  type ProjectSchedule,
  type Resource,
  type SearchOptions,
} from "./schedule/project.ts";
export { scheduleProject } from "./schedule/schedule-project.ts";
export { type Position, positionAt, type Source, type Span } from "./source.ts";

export interface PlanOptions {
  /** What the plan is called in reports; no file is read. `plan.md` unless given. */
  readonly path?: string | undefined;
  /** The keys of a configuration file; the plan's own front matter is stronger. */
  readonly config?: ConfigInput | undefined;
  /** How many times the usual limits on a plan's size and nesting; 1 unless given. A text that is more throws a LimitError. */
  readonly limits?: number | undefined;
}

/** How a plan is levelled, and what is said of it. */
export interface ScheduleOptions extends PlanOptions, ScheduleCommandOptions {}

/** How often a plan is played through, and on which assumptions. */
export interface ForecastOptions extends PlanOptions, ForecastCommandOptions {}

/** What a command says of one plan. */
export interface CommandOutcome extends Outcome {
  readonly plan: Plan;
  readonly command: "check" | "critical-path" | "capacity" | "schedule" | "forecast";
}

/** A diagnostic with its first place and the one behind its last: lines and columns from one, as editors count. */
export interface LocatedDiagnostic extends Diagnostic {
  readonly start: Position;
  readonly end: Position;
}

export interface CheckOutcome extends CommandOutcome {
  readonly command: "check";
  /** By position, then rule. The edits of a fix are offsets into `plan.source.text`. */
  readonly diagnostics: readonly LocatedDiagnostic[];
}

export interface CriticalPathOutcome extends CommandOutcome {
  readonly command: "critical-path";
  /** Hours from the start of the plan, and indexes into `plan.tasks`; undefined where tasks wait for each other. */
  readonly criticalPath: CriticalPath | undefined;
}

export interface CapacityOutcome extends CommandOutcome {
  readonly command: "capacity";
  /** Hours, and indexes into `plan.sprints` and `plan.tasks`. */
  readonly capacity: PlanCapacity;
}

export interface ScheduleOutcome extends CommandOutcome {
  readonly command: "schedule";
  /** Hours from the start of the plan, and indexes into `plan.tasks` and `plan.sprints`; undefined where tasks wait for each other. */
  readonly levelled: LevelledPlan | undefined;
}

export interface ForecastOutcome extends CommandOutcome {
  readonly command: "forecast";
  /** Hours from the start of the plan, and shares from 0 to 1; undefined where tasks wait for each other. */
  readonly forecast: Forecast | undefined;
}

/**
 * The plan that is written in a text; any text is one. Throws a UsageError where its configuration is not sound, and a LimitError
 * where the text is beyond `limits`.
 */
export function parse(text: string, options: PlanOptions = {}): Plan {
  return read(text, options).plan;
}

/**
 * What is wrong with a plan; without a task, that it has none. Throws a UsageError where its configuration is not sound, and a
 * LimitError where the text is beyond `limits`.
 */
export function check(text: string, options: PlanOptions = {}): CheckOutcome {
  const { plan, config } = read(text, options);
  const outcome = checkPlan(plan, config, { fix: "none", fixed: "written" });
  const diagnostics = outcome.diagnostics.map((diagnostic) => ({
    ...diagnostic,
    start: positionAt(plan.source, diagnostic.span.start),
    end: positionAt(plan.source, diagnostic.span.end),
  }));
  return { ...outcome, plan, command: "check", diagnostics };
}

/**
 * The longest chain of tasks, which decides the end, and the slack of each task, in hours: the critical path method (Kelley and
 * Walker, 1959). Without tasks it takes no time. Throws a UsageError where the configuration is not sound, and a LimitError
 * where the text is beyond `limits`.
 */
export function criticalPath(text: string, options: PlanOptions = {}): CriticalPathOutcome {
  const { plan, config } = read(text, options);
  return { ...criticalPathOf(plan, config, {}), plan, command: "critical-path", criticalPath: computeFacts(plan, config).planPath() };
}

/**
 * The hours asked of each person in each sprint, against the hours they have there; without a team list, all work is without
 * capacity. Throws a UsageError where the configuration is not sound, and a LimitError where the text is beyond `limits`.
 */
export function capacity(text: string, options: PlanOptions = {}): CapacityOutcome {
  const { plan, config } = read(text, options);
  const outcome = capacityOf(plan, config, { aliases: false, ceremonies: false });
  return { ...outcome, plan, command: "capacity", capacity: computeFacts(plan, config).capacity() };
}

/**
 * Who does what when, in hours, levelled over the people that the plan names: the shortest schedule that a genetic algorithm
 * over justified lists finds (Debels and Vanhoucke, 2007), with a proven lower bound. Without tasks it takes no time. The same
 * seed gives the same schedule. Throws a UsageError where the configuration or an option is not sound, and a LimitError where
 * the text is beyond `limits`.
 */
export function schedule(text: string, options: ScheduleOptions = {}): ScheduleOutcome {
  const { plan, config } = read(text, options);
  return { ...scheduleOf(plan, config, options), plan, command: "schedule" };
}

/**
 * How likely the plan, its sprints and its milestones are over by when, in hours, and which tasks decide that: the plan played
 * through many times (Monte Carlo, as Van Slyke did it for PERT networks, 1963). Without tasks it takes no time. The same seed
 * gives the same forecast. Throws a UsageError where the configuration or an option is not sound, and a LimitError where the
 * text is beyond `limits`.
 */
export function forecast(text: string, options: ForecastOptions = {}): ForecastOutcome {
  const { plan, config } = read(text, options);
  return { ...forecastOf(plan, config, options), plan, command: "forecast" };
}

/** Outcomes of one command, written as `--format` does, 80 columns wide and without colours; of none, as `check` does. */
export function format(outcomes: readonly CommandOutcome[], name: string): string {
  const command = outcomes.at(0)?.command ?? "check";
  const reporters = reportersOf(command);
  const reporter = reporters.get(name);
  if (reporter === undefined) {
    const names = [...reporters.keys()];
    throw new UsageError(`unknown format \`${name}\`${didYouMean(name, names) || `, known are ${names.join(", ")}`}`);
  }
  const host = createHost();
  const pageOf = (rule: string) => host.readOwnFile(`src/rules/${rule}.md`);
  return reporter(outcomes, { command, color: 0, width: 80, version: versionOf(host), pageOf });
}

function read(text: string, { path = "plan.md", config = {}, limits }: PlanOptions): { readonly plan: Plan; readonly config: Config } {
  const layer = givenLayer(config);
  const source = createSource(path, text);
  const configured = readConfigured(source, [layer], [], { limits });
  if (configured.kind === "excess") {
    const { excess } = configured;
    throw new LimitError(`${describeExcess(path, excess)}; the option \`limits: ${excess.needed}\` raises that`);
  }
  if (configured.kind === "problem") throw new UsageError(configured.message);
  return configured;
}
