import { afterAll, describe, expect, test } from "vitest";
import { run } from "../src/cli.ts";
import type { Host } from "../src/host.ts";
import { createRepository, hostIn, planText, removeTemporaryFolders, type TestRepository } from "./git-repository.ts";

afterAll(removeTemporaryFolders);

type Fault = "refused" | "failed" | "empty";

/** The outside world in which the git call of this number goes wrong; what was written, and how often git was called. */
function faulty(directory: string, number: number, fault: Fault) {
  const real = hostIn(directory);
  const seen = { output: "", error: "", calls: 0 };
  const host: Host = {
    ...real,
    runProgram: (program, words, setting) => {
      seen.calls += 1;
      if (seen.calls !== number) return real.runProgram(program, words, setting);
      if (fault === "refused") return { kind: "refused", reason: "it was not to be started" };
      return {
        kind: "ran",
        code: fault === "failed" ? 128 : 0,
        output: new Uint8Array(),
        error: fault === "failed" ? "fatal: it broke\n" : "",
      };
    },
    writeOutput: (text) => {
      seen.output += text;
      return { kind: "written" };
    },
    writeError: (text) => {
      seen.error += text;
      return { kind: "written" };
    },
  };
  return { host, seen };
}

const rows = Array.from({ length: 6 }, (_, index) => `1.${index + 1} | Step ${index + 1} | 8h | Ada | -`);

/** A plan that was moved and edited on a branch, one that was removed, one that is new, and a configuration. */
function moved(): TestRepository {
  const made = createRepository();
  made.write("plans/a.md", planText(rows));
  made.write("plans/gone.md", planText(["9.1 | Old | 3h | Ada | -"]));
  made.write("sprintplan.config.json", '{ "plans": ["plans/*.md"] }');
  made.commit("begin");
  made.git("checkout", "--quiet", "-b", "work");
  made.remove("plans/a.md");
  made.remove("plans/gone.md");
  made.write("plans/b.md", planText([...rows, "1.7 | More | 8h | Ada | 1.6"]));
  made.write("plans/new.md", planText(["7.1 | Nothing like it | 3h | Grace | -"]));
  made.commit("go on");
  return made;
}

const lines = (text: string) => text.split("\n").filter((line) => line !== "");

describe.each([
  ["two commits", ["diff", "main", "HEAD"]],
  ["a commit and what lies here", ["diff"]],
  ["one file since a commit", ["diff", "main", "--", "plans/b.md"]],
  ["the history of a plan", ["trend", "plans/b.md"]],
  ["the history of a plan since a day", ["trend", "plans/b.md", "--since", "2026-01-05"]],
] as const)("a git that fails while it is asked for %s", (_, words) => {
  const { directory } = moved();
  const whole = faulty(directory, 0, "refused");
  const code = run([...words], whole.host);
  const calls = Array.from({ length: whole.seen.calls }, (__, index) => index + 1);

  test("has something to be asked for", () => {
    expect({ code, error: whole.seen.error }).toEqual({ code: 0, error: "" });
    expect(calls.length).toBeGreaterThan(1);
  });

  test.each(["refused", "failed"] as const)("is told in one or two lines where a call is %s", (fault) => {
    for (const call of calls) {
      const { host, seen } = faulty(directory, call, fault);
      const ended = run([...words], host);
      const told = lines(seen.error);
      // What git is asked for besides may be missing: then nothing else is said than without the fault.
      if (ended === 0) expect({ call, error: seen.error, output: seen.output }).toEqual({ call, error: "", output: whole.seen.output });
      else
        expect({ call, ended, lines: told.length > 0 && told.length <= 2, output: seen.output }).toEqual({
          call,
          ended: 2,
          lines: true,
          output: "",
        });
    }
  });

  test("is told where a call says nothing at all", () => {
    for (const call of calls) {
      const { host, seen } = faulty(directory, call, "empty");
      expect({ call, code: run([...words], host), error: seen.error.includes("fault of the program") }).toMatchObject({
        call,
        error: false,
      });
    }
  });
});

describe("a history", () => {
  const told = (made: TestRepository, ...words: readonly string[]) => {
    const { host, seen } = faulty(made.directory, 0, "refused");
    return { code: run(["trend", "plans/a.md", "--no-color", ...words], { ...host, terminalWidth: () => 120 }), ...seen };
  };
  const states = (status: readonly string[], criteria = "") =>
    `# Plan\n\n## Sprint 1: Start\n\n| Task | Title | Estimate | Status | Dependencies |\n|---|---|---|---|---|\n${status.map((row) => `| ${row} |\n`).join("")}\n${criteria}`;
  const withPlans = (...plans: readonly string[]) => {
    const made = createRepository();
    for (const [index, plan] of plans.entries()) {
      made.write("plans/a.md", plan);
      made.commit(`${index}`);
    }
    return made;
  };
  const criteria = (...marks: readonly string[]) =>
    `### Definition of Done\n${marks.map((mark, index) => `- [${mark}] Criterion ${index}\n`).join("")}`;
  const lastLine = (text: string) => lines(text).findLast((line) => line.includes(" done, "));
  const changes = (text: string) =>
    lines(text).flatMap((line) => (/^\d{4}-\d\d-\d\d .* \d+\/\d+\/\d+$/.test(line) ? [line.split(/ {2,}/)[2]] : []));

  test("tells what grew, shrank, was done and was met", () => {
    const made = withPlans(
      states(["1.1 | Dig | 8h | done | -", "1.2 | Lay | 8h | open | 1.1"], criteria("x", " ")),
      states(["1.1 | Dig | 8h | open | -", "1.2 | Lay | 4h | open | 1.1"], criteria(" ", " ")),
      states(["1.1 | Dig | 8h | open | -", "1.2 | Lay | 4h | open | 1.1"], `${criteria(" ", " ")}\nA remark.\n`),
      states(["1.1 | Dig | 8h | done | -"], criteria("x", "x")),
    );
    const { code, output } = told(made);
    expect(code).toBe(0);
    expect(changes(output)).toMatchInlineSnapshot(`
      [
        "2 tasks",
        "-4 h, -8 h done, -1 criterion met",
        "no number changed",
        "-1 task, -4 h, 8 h done, 2 criteria met",
      ]
    `);
    expect(lastLine(output)).toMatchInlineSnapshot(
      `"scope shrank by 8 h (16 h → 8 h) since 2026-01-05; 8 h done, 0 h left; the end moved from 16 h to 8 h"`,
    );
  });

  test("of a loop has no end, before or after it", () => {
    const loop = states(["1.1 | Dig | 8h | open | 1.2", "1.2 | Lay | 8h | open | 1.1"]);
    const chain = states(["1.1 | Dig | 8h | open | -", "1.2 | Lay | 8h | open | 1.1"]);
    expect(lastLine(told(withPlans(chain, loop)).output)).toMatchInlineSnapshot(
      `"scope stayed at 16 h since 2026-01-05; 0 h done, 16 h left; the end is not known, as tasks wait for each other"`,
    );
    expect(lastLine(told(withPlans(loop, chain)).output)).toMatchInlineSnapshot(
      `"scope stayed at 16 h since 2026-01-05; 0 h done, 16 h left; the end is at 16 h"`,
    );
    expect(lastLine(told(withPlans(loop)).output)).toMatchInlineSnapshot(`"16 h in all; 0 h done, 16 h left; the end is not known"`);
    expect(lastLine(told(withPlans(chain, `${chain}\nA remark.\n`)).output)).toMatchInlineSnapshot(
      `"scope stayed at 16 h since 2026-01-05; 0 h done, 16 h left; the end stayed at 16 h"`,
    );
  });

  test("of days says on which day it ends", () => {
    const dated = (hours: number) =>
      states([`1.1 | Dig | ${hours}h | open | -`, "1.2 | Lay | 8h | open | 1.1"]).replace("Start", "Start (2026-03-02 to 2026-03-13)");
    expect(lastLine(told(withPlans(dated(8), dated(20))).output)).toMatchInlineSnapshot(
      `"scope grew by 12 h (16 h → 28 h) since 2026-01-05; 0 h done, 28 h left; the end moved from 16 h to 28 h (Thu 5 Mar 2026)"`,
    );
    expect(told(withPlans(dated(8), dated(20))).output).toContain("ends on");
  });

  test("of a plan without hours, and of one that was never read", () => {
    const nothing = states(["1.1 | Dig |  | open | -"]);
    expect(changes(told(withPlans(nothing, nothing.replace("Dig", "Dug"))).output)).toMatchInlineSnapshot(`
      [
        "1 task",
        "no number changed",
      ]
    `);
  });
});
