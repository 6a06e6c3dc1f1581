import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { resolveReferences, targetsOf } from "../src/analysis/references.ts";
import { defaultConfig } from "../src/config.ts";
import type { Estimate, Plan } from "../src/model.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { createSource } from "../src/source.ts";

/** Plans that other people wrote, beside the repository: not part of it, so these tests run only where they are. */
const CORPUS = new URL("../../shared/corpus/", import.meta.url);
const there = existsSync(CORPUS);
if (!there) test.skip(`SKIPPED: no plans at ${CORPUS.pathname}, so nothing shows how other people's plans are read`, () => {});

const truthSchema = z.array(
  z.object({
    file: z.string(),
    tasks: z.number(),
    edges: z.number(),
    estimateTotal: z.union([z.number(), z.array(z.number())]).nullish(),
    unit: z.string().nullish(),
  }),
);
type Truth = z.infer<typeof truthSchema>[number];

const truths = (): readonly Truth[] => truthSchema.parse(JSON.parse(readFileSync(new URL("truth.json", CORPUS), "utf8")));
const textOf = (file: string): string => readFileSync(new URL(file.startsWith("..") ? file : `plans/${file}`, CORPUS), "utf8");
interface Read {
  readonly plan: Plan;
  readonly seconds: number;
}

const plans = new Map<string, Read>();

/** Each file is read once for all tests. */
function read(file: string): Read {
  const known = plans.get(file);
  if (known !== undefined) return known;
  const source = createSource(file, textOf(file));
  const began = performance.now();
  const plan = parsePlan(source, defaultConfig);
  const result = { plan, seconds: (performance.now() - began) / 1000 };
  plans.set(file, result);
  return result;
}

/** How many distinct dependencies ids and ranges make; sections, groups and `All` are not counted. */
function countEdges(plan: Plan): number {
  const edges = new Set<string>();
  for (const [index, resolutions] of resolveReferences(plan, defaultConfig).entries()) {
    const written = resolutions.filter(({ reference }) => reference?.kind === "id" || reference?.kind === "range");
    for (const { start, end } of targetsOf(written)) {
      for (let target = start; target < end; target += 1)
        edges.add(`${plan.tasks[target].id.value}>${plan.tasks[index].id.value}@${plan.tasks[index].line}`);
    }
  }
  return edges.size;
}

/** The least and the most that all estimates come to in a unit; a parent's own counts only where its parts have none. */
function totals(plan: Plan, unit: string): readonly [number, number] | undefined {
  const parents = new Set(
    plan.tasks.flatMap(({ parent, estimate }) => (parent === undefined || estimate.value === undefined ? [] : [parent])),
  );
  const estimates = plan.tasks.flatMap(({ estimate }, index) =>
    parents.has(index) || estimate.value === undefined ? [] : [estimate.value],
  );
  const sum = (amount: (estimate: Estimate) => number): number => estimates.reduce((total, estimate) => total + amount(estimate), 0);
  if (unit.startsWith("points")) {
    const points = sum((estimate) => (estimate.kind === "points" ? estimate.points : 0));
    return [points, points];
  }
  const per = /^hours/.test(unit) ? 1 : /^days/.test(unit) ? 8 : /^minutes/.test(unit) ? 1 / 60 : undefined;
  if (per === undefined) return undefined;
  const bound = (estimate: Estimate, range: "low" | "high"): number =>
    estimate.kind === "hours" ? estimate.hours : estimate.kind === "range" ? estimate[range] : 0;
  return [sum((estimate) => bound(estimate, "low")) / per, sum((estimate) => bound(estimate, "high")) / per];
}

const near = (actual: number, expected: number): boolean => Math.abs(actual - expected) <= 0.01 * Math.max(1, Math.abs(expected));

/** What differs from what a careful reader counted, empty where nothing does. */
function differences({ file, tasks, edges, estimateTotal, unit }: Truth): string {
  const { plan } = read(file);
  const edgesRead = countEdges(plan);
  const total = estimateTotal === undefined || estimateTotal === null ? undefined : [estimateTotal].flat();
  const sums = totals(plan, unit ?? "");
  const rightTotal =
    total === undefined || sums === undefined || (near(sums[0], total[0]) && (total.length === 1 || near(sums[1], total[1])));
  const said = [
    ...(plan.tasks.length === tasks ? [] : [`${plan.tasks.length} tasks for ${tasks}`]),
    ...(edgesRead === edges ? [] : [`${edgesRead} dependencies for ${edges}`]),
    ...(rightTotal ? [] : [`${sums?.join("–")} for ${total?.join("–")} ${unit}`]),
  ];
  return said.length === 0 ? "" : `${file}: ${said.join(", ")}`;
}

/** The lines of a table's rows, told from the text alone: all but the header and the line under it. */
function rowLines(plan: Plan): readonly number[] {
  return plan.tables.flatMap(({ span, line }) => {
    const count = plan.source.text.slice(span.start, span.end).split(/\r\n|\n|\r/).length;
    return Array.from({ length: count - 2 }, (_nothing, index) => line + 2 + index);
  });
}

describe.runIf(there)("plans that other people wrote", () => {
  test("are read as a careful reader does, all but two", () => {
    const all = truths();
    const wrong = all.map(differences).filter((difference) => difference !== "");
    expect(wrong.length <= 2 ? [] : wrong).toEqual([]);
    expect(all).toHaveLength(39);
  }, 60_000);

  const files = there ? readdirSync(new URL("plans/", CORPUS)).filter((name) => name.endsWith(".md")) : [];

  test("lose no row of a table of tasks, and no time", () => {
    expect(files).toHaveLength(66);
    const lost = files.flatMap((file) => {
      const { plan, seconds } = read(file);
      const known = new Set([...plan.tasks, ...plan.unread].map(({ line }) => line));
      const rows = rowLines(plan)
        .filter((line) => !known.has(line))
        .map((line) => `${file}:${line} is neither a task nor unread`);
      return seconds < 10 ? rows : [...rows, `${file} took ${seconds.toFixed(1)} s`];
    });
    expect(lost).toEqual([]);
  }, 60_000);
});
