import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

/** What runs take; wall clock unless said, ratios to the start and end of Node without anything to do. */
export interface Timing {
  readonly seconds: number;
  readonly ratio: number;
  /** User and system time; undefined where there is no bash to ask for it. */
  readonly cpuSeconds: number | undefined;
  readonly cpuRatio: number | undefined;
  /** Of a single run; undefined for what is no Node program. */
  readonly megabytes: number | undefined;
  readonly runs: number;
}

export interface Failure {
  readonly failed: string;
}

export interface Bench {
  /** Runs a command some times, each between two starts of Node. */
  measure(command: readonly string[], directory?: string): Timing | Failure;
  /** The same where nothing is left of any earlier run. */
  measureFirst(command: readonly string[]): Timing;
  /** What a command prints and how it ends. */
  print(command: readonly string[]): string;
}

export interface BenchOptions {
  /** Holds the home of a user who has just installed the program. */
  readonly folder: string;
  /** The program that every run is compared with. */
  readonly node: string;
}

/** Nothing runs longer than that. */
const LIMIT_SECONDS = 90;
/** For all rounds of one command, as far as that is enough for the fewest. */
const BUDGET_SECONDS = 3;
const MOST_ROUNDS = 21;
const FEWEST_ROUNDS = 3;
/** What takes longer runs once. */
const SLOW_SECONDS = 5;
const FIRST_ROUNDS = 5;
/** Exit codes from here on are no verdict on a file. */
const BROKEN = 2;

export function createBench({ folder, node }: BenchOptions): Bench {
  const home = join(folder, "home");
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const environment = plainEnvironment(home);
  const reporter = join(folder, "report-memory.cjs");
  writeFileSync(reporter, REPORT_MEMORY);
  const pair = (command: readonly string[], place: RunPlace): Pair => ({
    busy: runOnce(command, place),
    idle: runOnce([node, "-e", "0"], place),
  });

  return {
    measure(command, directory = folder) {
      const place = { cwd: directory, env: environment };
      const before = performance.now();
      const tried = tryOut(command, { ...place, env: { ...environment, NODE_OPTIONS: `--require ${JSON.stringify(reporter)}` } });
      if ("failed" in tried) return tried;
      const first = runOnce([node, "-e", "0"], place);
      const pairs = Array.from({ length: roundsFor((performance.now() - before) / 1000) }, () => pair(command, place));
      return { ...summarize(first, pairs), megabytes: tried.megabytes };
    },

    measureFirst(command) {
      const first = runOnce([node, "-e", "0"], { cwd: folder, env: environment });
      const pairs = Array.from({ length: FIRST_ROUNDS }, () => {
        const empty = mkdtempSync(join(folder, "home-"));
        const measured = pair(command, { cwd: folder, env: plainEnvironment(empty) });
        rmSync(empty, { recursive: true });
        return measured;
      });
      return { ...summarize(first, pairs), megabytes: undefined };
    },

    print([program, ...words]) {
      const options = { cwd: folder, env: environment, encoding: "utf8", maxBuffer: MOST_OUTPUT } as const;
      const { stdout, stderr, status } = spawnSync(program, words, options);
      return `${stdout}\n${stderr}\n${status}`;
    },
  };
}

/** An environment that says no more than where programs are: certificates alone would triple the start of Node 20. */
function plainEnvironment(home: string): Readonly<Record<string, string>> {
  const kept = ["PATH", "LANG", "SystemRoot", "PATHEXT"].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  const places = ["HOME", "USERPROFILE", "XDG_CACHE_HOME", "LOCALAPPDATA", "TMPDIR", "TEMP"].map((name) => [name, home]);
  return { LANG: "C.UTF-8", ...Object.fromEntries([...kept, ...places]) };
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A run, and a start of Node right behind it. */
interface Pair {
  readonly busy: Run;
  readonly idle: Run;
}

interface Run {
  readonly wall: number;
  readonly cpu: number | undefined;
}

interface RunPlace {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

const MOST_OUTPUT = 2 ** 30;
const REPORT_MEMORY = `process.on("exit", () => {
  try {
    require("node:fs").writeSync(3, process.resourceUsage().maxRSS + "\\n");
  } catch {
    // Only the first process has somebody who listens.
  }
});
`;

/** One run that is not timed: it fills caches, finds out whether the command works, and tells its memory. */
function tryOut([program, ...words]: readonly string[], place: RunPlace): { readonly megabytes: number | undefined } | Failure {
  const { output, status, error } = spawnSync(program, words, {
    ...place,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    encoding: "utf8",
    maxBuffer: MOST_OUTPUT,
    timeout: 1000 * LIMIT_SECONDS,
    killSignal: "SIGKILL",
  });
  if (error !== undefined) return { failed: /ETIMEDOUT/.test(error.message) ? `takes more than ${LIMIT_SECONDS} s` : error.message };
  const errors = output[2] ?? "";
  // Node ends with 1 where a program throws, as linters do where they find something.
  if (status === null || status >= BROKEN || /^Node\.js v\d/m.test(errors)) {
    return { failed: `ends with ${status}: ${errors.trim().split("\n")[0]}` };
  }
  const kilobytes = Number.parseInt(output[3] ?? "", 10);
  return { megabytes: Number.isNaN(kilobytes) ? undefined : kilobytes / 1024 };
}

const hasBash = process.platform !== "win32" && spawnSync("bash", ["-c", ":"]).status === 0;
/** Its own clock keeps bash's start out of the sum; older ones have no such clock. */
const TIMED = `TIMEFORMAT='%U %S'
before=$EPOCHREALTIME
{ time "$@" 2>/dev/null 3>&-; } 2>&3
echo "$before $EPOCHREALTIME" >&3`;

function runOnce(command: readonly string[], place: RunPlace): Run {
  const before = performance.now();
  if (!hasBash) {
    spawnSync(command[0], command.slice(1), { ...place, stdio: ["ignore", "pipe", "ignore"], maxBuffer: MOST_OUTPUT });
    return { wall: (performance.now() - before) / 1000, cpu: undefined };
  }
  const { output } = spawnSync("bash", ["-c", TIMED, "bash", ...command], {
    ...place,
    stdio: ["ignore", "pipe", "ignore", "pipe"],
    encoding: "utf8",
    maxBuffer: MOST_OUTPUT,
  });
  const outside = (performance.now() - before) / 1000;
  const [user, system, start, end] = (output?.[3] ?? "").replaceAll(",", ".").trim().split(/\s+/).map(Number);
  return { wall: end === undefined ? outside : end - start, cpu: system === undefined ? undefined : user + system };
}

function roundsFor(seconds: number): number {
  return seconds > SLOW_SECONDS ? 1 : Math.max(FEWEST_ROUNDS, Math.min(MOST_ROUNDS, Math.floor(BUDGET_SECONDS / seconds)));
}

function summarize(first: Run, pairs: readonly Pair[]): Omit<Timing, "megabytes"> {
  const busy = pairs.map((pair) => pair.busy);
  const idle = [first, ...pairs.map((pair) => pair.idle)];
  const known = [...busy, ...idle].every(({ cpu }) => cpu !== undefined);
  const wall = compare(busy, idle, ({ wall: seconds }) => seconds);
  const cpu = compare(busy, idle, ({ cpu: seconds = 0 }) => seconds);
  return {
    seconds: wall.middle,
    ratio: wall.ratio,
    cpuSeconds: known ? cpu.middle : undefined,
    cpuRatio: known ? cpu.ratio : undefined,
    runs: pairs.length,
  };
}

/** Each run has one neighbour before it and one behind it. */
function compare(
  busy: readonly Run[],
  idle: readonly Run[],
  secondsOf: (run: Run) => number,
): { readonly middle: number; readonly ratio: number } {
  const ratios = busy.map((run, index) => (2 * secondsOf(run)) / (secondsOf(idle[index]) + secondsOf(idle[index + 1])));
  return { middle: median(busy.map(secondsOf)), ratio: median(ratios) };
}
