import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pass } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BuiltProgram, buildProgram } from "./built-program.ts";
import { patience, times } from "./runs.ts";

const KILLS = times(50);
const PLANS = 12;

const work = realpathSync(mkdtempSync(join(tmpdir(), "sprintplan-kill-")));
const home = join(work, "home");
const environment = { PATH: process.env.PATH, HOME: home };
let program: BuiltProgram;

beforeAll(() => {
  mkdirSync(home);
  program = buildProgram();
}, 90_000);

afterAll(() => {
  program.remove();
  rmSync(work, { recursive: true, force: true });
});

const tasks = Array.from({ length: 10 }, (_, row) => `| 1.${row + 1} | Step ${row} | 8h | Ada | - |\n`).join("");
const head = "# Plan\n\n## Sprint 1: Start\n\n| Task | Title | Estimate | Assignee | Dependencies |\n|---|---|---|---|---|\n";
const old = `${head}${tasks}| **Total** | | **9h** | | |\n`;
const repaired = old.replace("**9h**", "**80h**");

function start(folder: string) {
  return spawn(process.execPath, [program.file, "check", "--fix", "."], { cwd: folder, env: environment, stdio: "ignore" });
}

/** Kills a run at some moment: of its whole life, or from its first writing on. */
async function killed(folder: string, share: number, from: "start" | "writing"): Promise<void> {
  const child = start(folder);
  const gone = once(child, "exit");
  if (from === "writing") {
    const stop = new AbortController();
    const writing = new Promise((resolve) => watch(folder, { signal: stop.signal }).on("change", resolve));
    await Promise.race([writing, gone]);
    stop.abort();
    await pass(share * 15);
  } else await pass(share * 200);
  child.kill("SIGKILL");
  await gone;
}

test(
  `after each of ${KILLS} kills every plan is the old or the new one, and the next run goes on`,
  async () => {
    const folder = join(work, "plans");
    mkdirSync(folder);
    const names = Array.from({ length: PLANS }, (_, index) => `${index}.md`);
    let hit = 0;
    for (const [index, share] of fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), KILLS).entries()) {
      for (const name of names) writeFileSync(join(folder, name), old);
      await killed(folder, share, index % 3 === 0 ? "start" : "writing");
      const texts = names.map((name) => readFileSync(join(folder, name), "utf8"));
      expect(texts.filter((text) => text !== old && text !== repaired)).toEqual([]);
      const done = texts.filter((text) => text === repaired).length;
      const left = readdirSync(folder).filter((name) => !names.includes(name));
      // What a kill leaves can only be the one file that was being written, by a name that is no plan's.
      expect(left.filter((name) => !/^\d+\.md\.\d+$/.test(name))).toEqual([]);
      expect(left.length).toBeLessThan(2);
      hit += left.length > 0 || (done > 0 && done < PLANS) ? 1 : 0;
      if (index % 10 === 9) {
        const [code] = await once(start(folder), "exit");
        expect(code).toBe(0);
        expect(names.filter((name) => readFileSync(join(folder, name), "utf8") !== repaired)).toEqual([]);
      }
      for (const name of left) rmSync(join(folder, name));
    }
    // Else it was not writing that was interrupted.
    expect(hit).toBeGreaterThan(KILLS / 10);
  },
  patience(60),
);
