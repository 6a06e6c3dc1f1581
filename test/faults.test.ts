import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BuiltProgram, buildProgram } from "./built-program.ts";

const work = mkdtempSync(join(tmpdir(), "sprintplan-faults-"));
let program: BuiltProgram;

const header = "| Task | Title | Estimate | Assignee | Dependencies |\n|---|---|---|---|---|\n";
const planOf = (total: string, rows = 1) => {
  const tasks = Array.from({ length: rows }, (_, row) => `| 1.${row + 1} | Begin | 8h | Ada | - |\n`).join("");
  return `# Plan\n\n## Sprint 1: Start\n\n${header}${tasks}| **Total** | | **${total}** | | |\n`;
};
const put = (path: string, content: string | Uint8Array) => {
  mkdirSync(join(work, path, ".."), { recursive: true });
  writeFileSync(join(work, path), content, { mode: 0o755 });
};

beforeAll(() => {
  program = buildProgram();
  put("good.md", planOf("8h"));
  put("bad.md", planOf("9h"));
  put("long.md", planOf("1h", 3000));
  put("latin.md", Buffer.from(planOf("8h").replace("Ada", "Zo\u00eb"), "latin1"));
  for (let index = 0; index < 240; index++) put(`many/${index}.md`, planOf(index % 2 === 0 ? "8h" : "9h"));
  put("broken/sprintplan.config.json", "{");
  put("broken/good.md", planOf("8h"));
  put("baseline.json", '{ "tool": "sprintplan", "baselineVersion": 1, "find');
  put("failing/git", "#!/bin/sh\nexit 1\n");
  put("lying/git", "#!/bin/sh\necho true; echo false; echo; echo nonsense\n");
  put("killed/git", "#!/bin/sh\nkill -9 $$\n");
  put("empty/none", "");
  program.shell("git init -q && git add good.md && git -c user.name=A -c user.email=a@b commit -qm begin", { cwd: work });
}, 90_000);

afterAll(() => {
  program.remove();
  rmSync(work, { recursive: true, force: true });
});

/** Runs a line that ends by saying the program's code on standard error. */
function faulty(line: string, environment: NodeJS.ProcessEnv = {}) {
  const { output, error } = program.shell(line, { cwd: work, env: environment });
  const [, said, code] = /^(.*?)code (\d+)\n$/s.exec(error) ?? [];
  return { code: Number(code), said, output };
}

const closed = (words: string) => `{ sleep 0.2; $SP ${words}; echo code $? >&2; } | true`;
const plain = (words: string) => `$SP ${words}; echo code $? >&2`;

describe("output that nobody reads", () => {
  test.each([
    "check good.md",
    "check bad.md",
    "check good.md --format json",
    "check --fix - <bad.md",
    "cp good.md",
    "diff good.md bad.md",
    "explain",
    "config",
    "check --list-files good.md",
    "--help",
    "--version",
  ])("ends %s quietly, but not as if all was told", (words) => {
    expect(faulty(closed(words))).toMatchObject({ code: 2, said: "" });
  });

  test("any more is the same", () => {
    expect(faulty("{ $SP check many --format json; echo code $? >&2; } | head -c 100")).toMatchObject({ code: 2, said: "" });
  });
});

describe("output that cannot be written", () => {
  test.each(["check good.md", "check good.md --format json", "check --fix - <bad.md", "cp good.md", "explain", "--help", "--version"])(
    "ends %s with a reason",
    (words) => {
      expect(faulty(plain(`${words} >/dev/full`))).toMatchObject({
        code: 2,
        said: expect.stringContaining("no space left on the device\n"),
      });
    },
  );
});

const SIZE = "cannot write the output: it is larger than a file may be here";
const faults: readonly (readonly [name: string, line: string, code: number, said: string])[] = [
  ["standard error is full", `${plain("check none.md").replace(";", " 2>/dev/full;")}`, 2, ""],
  ["output outgrows its file", `ulimit -f 4; $SP check many --format json >out.json; echo code $? >&2`, 2, SIZE],
  ["no file", plain("check 'none*.md'"), 2, "no plan found in `none*.md`"],
  ["a missing file among others", plain("check good.md none.md"), 2, "cannot read `none.md`: no such file"],
  ["invalid UTF-8", plain("check latin.md"), 2, "cannot read `latin.md`"],
  ["invalid UTF-8 among others", plain("check good.md latin.md"), 2, "cannot read `latin.md`"],
  ["a broken configuration", plain("check broken/good.md"), 2, "sprintplan.config.json"],
  ["a missing configuration", plain("check good.md --config none.json"), 2, "none.json"],
  ["a broken baseline", plain("check good.md --baseline baseline.json"), 2, "cannot read the baseline"],
  ["a broken baseline to be updated", plain("check good.md --baseline baseline.json --update-baseline"), 2, "cannot read the baseline"],
  ["a report in no folder", plain("check good.md --format json=none/report.json"), 2, "cannot write `none/report.json`: no such file"],
  ["a report over a plan", plain("check good.md --format json=good.md"), 2, "it is one of the plans"],
  ["two reports in one file", plain("check good.md --format json=two --format sarif=two"), 2, "something else is written there"],
  ["a folder on standard input", plain("check - <many"), 2, "it is a directory"],
  ["no standard input", plain("check - <&-"), 1, ""],
  ["a working directory that is gone", `mkdir gone; cd gone; rmdir ../gone; ${plain("check")}`, 3, "the working directory is gone"],
  ["no git", `PATH=${work}/empty ${plain("diff HEAD")}`, 2, "no git repository"],
  ["a git that fails", `PATH=${work}/failing ${plain("diff HEAD")}`, 2, ""],
  ["a git that says something else", `PATH=${work}/lying ${plain("trend good.md")}`, 2, "cannot read what git answers"],
  ["a git that is killed", `PATH=${work}/killed ${plain("trend good.md")}`, 2, "it was ended by SIGKILL"],
  ["options that Node does not know", `NODE_OPTIONS=--none ${plain("check good.md")}`, 9, "not allowed in NODE_OPTIONS"],
  ["a deadline", `timeout --preserve-status -s TERM 0.1 ${plain("check many --format json")}`, 143, ""],
  ["an interruption", `timeout --preserve-status -s INT 0.1 ${plain("check many --format json")}`, 130, ""],
];

describe("a fault", () => {
  test.each(faults)("of %s is never green", (_name, line, code, said) => {
    const ended = faulty(line);
    expect(ended).toMatchObject({ code, said: expect.stringContaining(said) });
    if (line.includes("--format json;")) expect(ended.output).toBe("");
  });

  test("of little memory leaves no half report", () => {
    const line = `ulimit -c 0; ${process.execPath} --max-old-space-size=6 ${program.file} check long.md --format json; echo code $? >&2`;
    const { code, output } = faulty(line);
    expect(code).toBeGreaterThan(2);
    expect(output).toBe("");
  });

  test.each([20, 40, 60, 100])("of a stack of %i kB is told, or none", (size) => {
    const { code, signal, output } = program.start(["check", "bad.md", "--format", "json"], { cwd: work }, [`--stack-size=${size}`]);
    if (code === 1) expect(JSON.parse(output)).toMatchObject({ summary: { errors: 1 } });
    else expect([output, code !== 0 || signal !== null]).toEqual(["", true]);
  });

  test("of a home that does not exist, or of none, changes nothing", () => {
    for (const HOME of ["/nonexistent/home", "/proc/none", ""]) {
      expect(faulty(plain("check good.md --format json"), { HOME, NODE_DISABLE_COMPILE_CACHE: "" })).toMatchObject({ code: 0, said: "" });
    }
  });

  test("of compiled code that was damaged changes nothing", () => {
    const home = join(work, "home");
    mkdirSync(home);
    const options = { cwd: work, env: { HOME: home, NODE_DISABLE_COMPILE_CACHE: "" } };
    const start = () => program.start(["check", "bad.md"], options);
    const healthy = start();
    const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(2);
    for (const part of [0.01, 0.3, 0.6, 0.99]) {
      for (const file of files) {
        const path = join(file.parentPath, file.name);
        const bytes = readFileSync(path);
        bytes[Math.floor(bytes.length * part)] ^= 0xff;
        writeFileSync(path, bytes);
      }
      expect(start()).toEqual(healthy);
    }
  });
});

describe("a package of which a part", () => {
  const broken = (part: string, damage: (path: string) => void) => {
    const folder = mkdtempSync(join(work, "broken-"));
    cpSync(program.folder, folder, { recursive: true });
    damage(join(folder, part));
    return program.shell(`${process.execPath} ${folder}/bin/sprintplan.js check good.md`, { cwd: work });
  };
  const parts = ["dist/cli.cjs", "dist/core.cjs", "dist/commands-check.cjs", "bin/load-program.js"];

  test.each(parts)("%s is missing is not taken for findings", (part) => {
    const { code, error } = broken(part, (path) => rmSync(path));
    expect([code, error.startsWith("sprintplan: ")]).toEqual([3, true]);
  });

  test.each(parts)("%s is cut off is not taken for findings", (part) => {
    const { code, output } = broken(part, (path) => writeFileSync(path, readFileSync(path).subarray(0, 40)));
    expect([code, output]).toEqual([3, ""]);
  });
});

const start = 'const { workerData: { items, counters, port } } = require("node:worker_threads");\n';
const members = [
  'throw new Error("it fails at once");',
  "process.exit(0);",
  `${start}Atomics.add(counters, 0, 3); process.exit(0);`,
  `${start}Atomics.add(counters, 0, 3); for (;;);`,
  `${start}Atomics.add(counters, 0, 300);`,
];

test("a further thread that is lost or late, whatever it took, changes nothing", () => {
  const healthy = program.shell("$SP check many --format json", { cwd: work });
  expect(healthy).toMatchObject({ code: 1, error: "" });
  const lines = members.map((member, index) => {
    cpSync(program.folder, join(work, `member-${index}`), { recursive: true });
    writeFileSync(join(work, `member-${index}/bin/member.js`), member);
    return `SPRINTPLAN_THREADS=1 ${process.execPath} member-${index}/bin/sprintplan.js check many --format json >member-${index}/out; echo $? >member-${index}/code`;
  });
  program.shell(`${lines.map((line) => `{ ${line}; } &`).join(" ")} wait`, { cwd: work });
  for (const [index, member] of members.entries()) {
    const read = (name: string) => readFileSync(join(work, `member-${index}`, name), "utf8");
    expect([member, read("code"), read("out")]).toEqual([member, "1\n", healthy.output]);
  }
});
