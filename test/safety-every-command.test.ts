import fc from "fast-check";
import { expect, test } from "vitest";
import { run } from "../src/cli.ts";
import { reportersOf } from "../src/report/reporter.ts";
import { readComment } from "./comment-reader.ts";
import { createRepository, hostIn, removeTemporaryFolders } from "./git-repository.ts";
import { grammars, hostileText, hostileTexts } from "./hostile-plan.ts";
import { complaintsOf, everythingSaid, type Printed } from "./hostile-project.ts";
import { gitlabSchema, junitFaults, outputFaults, parseXml, rdjsonSchema, sarifFaults } from "./report-schemas.ts";
import { patience, times } from "./runs.ts";
import { controls, withoutOwnColors } from "./terminal-reader.ts";
import { workflowCommands } from "./workflow-commands.ts";

/** Of each kind. The whole program reads and writes here: its writers by themselves are tried far more often. */
const TEXTS = 25;

test("every command says harmless things in every format, whatever a project says", { timeout: patience(20) }, () => {
  fc.assert(
    fc.property(fc.tuple(...grammars.map((grammar) => hostileTexts(grammar, TEXTS))), (texts) => {
      const mixed = texts[0].flatMap((_, index) => texts.map((each) => each[index]));
      for (const printed of everythingSaid(mixed)) expectHarmless(printed);
    }),
    { numRuns: times(2) },
  );
});

test("complaints of words of the command line are harmless", { timeout: patience(10) }, () => {
  fc.assert(
    fc.property(hostileText("runner"), hostileText("terminal"), (...words) => {
      for (const printed of words.flatMap(complaintsOf)) expectHarmless(printed);
    }),
    { numRuns: times(20) },
  );
});

test("what a repository calls its branches and files is harmless too", { timeout: patience(10) }, () => {
  const repository = createRepository();
  const path = "plans/##[add-mask]x%0A\u001b[2J\u202e\n::error::@team #12 <img>`|=1.md";
  const plan = (hours: number) =>
    `## Sprint 1: Earth\n\n| Task | Description | Hours | Dependencies |\n|---|---|---|---|\n| 1.1 | Dig | ${hours} | 9 |\n`;
  repository.write(path, plan(4));
  repository.commit("::error::x\n\n##[add-mask]y\u001b[2J");
  repository.git("branch", BRANCH);
  repository.write(path, plan(8));
  repository.commit("@team #12");
  const said = [["diff", BRANCH], ["diff", BRANCH, "HEAD", "--fail-if", "slip>0h"], ["diff", `no${BRANCH}`], ["trend"], ["check", "plans"]];
  for (const argv of said) {
    for (const format of reportersOf(argv[0]).keys()) {
      let output = "";
      const write = (text: string) => {
        output += text;
        return { kind: "written" } as const;
      };
      const host = { ...hostIn(repository.directory), writeOutput: write, writeError: write };
      const code = run([...argv, "--format", format], host);
      expect([argv, format, code < 2]).toEqual([argv, format, !argv[1]?.startsWith("no")]);
      expectHarmless({ line: argv.join(" "), format, code, output });
    }
  }
  removeTemporaryFolders();
});

/** As hostile as git lets it be. */
const BRANCH = "x##@team#12;%0A<img>`|=1\u202e";

function expectHarmless({ line, format, output, code }: Printed): void {
  const about = `${line} as ${format}`;
  expect([about, controls(format === "text" ? withoutOwnColors(output) : output)]).toEqual([about, []]);
  if (format !== "github") expect([about, workflowCommands(output)]).toEqual([about, []]);
  if (code < 2) expect([about, faultsOf(format, output)]).toEqual([about, []]);
}

/** What another reader of the format finds wrong. */
function faultsOf(format: string, output: string): readonly unknown[] {
  switch (format) {
    case "json":
      return outputFaults(JSON.parse(output));
    case "sarif":
      return sarifFaults(JSON.parse(output));
    case "junit":
      return junitFaults(parseXml(output));
    case "gitlab":
      return gitlabSchema.safeParse(JSON.parse(output)).error?.issues ?? [];
    case "rdjson":
      return rdjsonSchema.safeParse(JSON.parse(output)).error?.issues ?? [];
    case "markdown":
      return livelyIn(output);
    case "github":
      return workflowCommands(output).filter(({ properties }) => !`${properties.get("title")}`.startsWith("sprintplan "));
    default:
      return [];
  }
}

function livelyIn(comment: string): readonly string[] {
  const { frame, lively } = readComment(comment);
  const strange = frame.filter((part) => /^(?:html|blockquote|def|hr)/.test(part) && !OWN_HTML.test(part));
  return [...lively, ...strange];
}

const OWN_HTML = /^html (?:<!-- sprintplan-diff -->|<details>\n<summary>[\w ,]+<\/summary>|<\/details>)$/;
