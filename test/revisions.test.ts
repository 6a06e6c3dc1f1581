import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Host } from "../src/host.ts";
import { comparisonOf, type Pairing, pairPlans } from "../src/revisions.ts";
import {
  createRepository,
  hostIn,
  planRequest,
  planText,
  removeTemporaryFolders,
  type TestRepository,
  temporaryFolder,
} from "./git-repository.ts";

afterAll(removeTemporaryFolders);

const rows = Array.from({ length: 8 }, (_, index) => `1.${index + 1} | Step ${index + 1} | 8h | Ada | -`);
const plan = planText(rows);
const edited = planText([...rows.slice(0, 7), "1.8 | Another end | 12h | Ada | 1.1"]);
const elsewise = planText(["2.1 | Nothing like it at all | 3h | Grace | -"]);

/** The main branch with one plan, and a branch that is checked out. */
function branched(): TestRepository {
  const made = createRepository();
  made.write("plans/a.md", plan);
  made.write("README.md", "# No plan\n");
  made.commit("begin");
  made.git("checkout", "--quiet", "-b", "work");
  return made;
}

function compare(host: Host, words: readonly string[], plans?: readonly string[]): Pairing {
  const comparison = comparisonOf(host, words, plans);
  return comparison.kind === "problem" ? comparison : pairPlans(host, comparison, planRequest());
}

/** `base → head`, each as its path and the title of its last task; or the problem. */
function shown(pairing: Pairing): readonly string[] {
  if (pairing.kind === "problem") return [pairing.message];
  const side = (read: Extract<Pairing, { kind: "pairs" }>["pairs"][number]["base"]) =>
    read === undefined ? "nothing" : `${read.input.path} (${read.plan.tasks.at(-1)?.title.text})`;
  return pairing.pairs.map(({ base, head }) => `${side(base)} → ${side(head)}`);
}

describe("plans at two ends", () => {
  test("are by default where the branch left main, and the files as they lie here", () => {
    const made = branched();
    made.git("checkout", "--quiet", "main");
    made.write("plans/a.md", elsewise);
    made.commit("meanwhile");
    made.git("checkout", "--quiet", "work");
    made.write("plans/a.md", edited);
    const host = hostIn(made.directory);
    const pairing = compare(host, []);
    expect(shown(pairing)).toEqual(["plans/a.md (Step 8) → plans/a.md (Another end)"]);
    expect(pairing).toMatchObject({
      base: { name: "merge base of main and HEAD", commit: made.git("rev-parse", "HEAD") },
      head: { name: "working tree", commit: undefined },
    });
    expect(shown(compare(host, ["main"]))).toEqual(["plans/a.md (Nothing like it at all) → plans/a.md (Another end)"]);
    expect(shown(compare(host, ["main", "work"]))).toEqual(["plans/a.md (Nothing like it at all) → plans/a.md (Step 8)"]);
    expect(shown(compare(host, ["main", "work", "plans/*.md"]))).toEqual(shown(compare(host, ["main", "work"])));
    expect(shown(compare(hostIn(join(made.directory, "plans")), ["main", "work"]))).toEqual([
      "a.md (Nothing like it at all) → a.md (Step 8)",
    ]);
    expect(shown(compare(hostIn(join(made.directory, "plans")), ["main", "work", "../plans"]))).toEqual([
      "../plans/a.md (Nothing like it at all) → ../plans/a.md (Step 8)",
    ]);
  });

  test("are new, gone, or renamed with or without a commit", () => {
    const made = branched();
    const host = hostIn(made.directory);
    made.write("plans/b.md", elsewise);
    made.remove("plans/a.md");
    expect(shown(compare(host, []))).toEqual(["plans/a.md (Step 8) → nothing", "nothing → plans/b.md (Nothing like it at all)"]);
    made.write("plans/renamed.md", edited);
    const renamed = "plans/a.md (Step 8) → plans/renamed.md (Another end)";
    const added = "nothing → plans/b.md (Nothing like it at all)";
    expect(shown(compare(host, []))).toEqual([added, renamed]);
    expect(shown(compare(host, ["plans/renamed.md"]))).toEqual([renamed]);
    expect(shown(compare(host, [], ["plans/a.md"]))).toEqual([renamed]);
    made.commit("rename");
    expect(shown(compare(host, ["main", "work"]))).toEqual([added, renamed]);
    expect(shown(compare(host, ["work", "main"]))).toEqual([
      "plans/renamed.md (Another end) → plans/a.md (Step 8)",
      "plans/b.md (Nothing like it at all) → nothing",
    ]);
    made.git("mv", "plans/renamed.md", "archive.md");
    made.commit("move out of the folder");
    expect(shown(compare(host, ["main", "work"]))).toEqual(["plans/a.md (Step 8) → archive.md (Another end)", added]);
  });

  test("have the configuration of their own end", () => {
    const made = branched();
    made.write("sprintplan.config.json", '{ "failOn": "warning" }');
    const pairing = compare(hostIn(made.directory), []);
    expect(pairing).toMatchObject({ pairs: [{ base: { config: { failOn: "error" } }, head: { config: { failOn: "warning" } } }] });
  });

  test("are read through links, as long as these stay in the repository", () => {
    const made = branched();
    symlinkSync("../plans/a.md", join(made.directory, "plans/link.md"));
    symlinkSync("plans", join(made.directory, "linked"));
    symlinkSync("/etc", join(made.directory, "outside"));
    symlinkSync("circle", join(made.directory, "circle"));
    made.commit("links");
    made.write("plans/a.md", edited);
    const host = hostIn(made.directory);
    expect(shown(compare(host, ["HEAD", "plans/link.md"]))).toEqual(["plans/link.md (Step 8) → plans/link.md (Another end)"]);
    expect(shown(compare(host, ["HEAD", "linked/a.md"]))).toEqual(["linked/a.md (Step 8) → linked/a.md (Another end)"]);
    expect(shown(compare(host, ["HEAD", "HEAD~1", "outside/passwd"]))).toEqual(["in HEAD: cannot read `outside/passwd`: no such file"]);
    expect(shown(compare(host, ["HEAD", "HEAD~1"], ["circle"]))).toEqual(["in HEAD: cannot read `circle`: no such file"]);
  });

  test("are not those of a submodule", () => {
    const made = branched();
    const inner = branched();
    made.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.directory, "plans/inner");
    expect(shown(compare(hostIn(made.directory), []))).toEqual(["plans/a.md (Step 8) → plans/a.md (Step 8)"]);
    made.commit("submodule");
    expect(shown(compare(hostIn(made.directory), ["main", "work"]))).toEqual(["plans/a.md (Step 8) → plans/a.md (Step 8)"]);
    const nested = hostIn(join(made.directory, "plans/inner"));
    expect(shown(compare(nested, ["HEAD"]))).toEqual(["plans/a.md (Step 8) → plans/a.md (Step 8)"]);
  });

  test("are refused where one cannot be read", () => {
    const made = branched();
    made.write("plans/a.md", new Uint8Array([0x23, 0x20, 0xe9, 0x0a]));
    const message = "in working tree: cannot read `plans/a.md`: the file is not UTF-8 (byte 3, line 1), save it as UTF-8";
    expect(shown(compare(hostIn(made.directory), []))).toEqual([message]);
  });

  test("are none where there is no plan", () => {
    const made = createRepository();
    made.commit("nothing");
    expect(shown(compare(hostIn(made.directory), ["HEAD"]))).toEqual(["no plan found here, at neither end"]);
    expect(shown(compare(hostIn(made.directory), ["HEAD"], ["gone.md"]))).toEqual(["in HEAD: cannot read `gone.md`: no such file"]);
  });
});

describe("the words of a command line", () => {
  const made = branched();
  made.write("old.md", plan);
  made.write("new.md", edited);
  made.write("both", "");
  made.commit("files");
  made.git("branch", "both");
  const host = hostIn(made.directory);

  test.each([
    [[], undefined, { kind: "revisions", base: undefined, head: undefined, patterns: [] }],
    [["main"], undefined, { kind: "revisions", base: "main", head: undefined, patterns: [] }],
    [["main", "work", "plans"], undefined, { kind: "revisions", base: "main", head: "work", patterns: ["plans"] }],
    [["main", "old.md", "new.md"], undefined, { kind: "revisions", base: "main", head: undefined, patterns: ["old.md", "new.md"] }],
    [["old.md", "new.md"], undefined, { kind: "files", base: "old.md", head: "new.md" }],
    [[], ["old.md", "new.md"], { kind: "revisions", base: undefined, head: undefined, patterns: ["old.md", "new.md"] }],
    [["plans/*.md"], undefined, { kind: "revisions", base: undefined, head: undefined, patterns: ["plans/*.md"] }],
    [["both"], [], { kind: "revisions", base: "both", head: undefined, patterns: [] }],
    [["both"], undefined, { kind: "problem", message: "`both` is both a revision and a file" }],
    [["mian"], undefined, { kind: "problem", message: "unknown revision `mian`, did you mean `main`?" }],
    [["plans/gone.md"], undefined, { kind: "problem", message: "`plans/gone.md` is neither a revision nor a file" }],
    [[""], undefined, { kind: "problem", message: "a revision is missing: the name is empty" }],
    [["HEAD^{tree}"], undefined, { kind: "problem", message: "unknown revision `HEAD^{tree}`" }],
    [["@{u}"], undefined, { kind: "problem", message: "unknown revision `@{u}`" }],
    [["--output=x"], undefined, { kind: "problem", message: "`--output=x` is no revision, as it begins with `-`" }],
    [["a", "b", "c"], [], { kind: "problem", message: "more than two revisions cannot be compared" }],
  ])("%j %j", (words, plans, expected) => {
    expect(comparisonOf(host, words, plans)).toMatchObject(expected);
  });

  test("may be two files, in a repository or not", () => {
    expect(shown(compare(host, ["old.md", "new.md"]))).toEqual(["old.md (Step 8) → new.md (Another end)"]);
    const here = hostIn(temporaryFolder());
    const [old, young] = [join(made.directory, "old.md"), join(made.directory, "new.md")];
    expect(shown(compare(here, [old, young]))).toEqual([`${old} (Step 8) → ${young} (Another end)`]);
    expect(compare(here, [])).toMatchObject({ message: "this is no git repository", hint: "two files can be compared without one" });
    expect(compare(here, ["main"])).toMatchObject({ message: "`main` is no file, and this is no git repository" });
    expect(compare(here, [old, "gone.md"])).toMatchObject({ message: "`gone.md` is no file, and this is no git repository" });
  });

  test("name no plan outside of the repository", () => {
    expect(compare(host, ["main", "/etc/passwd"])).toMatchObject({
      message: "no revision holds `/etc/passwd`: it is not in this repository",
    });
    expect(compare(host, ["main"], ["../x.md"])).toMatchObject({ message: "no revision holds `../x.md`: it is not in this repository" });
    expect(compare(host, ["main"], ["-"])).toMatchObject({ message: "no revision holds `-`: it is not in this repository" });
  });
});
