import { execFileSync } from "node:child_process";
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createHost } from "../src/host.ts";

const folder = mkdtempSync(join(tmpdir(), "sprintplan-host-"));
const host = createHost();
const bytes = (text: string) => new TextEncoder().encode(text);
const at = (name: string) => join(folder, name);
const file = (name: string) => {
  writeFileSync(at(name), "old");
  return at(name);
};

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("replacing a file", () => {
  test("that is as it was read keeps its mode and leaves nothing else behind", () => {
    const path = file("plain.md");
    chmodSync(path, 0o640);
    const before = readdirSync(folder);
    expect(host.replaceFile(path, bytes("old"), bytes("new"))).toEqual({ kind: "written" });
    expect(readFileSync(path, "utf8")).toBe("new");
    expect(lstatSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(before);
  });

  test.each([
    ["changed since", (path: string) => writeFileSync(path, "newer"), "it changed since it was read"],
    ["is read-only", (path: string) => chmodSync(path, 0o444), "it is read-only"],
    ["has another name", (path: string) => linkSync(path, `${path}.other`), "it has further hard links"],
    ["is gone", (path: string) => rmSync(path), "no such file"],
  ])("that %s is refused", (name, happen, reason) => {
    const path = file(`${name}.md`);
    happen(path);
    expect(host.replaceFile(path, bytes("old"), bytes("new"))).toEqual({ kind: "refused", reason });
  });

  test("through a symbolic link is refused", () => {
    symlinkSync(file("target.md"), at("link.md"));
    expect(host.replaceFile(at("link.md"), bytes("old"), bytes("new"))).toEqual({ kind: "refused", reason: "it is a symbolic link" });
    expect(readFileSync(at("target.md"), "utf8")).toBe("old");
  });
});

describe("writing a file", () => {
  test("makes a new one, and never follows a link to another", () => {
    expect(host.writeFile(at("report.json"), bytes("{}"))).toEqual({ kind: "written" });
    symlinkSync(at("report.json"), at("latest.json"));
    expect(host.writeFile(at("latest.json"), bytes("[]"))).toEqual({ kind: "refused", reason: "it is a symbolic link" });
    expect(readFileSync(at("report.json"), "utf8")).toBe("{}");
  });

  test("does not write through a link that lies where the new text would be first", () => {
    const own = at("waylaid.json");
    symlinkSync(file("precious"), `${own}.1234567890`);
    const refused = { kind: "refused", reason: "`waylaid.json.1234567890` beside it is a symbolic link" };
    expect(host.writeFile(own, bytes("{}"))).toEqual(refused);
    expect(host.replaceFile(file("waylaid.json"), bytes("old"), bytes("new"))).toEqual(refused);
    expect(readFileSync(at("precious"), "utf8")).toBe("old");
  });

  test("leaves a device what it is", () => {
    expect(host.writeFile("/dev/null", bytes("x"))).toEqual({ kind: "written" });
    expect(lstatSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  test("says why it cannot", () => {
    expect(host.writeFile(at("nowhere/report.json"), bytes("x"))).toEqual({ kind: "refused", reason: "no such file" });
    expect(host.writeFile(folder, bytes("x"))).toEqual({ kind: "refused", reason: "it is a directory" });
    expect(host.writeFile("/dev/full", bytes("x"))).toEqual({ kind: "refused", reason: "no space left on the device" });
  });
});

describe("reading", () => {
  test.each([
    ["a folder", () => folder, "it is a directory"],
    ["what is missing", () => at("missing.md"), "no such file"],
    ["a pipe nobody writes to", () => pipe("pipe.md"), "it is not a regular file"],
    ["a link to itself", () => loop("loop.md"), "its symbolic links go in circles"],
  ])("%s is refused", (_name, path, reason) => {
    expect(host.readFile(path())).toEqual({ kind: "refused", reason });
  });

  test("entries tell links from what they are", () => {
    mkdirSync(at("tree/inner"), { recursive: true });
    symlinkSync(at("tree"), at("tree/inner/back"));
    expect(host.entriesOf(at("tree/inner"))).toEqual([{ name: "back", kind: "directory", link: true }]);
    expect(host.entriesOf(at("missing"))).toEqual([]);
  });

  test("finds the package's own files", () => {
    expect(host.readOwnFile("package.json")).toContain('"sprintplan"');
    expect(host.readOwnFile("missing.md")).toBeUndefined();
  });
});

function pipe(name: string): string {
  execFileSync("mkfifo", [at(name)]);
  return at(name);
}

function loop(name: string): string {
  symlinkSync(at(name), at(name));
  return at(name);
}
