import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { run } from "../src/cli.ts";
import { outputSchema } from "../src/report/schema.ts";
import { createRepository, hostIn, planText, removeTemporaryFolders, type TestRepository, temporaryFolder } from "./git-repository.ts";

afterAll(removeTemporaryFolders);

function ask(directory: string, ...words: readonly string[]) {
  const written = { output: "", error: "" };
  const host = {
    ...hostIn(directory),
    terminalWidth: () => 100,
    writeOutput: (text: string) => {
      written.output += text;
      return { kind: "written" as const };
    },
    writeError: (text: string) => {
      written.error += text;
      return { kind: "written" as const };
    },
  };
  const code = run(["trend", "--no-color", ...words], host);
  return { code, ...written };
}

const csv = ["--format", "csv"];

/** What is said of what cannot be answered. */
function refusal(directory: string, ...words: readonly string[]): string {
  const { code, output, error } = ask(directory, ...words);
  expect({ code, output }).toEqual({ code: 2, output: "" });
  return error;
}

/** Date, commit and status are left out. */
function numbersIn(output: string): readonly string[] {
  return output
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").slice(2).join(","));
}

/** A plan of one sprint with these tasks: `1.1 | Dig | 8h | Ada | - | done`. */
function statedPlan(rows: readonly string[]): string {
  const [before, after] = planText(rows).split("| Dependencies |\n");
  return `${before}| Dependencies | Status |\n${after.replace("| --- |\n", "| --- | --- |\n")}`;
}

/** Grows, is renamed, cannot be read once, and makes progress. */
function lively(): TestRepository {
  const made = createRepository();
  made.write("plans/a.md", statedPlan(["1.1 | Dig | 8h | Ada | - | open", "1.2 | Pour | 12h | Bob | 1.1 | open"]));
  made.commit("begin");
  made.write(
    "plans/a.md",
    statedPlan(["1.1 | Dig | 8h | Ada | - | done", "1.2 | Pour | 12h | Bob | 1.1 | open", "1.3 | Roof | 20h | Bob | 1.2 | open"]),
  );
  made.commit("grow");
  made.git("mv", "plans/a.md", "plans/b.md");
  made.commit("rename");
  made.write("plans/b.md", Uint8Array.of(0x23, 0x20, 0xe4, 0x0a));
  made.commit("break");
  made.write(
    "plans/b.md",
    statedPlan(["1.1 | Dig | 8h | Ada | - | done", "1.2 | Pour | 12h | Bob | 1.1 | done", "1.3 | Roof | 30h | Bob | 1.2 | open"]),
  );
  made.commit("progress");
  return made;
}

describe("a history", () => {
  test("shows growth, a rename, what cannot be read, and progress", () => {
    const { output, error, code } = ask(lively().directory);
    expect({ code, error }).toEqual({ code: 0, error: "" });
    const shown = output.replaceAll(/\b[0-9a-f]{8}\b/g, "c0ffee00");
    expect(shown).toBe(`reading: joint split, all attend, overlap inherit

history, in hours; findings as errors/warnings/infos
date        commit    change                                        scope  done  left  end  findings
──────────  ────────  ────────────────────────────────────────────  ─────  ────  ────  ───  ────────
2026-01-05  c0ffee00  2 tasks                                          20     0    20   20     0/0/0
2026-01-05  c0ffee00  +1 task, +20 h, 8 h done                         40     8    32   40     0/0/0
2026-01-05  c0ffee00  renamed from plans/a.md                          40     8    32   40     0/0/0
2026-01-05  c0ffee00  cannot be read: the file is not UTF-8 (byte
                      3, line 1), save it as UTF-8
2026-01-05  c0ffee00  +10 h, 12 h done                                 50    20    30   50     0/0/0

done of what there is to do
2026-01-05 09:00  ····························                                            0 of 20 h
2026-01-05 10:00  ███████████·············································                8 of 40 h
2026-01-05 11:00  ███████████·············································                8 of 40 h
2026-01-05 13:00  ████████████████████████████··········································  20 of 50 h

scope grew by 30 h (20 h → 50 h) since 2026-01-05; 20 h done, 30 h left; the end moved from 20 h to 50 h; 1 revision cannot be read
`);
  });

  test("goes on with the file as it lies here, where it is different", () => {
    const made = lively();
    made.write("plans/b.md", statedPlan(["1.1 | Dig | 8h | Ada | - | done", "1.2 | Pour | 12h | Bob | 1.1 | done"]));
    const { output } = ask(made.directory);
    expect(output).toMatch(/ {12}as it is {2}-1 task, -30 h/);
    expect(output).toContain("now ");
    expect(output).toContain("scope stayed at 20 h since 2026-01-05; 20 h done, 0 h left; the end stayed at 20 h");
    expect(numbersIn(ask(made.directory, ...csv).output).at(-1)).toBe("plan,2,20,20,0,0,0,20,,0,0,0");
  });

  test("takes other line endings for the same file", () => {
    const made = lively();
    made.git("config", "core.autocrlf", "true");
    made.remove("plans/b.md");
    made.git("checkout", "--", "plans/b.md");
    expect(ask(made.directory).output).not.toContain("as it is");
  });

  test("is what programs are promised", () => {
    const made = lively();
    const { output } = ask(made.directory, "plans/b.md", "--format", "json", "--levelled", "--forecast");
    const answer: unknown = JSON.parse(output);
    expect(outputSchema.safeParse(answer).error).toBeUndefined();
    expect(answer).toMatchObject({
      command: "trend",
      plans: [
        {
          path: "plans/b.md",
          data: {
            earlier: "none",
            revisions: [
              {
                author: "Ada",
                path: "plans/a.md",
                status: "plan",
                time: "2026-01-05T09:00:00+00:00",
                numbers: { tasks: 2, hours: 20, levelledEnd: 20 },
              },
              { path: "plans/a.md", numbers: { tasks: 3, doneHours: 8, leftHours: 32 } },
              { path: "plans/b.md" },
              { status: "unreadable", reason: "the file is not UTF-8 (byte 3, line 1), save it as UTF-8" },
              { numbers: { end: 50, levelledEnd: 50, p50: expect.any(Number), p90: expect.any(Number) } },
            ],
          },
        },
      ],
    });
  });

  test("begins where it is asked to, and says what is left out", () => {
    const made = lively();
    const limited = ask(made.directory, "--limit", "2").output;
    expect(limited).toContain("older commits are left out: `--limit <count>` asks for more");
    expect(limited).not.toContain("renamed");
    expect(numbersIn(ask(made.directory, ...csv, "--limit", "2").output)).toHaveLength(2);
    expect(numbersIn(ask(made.directory, ...csv, "--limit", "5").output)).toHaveLength(5);
    made.git("commit", "--quiet", "--allow-empty", "--message", "later");
    expect(numbersIn(ask(made.directory, ...csv, "--since", "2026-01-06").output)).toEqual(["plan,3,50,20,30,0,0,50,,0,0,0"]);
    expect(numbersIn(ask(made.directory, ...csv, "--since", "2026-01-05").output)).toHaveLength(5);
  });

  test("knows a file that went and came back", () => {
    const made = createRepository();
    made.write("plan.md", planText(["1.1 | Dig | 8h | Ada | -"]));
    made.commit("begin");
    made.remove("plan.md");
    made.commit("gone");
    made.write("plan.md", planText(["1.1 | Dig | 9h | Ada | -"]));
    made.commit("back");
    const { output } = ask(made.directory, "plan.md");
    expect(output).toContain("the file was removed");
    expect(output).toContain("+1 h");
  });

  test("says what a merge brought in, and nothing twice", () => {
    const made = createRepository();
    made.write("plan.md", planText(["1.1 | Dig | 8h | Ada | -", "1.2 | Pour | 8h | Bob | 1.1"]));
    made.commit("begin");
    made.git("checkout", "--quiet", "-b", "work");
    made.write("plan.md", planText(["1.1 | Dig | 9h | Ada | -", "1.2 | Pour | 8h | Bob | 1.1"]));
    made.commit("one");
    made.write("plan.md", planText(["1.1 | Dig | 10h | Ada | -", "1.2 | Pour | 8h | Bob | 1.1"]));
    made.commit("two");
    made.git("checkout", "--quiet", "main");
    made.write("else.md", "nothing");
    made.commit("meanwhile");
    made.git("merge", "--quiet", "--no-edit", "work");
    expect(numbersIn(ask(made.directory, "plan.md", ...csv).output)).toEqual([
      "plan,2,16,0,16,0,0,16,,0,0,0",
      "plan,2,18,0,18,0,0,18,,0,0,0",
    ]);
  });

  test("dates the end where the plan says when it begins", () => {
    const made = createRepository();
    made.write("plan.md", `---\nsprintplan:\n  calendar:\n    start: 2026-03-02\n---\n\n${planText(["1.1 | Dig | 8h | Ada | -"])}`);
    made.commit("begin");
    made.write("plan.md", `---\nsprintplan:\n  calendar:\n    start: 2026-03-02\n---\n\n${planText(["1.1 | Dig | 16h | Ada | -"])}`);
    made.commit("more");
    const { output } = ask(made.directory, "plan.md");
    expect(output).toContain("the end moved from 8 h to 16 h (Tue 3 Mar 2026)");
    expect(output).toContain("ends on");
  });

  test("survives tasks that wait for each other, and revisions with a broken configuration", () => {
    const made = createRepository();
    made.write("plan.md", `---\nsprintplan:\n  nonsense: 1\n---\n\n${planText(["1.1 | Dig | 8h | Ada | -"])}`);
    made.commit("begin");
    made.write("plan.md", planText(["1.1 | Dig | 8h | Ada | 1.2", "1.2 | Pour | 8h | Bob | 1.1"]));
    made.commit("circle");
    const { output, code } = ask(made.directory, "plan.md");
    expect(code).toBe(1);
    expect(output).toContain("cannot be read: plan.md:3:");
    expect(output).toContain("the end is not known; 1 revision cannot be read");
    expect(output).toContain("dependency-cycle");
  });

  test("cannot be made to speak to the terminal or the page", () => {
    const made = createRepository();
    made.git("config", "user.name", "\u001b[31m<b>Eve</b>");
    made.write("\u001b[2J<img src=x>.md", planText(["1.1 | Dig | 8h | Ada | -"]));
    made.commit("begin");
    made.git("mv", "\u001b[2J<img src=x>.md", "plan.md");
    made.commit("rename");
    for (const name of ["text", "markdown", "csv", "json"]) {
      const { output } = ask(made.directory, "plan.md", "--format", name);
      expect(output).not.toContain("\u001b");
      if (name === "markdown") expect(output).not.toMatch(/^[^`]*<img/m);
    }
  });

  test("of 300 commits takes a few seconds", () => {
    const made = createRepository();
    const commits = Array.from({ length: 300 }, (_, index) => {
      const text = planText([`1.1 | Dig | ${(index % 100) + 1}h | Ada | -`, "1.2 | Pour | 8h | Bob | 1.1"]);
      return `commit refs/heads/main\ncommitter Ada <a@b> ${1767600000 + 86_400 * index} +0000\ndata 1\nx\nM 644 inline plan.md\ndata ${text.length}\n${text}\n`;
    });
    writeFileSync(join(made.directory, "stream"), commits.join(""));
    made.git("-c", "alias.load=!git fast-import --quiet < stream", "load");
    made.git("reset", "--quiet", "--hard");
    const start = performance.now();
    const { output } = ask(made.directory, "plan.md");
    expect(performance.now() - start).toBeLessThan(10_000);
    const lines = output.split("\n");
    expect(lines.filter((line) => /^2026-\d\d-\d\d {2}[0-9a-f]{8}/.test(line))).toHaveLength(40);
    expect(output).toContain("260 commits not shown");
    expect(lines.filter((line) => / of \d+ h$/.test(line))).toHaveLength(24);
  }, 60_000);
});

describe("no history", () => {
  const rows = planText(["1.1 | Dig | 8h | Ada | -"]);

  test("outside of a repository", () => {
    const folder = temporaryFolder();
    expect(refusal(folder)).toContain("this is no git repository");
  });

  test("before the first commit", () => {
    const made = createRepository();
    made.write("plan.md", rows);
    expect(refusal(made.directory)).toContain("this repository has no commit on a branch yet");
    made.write("other.md", "nothing");
    made.git("add", "other.md");
    made.git("commit", "--quiet", "--message", "other");
    expect(ask(made.directory).output).toMatch(/as it is {2}1 task .*\n\n8 h in all; 0 h done, 8 h left; the end is at 8 h\n$/);
    expect(refusal(made.directory, "plan.md")).toContain("`plan.md` has no history under this name: it was never committed");
  });

  test("in a bare repository, of standard input, since no date", () => {
    const made = lively();
    const bare = join(temporaryFolder(), "bare");
    made.git("clone", "--quiet", "--bare", made.directory, bare);
    expect(refusal(bare)).toContain("bare");
    expect(refusal(made.directory, "-")).toContain("a plan from standard input has no history");
    for (const since of ["yesterday", "2026-02-30", "--all"])
      expect(refusal(made.directory, `--since=${since}`)).toContain("--since takes a date");
  });

  test("of a file outside", () => {
    const made = lively();
    const folder = temporaryFolder();
    writeFileSync(join(folder, "plan.md"), rows);
    expect(refusal(made.directory, join(folder, "plan.md"))).toContain("it is not in this repository");
  });

  test("before a shallow clone begins", () => {
    const made = lively();
    const clone = join(temporaryFolder(), "clone");
    made.git("clone", "--quiet", "--depth", "1", `file://${made.directory}`, clone);
    expect(ask(clone).output).toContain("older commits are not in this shallow clone: `git fetch --unshallow` gets them");
  });
});
