import { execFileSync } from "node:child_process";
import { chmodSync, linkSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export interface Situation {
  readonly name: string;
  /** What the file is called. */
  readonly file?: string;
  /** Puts what is to be written at this path; it would hold this content. */
  readonly make: (path: string, content: string) => void;
  /** What somebody else does after the plan was read, and before anything is written. */
  readonly happen?: (path: string, content: string) => void;
  /** What becomes of it when it is a plan to be repaired, a report and a baseline: `written`, or what is said instead. */
  readonly fix: string;
  readonly report: string;
  readonly baseline: string;
}

const write = (path: string, content: string) => writeFileSync(path, content);

function linked(path: string, content: string): void {
  write(`${path}-target`, content);
  symlinkSync(`${path}-target`, path);
}

function replaced(path: string, content: string): void {
  write(`${path}-new`, content);
  renameSync(`${path}-new`, path);
}

const unwritten = (reason: string) => `cannot write \`file\`: ${reason}`;
const unread = (reason: string) => `cannot read \`file\`: ${reason}`;
const noBaseline = (reason: string, file = "file") => `cannot read the baseline \`${file}\`: ${reason}`;
const written = { fix: "written", report: "written", baseline: "written" };
const never = (outcome: string) => ({ fix: outcome, report: outcome, baseline: outcome });

const LINK = unwritten("it is a symbolic link");
const CIRCLE = unwritten("its symbolic links go in circles");
const CHANGED = unwritten("it changed since it was read");
const NO_FILE = "no such file";
const NO_REGULAR_FILE = "it is not a regular file";
const LONGEST = "n".repeat(255);
const PLANTED = unwritten("`file.4294967295` beside it is a symbolic link");

export const situations: readonly Situation[] = [
  { name: "an ordinary file", make: write, ...written },
  { name: "a symbolic link", make: linked, ...never(LINK) },
  { name: "a link to nothing", make: (path) => symlinkSync("nowhere", path), ...never(LINK), fix: unread(NO_FILE) },
  { name: "a link to itself", make: (path) => symlinkSync("file", path), ...never(CIRCLE), fix: unread(NO_FILE) },
  {
    name: "a file with another name",
    make: (path, content) => {
      write(path, content);
      linkSync(path, `${path}-other`);
    },
    ...written,
    fix: unwritten("it has further hard links"),
    baseline: unwritten("it has further hard links"),
  },
  {
    name: "a folder",
    make: (path) => mkdirSync(path),
    fix: "no plan found in `file`",
    report: unwritten("it is a directory"),
    baseline: noBaseline("it is a directory"),
  },
  {
    name: "a read-only file",
    make: (path, content) => {
      write(path, content);
      chmodSync(path, 0o444);
    },
    ...never(unwritten("it is read-only")),
  },
  { name: "nothing", make: () => {}, ...written, fix: unread(NO_FILE) },
  { name: "in no folder", file: "gone/file", make: () => {}, ...never(`\`gone/file\`: ${NO_FILE}`) },
  { name: "below a file", file: "plan.md/file", make: () => {}, ...never(`\`plan.md/file\`: ${NO_FILE}`) },
  {
    name: "a file that grew",
    make: write,
    happen: (path, content) => write(path, `${content}\n`),
    ...written,
    fix: CHANGED,
    baseline: CHANGED,
  },
  {
    name: "a file of which one letter changed",
    make: write,
    happen: (path, content) => write(path, content.replace("e", "a")),
    ...written,
    fix: CHANGED,
    baseline: CHANGED,
  },
  {
    name: "a file that went",
    make: write,
    happen: (path) => rmSync(path),
    ...written,
    fix: unwritten(NO_FILE),
    baseline: unwritten(NO_FILE),
  },
  { name: "another file of the same content", make: write, happen: replaced, ...written },
  {
    name: "a file that became a link",
    make: write,
    happen: (path, content) => {
      rmSync(path);
      linked(path, content);
    },
    ...never(LINK),
  },
  { name: "without a last newline", make: (path, content) => write(path, content.trimEnd()), ...written },
  { name: "with a byte-order mark", make: (path, content) => write(path, `\uFEFF${content}`), ...written },
  { name: "with CRLF", make: (path, content) => write(path, content.replaceAll("\n", "\r\n")), ...written },
  {
    name: "an empty file",
    make: (path) => write(path, ""),
    fix: "empty-plan",
    report: "written",
    baseline: noBaseline("line 1: not valid JSON, value expected"),
  },
  {
    name: "a device",
    file: "/dev/null",
    make: () => {},
    fix: `cannot read \`/dev/null\`: ${NO_REGULAR_FILE}`,
    report: "swallowed",
    baseline: noBaseline(NO_REGULAR_FILE, "/dev/null"),
  },
  {
    name: "a full device",
    file: "/dev/full",
    make: () => {},
    fix: `cannot read \`/dev/full\`: ${NO_REGULAR_FILE}`,
    report: "cannot write `/dev/full`: no space left on the device",
    baseline: noBaseline(NO_REGULAR_FILE, "/dev/full"),
  },
  {
    name: "a pipe",
    make: (path) => void execFileSync("mkfifo", [path]),
    fix: unread(NO_REGULAR_FILE),
    report: "swallowed",
    baseline: noBaseline(NO_REGULAR_FILE),
  },
  { name: "a name of 255 bytes", file: LONGEST, make: write, ...never(`cannot write \`${LONGEST}\`: the name is too long`) },
  { name: "a name of 244 bytes", file: "n".repeat(244), make: write, ...written },
  { name: "an odd name", file: "a\nb\u001b[31m\u202e=`$(touch x)`", make: write, ...written },
  {
    name: "in a linked folder",
    file: "way/file",
    make: (path, content) => {
      mkdirSync(join(path, "../../real"));
      symlinkSync("real", dirname(path));
      write(path, content);
    },
    ...written,
  },
  {
    name: "beside a link by the name that is written to first",
    make: (path, content) => {
      write(path, content);
      linked(`${path}.4294967295`, "precious");
    },
    ...never(PLANTED),
  },
];
