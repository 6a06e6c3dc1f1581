import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { mainBranch, mergeBase, openRepository, type Repository, resolveRevision } from "../src/git.ts";
import { historyOf } from "../src/git-history.ts";
import { readObjects, treeOf } from "../src/git-objects.ts";
import {
  createRepository,
  hostIn,
  listing,
  planText,
  removeTemporaryFolders,
  type TestRepository,
  temporaryFolder,
} from "./git-repository.ts";
import { hostileRevisions } from "./hostile-revisions.ts";

afterAll(removeTemporaryFolders);

const plan = planText(["1.1 | Begin | 8h | Ada | -", "1.2 | Go on | 8h | Ada | 1.1"]);

function opened(directory: string): Repository {
  const result = openRepository(hostIn(directory));
  if (result.kind === "problem") throw new Error(result.message);
  return result.repository;
}

function resolved(repository: Repository, revision: string) {
  const commit = resolveRevision(repository, revision);
  if (commit.kind === "problem") throw new Error(commit.message);
  return commit;
}

function simple(): TestRepository {
  const made = createRepository();
  made.write("plans/a.md", plan);
  made.commit("begin");
  return made;
}

describe("opening a repository", () => {
  test("from its root, a folder in it, a worktree and a submodule", () => {
    const made = simple();
    expect(opened(made.directory)).toMatchObject({ root: made.directory, shallow: false });
    expect(opened(join(made.directory, "plans")).root).toBe(made.directory);
    const worktree = join(temporaryFolder(), "tree");
    made.git("worktree", "add", "--quiet", "--detach", worktree);
    expect(opened(join(worktree, "plans")).root).toBe(worktree);
    const outer = createRepository();
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", made.directory, "inner");
    expect(opened(join(outer.directory, "inner/plans")).root).toBe(join(outer.directory, "inner"));
  });

  test("says why it cannot", () => {
    const bare = temporaryFolder();
    simple().git("clone", "--quiet", "--bare", ".", bare);
    const made = simple();
    expect(openRepository(hostIn(temporaryFolder()))).toMatchObject({ message: "this is no git repository" });
    expect(openRepository(hostIn(bare))).toMatchObject({ message: "this git repository is bare, it has no files" });
    expect(openRepository(hostIn(join(made.directory, ".git")))).toMatchObject({ kind: "problem" });
    writeFileSync(join(made.directory, ".git/config"), "[core\n");
    expect(openRepository(hostIn(made.directory))).toMatchObject({
      kind: "problem",
      message: expect.stringMatching(/^git cannot read this repository: bad config/),
    });
  });

  test.runIf(process.getuid?.() === 0)("that belongs to somebody else is refused as git refuses it", () => {
    const made = simple();
    chownSync(made.directory, 12345, 12345);
    chownSync(join(made.directory, ".git"), 12345, 12345);
    const message = "git does not trust this repository, because it belongs to another user";
    expect(openRepository(hostIn(made.directory))).toMatchObject({ message });
  });

  test("says so where there is no git", () => {
    const path = process.env.PATH;
    const made = simple();
    // Neither a folder nor this one may offer a program of that name.
    writeFileSync(join(made.directory, "git"), "#!/bin/sh\ntouch canary\n");
    chmodSync(join(made.directory, "git"), 0o755);
    process.env.PATH = `.:${temporaryFolder()}:`;
    expect(openRepository(hostIn(made.directory))).toMatchObject({ message: "cannot run git: there is no program `git` here" });
    process.env.PATH = path;
    expect(existsSync(join(made.directory, "canary"))).toBe(false);
  });
});

describe("a revision", () => {
  const made = simple();
  const first = made.git("rev-parse", "HEAD");
  made.git("tag", "-a", "-m", "one", "v1");
  made.git("branch", "feature/größe");
  const second = made.commit("second");
  made.git("checkout", "--quiet", "feature/größe");
  made.git("checkout", "--quiet", "main");
  const repository = opened(made.directory);

  test.each([
    ["HEAD", second],
    ["main", second],
    ["HEAD~1", first],
    ["v1", first],
    ["feature/größe", first],
    ["@{-1}", first],
    [first.slice(0, 8), first],
    ["HEAD^{/begin}", first],
  ])("%s is found", (revision, id) => {
    expect(resolveRevision(repository, revision)).toEqual({ kind: "commit", id, name: revision });
  });

  test.each([
    ["man", "unknown revision `man`, did you mean `main`?"],
    ["nothing-like-it", "unknown revision `nothing-like-it`"],
    ["main..HEAD", "`main..HEAD` is a range: name its two ends as two revisions"],
    ["main...", "`main...` is a range: name its two ends as two revisions"],
    ["--output=x", "`--output=x` is no revision, as it begins with `-`"],
    ["", "a revision is missing: the name is empty"],
    ["HEAD:plans/a.md", "unknown revision `HEAD:plans/a.md`"],
    ["^HEAD", "unknown revision `^HEAD`"],
  ])("%s is a problem", (revision, message) => {
    expect(resolveRevision(repository, revision)).toMatchObject({ kind: "problem", message });
  });

  test("of a detached head is found", () => {
    const other = simple();
    other.git("checkout", "--quiet", "--detach");
    expect(resolved(opened(other.directory), "HEAD").id).toBe(other.git("rev-parse", "HEAD"));
  });

  test("before the first commit is a problem", () => {
    const message = "unknown revision `HEAD`: this repository has no commit on a branch yet";
    expect(resolveRevision(opened(createRepository().directory), "HEAD")).toMatchObject({ message });
  });
});

describe("a hostile revision", () => {
  test("is one of more than sixty", () => {
    expect(new Set(hostileRevisions).size).toBeGreaterThan(60);
  });

  const made = simple();
  made.commit("second");
  const repository = opened(made.directory);
  const commits = made.git("rev-list", "--all").split("\n");
  const before = listing(made.directory);

  test.each(hostileRevisions.map((revision) => [JSON.stringify(revision).slice(0, 60), revision]))("%s does nothing", (_name, revision) => {
    const result = resolveRevision(repository, revision);
    if (result.kind === "commit") expect(commits).toContain(result.id);
    else expect(result.message).toMatch(/revision/);
    expect(listing(made.directory)).toEqual(before);
  });
});

describe("the main branch", () => {
  test("is the remote's default, else main or master", () => {
    const origin = simple();
    const copy = createRepository();
    const main = (environment?: ReadonlyMap<string, string>) => mainBranch(opened(copy.directory), hostIn(copy.directory, environment));
    expect(main()).toMatchObject({ message: "no main branch is known here to compare with" });
    copy.git("remote", "add", "origin", origin.directory);
    origin.git("branch", "-m", "trunk");
    origin.git("branch", "release");
    copy.git("fetch", "--quiet", "origin");
    copy.git("remote", "set-head", "origin", "trunk");
    expect(main()).toMatchObject({ name: "origin/trunk" });
    expect(main(new Map([["GITHUB_BASE_REF", "release"]]))).toMatchObject({ name: "origin/release" });
    expect(main(new Map([["GITHUB_BASE_REF", "*"]]))).toMatchObject({ message: "the target branch `*` is not known here" });
    expect(main(new Map([["GITHUB_BASE_REF", "--output=x"]]))).toMatchObject({ kind: "problem" });
    expect(mainBranch(opened(origin.directory), hostIn(origin.directory))).toMatchObject({ kind: "problem" });
    origin.git("branch", "master");
    expect(mainBranch(opened(origin.directory), hostIn(origin.directory))).toMatchObject({ name: "master" });
    expect(resolveRevision(opened(copy.directory), "release")).toMatchObject({
      message: "unknown revision `release`, did you mean `origin/release`?",
    });
  });

  test("and a branch have the commit in common where they part", () => {
    const made = simple();
    const fork = made.git("rev-parse", "HEAD");
    made.git("checkout", "--quiet", "-b", "work");
    made.commit("work");
    made.git("checkout", "--quiet", "main");
    made.commit("meanwhile");
    made.git("checkout", "--quiet", "--orphan", "alone");
    made.commit("alone");
    const repository = opened(made.directory);
    const base = (name: string) => mergeBase(repository, resolved(repository, "main"), resolved(repository, name));
    expect(base("work")).toEqual({ kind: "commit", id: fork, name: "merge base of main and work" });
    expect(base("alone")).toMatchObject({ message: "`main` and `alone` have no common commit", hint: undefined });
  });
});

test("a shallow clone says how to get the rest", () => {
  const made = simple();
  made.commit("second");
  const copy = temporaryFolder();
  made.git("clone", "--quiet", "--depth=1", `file://${made.directory}`, copy);
  const repository = opened(copy);
  expect(repository.shallow).toBe(true);
  const result = resolveRevision(repository, "HEAD~1");
  expect(result).toMatchObject({
    message: "unknown revision `HEAD~1` in this shallow clone",
    hint: expect.stringMatching(/fetch-depth: 0/),
  });
});

describe("a commit's files", () => {
  test("have their exact bytes, whatever they are called", () => {
    const made = createRepository();
    const names = [
      "-dash.md",
      'quote".md',
      "new\nline.md",
      "tab\t.md",
      "ä/größe.md",
      "back\\slash.md",
      ":(glob)*.md",
      "$(touch x).md",
      `${"long".repeat(60)}.md`,
    ];
    const content = (name: string) => new Uint8Array([0, 255, 10, 13, ...new TextEncoder().encode(name)]);
    for (const name of names) made.write(name, content(name));
    made.write("empty.md", "");
    const id = made.commit("odd names");
    const repository = opened(made.directory);
    const commit = resolved(repository, id);
    const tree = treeOf(repository, commit);
    if (tree.kind === "problem") throw new Error(tree.message);
    expect([...tree.files.keys()].sort()).toEqual([...names, "empty.md"].sort());
    const objects = readObjects(repository, tree.files.values());
    if (objects.kind === "problem") throw new Error(objects.message);
    for (const name of names) expect(Buffer.from(objects.bytes.get(tree.files.get(name) ?? "") ?? []).equals(content(name))).toBe(true);
    expect(objects.bytes.get(tree.files.get("empty.md") ?? "")).toHaveLength(0);
    for (const path of names) expect(historyOf(repository, commit, { path, limit: 5 })).toMatchObject({ versions: [{ commit: id, path }] });
  });

  test("that are missing are a problem, and not fetched", () => {
    const made = simple();
    const object = made.git("rev-parse", "HEAD:plans/a.md");
    rmSync(join(made.directory, ".git/objects", object.slice(0, 2)), { recursive: true });
    const result = readObjects(opened(made.directory), [object]);
    expect(result).toMatchObject({
      message: "cannot read a file from git: its object is missing",
      hint: expect.stringMatching(/partial clone/),
    });
  });
});

describe("a file's history", () => {
  test("follows its names and tells when it went", () => {
    const made = simple();
    const ids = [made.git("rev-parse", "HEAD")];
    made.git("mv", "plans/a.md", "plans/b.md");
    ids.push(made.commit("rename"));
    made.write("other.md", "else");
    made.commit("something else");
    made.write("plans/b.md", plan.replaceAll("8h", "9h"));
    ids.push(made.commit("estimate"));
    const repository = opened(made.directory);
    const history = historyOf(repository, resolved(repository, "HEAD"), { path: "plans/b.md", limit: 100 });
    if (history.kind === "problem") throw new Error(history.message);
    expect(history.versions.map(({ commit, path }) => [commit, path])).toEqual([
      [ids[2], "plans/b.md"],
      [ids[1], "plans/b.md"],
      [ids[0], "plans/a.md"],
    ]);
    expect(history.versions[0]).toMatchObject({ time: "2026-01-05T12:00:00+00:00", author: "Ada" });
    expect(historyOf(repository, resolved(repository, "HEAD"), { path: "nothing.md", limit: 100 })).toEqual({
      kind: "history",
      versions: [],
    });
    expect(historyOf(repository, resolved(repository, "HEAD"), { path: "plans/b.md", limit: 1 })).toMatchObject({
      versions: [{ commit: ids[2] }],
    });
    made.remove("plans/b.md");
    const gone = made.commit("gone");
    expect(historyOf(repository, resolved(repository, "HEAD"), { path: "plans/b.md", limit: 1 })).toMatchObject({
      versions: [{ commit: gone, object: undefined }],
    });
  });

  test("has merges, and not what happened side by side with them", () => {
    const made = simple();
    const begin = made.git("rev-parse", "HEAD");
    made.git("checkout", "--quiet", "-b", "work");
    made.write("plans/a.md", plan.replace("Begin", "Start"));
    made.commit("work");
    made.git("checkout", "--quiet", "main");
    made.write("other.md", "else");
    made.commit("meanwhile");
    made.git("merge", "--quiet", "--no-edit", "work");
    const merge = made.git("rev-parse", "HEAD");
    made.write("plans/a.md", plan.replace("Begin", "Open"));
    const last = made.commit("last");
    const repository = opened(made.directory);
    const history = historyOf(repository, resolved(repository, "HEAD"), { path: "plans/a.md", limit: 100 });
    if (history.kind === "problem") throw new Error(history.message);
    expect(history.versions.map(({ commit }) => commit)).toEqual([last, merge, begin]);
  });

  test("of 300 commits is read with all bytes in two seconds", () => {
    const made = createRepository();
    const versions = Array.from({ length: 300 }, (_, index) => {
      const text = planText([`1.1 | Begin | ${index + 1}h | Ada | -`]);
      return `commit refs/heads/main\nmark :${index + 1}\ncommitter Ada <a@b> ${1767600000 + index} +0000\ndata 1\nx\n${index ? "" : ""}M 644 inline plan.md\ndata ${text.length}\n${text}\n`;
    });
    writeFileSync(join(made.directory, "stream"), versions.join(""));
    made.git("-c", "alias.load=!git fast-import --quiet < stream", "load");
    const repository = opened(made.directory);
    const start = performance.now();
    const history = historyOf(repository, resolved(repository, "main"), { path: "plan.md", limit: 1000 });
    if (history.kind === "problem") throw new Error(history.message);
    const objects = readObjects(
      repository,
      history.versions.flatMap(({ object }) => object ?? []),
    );
    expect(performance.now() - start).toBeLessThan(2000);
    expect(history.versions).toHaveLength(300);
    expect(objects).toMatchObject({ kind: "objects", bytes: { size: 300 } });
  });
});

describe("a hostile repository", () => {
  const made = createRepository();
  const canary = join(temporaryFolder(), "canary");
  const touch = `touch ${canary}`;
  made.write("plans/a.md", plan);
  made.write(".gitattributes", "* diff=evil filter=evil merge=evil\n");
  made.commit("begin");
  made.write("plans/a.md", plan.replaceAll("8h", "9h"));
  made.commit("second");
  const signed = `${made.git("cat-file", "commit", "HEAD").replace("\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n")}\n`;
  made.write(".git/signed", signed);
  made.git("update-ref", "refs/heads/main", made.git("hash-object", "-t", "commit", "-w", ".git/signed"));
  const missing = made.git("rev-parse", "HEAD~1:plans/a.md");
  const aliases = ["rev-parse", "log", "cat-file", "ls-tree", "merge-base", "for-each-ref"].map((name) => `${name} = !${touch}`);
  const config = `
[core]
  fsmonitor = ${touch}
  pager = ${touch}
  sshCommand = ${touch}
  editor = ${touch}
  askPass = ${touch}
  gitProxy = ${touch}
  alternateRefsCommand = ${touch}
  hooksPath = .git/evil
[alias]\n  ${aliases.join("\n  ")}
[pager]\n  log = ${touch}\n  rev-parse = ${touch}\n  cat-file = ${touch}\n  ls-tree = ${touch}
[diff]\n  external = ${touch}\n  relative = true\n  orderFile = /dev/zero
[diff "evil"]\n  textconv = ${touch};true\n  command = ${touch}
[filter "evil"]\n  clean = ${touch}\n  smudge = ${touch}\n  process = ${touch}\n  required = true
[merge "evil"]\n  driver = ${touch}
[gpg]\n  program = .git/evil/gpg
[log]\n  showSignature = true\n  showRoot = false\n  diffMerges = on
[color]\n  ui = always
[i18n]\n  logOutputEncoding = UTF-16
[credential]\n  helper = !${touch}
[extensions]\n  partialClone = evil
[protocol]\n  allow = always
[protocol "ext"]\n  allow = always
[core]\n  repositoryFormatVersion = 1
[remote "evil"]\n  promisor = true\n  uploadpack = ${touch};true\n  partialclonefilter = blob:none
`;
  mkdirSync(join(made.directory, ".git/evil"), { recursive: true });
  for (const name of ["gpg", "post-index-change", "pre-auto-gc", "reference-transaction", "post-checkout", "fsmonitor-watchman"]) {
    writeFileSync(join(made.directory, ".git/evil", name), `#!/bin/sh\n${touch}\n`);
    chmodSync(join(made.directory, ".git/evil", name), 0o755);
  }
  made.write(".git/config", `${config}[remote "evil"]\n  url = "ext::sh -c touch% ${canary}"\n`);
  rmSync(join(made.directory, ".git/objects", missing.slice(0, 2), missing.slice(2)));

  test("would harm whoever asks git as usual", () => {
    for (const words of [["status"], ["log", "-1"], ["cat-file", "-p", missing]]) {
      try {
        made.git(...words);
      } catch {
        // What it answers does not matter.
      }
      expect([words, existsSync(canary)]).toEqual([words, true]);
      rmSync(canary, { force: true });
    }
  });

  test.each([
    ["a command", `ext::sh -c touch% ${canary}`],
    ["this folder", made.directory],
    ["another host", "ssh://host.invalid/x"],
    ["a helper", "evil::x"],
  ])("executes nothing for us when it says that objects come from %s", (_name, url) => {
    made.write(".git/config", `${config}[remote "evil"]\n  url = "${url}"\n`);
    const repository = opened(made.directory);
    const before = listing(made.directory);
    const head = resolved(repository, "HEAD");
    resolveRevision(repository, "unknown");
    mergeBase(repository, head, resolved(repository, "HEAD~1"));
    mainBranch(repository, hostIn(made.directory));
    const tree = treeOf(repository, head);
    if (tree.kind === "problem") throw new Error(tree.message);
    expect(readObjects(repository, tree.files.values())).toMatchObject({ kind: "objects" });
    expect(historyOf(repository, head, { path: "plans/a.md", limit: 10 })).toMatchObject({
      versions: [{ path: "plans/a.md" }, { path: "plans/a.md" }],
    });
    expect(readObjects(repository, [missing])).toMatchObject({ kind: "problem" });
    expect(existsSync(canary)).toBe(false);
    expect(listing(made.directory)).toEqual(before);
  });
});
