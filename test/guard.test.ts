import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { run } from "../src/cli.ts";
import { check, LimitError } from "../src/index.ts";
import { excessIn, excessOfBytes, LIMITS } from "../src/parse/guard.ts";
import { createSource } from "../src/source.ts";
import { families } from "./hostile-texts.ts";
import { createMemoryHost } from "./memory-host.ts";
import { planOf, timed } from "./timed-check.ts";

function reasonOf(text: string): string | undefined {
  return excessIn(createSource("plan.md", text))?.reason;
}

/** Below this, the machine's other work decides. */
const FLOOR = 40;
const MOST_TRIES = 8;

describe("hostile texts", () => {
  test("there are many ways to write one", () => {
    expect(families.length).toBeGreaterThan(100);
    expect(new Set(families.map(({ name }) => name)).size).toBe(families.length);
  });

  test.each(families)("$name: twice as much takes no three times as long, or is refused", { timeout: 60_000 }, ({ text, size }) => {
    const sizes = [size, 2 * size, 4 * size];
    const best = sizes.map(() => Number.POSITIVE_INFINITY);
    for (let attempt = 0; attempt < MOST_TRIES && !isLinear(best); attempt += 1) {
      for (const [index, each] of sizes.entries()) {
        const { time, code, screen } = timed(text(each));
        expect(screen).not.toMatch(/fault of the program|a limit was reached|call stack/);
        if (code === 3) expect(screen).toMatch(/^sprintplan: plan\.md(:\d+)?: .* that are read; --limits \d+ raises that\n$/);
        // What is refused takes no time, and neither does more of it.
        best[index] = Math.min(best[index], code === 3 ? 0 : time);
      }
    }
    expect(isLinear(best), best.map((time) => time.toFixed(0)).join(" → ")).toBe(true);
  });
});

function isLinear(measured: readonly number[]): boolean {
  return measured.every(
    (time, index) => time < Number.POSITIVE_INFINITY && (index === 0 || time < 3 * Math.max(measured[index - 1], FLOOR)),
  );
}

describe("what is read", () => {
  test("all plans here, the largest of them two hundred times over", () => {
    for (const name of ["minimal.md", "backend-refactoring.md", "backend-refactoring-feasible.md"]) {
      const text = readFileSync(new URL(`../plans/${name}`, import.meta.url), "utf8");
      expect(reasonOf(text)).toBeUndefined();
      expect(reasonOf(text.repeat(200))).toBeUndefined();
      expect(reasonOf(text.repeat(200).replaceAll("\n", "\r\n"))).toBeUndefined();
    }
  });

  test("100,000 tasks in one table, with marks in each row", { timeout: 120_000 }, () => {
    const { code, screen } = timed(planOf(100_000));
    expect(screen.slice(0, 200)).not.toContain("that are read");
    expect(code).toBeLessThan(2);
  });

  test("100,000 items of a list, nested and in code", () => {
    expect(reasonOf(planOf(1, `\n${"- [ ] **a** _b_ `c`\n  - [x](y)\n".repeat(50_000)}`))).toBeUndefined();
    expect(reasonOf(planOf(1, `\n${"3. **a**\n4. b\n".repeat(50_000)}`))).toBeUndefined();
    expect(reasonOf(planOf(1, `\n\`\`\`c\n${"a[i] = *b_c < d;\n".repeat(50_000)}\`\`\`\n`))).toBeUndefined();
    expect(reasonOf(planOf(1, `\n- a\n  ~~~\n  ${"a[i] = *b_c < d;\n  ".repeat(5000)}~~~\n`))).toBeUndefined();
    expect(reasonOf(planOf(1, `\n<!-- people -->\n<table>\n${"<td><a href='a_b_c'>*</a></td>\n".repeat(5000)}</table>\n`))).toBeUndefined();
  });

  test("a picture that is written into its link", () => {
    expect(reasonOf(planOf(1, `\n![a](data:image/png;base64,${"aB3/".repeat(1_000_000)})\n`))).toBeUndefined();
  });

  test("rules, lines and drawings of many marks", () => {
    expect(
      reasonOf(planOf(1, `\n${"-".repeat(900)}\n\n${"* ".repeat(90)}\n\n${"_".repeat(900)}\n\n${" ".repeat(400)}- a\n`)),
    ).toBeUndefined();
  });
});

/** Paragraphs that look as if each line were read by itself. */
const disguised: readonly (readonly [string, string])[] = [
  ["rows under a line of too few cells", `| a |\n| - | - |\n${"| *a **b |\n".repeat(1000)}`],
  ["rows behind a table that ended", `| a |\n| - |\n\`\`\`\n\`\`\`\n${"*a **b\n".repeat(1000)}`],
  ["rows in a quote that ended", `> | a |\n> | - |\n${"*a **b\n".repeat(1000)}`],
  ["rows in a list that ended", `- | a |\n  | - |\n${"*a **b\n".repeat(1000)}`],
  ["items that stand too far in", `a\n${"    - *a **b\n".repeat(1000)}`],
  ["items by tabs", `a\n${"\t- *a **b\n".repeat(1000)}`],
  ["numbers that begin no list", `a\n${"2. *a **b\n".repeat(1000)}`],
  ["numbers behind bullets", `- a\n${"2. *a **b\n".repeat(1000)}`],
  ["quotes that go on and on", `${"> *a **b\n*c **d\n".repeat(500)}`],
  ["a fence that is too far in", `a\n    \`\`\`\n${"*a **b\n".repeat(1000)}`],
  ["a fence in HTML", `<div>\n\`\`\`\n\n${"*a **b\n".repeat(1000)}`],
  ["a fence in a comment", `<!--\n\n\`\`\`\n\n-->\n\n${"*a **b\n".repeat(1000)}`],
  ["a fence that its quote ends", `> \`\`\`\n${"*a **b\n".repeat(1000)}`],
  ["a fence that its list ends", `- \`\`\`\n${"*a **b\n".repeat(1000)}`],
  ["code that is no fence", `\`\`\` \`\n${"*a **b\n".repeat(1000)}`],
  ["a rule, which is no list", `* * * * * * * *\n\na\n${"        - *a **b\n".repeat(1000)}`],
  ["lines that end in carriage returns", "*a **b\r".repeat(1000)],
];

describe("what is refused", () => {
  test.each(disguised)("%s", (_name, text) => {
    expect(reasonOf(planOf(1, `\n${text}\n`))).toContain("marks of emphasis");
  });

  test("depth, wherever it comes from", () => {
    expect(reasonOf(`${">".repeat(100)} a`)).toBeUndefined();
    expect(reasonOf(`${">".repeat(101)} a`)).toBe("the line nests 101 deep, more than the 100 that are read");
    expect(reasonOf(`${"- ".repeat(100)}a`)).toBeUndefined();
    const nested = Array.from({ length: 101 }, (_, at) => `${"  ".repeat(at)}- a\n`).join("");
    expect(reasonOf(nested)).toBe("the line nests 101 deep, more than the 100 that are read");
    expect(reasonOf(`---\na: ${"[".repeat(101)}\n---\n`)).toBe("the front matter nests 101 deep, more than the 100 that are read");
    expect(reasonOf(`---\n${"- ".repeat(101)}\n---\n`)).toBe("the front matter nests 101 deep, more than the 100 that are read");
  });

  test("size", () => {
    expect(excessOfBytes(LIMITS.bytes)).toBeUndefined();
    expect(excessOfBytes(LIMITS.bytes + 1)?.needed).toBe(2);
    expect(reasonOf("a\n".repeat(LIMITS.lines - 1))).toBeUndefined();
    expect(reasonOf("a\n".repeat(LIMITS.lines))).toBe("the file has 500001 lines, more than the 500000 that are read");
    expect(reasonOf(planOf(0, "| a |\n".repeat(LIMITS.rows + 1)))).toBe("the tables have more rows than the 250000 that are read");
  });

  test("until as much more is asked for as the refusal says", () => {
    for (const { text, size } of families) {
      const source = createSource("plan.md", text(size));
      const excess = excessIn(source);
      if (excess !== undefined) expect(excessIn(source, excess.needed)?.reason.slice(0, 20)).not.toBe(excess.reason.slice(0, 20));
    }
  });
});

describe("a refusal", () => {
  const deep = `${planOf(1)}\n${">".repeat(5000)} a\n`;
  const files = new Map([
    ["a.md", planOf(1)],
    ["b.md", deep],
    ["c.md", "# Plan\n"],
  ]);

  test("leaves the other plans to be checked, and ends with 3 whatever they say", () => {
    const host = createMemoryHost({ files });
    expect(run(["check", "a.md", "b.md", "c.md", "d.md", "--format", "compact"], host)).toBe(3);
    expect(host.screen()).toContain(
      "sprintplan: b.md:9: the line nests 5000 deep, more than the 100 that are read; --limits 50 raises that\n",
    );
    expect(host.output()).toContain("c.md:");
  });

  test("ends every command with 3", () => {
    for (const command of ["check", "critical-path", "capacity", "status", "schedule", "forecast", "show"])
      expect(run([command, "b.md"], createMemoryHost({ files }))).toBe(3);
    expect(run(["check", "b.md", "--list-files"], createMemoryHost({ files }))).toBe(3);
    expect(run(["config", "b.md"], createMemoryHost({ files }))).toBe(3);
    expect(run(["diff", "a.md", "b.md"], createMemoryHost({ files }))).toBe(3);
    expect(run(["check", "-"], createMemoryHost({ input: deep }))).toBe(3);
  });

  test("leaves the file alone", () => {
    const host = createMemoryHost({ files });
    expect(run(["check", "b.md", "--fix", "--unsafe"], host)).toBe(3);
    expect(host.textOf("b.md")).toBe(deep);
  });

  test("is an error of its own in the library", () => {
    expect(() => check(deep)).toThrow(LimitError);
    expect(() => check(deep)).toThrow(
      "plan.md:9: the line nests 5000 deep, more than the 100 that are read; the option `limits: 50` raises that",
    );
    const wide = `${planOf(1)}\n${"*a ".repeat(1001)}\n`;
    expect(() => check(wide)).toThrow(LimitError);
    expect(check(wide, { limits: 2 }).diagnostics).toBeDefined();
  });

  test("is no refusal where more is asked for", () => {
    const wide = new Map([["plan.md", `${planOf(1)}\n${"*a ".repeat(1001)}\n`]]);
    expect(run(["check", "plan.md"], createMemoryHost({ files: wide }))).toBe(3);
    expect(run(["check", "plan.md", "--limits", "2"], createMemoryHost({ files: wide }))).toBeLessThan(2);
    expect(run(["check", "plan.md", "--limits", "0"], createMemoryHost({ files: wide }))).toBe(2);
  });
});
