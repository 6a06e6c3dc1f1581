import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { run } from "../src/cli.ts";
import { reportGithub } from "../src/report/github.ts";
import { reportText } from "../src/report/text.ts";
import { hostileOutcome } from "./hostile-plan.ts";
import { createMemoryHost } from "./memory-host.ts";
import { findingAt, optionsFor, outcomeOf } from "./report-outcome.ts";
import { workflowCommands } from "./workflow-commands.ts";

const options = optionsFor("check");

test("an annotation for each finding, then the text", () => {
  const text = "a\n1.9, 2.7\n";
  const diagnostics = [
    findingAt(text, "1.9", { message: "100 %: off", notes: ["x → y"], help: "name it" }),
    findingAt(text, "9, 2.7\n", { severity: "warning" }),
    findingAt(text, "2.7", { severity: "info" }),
  ];
  const outcomes = [outcomeOf({ path: "a,b:c%.md", text, diagnostics })];
  expect(reportGithub(outcomes, options)).toBe(
    `::error file=a%2Cb%3Ac%25.md,line=2,endLine=2,col=1,endColumn=4,title=sprintplan unknown-dependency::100 %25: off%0Ax → y%0Ahelp: name it
::warning file=a%2Cb%3Ac%25.md,line=2,endLine=3,title=sprintplan unknown-dependency::no such task
::notice file=a%2Cb%3Ac%25.md,line=2,endLine=2,col=6,endColumn=9,title=sprintplan unknown-dependency::no such task
${reportText(outcomes, options)}`,
  );
});

test("the runner reads our commands and no others", () => {
  fc.assert(
    fc.property(hostileOutcome, (outcome) => {
      const commands = workflowCommands(reportGithub([outcome], options));
      expect(commands.map(({ name }) => name)).toEqual(["error", "notice"]);
      for (const { properties, message } of commands) {
        expect(properties.get("title")).toBe("sprintplan unknown-dependency");
        expect([...properties.keys()].filter((key) => !/^(?:file|line|endLine|col|endColumn|title)$/.test(key))).toEqual([]);
        expect(message).not.toMatch(/[^\P{Cc}\n]|\p{Cs}/u);
      }
      expect(commands[0].message.split("\n")).toHaveLength(3);
    }),
    { numRuns: 1000 },
  );
});

describe("without a format", () => {
  const plan = "| ID | Task | Hours | Dependencies |\n|---|---|---|---|\n| 1 | Dig | 8 | 7 |\n";
  const printed = (argv: readonly string[], github: string) => {
    const host = createMemoryHost({ files: new Map([["plan.md", plan]]), environment: new Map([["GITHUB_ACTIONS", github]]) });
    run(argv, host);
    return workflowCommands(host.screen()).length;
  };

  test.each([
    [["check", "plan.md"], "true", 1],
    [["check", "plan.md", "--format", "auto"], "true", 1],
    [["check", "plan.md"], "", 0],
    [["check", "plan.md", "--format", "text"], "true", 0],
    [["check", "plan.md", "--format", "auto=report.txt"], "true", 0],
    [["status", "plan.md"], "true", 0],
  ] as const)("%j where GITHUB_ACTIONS is %j prints %i annotations", (argv, github, expected) => {
    expect(printed(argv, github)).toBe(expected);
  });

  test("files are named from the repository's root", () => {
    const host = createMemoryHost({
      files: new Map([
        ["/project/deep/plan.md", plan],
        ["/elsewhere/plan.md", plan],
      ]),
    });
    run(["check", "plan.md", "/elsewhere/plan.md", "--format", "github"], { ...host, workingDirectory: "/project/deep" });
    expect(workflowCommands(host.output()).map(({ properties }) => properties.get("file"))).toEqual(["deep/plan.md", "/elsewhere/plan.md"]);
  });
});
