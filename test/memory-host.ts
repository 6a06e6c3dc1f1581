import { readFileSync } from "node:fs";
import { posix } from "node:path";
import type { Contents, Entry, EntryKind, Host } from "../src/host.ts";

export interface MemoryHost extends Host {
  /** What a person would see: both streams in the order of writing. */
  screen(): string;
  output(): string;
  /** The text of a file; undefined where there is none. */
  textOf(path: string): string | undefined;
}

export interface World {
  /** Texts or bytes by path, relative to the working directory unless absolute. */
  readonly files?: ReadonlyMap<string, string | Uint8Array>;
  readonly input?: string | Uint8Array;
  readonly environment?: ReadonlyMap<string, string>;
  /** Columns of the terminal; undefined for a pipe. */
  readonly columns?: number;
  readonly today?: string;
}

const WORKING_DIRECTORY = "/project";

/** An outside world that lives in memory: a project of its own, with a git folder at its root. */
export function createMemoryHost(world: World = {}): MemoryHost {
  const files = new Map<string, Uint8Array>([[`${WORKING_DIRECTORY}/.git/HEAD`, bytesOf("ref: refs/heads/main\n")]]);
  for (const [path, content] of world.files ?? []) files.set(posix.resolve(WORKING_DIRECTORY, path), bytesOf(content));
  const written: { readonly stream: "output" | "error"; readonly text: string }[] = [];
  const write = (stream: "output" | "error") => (text: string) => {
    written.push({ stream, text });
    return { kind: "written" } as const;
  };
  const save = (path: string, bytes: Uint8Array) => {
    files.set(path, bytes);
    return { kind: "written" } as const;
  };
  return {
    workingDirectory: WORKING_DIRECTORY,
    pathSeparator: "/",
    kindOf: (path) => kindOf(files, path),
    entriesOf: (path) => entriesOf(files, path),
    readFile: (path) => readFrom(files, path),
    readInput: () => ({ kind: "bytes", bytes: bytesOf(world.input ?? "") }),
    replaceFile: (path, expected, bytes) => {
      const current = files.get(path);
      const same = current !== undefined && Buffer.from(current).equals(expected);
      return same ? save(path, bytes) : { kind: "refused", reason: "it changed since it was read" };
    },
    writeFile: save,
    writeOutput: write("output"),
    writeError: write("error"),
    environment: (name) => world.environment?.get(name),
    terminalWidth: () => world.columns,
    today: () => world.today ?? "2026-01-05",
    startCrew: () => undefined,
    showProgress: () => {},
    runProgram: (program) => ({ kind: "refused", reason: `there is no program \`${program}\` here` }),
    readOwnFile: (path) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8"),
    screen: () => written.map(({ text }) => text).join(""),
    output: () =>
      written
        .filter(({ stream }) => stream === "output")
        .map(({ text }) => text)
        .join(""),
    textOf: (path) => {
      const bytes = files.get(posix.resolve(WORKING_DIRECTORY, path));
      return bytes && new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    },
  };
}

function kindOf(files: ReadonlyMap<string, Uint8Array>, path: string): EntryKind {
  if (files.has(path)) return "file";
  const prefix = path.endsWith("/") ? path : `${path}/`;
  return [...files.keys()].some((file) => file.startsWith(prefix)) ? "directory" : "missing";
}

function entriesOf(files: ReadonlyMap<string, Uint8Array>, path: string): readonly Entry[] {
  const prefix = path.endsWith("/") ? path : `${path}/`;
  const inside = [...files.keys()].filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length).split("/"));
  const kinds = new Map(inside.map(([name, ...rest]) => [name, rest.length > 0 ? "directory" : "file"] as const));
  return [...kinds].map(([name, kind]) => ({ name, kind, link: false }));
}

function readFrom(files: ReadonlyMap<string, Uint8Array>, path: string): Contents {
  const bytes = files.get(path);
  if (bytes !== undefined) return { kind: "bytes", bytes };
  return { kind: "refused", reason: kindOf(files, path) === "directory" ? "it is a directory" : "no such file" };
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}
