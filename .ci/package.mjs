// Packs the package, installs it in an empty folder, and uses it there as a stranger would: program, library and types.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "sprintplan-package-"));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";
const run = (program, args, cwd) => execFileSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

/** All that may be in the package. */
const CONTENTS = [
  /^(?:package\.json|README\.md|LICENSE)$/,
  /^bin\/(?:load-program\.js|member\.js|package\.json|sprintplan\.js)$/,
  /^dist\/(?:build-id|licences\.txt|(?:config|output)\.schema\.json)$/,
  /^dist\/[a-z-]+\.cjs$/,
  /^dist\/(?:[a-z-]+\/)*[a-z-]+(?:\.d\.ts|\.js)$/,
  /^src\/rules\/[a-z-]+\.md$/,
];
const NEEDED = [
  "README.md",
  "LICENSE",
  "bin/sprintplan.js",
  "bin/member.js",
  "dist/cli.cjs",
  "dist/licences.txt",
  "dist/index.js",
  "dist/index.d.ts",
];
const MOST_PACKED = 1_000_000;
const MOST_UNPACKED = 3_500_000;

try {
  const [packed] = JSON.parse(run(npm, ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], root));
  const paths = packed.files.map((file) => file.path);
  const strangers = paths.filter((path) => !CONTENTS.some((pattern) => pattern.test(path)));
  if (strangers.length > 0) throw new Error(`the package holds files that nobody needs: ${strangers.join(", ")}`);
  const missing = NEEDED.filter((path) => !paths.includes(path));
  if (missing.length > 0) throw new Error(`the package does not hold ${missing.join(", ")}`);
  const { size, unpackedSize } = packed;
  if (size > MOST_PACKED || unpackedSize > MOST_UNPACKED)
    throw new Error(`the package has grown to ${size} bytes, ${unpackedSize} unpacked`);

  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "stranger", private: true, type: "module" }));
  run(npm, ["install", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", join(folder, packed.filename)], folder);

  copyFileSync(join(root, "plans/minimal.md"), join(folder, "minimal.md"));
  const npx = npm.replace("npm", "npx");
  const checked = run(npx, ["--no-install", "sprintplan", "check", "minimal.md"], folder);
  if (!checked.includes("no problems found")) throw new Error(`the minimal plan is not clean:\n${checked}`);
  run(npx, ["--no-install", "sprintplan", "explain"], folder);

  const use = [
    'import { check, scheduleProject } from "sprintplan";',
    'import remarkSprintplan from "sprintplan/remark";',
    'import remarkParse from "remark-parse";',
    'import { unified } from "unified";',
    'const text = "- [ ] T1 Dig (1h) (depends on T9)";',
    "const { makespan } = scheduleProject({ activities: [{ duration: 2, demands: [] }], resources: [], links: [] });",
    'if (makespan !== 2) throw new Error("a project of two ticks takes another time");',
    "const processor = unified().use(remarkParse).use(remarkSprintplan, {});",
    "processor.run(processor.parse(text), text, (_error, _tree, file) => {",
    '  const places = check(text).diagnostics.map(({ start, message }) => [start.line, start.column, message].join(":"));',
    '  const told = file?.messages.map(({ line, column, reason }) => [line, column, reason].join(":"));',
    '  if (places.length !== 1 || told?.join() !== places.join()) throw new Error("the library and the plugin disagree");',
    "});",
  ].join("\n");
  writeFileSync(join(folder, "use.mts"), use);
  writeFileSync(join(folder, "use.mjs"), use);
  run(process.execPath, ["use.mjs"], folder);
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--types", "", "use.mts"];
  run(process.execPath, [compiler, ...options], folder);
  console.log(`the package holds ${paths.length} files and works where it is installed`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
