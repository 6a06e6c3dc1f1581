import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { type Baseline, knownIn, readBaseline } from "./baseline-file.ts";
import { capacity } from "./commands/capacity.ts";
import { check } from "./commands/check.ts";
import { type Command as PlanCommand, UsageError } from "./commands/command.ts";
import { configuration } from "./commands/configuration.ts";
import { criticalPath } from "./commands/critical-path.ts";
import { explainRule, listRules } from "./commands/explain.ts";
import type { Outcome } from "./commands/outcome.ts";
import { show } from "./commands/show.ts";
import { status } from "./commands/status.ts";
import { fileLayers } from "./config-file.ts";
import { settingsOf } from "./config-origins.ts";
import { failure, misuse } from "./failure.ts";
import { type ConfigFlags, formatOf, type PlanFlags, planCall, presentationOf, type SharedFlags, versionOf } from "./flags.ts";
import type { Host } from "./host.ts";
import type { Plan } from "./model.ts";
import { reportersOf } from "./report/reporter.ts";
import { rules } from "./rules/index.ts";
import { answer, type Call, type ExitCode, type Format, list, present } from "./shell.ts";
import { didYouMean } from "./suggest.ts";

export { createHost } from "./host.ts";

/** Runs the program for these arguments, without the program's own name; gives its exit code. */
export function run(argv: readonly string[], host: Host): ExitCode {
  let code: ExitCode = 0;
  const program = createProgram(host, (ended) => {
    code = ended;
  });
  try {
    program.parse([...argv], { from: "user" });
    return code;
  } catch (error) {
    return error instanceof CommanderError ? misuse(error, knownWords(program, argv), host) : failure(error, host);
  }
}

type End = (code: ExitCode) => void;

interface CheckFlags extends PlanFlags {
  readonly fix?: boolean;
  readonly unsafe?: boolean;
  readonly diff?: boolean;
  readonly maxWarnings?: number;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly listFiles?: boolean;
}

function createProgram(host: Host, end: End): Command {
  const program = new Command("sprintplan")
    .description("Checks Markdown sprint plans: sums, order, critical path, capacity")
    .version(versionOf(host), "--version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help of a command")
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: (text) => host.writeOutput(text),
      writeErr: (text) => host.writeError(text),
      // What commander says on errors is said again in our own words.
      outputError: () => {},
      getOutHelpWidth: () => host.terminalWidth() ?? 80,
      getErrHelpWidth: () => host.terminalWidth() ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  addCheck(program, host, end);
  addCriticalPath(program, host, end);
  addCapacity(program, host, end);
  const plain = (name: string, summary: string, command: Call["run"]) =>
    planOptions(planCommand(program, name, summary)).action((patterns: readonly string[], flags: PlanFlags) => {
      end(answer({ ...planCall(host, name, patterns, flags), run: command }, host));
    });
  plain("status", "how far are we: tasks, hours, criteria, milestones?", status);
  plain("show", "what did the program understand of my file?", show);
  addExplain(program, host, end);
  addConfig(program, host, end);
  return program;
}

function addCheck(program: Command, host: Host, end: End): void {
  const command = planCommand(program, "check", "what is wrong with this plan?")
    .option("--fix", "make the safe fixes")
    .option("--unsafe", "with --fix or --diff: also make fixes that need a second look")
    .option("--diff", "print what --fix would change, and write nothing")
    .option("--max-warnings <count>", "exit with 1 above this number of warnings", wholeNumber)
    .option("--baseline <file>", "hide the findings that this file lists")
    .option("--update-baseline", "with --baseline: let the file list what is found now")
    .option("--list-files", "print which plans would be read, and check nothing");
  planOptions(command).action((patterns: readonly string[], flags: CheckFlags) => {
    const fixing = flags.fix === true || flags.diff === true;
    if (flags.unsafe === true && !fixing) throw new UsageError("--unsafe needs --fix or --diff beside it");
    if (flags.listFiles === true) return end(list(planCall(host, "list-files", patterns, flags), host));
    const baseline = baselineOf(host, flags);
    const fix = fixing ? (flags.unsafe === true ? "unsafe" : "safe") : "none";
    const fixed = flags.diff === true ? "shown" : "written";
    const knownOf = ({ source }: Plan) => (baseline === undefined ? {} : { known: knownIn(host, baseline, source.path) });
    return end(
      answer(
        {
          ...planCall(host, "check", patterns, flags),
          run: (plan, config) => check(plan, config, { fix, fixed, ...knownOf(plan) }),
          rewrites: fixing && fixed === "written" ? "plans" : "nothing",
          mostWarnings: flags.maxWarnings,
          baseline,
        },
        host,
      ),
    );
  });
}

function baselineOf(host: Host, flags: CheckFlags): Baseline | undefined {
  if (flags.baseline === undefined) {
    if (flags.updateBaseline === true) throw new UsageError("--update-baseline needs --baseline and a file beside it");
    return undefined;
  }
  const read = readBaseline(host, flags.baseline, flags.updateBaseline === true ? "updated" : "kept");
  if (read.kind === "problem") throw new UsageError(read.message);
  return read.baseline;
}

function addConfig(program: Command, host: Host, end: End): void {
  const question = "which configuration holds here, and where does each value come from?";
  const command = program.command("config").summary(question).description(question);
  command.argument("[plan]", "a plan, whose own front matter counts too; without one, what holds in this folder");
  configOptions(command).action((plan: string | undefined, given: ConfigFlags) => {
    const flags: PlanFlags = { ...given, errorOnUnmatchedPattern: true, stdinFilename: "<stdin>" };
    const call = planCall(host, "config", plan === undefined ? [] : [plan], flags);
    if (plan !== undefined) {
      const run: Call["run"] = (read, { reading }, layers) => configuration(settingsOf(layers, read.source.path), { plan: read, reading });
      return end(answer({ ...call, run }, host));
    }
    const found = fileLayers(host, call.configFiles, host.workingDirectory, call.ruleIds);
    if (found.kind === "problem") throw new UsageError(found.message);
    const outcome = configuration(settingsOf([...found.layers, call.flags], undefined), undefined);
    return end(present(host, call, [outcome], new Set()) === "complete" ? 0 : 2);
  });
}

function addCriticalPath(program: Command, host: Host, end: End): void {
  const command = planCommand(program, "critical-path", "which chain decides the end, and how much slack has everything else?")
    .alias("cp")
    .option("--sprint <id>", "only the chain inside of this sprint")
    .option("--near <hours>", "also show tasks with at most this slack", hours);
  planOptions(command).action((patterns: readonly string[], flags: PlanFlags & { readonly sprint?: string; readonly near?: number }) => {
    const { sprint, near } = flags;
    const options = { ...(sprint === undefined ? {} : { sprint }), ...(near === undefined ? {} : { near }) };
    end(answer({ ...planCall(host, "critical-path", patterns, flags), run: bound(criticalPath, options) }, host));
  });
}

function addCapacity(program: Command, host: Host, end: End): void {
  const command = planCommand(program, "capacity", "who is asked for how many hours, against how many they have?")
    .option("--aliases", "show which short name was taken for whom")
    .option("--ceremonies", "take the hours of meetings off everybody's capacity");
  planOptions(command).action(
    (patterns: readonly string[], flags: PlanFlags & { readonly aliases?: boolean; readonly ceremonies?: boolean }) => {
      const options = { aliases: flags.aliases === true, ceremonies: flags.ceremonies === true };
      end(answer({ ...planCall(host, "capacity", patterns, flags), run: bound(capacity, options) }, host));
    },
  );
}

function addExplain(program: Command, host: Host, end: End): void {
  sharedOptions(program.command("explain").argument("[rule]", "the rule's id; without one, all rules are listed"))
    .summary("what does this rule mean?")
    .description("what does this rule mean?")
    .action((id: string | undefined, flags: SharedFlags) => {
      const presentation = presentationOf(host, "explain", flags);
      end(present(host, presentation, [explained(host, id)], new Set()) === "complete" ? 0 : 2);
    });
}

function explained(host: Host, id: string | undefined): Outcome {
  if (id === undefined) return listRules(rules);
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) {
    const ids = rules.map((known) => known.id);
    throw new UsageError(`unknown rule \`${id}\`${didYouMean(id, ids) || ", `sprintplan explain` lists all"}`);
  }
  const page = host.readOwnFile(`src/rules/${rule.id}.md`);
  if (page === undefined) throw new Error(`the page of the rule ${rule.id} is missing`);
  return explainRule(rule, page);
}

function bound<Options>(command: PlanCommand<Options>, options: Options): Call["run"] {
  return (plan, config) => command(plan, config, options);
}

function planCommand(program: Command, name: string, question: string): Command {
  const command = program.command(name).summary(question).description(question);
  return command.argument("[plan...]", "files, folders, globs, or - for standard input");
}

/** The options of every command that reads plans; help lists them behind the command's own. */
function planOptions(command: Command): Command {
  return configOptions(command)
    .option("--no-error-on-unmatched-pattern", "finding no plan is no error")
    .option("--stdin-filename <path>", "what a plan from standard input is called", "<stdin>");
}

/** The options that configure. */
function configOptions(command: Command): Command {
  const choice = (flags: string, description: string, choices: readonly string[]) => new Option(flags, description).choices(choices);
  return sharedOptions(command)
    .addOption(choice("--fail-on <severity>", "exit with 1 from this severity on", ["error", "warning", "info", "never"]))
    .addOption(choice("--joint <reading>", "two people on a task split its hours, or each works all of them", ["split", "each"]))
    .addOption(choice("--all <reading>", "everybody is there for all hours of an `All` task, or they share them", ["attend", "share"]))
    .addOption(choice("--overlap <reading>", "what a sprint that may overlap another still waits for", ["inherit", "wait", "free"]))
    .option("--config <file>", "read this configuration file instead of the nearest one")
    .option("--no-config", "read no configuration file");
}

function sharedOptions(command: Command): Command {
  const names = ["auto", ...reportersOf(command.name()).keys()];
  const standard: readonly Format[] = [];
  const format = new Option("--format <name[=file]>", `${names.join(", ")}; may be given several times`)
    .argParser((value, given: readonly Format[]) => [...given, formatOf(value, names)])
    .default(standard, "auto");
  return command.addOption(format).option("--color", "colour the output").option("--no-color", "do not colour the output");
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError("it must be a whole number");
  return Number(value);
}

function hours(value: string): number {
  if (!/^\d{1,9}(\.\d{1,9})?$/.test(value)) throw new InvalidArgumentError("it must be a number of hours");
  return Number(value);
}

/** What a mistyped first word or option may have meant. */
function knownWords(program: Command, argv: readonly string[]): readonly string[] {
  const command = program.commands.find((candidate) => candidate.name() === argv[0] || candidate.aliases().includes(argv[0]));
  const options = (command ?? program).options.map((option) => option.long ?? "");
  return [...program.commands.map((candidate) => candidate.name()), "--help", ...options];
}
