import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { readable } from "../../src/parse/encoding.ts";
import { parseMarkdown } from "../../src/parse/markdown.ts";
import { writeInputs } from "./inputs.ts";
import { createBench, median, type Timing } from "./processes.ts";

// Whether the built program is about as fast as it should be: ratios only, with room for a busy machine and another Node.

/** A check of the sample plan by the CPU time of a start of Node; loading or reading anything the slow way costs more than that. */
const MOST_STARTS = 8;
/** Twice the tasks take 2.5 times as long at most: what is quadratic somewhere takes 4 times as long once that place weighs. */
const MOST_GROWTH = 1.35;
/** How many times as long remark takes for the sample plan, both warm; sections that fall back cost the most of it at once. */
const LEAST_GAIN = 5;
/** A busy machine gets another chance. */
const ATTEMPTS = 3;

const root = resolve(".");
const folder = join(root, ".cache/bench");
if (!existsSync(join(root, "dist/cli.cjs"))) throw new Error("there is no built program, run `npm run build` first");
const inputs = writeInputs(root, join(folder, "inputs"));
const bench = createBench({ folder, node: process.execPath });

const verdicts = [
  judge("`check` takes the CPU time of so many starts of Node", () => cost("check", inputs.sample), { most: MOST_STARTS }),
  judge("its time grows with the size to the power of", growth, { most: MOST_GROWTH }),
  judge("the reader is so many times faster than remark", gain, { least: LEAST_GAIN }),
];
process.exitCode = verdicts.every((good) => good) ? 0 : 1;

interface Limits {
  readonly most?: number;
  readonly least?: number;
}

function judge(what: string, measure: () => number, { most = Number.POSITIVE_INFINITY, least = 0 }: Limits): boolean {
  for (let attempt = 1; ; attempt += 1) {
    const value = measure();
    const good = value <= most && value >= least;
    if (!good && attempt < ATTEMPTS) continue;
    const limit = most === Number.POSITIVE_INFINITY ? `at least ${least}` : `at most ${most}`;
    process.stdout.write(`${what}: ${value.toFixed(2)}, ${limit}${good ? "" : ": MISSED"}\n`);
    return good;
  }
}

/** In starts of Node. */
function cost(...words: readonly string[]): number {
  const timing = bench.measure([process.execPath, join(root, "bin/sprintplan.js"), ...words]);
  if ("failed" in timing) throw new Error(`${words.join(" ")}: ${timing.failed}`);
  return ratioOf(timing);
}

/** The steadier one of the two, where it is known. */
function ratioOf({ ratio, cpuRatio }: Timing): number {
  return cpuRatio ?? ratio;
}

/** From ten times the sample plan to fifty times, less what a check of a small plan takes. */
function growth(): number {
  const [small, large] = ["×10", "×50"].map((name) => inputs.sized.find((input) => input.name === name));
  if (small === undefined || large === undefined) throw new Error("no plans of these sizes");
  const start = cost("check", join(root, "plans/minimal.md"));
  const times = [small, large].map(({ path }) => cost("check", path) - start);
  return Math.log(times[1] / times[0]) / Math.log(large.bytes / small.bytes);
}

function gain(): number {
  const text = readFileSync(inputs.sample, "utf8");
  const processor = unified().use(remarkParse).use(remarkGfm);
  const ours = () => parseMarkdown(readable(text));
  const theirs = () => processor.parse(text);
  for (const warm of [ours, theirs, ours, theirs]) warm();
  return median(Array.from({ length: 7 }, () => cpuTime(theirs) / cpuTime(ours)));
}

/** In microseconds. */
function cpuTime(call: () => unknown): number {
  const before = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(before);
  return Math.max(1, user + system);
}
