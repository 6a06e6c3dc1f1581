import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BuiltProgram, buildProgram } from "./built-program.ts";

const NOBODY = 65534;
const SOMEBODY = 65533;
const AS_NOBODY = `setpriv --reuid=${NOBODY} --regid=${NOBODY} --clear-groups`;

const works = (line: string) => spawnSync("bash", ["-c", line], { timeout: 10_000 }).status === 0;
const others = works(`${AS_NOBODY} true`);
const work = realpathSync(mkdtempSync(join(tmpdir(), "sprintplan-owners-")));
chmodSync(work, 0o755);
const disk = join(work, "disk");
mkdirSync(disk);
const MOUNT = `mount -t tmpfs -o size=256k tmpfs ${disk}`;
const UNMOUNT = `umount ${disk}`;
const disks = works(`${MOUNT} && ${UNMOUNT}`);
if (!others) process.stderr.write("no other user can be had here: what belongs to one is not tested\n");
if (!disks) process.stderr.write("no disk can be mounted here: a full one is not tested\n");

let program: BuiltProgram;
beforeAll(() => {
  program = buildProgram();
}, 90_000);

afterAll(() => {
  program.remove();
  rmSync(work, { recursive: true, force: true });
});

const ROWS = 400;
const rows = Array.from({ length: ROWS }, (_, row) => `| 1.${row + 1} | Begin | 8h | Ada | 9.${row} |\n`).join("");
const header = "| Task | Title | Estimate | Assignee | Dependencies |\n|---|---|---|---|---|\n";
const plan = `# Plan\n\n## Sprint 1: Start\n\n${header}${rows}| **Total** | | **9h** | | |\n`;
const baseline = '{ "tool": "sprintplan", "baselineVersion": 1, "findings": [] }\n';

/** What is written to `file`, what stands there before, and the words for it. */
const ways = {
  fix: { content: plan, words: "check --fix --format compact --fail-on never file.md", file: "file.md" },
  report: { content: "old\n", words: "check plan.md --fail-on never --format json=file.json", file: "file.json" },
  baseline: { content: baseline, words: "check plan.md --baseline file.json --update-baseline --fail-on never", file: "file.json" },
} as const;
const names = ["fix", "report", "baseline"] as const;

/** A folder with a plan, and the file that is to be written. */
function place(way: (typeof names)[number], folder = mkdtempSync(join(work, "of-"))) {
  const { content, words, file } = ways[way];
  writeFileSync(join(folder, "plan.md"), plan);
  writeFileSync(join(folder, file), content);
  const own = (path: string, user: number, mode: number) => {
    chownSync(path, user, user);
    chmodSync(path, mode);
  };
  const path = join(folder, file);
  return {
    own: (user: number, mode: number) => own(path, user, mode),
    ownFolder: (user: number, mode: number) => own(folder, user, mode),
    run: (before = "", as = "") => program.shell(`${before} ${as} $SP ${words}`, { cwd: folder }),
    stats: () => statSync(path),
    expectUnchanged: () => {
      expect(readdirSync(folder).sort()).toEqual([...new Set([file, "plan.md"])].sort());
      expect(readFileSync(path, "utf8")).toBe(content);
    },
    expectWritten: () => {
      expect(readdirSync(folder).sort()).toEqual([...new Set([file, "plan.md"])].sort());
      expect(readFileSync(path, "utf8")).not.toBe(content);
    },
  };
}

const refused = (reason: string) => ({
  code: 2,
  signal: null,
  error: expect.stringMatching(new RegExp(`cannot write \`file\\.(?:md|json)\`: ${reason}\n`)),
});

describe.each(names)("what is to be written by a %s", (way) => {
  test("outgrows what a file may be", () => {
    const { run, expectUnchanged } = place(way);
    expect(run("ulimit -f 4;")).toMatchObject(refused("it is larger than a file may be here"));
    expectUnchanged();
  });

  test.runIf(disks)("does not fit on the disk", () => {
    expect(works(MOUNT)).toBe(true);
    try {
      const { run, expectUnchanged } = place(way, disk);
      const fill = "trap 'rm -f full' EXIT; cat /dev/zero >full 2>/dev/null;";
      expect(run(fill)).toMatchObject(refused("no space left on the device"));
      expectUnchanged();
    } finally {
      works(UNMOUNT);
    }
  });

  test.runIf(others)("lies in a folder that may not be written to", () => {
    const { own, ownFolder, run, expectUnchanged } = place(way);
    own(NOBODY, 0o644);
    ownFolder(NOBODY, 0o555);
    expect(run("", AS_NOBODY)).toMatchObject(refused("permission denied"));
    expectUnchanged();
  });

  test.runIf(others)("belongs to somebody else, who alone may write it", () => {
    const { own, ownFolder, run, stats, expectUnchanged } = place(way);
    own(SOMEBODY, 0o644);
    ownFolder(NOBODY, 0o755);
    expect(run("", AS_NOBODY)).toMatchObject(refused("permission denied"));
    expectUnchanged();
    expect(stats().uid).toBe(SOMEBODY);
  });

  test.runIf(others)("belongs to somebody else, in a folder where everybody keeps their own", () => {
    const { own, ownFolder, run, expectUnchanged } = place(way);
    own(SOMEBODY, 0o666);
    ownFolder(0, 0o1777);
    expect(run("", AS_NOBODY)).toMatchObject(refused("permission denied"));
    expectUnchanged();
  });

  test.runIf(others)("stays its owner's when root writes it", () => {
    const { own, run, stats, expectWritten } = place(way);
    own(SOMEBODY, 0o640);
    expect(run()).toMatchObject({ code: 0 });
    expectWritten();
    expect([stats().uid, stats().gid, stats().mode & 0o777]).toEqual([SOMEBODY, SOMEBODY, 0o640]);
  });
});
