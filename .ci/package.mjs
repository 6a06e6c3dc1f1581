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

try {
  const [packed] = JSON.parse(run(npm, ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], root));
  const paths = packed.files.map((file) => file.path);
  const strangers = paths.filter((path) => !/^(bin|dist|src\/rules)\/|^(package\.json|README\.md|LICENSE)$/.test(path));
  if (strangers.length > 0) throw new Error(`the package holds files that nobody needs: ${strangers.join(", ")}`);

  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "stranger", private: true, type: "module" }));
  run(npm, ["install", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", join(folder, packed.filename)], folder);

  copyFileSync(join(root, "plans/minimal.md"), join(folder, "minimal.md"));
  const npx = npm.replace("npm", "npx");
  const checked = run(npx, ["--no-install", "sprintplan", "check", "minimal.md"], folder);
  if (!checked.includes("no problems found")) throw new Error(`the minimal plan is not clean:\n${checked}`);
  run(npx, ["--no-install", "sprintplan", "explain"], folder);

  const use = 'import * as sprintplan from "sprintplan";\nexport const names: readonly string[] = Object.keys(sprintplan);\n';
  writeFileSync(join(folder, "use.mts"), use);
  writeFileSync(join(folder, "use.mjs"), 'import * as sprintplan from "sprintplan";\nconsole.log(Object.keys(sprintplan).length);\n');
  if (Number(run(process.execPath, ["use.mjs"], folder)) === 0) throw new Error("the library exports nothing");
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--types", "", "use.mts"];
  run(process.execPath, [compiler, ...options], folder);
  console.log(`the package holds ${paths.length} files and works where it is installed`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
