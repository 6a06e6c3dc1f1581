import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { run } from "../src/cli.ts";
import { reportJunit } from "../src/report/junit.ts";
import { rules } from "../src/rules/index.ts";
import { hostileOutcome } from "./hostile-plan.ts";
import { createMemoryHost } from "./memory-host.ts";
import { findingAt, outcomeOf } from "./report-outcome.ts";
import { workflowCommands } from "./workflow-commands.ts";

interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  text: string;
}

/** The document as another library reads it, which refuses whatever is not well formed. */
function parse(xml: string): Element {
  const root: Element = { name: "", attributes: new Map(), children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes: new Map(Object.entries(attributes)), children: [], text: "" };
    open[open.length - 1].children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (text) => {
    open[open.length - 1].text += text;
  });
  parser.write(xml).close();
  return root.children[0];
}

/** What the Jenkins schema (junit-10.xsd) allows in each element that we use: attributes that must and may be there, and children. */
const allowed = new Map([
  ["testsuites", { must: [], may: ["name", "time", "tests", "failures", "disabled", "errors"], children: ["testsuite"] }],
  [
    "testsuite",
    {
      must: ["name", "tests", "failures", "errors"],
      may: ["group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url", "version"],
      children: ["testcase"],
    },
  ],
  ["testcase", { must: ["name", "classname"], may: ["time", "group"], children: ["failure"] }],
  ["failure", { must: [], may: ["type", "message"], children: [] }],
]);

function faultsOf({ name, attributes, children }: Element): readonly string[] {
  const element = allowed.get(name);
  if (element === undefined) return [`<${name}>`];
  const missing = element.must.filter((key) => !attributes.has(key)).map((key) => `no ${key}`);
  const strange = [...attributes.keys()].filter((key) => ![...element.must, ...element.may].includes(key));
  const misplaced = children.filter((child) => !element.children.some((known) => known === child.name)).map((child) => child.name);
  return [...missing, ...strange, ...misplaced, ...children.flatMap(faultsOf)];
}

test("a suite for each plan, a failed test for each finding", () => {
  const text = "a\n1.9\n";
  const diagnostics = [findingAt(text, "1.9", { message: 'no `<b>` & "c"', help: "name it" })];
  expect(
    reportJunit([outcomeOf({ path: "plans\\a.md", text, diagnostics }), outcomeOf({ path: "b.md" })]),
  ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="sprintplan" tests="1" failures="1" errors="0">
  <testsuite name="plans/a.md" tests="1" failures="1" errors="0" skipped="0">
    <testcase name="unknown-dependency (2:1)" classname="plans/a.md">
      <failure message="no \`&lt;b&gt;\` &amp; &quot;c&quot;" type="error">plans/a.md:2:1
no \`&lt;b&gt;\` &amp; &quot;c&quot;
help: name it</failure>
    </testcase>
  </testsuite>
  <testsuite name="b.md" tests="0" failures="0" errors="0" skipped="0"/>
</testsuites>
`);
});

test("rules that found nothing are tests that passed", () => {
  const plan = "| ID | Task | Hours | Dependencies |\n|---|---|---|---|\n| 1 | Dig | 8 | 7, 9 |\n";
  const host = createMemoryHost({
    files: new Map([
      ["a.md", plan],
      ["sprintplan.config.json", '{ "rules": { "duplicate-task": "off" } }'],
    ]),
  });
  run(["check", "a.md", "--format", "junit"], host);
  const root = parse(host.output());
  expect(faultsOf(root)).toEqual([]);
  const tests = root.children[0].children;
  expect(tests.slice(0, 2).map(({ children, attributes }) => [attributes.get("name"), children.length])).toEqual([
    ["unknown-dependency (3:17)", 1],
    ["unknown-dependency (3:20)", 1],
  ]);
  const silent = rules.filter(({ id, severity }) => severity !== "off" && !["duplicate-task", "unknown-dependency"].includes(id));
  expect(tests.slice(2).map(({ attributes }) => attributes.get("name"))).toEqual(silent.map(({ id }) => id));
  expect(root.attributes.get("tests")).toBe(`${tests.length}`);
});

test("without plans the report is still whole", () => {
  expect(faultsOf(parse(reportJunit([])))).toEqual([]);
});

test("whatever a plan says, the report is well formed and harmless", () => {
  fc.assert(
    fc.property(hostileOutcome, (outcome) => {
      const report = reportJunit([outcome]);
      const root = parse(report);
      expect(faultsOf(root)).toEqual([]);
      expect(root.children[0].children).toHaveLength(2);
      expect(report).not.toMatch(/[^\P{Cc}\n]|\p{Cs}/u);
      expect(workflowCommands(report)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
