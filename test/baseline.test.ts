import { describe, expect, test } from "vitest";
import { run } from "../src/cli.ts";
import { outputSchema } from "../src/report/schema.ts";
import { createMemoryHost, type MemoryHost, type World } from "./memory-host.ts";

const header = "| ID | Task | Hours | Dependencies |\n|---|---|---|---|\n";
const plan = `${header}| 1 | Dig | 8 | 9 |\n| 2 | Build | 4 | 1, 1 |\n`;

function hostAfter(host: MemoryHost, changed: Readonly<Record<string, string>> = {}): MemoryHost {
  const kept = ["a.md", "b.md", "known/all.json"].flatMap((path) => {
    const text = changed[path] ?? host.textOf(path);
    return text === undefined ? [] : [[path, text] as const];
  });
  return createMemoryHost({ files: new Map(kept) });
}

function updated(world: World, ...more: readonly string[]): MemoryHost {
  const host = createMemoryHost(world);
  expect(run(["check", "a.md", "b.md", "--baseline", "known/all.json", "--update-baseline", ...more], host)).toBe(0);
  return host;
}

const both: World = {
  files: new Map([
    ["a.md", plan],
    ["b.md", plan],
  ]),
};

describe("a baseline", () => {
  test("names plans from its own folder, and is the same when it is written again", () => {
    const host = updated(both);
    const written = host.textOf("known/all.json") ?? "";
    expect(JSON.parse(written).findings.map(({ path }: { readonly path: string }) => path)).toEqual([
      "../a.md",
      "../a.md",
      "../b.md",
      "../b.md",
    ]);
    const again = hostAfter(host);
    expect(run(["check", "b.md", "./a.md", "--baseline", "known/all.json", "--update-baseline"], again)).toBe(0);
    expect(again.textOf("known/all.json")).toBe(written);
  });

  test("keeps what it knows of plans that were not looked at", () => {
    const host = hostAfter(updated(both), { "a.md": plan.replace("| 9 |", "| None |") });
    expect(run(["check", "a.md", "--baseline", "known/all.json", "--update-baseline"], host)).toBe(0);
    expect(host.textOf("known/all.json")?.match(/"path"/g)).toHaveLength(3);
    expect(host.screen()).toContain("sprintplan: known/all.json: 1 entry removed\n");
  });

  test("hides no more of a kind than it lists", () => {
    const host = hostAfter(updated(both), { "a.md": plan.replace("1, 1", "1, 1, 1") });
    expect(run(["check", "a.md", "--baseline", "known/all.json", "--max-warnings", "0"], host)).toBe(1);
    expect(host.output()).toContain("2 tasks in 1 plan: 1 warning, 2 hidden by the baseline (1 fixable with --fix)\n");
  });

  test("does not hide from repairs, and lists what they leave", () => {
    const host = updated(both, "--fix");
    expect(host.textOf("a.md")).toBe(plan.replace("1, 1", "1"));
    expect(host.textOf("known/all.json")).not.toContain("duplicate-dependency");
  });

  test("that somebody else changed meanwhile is not replaced", () => {
    const memory = updated(both);
    const theirs = new TextEncoder().encode("theirs");
    const host: MemoryHost = {
      ...memory,
      readFile: (path) => {
        const contents = memory.readFile(path);
        if (path.endsWith("all.json")) memory.writeFile(path, theirs);
        return contents;
      },
    };
    expect(run(["check", "a.md", "--baseline", "known/all.json", "--update-baseline"], host)).toBe(2);
    expect(memory.textOf("known/all.json")).toBe("theirs");
    expect(memory.screen()).toContain("cannot write `known/all.json`: it changed since it was read");
  });

  test("that cannot be written is no success", () => {
    const memory = createMemoryHost(both);
    const host = { ...memory, writeFile: () => ({ kind: "refused", reason: "no space left on the device" }) as const };
    expect(run(["check", "a.md", "--baseline", "known.json", "--update-baseline"], host)).toBe(2);
    expect(memory.screen()).toContain("sprintplan: cannot write `known.json`: no space left on the device\n");
  });

  test("takes any name that a plan may have", () => {
    const names = ["__proto__", "constructor", "toString"];
    const rows = names.map((name) => `| \`${name}\` | Dig | 8 | 9 |\n`).join("");
    const host = updated({
      files: new Map([
        ["a.md", header + rows],
        ["b.md", plan],
      ]),
    });
    expect(run(["check", "a.md", "b.md", "--baseline", "known/all.json", "--fail-on", "info"], hostAfter(host))).toBe(0);
  });
});

test.each([
  [["config", "--format", "json"]],
  [["config", "a.md", "--joint", "each", "--format", "json"]],
  [["check", "--list-files", "--format", "json"]],
  [["check", "--baseline", "known/all.json", "--format", "json"]],
])("%j prints what the schema describes", (argv) => {
  const host = hostAfter(updated(both));
  expect(run(argv, host)).toBe(0);
  expect(() => outputSchema.parse(JSON.parse(host.output()))).not.toThrow();
});
