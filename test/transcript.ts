import { run } from "../src/cli.ts";
import { createMemoryHost, type MemoryHost } from "./memory-host.ts";

/** A fenced block of a page: its info string, its text, and where the text stands. */
interface Fence {
  readonly info: string;
  readonly body: string;
  readonly start: number;
  readonly end: number;
}

/** One command with what the page says it prints, and what it does print. */
export interface Step {
  readonly command: string;
  readonly expected: string;
  readonly actual: string;
}

export interface Played {
  readonly steps: readonly Step[];
  /** The page with what the commands do print. */
  readonly page: string;
}

/**
 * Runs all `console` fences of a page on one project in memory. Fences whose info string names a file make up the
 * project: `markdown plan.md` by its text, `bytes=fffe plan.md` by its bytes; they are there from the beginning.
 *
 * A line `…` by itself stands for lines that the page leaves out. What stands before the first one begins what is
 * printed, what stands behind the last one ends it, and a part in between is known by its first line; all of them are
 * compared line by line. Where a part cannot be found, the whole output is demanded.
 *
 * Both streams are shown as a person sees them, an escape character as `␛`; `2>/dev/null` leaves standard output alone.
 */
export function play(page: string, around: ReadonlyMap<string, string> = new Map()): Played {
  const fences = fencesOf(page);
  const files = new Map<string, string | Uint8Array>([...around, ...fences.flatMap(fileOf)]);
  const steps: Step[] = [];
  let rewritten = "";
  let at = 0;
  for (const fence of fences.filter(({ info }) => info === "console")) {
    const played = commandsOf(fence.body).map((written) => playStep(written, files));
    steps.push(...played);
    rewritten += page.slice(at, fence.start) + played.map(({ command, actual }) => `$ ${command}\n${actual}`).join("\n");
    at = fence.end;
  }
  return { steps, page: rewritten + page.slice(at) };
}

function fencesOf(page: string): readonly Fence[] {
  return [...page.matchAll(/^(`{3,})([^\n`]*)\n([\s\S]*?)^\1$/gm)].map((match) => {
    const start = match.index + match[1].length + match[2].length + 1;
    return { info: match[2].trim(), body: match[3], start, end: start + match[3].length };
  });
}

function fileOf({ info, body }: Fence): readonly (readonly [string, string | Uint8Array])[] {
  const [kind, path] = info.split(" ");
  if (path === undefined) return [];
  const bytes = /^bytes=([0-9a-f]*)$/.exec(kind);
  return [[path, bytes === null ? body : Uint8Array.from(Buffer.from(bytes[1], "hex"))]];
}

interface Written {
  readonly command: string;
  readonly expected: string;
}

/** A blank line before the next command belongs to the page, not to what the command prints. */
function commandsOf(body: string): readonly Written[] {
  return body
    .split(/^\$ /m)
    .slice(1)
    .map((part, index, parts) => {
      const [command, ...lines] = part.split("\n");
      const text = lines.join("\n");
      return { command, expected: index < parts.length - 1 ? text.replace(/\n$/, "") : text };
    });
}

function playStep({ command, expected }: Written, files: Map<string, string | Uint8Array>): Step {
  return { command, expected, actual: excerptOf(execute(command, files), expected) };
}

/** The parts of what was printed that the page shows. */
function excerptOf(printed: string, shown: string): string {
  const parts = `\n${shown}`.split("\n…\n").map((part, index) => linesOf(index === 0 ? part.slice(1) : part));
  const lines = linesOf(printed);
  const excerpt: string[] = [];
  let behind = 0;
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1;
    const from = index === 0 ? 0 : last ? lines.length - part.length : lines.indexOf(part[0], behind + 1);
    if (parts.length === 1 || from < behind || (index > 0 && from === behind)) return printed;
    excerpt.push(...(index === 0 ? [] : ["…"]), ...lines.slice(from, from + part.length));
    behind = from + part.length;
  }
  return `${excerpt.join("\n")}\n`;
}

function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}

/** `NAME=value … sprintplan … < file`, or `cat file`: as much of a shell as pages need. */
function execute(command: string, files: Map<string, string | Uint8Array>): string {
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3]);
  const named = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
  const environment = new Map(words.slice(0, named).map((word) => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)]));
  const [program, ...given] = words.slice(named);
  const rest = given.filter((word) => word !== "2>/dev/null");
  const redirected = rest.indexOf("<");
  const argv = redirected < 0 ? rest : rest.slice(0, redirected);
  const input = redirected < 0 ? "" : (files.get(rest[redirected + 1]) ?? "");
  if (program === "cat") return String(files.get(argv[0]) ?? `cat: ${argv[0]}: no such file\n`);
  if (program !== "sprintplan") return `${program}: not known to transcripts\n`;
  const host = createMemoryHost({ files, input, environment });
  const code = run(argv, host);
  remember(host, argv, files);
  const seen = rest.length < given.length ? host.output() : host.screen();
  return ended(seen).replaceAll("\u001b", "␛") + (code === 0 ? "" : `[exit ${code}]\n`);
}

/** What the program wrote is there for the next command; a report may have made a new file. */
function remember(host: MemoryHost, argv: readonly string[], files: Map<string, string | Uint8Array>): void {
  const reports = argv.flatMap((word) => (word.includes("=") ? [word.slice(word.indexOf("=") + 1)] : []));
  for (const path of [...files.keys(), ...reports]) {
    const text = host.textOf(path);
    if (text !== undefined && typeof files.get(path) !== "object") files.set(path, text);
  }
}

function ended(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
