import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { capacityCommand } from "./command-line/capacity.ts";
import { checkCommand } from "./command-line/check.ts";
import { answerConfig } from "./command-line/config.ts";
import { criticalPathCommand } from "./command-line/critical-path.ts";
import { diffCommand } from "./command-line/diff.ts";
import { answerExplain } from "./command-line/explain.ts";
import { forecastCommand } from "./command-line/forecast.ts";
import { type PlanCommand, type PlanOption, tellingCommand, type Words, wholeNumber } from "./command-line/plan-command.ts";
import { scheduleCommand } from "./command-line/schedule.ts";
import { trendCommand } from "./command-line/trend.ts";
import { show } from "./commands/show.ts";
import { status } from "./commands/status.ts";
import { type Enlistment, membershipOf } from "./crew.ts";
import { failure, misuse } from "./failure.ts";
import { type ConfigFlags, formatOf, type PlanFlags, type SharedFlags, versionOf } from "./flags.ts";
import { createHost, type Host, type Written } from "./host.ts";
import { reportersOf } from "./report/reporter.ts";
import { complain, type ExitCode, type Format } from "./shell.ts";

export { createHost } from "./host.ts";

/** Runs the program for these arguments, without the program's own name; gives its exit code. */
export function run(argv: readonly string[], host: Host): ExitCode {
  let code: ExitCode = 0;
  const program = createProgram(argv, host, (ended) => {
    code = ended;
  });
  try {
    program.parse([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) return failure(error, host);
    return error.exitCode === 0 ? code : misuse(error, knownWords(program, argv), host);
  }
}

/** Does one thread's part of what another thread runs for the same words; what it finds out goes there and nowhere else. */
export function joinCrew(enlistment: Enlistment): ExitCode {
  const silent = () => ({ kind: "written" }) as const;
  const host = createHost();
  return run(enlistment.words, { ...host, membership: membershipOf(enlistment), writeOutput: silent, writeError: silent });
}

type End = (code: ExitCode) => void;

function createProgram(argv: readonly string[], host: Host, end: End): Command {
  const program = new Command("sprintplan")
    .description("Checks Markdown sprint plans: sums, order, critical path, capacity, schedule, forecast")
    .version(versionOf(host), "--version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help of a command")
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: (text) => {
        const written = host.writeOutput(text);
        if (written.kind !== "written") end(unwritten(host, written));
      },
      writeErr: (text) => host.writeError(text),
      // What commander says on errors is said again in our own words.
      outputError: () => {},
      getOutHelpWidth: () => host.terminalWidth() ?? 80,
      getErrHelpWidth: () => host.terminalWidth() ?? 80,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  const add = <Flags extends PlanFlags>(command: PlanCommand<Flags>) => {
    const added = program.command(command.name).summary(command.question).description(command.question);
    if (command.alias !== undefined) added.alias(command.alias);
    added.argument(command.words?.syntax ?? "[plan...]", command.words?.description ?? "files, folders, globs, or - for standard input");
    // Of the others it only matters that they have options, and making them all takes a good part of a start.
    if (!argv.includes(added.name()) && !argv.includes(added.alias())) return void added.option("--format <name[=file]>");
    addOptions(added, command.options).action((all: readonly string[], flags: Flags) =>
      end(command.answer(host, wordsOf(all, argv), flags)),
    );
  };
  add(checkCommand);
  add(criticalPathCommand);
  add(capacityCommand);
  add(tellingCommand({ name: "status", question: "how far are we: tasks, hours, criteria, milestones?", options: [] }, status));
  add(scheduleCommand);
  add(forecastCommand);
  add(diffCommand);
  add(trendCommand);
  add(tellingCommand({ name: "show", question: "what did the program understand of my file?", options: [] }, show));
  addExplain(program, host, end);
  addConfig(program, host, end);
  return program;
}

/** The options of a command over plans: its own ones, then those of all. */
function addOptions(command: Command, options: readonly PlanOption[]): Command {
  for (const option of options) command.addOption(optionOf(option));
  return configOptions(command)
    .option("--no-error-on-unmatched-pattern", "finding no plan is no error")
    .option("--stdin-filename <path>", "what a plan from standard input is called", "<stdin>")
    .addOption(
      new Option("--parser <name>", "what reads the Markdown: remark alone takes longer and says the same")
        .choices(["fast", "remark"])
        .default("fast"),
    )
    .addOption(
      optionOf({
        flags: "--limits <times>",
        description: "read plans of up to this many times the usual size and nesting",
        value: wholeNumber({ least: 1, most: 1_000_000 }),
      }),
    );
}

function unwritten(host: Host, written: Written): ExitCode {
  if (written.kind === "refused") complain(host, `cannot write the output: ${written.reason}`);
  return 2;
}

/** Which words stand behind `--`, of which commander says nothing. */
function wordsOf(all: readonly string[], argv: readonly string[]): Words {
  const dashes = argv.indexOf("--");
  return { all, afterDashes: dashes < 0 ? undefined : all.slice(all.length - (argv.length - dashes - 1)) };
}

function optionOf({ flags, description, choices, value, repeatable }: PlanOption): Option {
  const option = new Option(flags, description);
  if (repeatable === true) option.argParser((text, given: readonly string[] = []) => [...given, text]);
  if (value !== undefined) {
    option.argParser((text) => {
      const read = value.read(text);
      if (read === undefined) throw new InvalidArgumentError(`it must be ${value.expected}`);
      return read;
    });
  }
  return choices === undefined ? option : option.choices(choices);
}

function addConfig(program: Command, host: Host, end: End): void {
  const question = "which configuration holds here, and where does each value come from?";
  const command = program.command("config").summary(question).description(question);
  command.argument("[plan]", "a plan, whose own front matter counts too; without one, what holds in this folder");
  configOptions(command).action((plan: string | undefined, flags: ConfigFlags) => end(answerConfig(host, plan, flags)));
}

function addExplain(program: Command, host: Host, end: End): void {
  sharedOptions(program.command("explain").argument("[rule]", "the rule's id; without one, all rules are listed"))
    .summary("what does this rule mean?")
    .description("what does this rule mean?")
    .action((id: string | undefined, flags: SharedFlags) => end(answerExplain(host, id, flags)));
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

/** What a mistyped first word or option may have meant. */
function knownWords(program: Command, argv: readonly string[]): readonly string[] {
  const command = program.commands.find((candidate) => candidate.name() === argv[0] || candidate.aliases().includes(argv[0]));
  const options = (command ?? program).options.map((option) => option.long ?? "");
  return [...program.commands.map((candidate) => candidate.name()), "--help", ...options];
}
