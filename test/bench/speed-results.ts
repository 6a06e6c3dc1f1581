import { amount, type Budget, type Quantity } from "./budgets.ts";
import type { PartTiming } from "./in-process.ts";
import type { Input, InputName } from "./inputs.ts";
import type { Failure, Timing } from "./processes.ts";
import { markdownTable } from "./table.ts";

/** Commands that run on plans of every size. */
export const SIZED_COMMANDS = ["check", "critical-path", "capacity"] as const;
export type SizedCommand = (typeof SIZED_COMMANDS)[number];

/** Whatever was measured; a group that was not asked for is empty. */
export interface Results {
  /** On the sample plan, by the words of the command. */
  readonly commands: ReadonlyMap<string, Timing | Failure>;
  readonly sizes: readonly SizeResult[];
  /** By their names, `undefined` for one that is not installed. */
  readonly peers: ReadonlyMap<string, Timing | Failure | undefined>;
  readonly parts: { readonly criticalPath: PartTiming; readonly table: PartTiming } | undefined;
}

export interface SizeResult {
  readonly input: Input;
  readonly timings: ReadonlyMap<SizedCommand, Timing | Failure>;
}

export function commandTable({ commands }: Results): string {
  const rows = [...commands].map(([words, timing]) => {
    if ("failed" in timing) return [`\`${words}\``, timing.failed, "", "", ""];
    return [`\`${words}\``, ...ratiosOf(timing), amount(1000 * timing.seconds, "ms"), megabytesOf(timing)];
  });
  return markdownTable(["command", "time", "CPU time", "", "memory"], rows);
}

export function sizeTable({ sizes }: Results): string {
  const rows = sizes.map(({ input, timings }) => [
    input.name,
    `${(input.bytes / 1e6).toFixed(1)} MB`,
    ...SIZED_COMMANDS.map((command) => {
      const timing = timings.get(command);
      if (timing === undefined) return "";
      if ("failed" in timing) return timing.failed;
      return `${amount(timing.seconds, "s")} (${amount(timing.ratio, "×")}), ${megabytesOf(timing)}`;
    }),
  ]);
  return markdownTable(["plan", "size", ...SIZED_COMMANDS.map((command) => `\`${command}\``)], rows);
}

export function peerTable(results: Results): string {
  const check = timed(results.commands.get("check"));
  const rows = [...results.peers].map(([name, timing]) => {
    if (timing === undefined) return [name, "skipped: not installed", "", ""];
    if ("failed" in timing) return [name, timing.failed, "", ""];
    return [name, ...ratiosOf(timing), check === undefined ? "" : amount(timing.ratio / check.ratio, "×")];
  });
  return markdownTable(["program", "time", "CPU time", "times `check`"], rows);
}

/** What each part of the program may cost; all of them, also those that were not measured. */
export function budgetsOf(results: Results): readonly Budget[] {
  const command = (words: string) => timed(results.commands.get(words));
  const check = command("check")?.ratio;
  const faster = [...results.peers].filter(([name]) => /remark|markdownlint|tj3/.test(name)).map(([, timing]) => timed(timing)?.ratio);
  return [
    { what: "`check`", how: PROCESS, quantities: [times(command("check"), 2, 1.4)] },
    ...["critical-path", "capacity", "status"].map((words) => ({
      what: `\`${words}\``,
      how: PROCESS,
      quantities: [times(command(words), 2, 1.4)],
    })),
    { what: "`--version`", how: PROCESS, quantities: [times(command("--version"), 1.15, 1.05)] },
    { what: "`--help`", how: PROCESS, quantities: [times(command("--help"), 1.4, 1.2)] },
    {
      what: "faster than remark-cli, markdownlint-cli2, `tj3`",
      how: "the least of their times by that of `check`",
      quantities: [
        { unit: "×", better: "more", must: 10, aim: 17, measured: check && least(faster.map((other) => (other ?? Number.NaN) / check)) },
      ],
    },
    sizeBudget(results, "×50", [seconds(1, 0.5), memory(200, 100)]),
    sizeBudget(results, "10,000 tasks", [seconds(1.2, 0.6), memory(250, 120)]),
    sizeBudget(results, "×200", [seconds(2.5, 1), memory(400, 150)]),
    sizeBudget(results, "one table", [seconds(0.8, 0.4), memory(250)]),
    sizeBudget(results, "falls back", [seconds(8, 5)]),
    sizeBudget(results, "1,000 plans", [seconds(3, 1.5)]),
    ...SIZED_COMMANDS.map((command) => growthBudget(results, command)),
    { what: "critical path over 100,000 tasks", how: CALL, quantities: [milliseconds(results.parts?.criticalPath, 400, 250)] },
    { what: "table of 10,000 rows printed", how: CALL, quantities: [milliseconds(results.parts?.table, 150, 50)] },
  ];
}

const PROCESS = "whole process on the sample plan, median ratio to `node -e 0`";
const CALL = "first call in a process";

function times(timing: Timing | undefined, must: number, aim: number): Quantity {
  const quantity: Quantity = { unit: "×", better: "less", measured: timing?.ratio, must, aim };
  return timing?.cpuRatio === undefined ? quantity : { ...quantity, beside: `CPU ${amount(timing.cpuRatio, "×")}` };
}

function milliseconds(timing: PartTiming | undefined, must: number, aim: number): Quantity {
  const quantity: Quantity = { unit: "ms", better: "less", measured: timing?.first, must, aim };
  return timing === undefined ? quantity : { ...quantity, beside: `median ${amount(timing.middle, "ms")}` };
}

type SizeLimit = (timing: Timing | Failure | undefined) => Quantity;

function seconds(must: number, aim: number): SizeLimit {
  return (timing) => ({ unit: "s", better: "less", measured: orFailed(timing)?.seconds, must, aim });
}

function memory(must: number, aim?: number): SizeLimit {
  return (timing) => ({ unit: "MB", better: "less", measured: orFailed(timing)?.megabytes, must, ...(aim === undefined ? {} : { aim }) });
}

function sizeBudget(results: Results, name: InputName, limits: readonly SizeLimit[]): Budget {
  const timing = sizeOf(results, name, "check");
  return { what: `\`check\`, ${name}`, how: "whole process, median; memory at its peak", quantities: limits.map((limit) => limit(timing)) };
}

const SPAN = ["×10", "×200"] as const;

/** The power of a plan's size that the time beyond a mere start grows with. */
function growthBudget(results: Results, command: SizedCommand): Budget {
  const start = timed(results.commands.get("--version"))?.ratio;
  const [small, large] = SPAN.map((name) => timed(sizeOf(results, name, command))?.ratio);
  const known = start !== undefined && small !== undefined && large !== undefined;
  const bytes = (name: InputName) => results.sizes.find(({ input }) => input.name === name)?.input.bytes ?? Number.NaN;
  const measured = known ? Math.log((large - start) / (small - start)) / Math.log(bytes(SPAN[1]) / bytes(SPAN[0])) : undefined;
  return {
    what: `growth exponent of \`${command}\``,
    how: "from ×10 to ×200, less what `--version` takes",
    quantities: [{ unit: "", better: "less", measured, must: 1.1, aim: 1 }],
  };
}

function sizeOf({ sizes }: Results, name: InputName, command: SizedCommand): Timing | Failure | undefined {
  return sizes.find(({ input }) => input.name === name)?.timings.get(command);
}

/** Whatever does not end well is beyond every limit. */
function orFailed(timing: Timing | Failure | undefined): Pick<Timing, "seconds" | "megabytes"> | undefined {
  return timing !== undefined && "failed" in timing ? { seconds: Number.POSITIVE_INFINITY, megabytes: Number.POSITIVE_INFINITY } : timing;
}

function timed(timing: Timing | Failure | undefined): Timing | undefined {
  return timing === undefined || "failed" in timing ? undefined : timing;
}

/** Undefined where one of them is unknown or there is none. */
function least(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 || numbers.some(Number.isNaN) ? undefined : Math.min(...numbers);
}

function ratiosOf({ ratio, cpuRatio }: Timing): readonly string[] {
  return [amount(ratio, "×"), cpuRatio === undefined ? "?" : amount(cpuRatio, "×")];
}

function megabytesOf({ megabytes }: Timing): string {
  return megabytes === undefined ? "?" : amount(megabytes, "MB");
}
