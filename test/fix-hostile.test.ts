import { describe, expect, test } from "vitest";
import { run } from "../src/cli.ts";
import { fixPlan, lintPlan } from "../src/commands/fixing.ts";
import { siftFixes } from "../src/commands/harmless-fixes.ts";
import { rereader } from "../src/commands/rereading.ts";
import { defaultConfig } from "../src/config.ts";
import type { Fix } from "../src/edit.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { createSource } from "../src/source.ts";
import { createMemoryHost } from "./memory-host.ts";

const table = "| Task | Title | Hours |\n|---|---|---|\n| 1.1 | Dig | 8 |\n";
const plan = `## Sprint 1\n\n${table}`;

interface Report {
  readonly plans: readonly { readonly diagnostics: readonly { rule: string; notes?: readonly string[]; fix?: unknown }[] }[];
}

/** What `check` with these flags makes of a text, which stands on a file or comes from standard input. */
function fixed(text: string, flags: string, from: "plan.md" | "-" = "plan.md") {
  const host = createMemoryHost({ files: new Map([["plan.md", text]]), input: text });
  const code = run(["check", from, ...flags.split(" "), "--no-color", "--format", "text", "--format", "json=report.json"], host);
  const report: Report = JSON.parse(host.textOf("report.json") ?? "");
  const left = report.plans[0].diagnostics.filter(({ rule }) => rule === "deceptive-character");
  return {
    code,
    text: from === "-" ? host.output() : (host.textOf("plan.md") ?? ""),
    notes: left.flatMap(({ notes = [] }) => notes),
    fixable: left.filter(({ fix }) => fix !== undefined).length,
    screen: host.screen(),
  };
}

/** Each stands in front of a plan; taken away, its hidden character would change what the plan says elsewhere. */
const harmful: readonly (readonly [what: string, text: string, note: string])[] = [
  ["a heading", `\u0001${plan}`, "`1.1` in line 5 would be read otherwise"],
  ["an open fence", `\u200b\`\`\`\n\n${plan}`, "`Sprint 1` in line 3 would be read otherwise"],
  ["an open comment", `<\u200b!-- x\n\n${plan}`, "`Sprint 1` in line 3 would be read otherwise"],
  ["the end of a table", `${plan}\u200b\n| 1.2 | Fill | 2 |\n`, "something in line 5 would be read otherwise"],
  ["settings", `\u200b---\nsprintplan:\n  no: 1\n---\n${plan}`, "the front matter would be read otherwise"],
  ["other settings", `---\ntitle: x\n\u200bsprintplan: [\n---\n${plan}`, "the front matter would be read otherwise"],
  ["none any more", `---\ntitle: x\n---\u200b\n---\n\n${plan}`, "the front matter would be read otherwise"],
];

describe.each(harmful)("a fix that would make %s is left out", (_what, text, note) => {
  const flags = "--fix --unsafe";

  test("with its reason", () => {
    expect(fixed(text, flags)).toMatchObject({ code: 0, text, notes: [`not fixed: ${note}`], fixable: 0 });
  });

  test("and is told as any other finding", () => {
    expect(fixed(text, `${flags} --fail-on warning`)).toMatchObject({ code: 1, text });
    expect(fixed(text, `${flags} --max-warnings 0`)).toMatchObject({ code: 1, text });
  });

  test("and the others are made", () => {
    const next = fixed(`${text}\nThe\u200b end\n`, flags);
    expect(next).toMatchObject({ code: 0, text: `${text}\nThe end\n`, notes: [`not fixed: ${note}`] });
    expect(next.screen).toContain("1 problem fixed");
    expect(fixed(next.text, flags).text).toBe(next.text);
  });

  test("from standard input, too", () => {
    expect(fixed(`${text}\nThe\u200b end\n`, flags, "-")).toMatchObject({ code: 0, text: `${text}\nThe end\n` });
  });

  test("of the difference", () => {
    const shown = fixed(`${text}\nThe\u200b end\n`, "--diff --unsafe");
    expect(shown).toMatchObject({ code: 0, text: `${text}\nThe\u200b end\n`, notes: [`not fixed: ${note}`], fixable: 1 });
    expect(shown.screen).toContain("+The end");
  });
});

test("fixes do not nest a text deeper than it is read", () => {
  const text = `${">\u200b".repeat(20_000)} x\n\n${plan}`;
  const next = fixed(text, "--fix --unsafe");
  expect(next).toMatchObject({ code: 0, notes: ["not fixed: the line nests 20000 deep, more than the 100 that are read"] });
  expect(next.text.replaceAll("\u200b", "")).toBe(text.replaceAll("\u200b", ""));
  expect(fixed(next.text, "--fix --unsafe")).toMatchObject({ code: 0, text: next.text });
});

test("where too many fixes do harm to find out which, none is made, and it does not take long", () => {
  const text = Array.from({ length: 300 }, (_, index) => `## Sprint ${index}\n\n${table}\u200b\n| Fill | Up | 2 |\n`).join("\n");
  const start = process.cpuUsage().user;
  const { code, text: left, notes } = fixed(text, "--fix --unsafe");
  expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(30);
  expect([code, left === text, notes.length]).toEqual([0, true, 300]);
  expect(new Set(notes)).toEqual(new Set(["not fixed: too many fixes of this plan would have it read otherwise"]));
});

function readingOf(text: string) {
  return parsePlan(createSource("plan.md", text), defaultConfig);
}

function putIn(at: number, text: string): Fix {
  return { title: "a fix", safe: true, edits: [{ start: at, end: at, text }] };
}

test("without fixes nothing is read again", () => {
  const before = readingOf(plan);
  const sifted = siftFixes(before, [], "safe", rereader(before, defaultConfig));
  expect(sifted.plan).toBe(before);
  expect([sifted.made, sifted.harmful.size]).toEqual([[], 0]);
});

describe("of fixes that all do harm", () => {
  const tooMany = "too many fixes of this plan would have it read otherwise";

  test.each([
    [100, "a short plan", 0, "`8` in line 5 would be read otherwise"],
    [101, "a short plan", 0, tooMany],
    [18, "a long plan", 62_500, "`8` in line 5 would be read otherwise"],
    [19, "a long plan", 62_500, tooMany],
  ])("%i of %s", (count, _what, length, harm) => {
    const rows = Array.from({ length: count }, (_, index) => `| 1.${index + 1} | Dig | 8 |\n`);
    const before = readingOf(`## Sprint 1\n\n| Task | Title | Hours |\n|---|---|---|\n${rows.join("")}\n`.padEnd(length, "words "));
    const fixes = before.tasks.map(({ title }) => putIn(title.span.end, " | dig"));
    const { plan: after, made, harmful } = siftFixes(before, fixes, "safe", rereader(before, defaultConfig));
    expect([after, made, harmful.size, harmful.get(fixes[0])]).toEqual([before, [], count, harm]);
  });
});

describe("a plan that is only read under wider limits", () => {
  const before = readingOf(`${"> ".repeat(150)}x\n\n${plan}`);

  test("is fixed as any other one", () => {
    const fix = putIn(before.tasks[0].title.span.end, " now");
    expect(siftFixes(before, [fix], "safe", rereader(before, defaultConfig)).made).toEqual([fix]);
  });

  test("is not made larger than that", () => {
    const fix = putIn(0, "> ".repeat(100));
    const sifted = siftFixes(before, [fix], "safe", rereader(before, defaultConfig));
    expect(sifted.plan).toBe(before);
    expect(sifted.harmful.get(fix)).toBe("the line nests 250 deep, more than the 200 that are read");
  });
});

describe("fixes that call for others", () => {
  /** Each pair holds a byte-order mark that was read as three characters, once all inside of it are gone. */
  const nested = (depth: number) => `# Plan\n\n${"ï".repeat(depth)}${"»¿".repeat(depth)}\n\n${plan}`;
  const rest = (text: string, allowed: "safe" | "unsafe") => {
    const { fixes, plan: after } = fixPlan(lintPlan(readingOf(text), defaultConfig), defaultConfig, allowed);
    return [fixes, after.source.text];
  };

  test("are made until there are none", () => {
    expect(rest(nested(5), "unsafe")).toEqual([10, `# Plan\n\n\n\n${plan}`]);
  });

  test("are not made for ever", () => {
    expect(rest(nested(6), "unsafe")).toEqual([10, nested(1)]);
  });

  test("are not made where those are unsafe", () => {
    expect(rest(nested(1), "safe")).toEqual([1, `# Plan\n\n\uFEFF\n\n${plan}`]);
  });
});
