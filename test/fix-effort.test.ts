import { describe, expect, test } from "vitest";
import { fixPlan, lintPlan } from "../src/commands/fixing.ts";
import { siftFixes } from "../src/commands/harmless-fixes.ts";
import { type Rereader, rereader } from "../src/commands/rereading.ts";
import { defaultConfig } from "../src/config.ts";
import type { Fix } from "../src/edit.ts";
import type { Plan } from "../src/model.ts";
import { LIMITS } from "../src/parse/guard.ts";
import { effortOf } from "../src/parse/guard-effort.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { createSource } from "../src/source.ts";

const TOO_MANY = "too many fixes of this plan would have it read otherwise";
const plan = "## Sprint 1\n\n| Task | Title | Hours |\n|---|---|---|\n| 1.1 | Dig | 8 |\n| 1.2 | Fill | 2 |\n";

/** Lines that remark alone reads, and each of them may stand in as many lists as the first one has digits. */
function deep(digits: number, lines: number): string {
  return `${"1".repeat(digits)} &amp;\n${"b\n".repeat(lines)}\n`;
}

function readingOf(text: string): Plan {
  return parsePlan(createSource("plan.md", text), defaultConfig);
}

function putIn(at: number, text: string): Fix {
  return { title: "a fix", safe: true, edits: [{ start: at, end: at, text }] };
}

/** The reader of a plan, and the effort of each text that it read. */
function counted(before: Plan): { readonly read: Rereader; readonly efforts: readonly number[] } {
  const efforts: number[] = [];
  const read = rereader(before, defaultConfig);
  return {
    efforts,
    read: (text) => {
      const again = read(text);
      if (again.kind !== "exhausted") efforts.push(effortOf(text.text));
      return again;
    },
  };
}

describe("fixes that do harm in a text that is slow to read", () => {
  const rows = Array.from({ length: 18 }, (_, index) => `| 2.${index} | Dig | 8 |\n`).join("");
  const harmful = (text: string) => {
    const before = readingOf(text);
    const fixes = before.tasks.map(({ title }) => putIn(title.span.end, " | dig"));
    const { read, efforts } = counted(before);
    return { before, fixes, efforts, sifted: siftFixes(before, fixes, "safe", read) };
  };

  test("are not looked for longer than reading a few large texts takes", () => {
    const { before, fixes, efforts, sifted } = harmful(`${plan}${rows}\n${deep(900, 1000)}`);
    expect([sifted.plan, sifted.made]).toEqual([before, []]);
    expect(fixes.map((fix) => sifted.harmful.get(fix))).toEqual(fixes.map(() => TOO_MANY));
    expect(efforts).toHaveLength(5);
    expect(efforts.reduce((sum, effort) => sum + effort)).toBeLessThan(3 * LIMITS.effort);
  });

  test("are found where it is small", () => {
    const { efforts, sifted } = harmful(`${plan}${rows}\n${deep(90, 100)}`);
    expect(new Set(sifted.harmful.values())).not.toContain(TOO_MANY);
    expect(efforts).toHaveLength(2 * 20 - 1);
  });

  test("may cost more where the text itself does", () => {
    const { efforts } = harmful(`${plan}${rows}\n${deep(900, 3000)}`);
    expect(efforts).toHaveLength(3);
  });
});

test("the rounds of fixes that call for others share what may be read", () => {
  const nested = (depth: number, rest: string) => `# Plan\n\n${"ï".repeat(depth)}${"»¿".repeat(depth)}\n\n${plan}\n${rest}`;
  const slow = deep(900, 1000);
  const { fixes, plan: after, harmful } = fixPlan(lintPlan(readingOf(nested(5, slow)), defaultConfig), defaultConfig, "unsafe");
  expect([fixes, [...harmful.values()]]).toEqual([5, [TOO_MANY]]);
  expect(after.source.text.endsWith(slow)).toBe(true);
});

describe("a fix that would make a text slow to read", () => {
  const before = readingOf(`${plan}\n${deep(1, 1000)}`);
  const harmless = putIn(before.tasks[0].title.span.end, " now");
  const slow = putIn(before.source.text.indexOf(" &amp;"), "1".repeat(2500));

  test("is left out, and the others are made", () => {
    const { made, harmful } = siftFixes(before, [harmless, slow], "safe", rereader(before, defaultConfig));
    expect(made).toEqual([harmless]);
    expect(harmful.get(slow)).toMatch(/^where Markdown is not plain there are 25\d{5} words, .*, more than the 2000000 that are read$/);
  });
});

test("what is read before a text turns out to be too slow counts as well", () => {
  const before = readingOf(`${plan}\n${deep(1500, 1000)}## Notes\n\n${deep(1, 1000)}`);
  const notes = before.source.text.indexOf("b\n", before.source.text.indexOf("## Notes"));
  const fixes = Array.from({ length: 8 }, (_, index) => putIn(notes + 2 * index, "1".repeat(1000)));
  const { read, efforts } = counted(before);
  expect(new Set(siftFixes(before, fixes, "safe", read).harmful.values())).toEqual(new Set([TOO_MANY]));
  expect(efforts).toHaveLength(3);
});

describe("a plan that is slow to read, and only read under wider limits", () => {
  const before = readingOf(`${plan}\n${deep(2500, 1000)}`);

  test("is fixed as any other one", () => {
    const fix = putIn(before.tasks[0].title.span.end, " now");
    expect(siftFixes(before, [fix], "safe", rereader(before, defaultConfig)).made).toEqual([fix]);
  });

  test("is not made slower than that", () => {
    const fix = putIn(before.source.text.indexOf("111"), "1".repeat(2000));
    const { made, harmful } = siftFixes(before, [fix], "safe", rereader(before, defaultConfig));
    expect(made).toEqual([]);
    expect(harmful.get(fix)).toMatch(/, more than the 4000000 that are read$/);
  });
});
