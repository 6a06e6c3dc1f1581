import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lintPlan } from "../src/commands/fixing.ts";
import { defaultConfig } from "../src/config.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { createSource } from "../src/source.ts";
import {
  type Answer,
  answerIn,
  type CapacityData,
  configFor,
  readings as everyReading,
  type Finding,
  type PathData,
  type Printed,
  runOn,
  type ShownData,
  type ShownTask,
  type StatusData,
} from "./command-line.ts";

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

const CLEAN = "plans/backend-refactoring.md";
const SEED = "../shared/seed/sprint-breakdown.md";
const IDS = ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3.1", "3.2"];
const UNMITIGATED = IDS.slice(1);
const LATE_MILESTONES = ["3", "6", "8"];
const ARITHMETIC = ["wrong-total", "wrong-buffer", "wrong-capacity-total", "over-capacity", "wrong-weeks"];

/** What the numbers of a plan become under a reading: hours of each sprint's chain and of the whole, who is overloaded, which chain fits. */
const readings = [
  {
    flags: "--joint split",
    sprints: ["30", "41", "42", "34", "42", "69", "50", "50"],
    whole: "255",
    overloads: ["3.1 Senior Backend Engineer 42"],
    levelled: [],
  },
  {
    flags: "--joint each",
    sprints: ["36", "51", "48", "34", "46", "75", "54", "50"],
    whole: "285",
    overloads: ["1.2 Backend Engineer 1 42", "1.3 Backend Engineer 1 43", "3.1 Senior Backend Engineer 46"],
    levelled: [],
  },
  {
    flags: "--all share",
    sprints: ["29", "39⅔", "40⅔", "33", "40⅔", "67.5", "48⅔", "46"],
    whole: "244⅔",
    overloads: ["3.1 Senior Backend Engineer 40⅔"],
    levelled: ["1.2"],
  },
];

const plans = [
  { path: CLEAN, damaged: [] },
  { path: SEED, damaged: ["mojibake"] },
].filter(({ path }) => existsSync(new URL(`../${path}`, import.meta.url)));

const seedIsHere = plans.length === 2;
if (!seedIsHere) test.skip(`NOT TESTED: the archetype ${SEED} is missing beside the project`, () => {});

/** Each question is asked once: what the plans have in common is compared by the same answers. */
const asked = new Map<string, Printed>();

function ask(path: string, line: string): Printed {
  const known = asked.get(`${path} ${line}`) ?? runOn(read(path), line);
  asked.set(`${path} ${line}`, known);
  return known;
}

function answerTo<Data>(path: string, line: string): Answer<Data> {
  return answerIn(ask(path, line));
}

describe.each(plans)("$path", ({ path, damaged }) => {
  test("holds what it holds", () => {
    const { phases, sprints, tasks, gates, milestones } = answerTo<ShownData>(path, "show").data;
    expect([phases.length, sprints.length, tasks.length]).toEqual([3, 8, 107]);
    expect(sprints.map(({ id }) => id)).toEqual(IDS);
    expect(sum(tasks.map(({ estimate }) => estimate.hours))).toBe(590);
    expect(sum(sprints.flatMap(({ team }) => team.map(({ capacity }) => capacity)))).toBe(880);
    expect(sum(tasks.map(({ dependencies }) => dependencies.length))).toBe(375);
    expect(crossing(tasks)).toEqual(["1.2.1 on 1.1.3"]);
    expect([milestones.length, milestones.flatMap(({ items }) => items).length]).toEqual([4, 13]);
    expect(sprints.flatMap(({ criteria }) => criteria.filter(({ done }) => !done))).toHaveLength(68);
    expect(["hard", "overlap"].map((kind) => gates.filter((gate) => gate.kind === kind).length)).toEqual([6, 2]);
    expect(tasks.filter(({ risk }) => risk === "high")).toHaveLength(18);
    const everything = tasks.filter(({ references }) => references.some(({ kind }) => kind === "all" || kind === "group"));
    expect(everything).toHaveLength(28);
    const backed = gates.filter(({ from, to, kind }) => kind === "hard" && crossing(tasks, from, to).length > 0);
    expect(backed.map(({ from, to }) => `${from} → ${to}`)).toEqual(["1.1 → 1.2"]);
  });

  test("says what it holds in words", () => {
    const shown = ask(path, "show").text;
    expect(shown).toMatch(/^107 tasks in 8 sprints, 375 dependencies/m);
    expect(shown).toMatch(/^6 hard gates +1\.1 → 1\.2, 1\.2 → 1\.3, 1\.3 → 2\.1, 2\.1 → 2\.3, 2\.2 → 2\.3 and 3\.1\s+→ 3\.2$/m);
    expect(shown).toMatch(/^2 overlaps +2\.1 ∥ 2\.2 and 2\.3 ∥ 3\.1$/m);
    expect(shown).toMatch(/^52 check marks taken as decoration/m);
    const status = ask(path, "status").text;
    expect(status).toMatch(/^0 of 107 tasks done, 590 h of 590 h remaining, 0 of 68 criteria met, 0 of 13 milestone items done$/m);
    expect(ask(path, "capacity").text).toMatch(/^590 h of work for 880 h of capacity/m);
  });

  test("adds up: all 24 stated numbers are right", () => {
    const { sprints, tasks } = answerTo<ShownData>(path, "show").data;
    const stated = sprints.map((sprint) => [sprint.stated.hours, sprint.stated.buffer, sprint.stated.capacity]);
    const right = sprints.map(({ id, team }) => {
      const hours = sum(tasks.filter(({ sprint }) => sprint === id).map(({ estimate }) => estimate.hours));
      const capacity = sum(team.map((member) => member.capacity));
      return [hours, capacity - hours, capacity];
    });
    expect(stated).toEqual(right);
    expect(stated.flat()).toHaveLength(24);
  });

  test("makes progress, meetings and decorations out of the same text", () => {
    const status = answerTo<StatusData>(path, "status").data;
    expect([status.hours.total, status.tasks.total, status.tasks.done]).toEqual([590, 107, 0]);
    expect(status.criteria).toEqual({ total: 68, done: 0 });
    expect(sum(status.milestones.map(({ items }) => items.total))).toBe(13);
    expect(status.decorations).toBe(52);
    expect(answerTo<CapacityData>(path, "capacity --ceremonies").data.ceremonies).toEqual({ weekly: 5.25, total: 120.75 });
  });

  describe.each(readings)("$flags", ({ flags, sprints, whole, overloads, levelled }) => {
    test("critical paths", () => {
      const { data } = answerTo<PathData>(path, `critical-path ${flags}`);
      expect(data.sprints.map(({ duration }) => words(duration))).toEqual(sprints);
      for (const { duration, overrun } of data.sprints) expect(overrun).toBeCloseTo(Math.max(0, duration - 40), 9);
      expect(words(data.duration)).toBe(whole);
      const { text } = ask(path, `critical-path ${flags}`);
      expect(text).toMatch(new RegExp(`^${whole} h on the critical path under 6 hard gates, 2 overlaps \\(inherit\\)`, "m"));
      const table = text.slice(text.indexOf("each sprint by itself"), text.indexOf("critical tasks"));
      expect(Array.from(table.matchAll(/^\d\.\d +(\S+) h +40 h/gm), ([, duration]) => duration)).toEqual(sprints);
    });

    test("capacity", () => {
      const { data } = answerTo<CapacityData>(path, `capacity ${flags}`);
      expect([data.hours, data.capacity]).toEqual([590, 880]);
      const over = data.sprints.flatMap(({ id, members }) =>
        members.flatMap(({ name, load, overload }) => (overload > 0 ? [`${id} ${name} ${words(load)}`] : [])),
      );
      expect(over).toEqual(overloads);
      const without = data.sprints.flatMap((sprint) => sprint.without.map(({ task, assignee, hours }) => `${task} ${assignee} ${hours}`));
      expect(without).toEqual(["1.1.7 DevOps 4", "2.3.12 DevOps 6"]);
      const { text } = ask(path, `capacity ${flags}`);
      expect(Array.from(text.matchAll(/ (\S+) h +\d+ % +\S+ h over$/gm), ([, load]) => load)).toEqual(
        overloads.map((line) => line.split(" ").at(-1)),
      );
    });

    test("check", () => {
      const overruns = IDS.filter((_id, index) => Number(sprints[index].replace("⅔", ".67")) > 40);
      const { diagnostics } = answerTo<unknown>(path, `check ${flags}`);
      const expected = [
        ...damaged,
        ...Array.from({ length: 4 }, () => "vague-dependency"),
        "contradicted-parallel",
        ...Array.from({ length: 2 }, () => "assignee-without-capacity"),
        ...overloads.map(() => "overloaded-member"),
        ...overruns.map(() => "sprint-overrun"),
        ...levelled.map(() => "levelled-overrun"),
        "plan-overrun",
        ...LATE_MILESTONES.map(() => "late-milestone"),
        "contradicted-team-size",
        "unbudgeted-ceremonies",
        ...UNMITIGATED.map(() => "unmitigated-risk"),
        "decorative-checkmarks",
      ];
      expect(diagnostics.map(({ rule }) => rule).sort()).toEqual(expected.sort());
      expect(about(diagnostics, "sprint-overrun", /sprint (\S+)/)).toEqual(overruns);
      expect(about(diagnostics, "levelled-overrun", /sprint (\S+)/)).toEqual(levelled);
      expect(about(diagnostics, "plan-overrun", /states (8 weeks)/)).toEqual(["8 weeks"]);
      expect(about(diagnostics, "late-milestone", /week (\d+)/)).toEqual(LATE_MILESTONES);
      expect(about(diagnostics, "contradicted-team-size", /list (\d+)/)).toEqual(["6"]);
      expect(about(diagnostics, "unmitigated-risk", /sprint (\S+)/)).toEqual(UNMITIGATED);
      expect(about(diagnostics, "unbudgeted-ceremonies", /take (.* in all)/)).toEqual(["5.25 h of each person a week, 120.75 h in all"]);
      expect(about(diagnostics, "decorative-checkmarks", /^(\d+) check marks/)).toEqual(["52"]);
      expect(about(diagnostics, "vague-dependency", /task `(\S+)`/)).toEqual(["1.3.9", "1.3.12", "2.3.8", "2.3.11"]);
      expect(about(diagnostics, "assignee-without-capacity", /task `(\S+)`/)).toEqual(["1.1.7", "2.3.12"]);
      expect(about(diagnostics, "contradicted-parallel", /weeks (\S+),/)).toEqual(["1-2"]);
      expect(about(diagnostics, "overloaded-member", /asked for (\S+) h/)).toEqual(overloads.map((line) => line.split(" ").at(-1)));
      const printed = ask(path, `check ${flags}`);
      expect(printed.code).toBe(1);
      expect(printed.text).toMatch(/^107 tasks in 8 sprints of 1 plan: /m);
      expect(printed.text.match(/^(?:error|warning|info)\[/gm)).toHaveLength(expected.length);
    });
  });

  test("the longest chain goes through its sprint from end to end", () => {
    const { sprints } = answerTo<PathData>(path, "critical-path").data;
    const chain = [1, 3, 4, 8, 9, 10, 11, 12, 13, 14, 15].map((number) => `2.3.${number}`);
    expect(sprints.find(({ id }) => id === "2.3")?.path).toEqual(chain);
    expect(ask(path, "critical-path").text.replaceAll(/\s+/g, " ")).toContain(chain.join(" → "));
  });

  test("no reading makes sprints that may overlap wait, or frees them, by accident", () => {
    const whole = (overlap: string): number => answerTo<PathData>(path, `critical-path --overlap ${overlap}`).data.duration;
    // All sprints one after the other; then those up to 2.1 with 2.3 behind them, the rest beside them.
    expect([whole("wait"), whole("free")]).toEqual([358, 30 + 41 + 42 + 34 + 69]);
  });

  test("every reading makes the same milestones late, and the plan", () => {
    const plan = parsePlan(createSource(path, read(path)), defaultConfig);
    const milestones = LATE_MILESTONES.map(() => "late-milestone");
    for (const reading of everyReading) {
      const found = lintPlan(plan, configFor(reading)).diagnostics.map(({ rule }) => rule);
      expect(found.filter((rule) => ["plan-overrun", "late-milestone", "unusable-capacity"].includes(rule))).toEqual([
        "plan-overrun",
        ...milestones,
      ]);
    }
  });

  test("no reading makes a sum wrong, and none makes room for the senior engineer in the last sprint but one", () => {
    const plan = parsePlan(createSource(path, read(path)), defaultConfig);
    for (const reading of everyReading) {
      const found = lintPlan(plan, configFor(reading)).diagnostics;
      expect(found.filter(({ rule }) => ARITHMETIC.includes(rule))).toEqual([]);
      const overloaded = found.filter(({ rule }) => rule === "overloaded-member").map(({ message }) => message);
      expect(overloaded).toContainEqual(expect.stringMatching(/^`Senior Backend Engineer` is asked for \S+ h in sprint 3\.1 /));
    }
  });
});

describe.runIf(seedIsHere)("the archetype and the plan without its damage", () => {
  const lines = ["show", "status", "capacity --ceremonies", "critical-path --overlap wait", "critical-path --overlap free"];
  const underEachReading = readings.flatMap(({ flags }) => [`critical-path ${flags}`, `capacity ${flags}`]);

  test.each([...lines, ...underEachReading])("%s", (line) => {
    expect(withoutWords(answerTo<unknown>(SEED, line).data)).toEqual(withoutWords(answerTo<unknown>(CLEAN, line).data));
  });

  test("the damage is counted, and told apart by how certain it is", () => {
    const { code, text } = ask(SEED, "check --joint split");
    const { diagnostics } = answerTo<unknown>(SEED, "check --joint split");
    expect([code, diagnostics.length]).toEqual([1, 29]);
    const related = diagnostics.flatMap((finding) => (finding.rule === "mojibake" ? (finding.related ?? []) : []));
    expect(related).toHaveLength(69);
    expect(related.filter(({ message }) => message.includes("lost a byte"))).toHaveLength(7);
    expect(text).toContain("69 places are double-encoded, 7 of them with a lost byte");
    expect(answerTo<unknown>(CLEAN, "check --joint split").diagnostics).toHaveLength(28);
  });

  test("repaired, it has the findings of the plan that never was damaged", () => {
    const certain = ask(SEED, "check --fix");
    expect(about(answerIn(certain).diagnostics, "mojibake", /^(7 places)/)).toEqual(["7 places"]);
    const everything = runOn(certain.plan, "check --fix --unsafe");
    const rules = ({ diagnostics }: Answer<unknown>) => diagnostics.map(({ rule }) => rule);
    expect(rules(answerIn(everything))).toEqual(
      rules(answerTo(CLEAN, "check --joint split")).filter((rule) => rule !== "vague-dependency"),
    );
  });
});

/** `1.2.1 on 1.1.3`: the dependencies that lead out of their sprint, or only those between two given ones. */
function crossing(tasks: readonly ShownTask[], from?: string, to?: string): readonly string[] {
  const sprintOf = new Map(tasks.map(({ id, sprint }) => [id, sprint]));
  return tasks.flatMap(({ id, sprint, dependencies }) =>
    dependencies
      .filter((other) => sprintOf.get(other) !== sprint)
      .filter((other) => to === undefined || (sprint === to && sprintOf.get(other) === from))
      .map((other) => `${id} on ${other}`),
  );
}

/** Whatever the findings of a rule have in common, by a pattern with one group. */
function about(findings: readonly Finding[], rule: string, pattern: RegExp): readonly (string | undefined)[] {
  return findings.filter((finding) => finding.rule === rule).map(({ message }) => pattern.exec(message)?.[1]);
}

/** Everything but the words that a person chose and the lines that they stand on. */
function withoutWords(value: unknown): unknown {
  const words = ["title", "text", "goal", "mitigation", "fallback", "line"];
  return JSON.parse(JSON.stringify(value, (key, part: unknown) => (words.includes(key) ? undefined : part)));
}

function words(hours: number): string {
  const whole = Math.floor(hours);
  return Math.abs(hours - whole - 2 / 3) < 1e-9 ? `${whole}⅔` : `${hours}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
