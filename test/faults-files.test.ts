import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { run } from "../src/cli.ts";
import { createHost } from "../src/host.ts";
import { situations } from "./file-situations.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const table = "| Task | Title | Estimate | Assignee | Dependencies |\n|---|---|---|---|---|\n";
const plan = `# Plan\n\n## Sprint 1: Start\n\n${table}| 1.1 | Begin | 8h | Ada | - |\n| **Total** | | **9h** | | |\n`;
const baseline = '{ "tool": "sprintplan", "baselineVersion": 1, "findings": [] }\n';

const wordsFor = {
  fix: (file: string) => ["check", "--fix", "--format", "compact", "--", file],
  report: (file: string) => ["check", "plan.md", "--fail-on", "never", "--format", `json=${file}`],
  baseline: (file: string) => ["check", "plan.md", "--baseline", file, "--update-baseline", "--format", "compact"],
};

type Way = keyof typeof wordsFor;

function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "sprintplan-file-")));
  folders.push(folder);
  writeFileSync(join(folder, "plan.md"), plan);
  return folder;
}

/** Runs the program on real files; `happen` comes after the plan was read. */
function act(folder: string, words: readonly string[], happen: () => void) {
  const real = createHost();
  let screen = "";
  const tell = (text: string) => {
    screen += text;
    return { kind: "written" } as const;
  };
  const asked = words.includes("plan.md") ? "plan.md" : words.at(-1);
  const readFile = (path: string) => {
    const contents = real.readFile(path);
    if (path === join(folder, asked ?? "")) happen();
    return contents;
  };
  const code = run(words, { ...real, workingDirectory: folder, writeOutput: tell, writeError: tell, readFile });
  return { code, screen };
}

/** Everything in a folder but one file: what it is, and what is in it. */
function others(folder: string, path: string): readonly string[] {
  const written = ownFile(path);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, own: join(entry.parentPath, entry.name) }))
    .filter(({ entry, own }) => own !== path && (entry.name.endsWith("-other") || ownFile(own) === undefined || ownFile(own) !== written))
    .map(({ entry, own }) => `${own} ${entry.isFile() ? readFileSync(own, "utf8") : entry.isSymbolicLink() ? readlinkSync(own) : ""}`)
    .sort();
}

/** What a path leads to; undefined for a link, which stands for itself. */
function ownFile(path: string): string | undefined {
  if (!existsSync(path) || lstatSync(path).isSymbolicLink()) return undefined;
  const { dev, ino } = statSync(path);
  return `${dev} ${ino}`;
}

function contentAfter(way: Way, path: string): void {
  const text = readFileSync(path, "utf8");
  if (way === "report") expect(JSON.parse(text)).toMatchObject({ plans: [{ path: "plan.md" }] });
  if (way === "baseline")
    expect(JSON.parse(text)).toMatchObject({ findings: [{ path: expect.stringMatching(/plan\.md$/), rule: "wrong-total" }] });
}

describe.each(situations)("$name", ({ file = "file", make, happen, ...outcomes }) => {
  test.each(["fix", "report", "baseline"] as const)("as what is to be written by a %s", async (way) => {
    const folder = temporaryFolder();
    const path = file.startsWith("/") ? file : join(folder, file);
    const content = { fix: plan, report: "old\n", baseline }[way];
    make(path, content);
    const stats = existsSync(path) ? lstatSync(path) : undefined;
    const reads =
      stats?.isFIFO() && way === "report"
        ? spawn("cat", [path], { stdio: ["ignore", openSync(`${path}-read`, "w"), "ignore"] })
        : undefined;
    const before = stats?.isFile() ? readFileSync(path) : undefined;
    let during: readonly string[] = others(folder, path);
    let left = before;
    const { code, screen } = act(folder, wordsFor[way](file), () => {
      happen?.(path, content);
      during = others(folder, path);
      if (happen !== undefined) left = existsSync(path) ? readFileSync(path) : undefined;
    });
    if (outcomes[way] === "swallowed") {
      if (reads !== undefined) {
        await once(reads, "close");
        expect(JSON.parse(readFileSync(`${path}-read`, "utf8"))).toMatchObject({ plans: [{ path: "plan.md" }] });
      }
      expect([code, screen, lstatSync(path).mode]).toEqual([0, "", stats?.mode]);
      return;
    }
    expect(others(folder, path)).toEqual(during);
    if (outcomes[way] === "written") {
      expect(code).toBe(0);
      if (way === "fix") expect(readFileSync(path, "utf8")).toBe(before?.toString().replace("9h", "8h"));
      else contentAfter(way, path);
    } else {
      expect(screen).toContain(outcomes[way]);
      expect(code).toBe(outcomes[way] === "empty-plan" ? 1 : 2);
      if (left !== undefined) expect(readFileSync(path).equals(left)).toBe(true);
    }
  });
});
