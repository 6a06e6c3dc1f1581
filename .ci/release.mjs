// Makes a release of the commit at hand: tags that hold its files and the built program, which no branch carries.
// An action and a hook then run without anything to install. `--push` also sends the tags to origin.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "sprintplan-release-"));
// An index of its own: the branch, its index and its files stay as they are.
const env = { ...process.env, GIT_INDEX_FILE: join(folder, "index") };
const git = (...args) => execFileSync("git", args, { cwd: root, env, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();

/** The bundle; the library beside it is for those who install the package. */
const isOfProgram = (file) => file.endsWith(".cjs") || file === "build-id" || file === "licences.txt";

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const tag = `v${version}`;
const series = tag.split(".")[0];

try {
  if (!existsSync(join(root, "dist/cli.cjs"))) throw new Error("there is no dist/cli.cjs, run `npm run build` first");
  git("read-tree", "HEAD");
  const changed = git("status", "--porcelain", "--untracked-files=no");
  if (changed !== "") throw new Error(`a release is made of committed files only:\n${changed}`);
  if (git("tag", "--list", tag) !== "") throw new Error(`${tag} is released already, raise the version in package.json`);

  for (const file of readdirSync(join(root, "dist")).filter(isOfProgram)) {
    const blob = git("hash-object", "-w", "--no-filters", `dist/${file}`);
    git("update-index", "--add", "--cacheinfo", `100644,${blob},dist/${file}`);
  }
  const author = ["-c", "user.name=sprintplan", "-c", "user.email=sprintplan@localhost"];
  const commit = git(...author, "commit-tree", git("write-tree"), "-p", "HEAD", "-m", `Release ${tag}`);
  git("tag", tag, commit);
  git("tag", "--force", series, commit);
  if (process.argv.includes("--push")) git("push", "origin", `refs/tags/${tag}`, `+refs/tags/${series}`);
  console.log(`${tag} and ${series} are ${commit}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
