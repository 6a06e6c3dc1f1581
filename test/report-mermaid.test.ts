import fc from "fast-check";
import { expect, test } from "vitest";
import type { Gantt, GanttBar, Graph } from "../src/commands/outcome.ts";
import { reportMermaid } from "../src/report/mermaid.ts";
import { mermaidLine, mermaidText } from "../src/report/mermaid-text.ts";
import { visible } from "../src/report/visible.ts";
import { findingAt, outcomeOf } from "./report-outcome.ts";
import { workflowCommands } from "./workflow-commands.ts";

const graph: Graph = {
  nodes: [
    { id: "1.1", title: "Dig", group: "1 First", critical: true },
    { id: "1.2", title: "Build: walls", group: "1 First", critical: true },
    { id: "", title: "end of 1", group: "", critical: false },
    { id: "", title: "", group: "", critical: false },
  ],
  edges: [
    { from: 0, to: 1, critical: true },
    { from: 1, to: 2, critical: false },
  ],
};

function bar(rest: Partial<GanttBar>): GanttBar {
  return {
    id: "1.1",
    title: "Dig",
    people: [],
    start: 0,
    finish: 4,
    startTime: undefined,
    finishTime: undefined,
    critical: false,
    ...rest,
  };
}

function gantt(bars: readonly GanttBar[], rest: Partial<Gantt> = {}): Gantt {
  const groups = [{ name: "1 First", window: undefined, bars }];
  return { hoursPerDay: 8, daysPerWeek: 5, finish: 16, groups, milestones: [], ...rest };
}

test("what waits for what, where it is not known what happens when", () => {
  expect(reportMermaid([{ ...outcomeOf({}), picture: { graph } }])).toBe(`flowchart LR
  subgraph p0g0["1 First"]
    p0n0["1.1 Dig"]:::critical
    p0n1["1.2 Build#58; walls"]:::critical
  end
  p0n2(["end of 1"])
  p0n3((" "))
  p0n0 ==> p0n1
  p0n1 --> p0n2
  classDef critical stroke:#c00,stroke-width:3px
`);
});

test("several plans are boxes of one chart, and more arrows than Mermaid draws are spoken of", () => {
  const edges = Array.from({ length: 251 }, () => ({ from: 0, to: 1, critical: false }));
  const lines = reportMermaid(["a.md", "b.md"].map((path) => ({ ...outcomeOf({ path }), picture: { graph: { ...graph, edges } } }))).split(
    "\n",
  );
  expect(lines[0]).toBe("%% 502 arrows: Mermaid wants its setting maxEdges raised to draw them");
  expect(lines.filter((line) => line.includes("subgraph"))).toEqual([
    '  subgraph p0["a.md"]',
    '    subgraph p0g0["1 First"]',
    '  subgraph p1["b.md"]',
    '    subgraph p1g0["1 First"]',
  ]);
});

test("bars over working days, where no date is known", () => {
  const picture = {
    graph,
    gantt: gantt(
      [
        bar({ people: ["Ada", "Ben"], critical: true }),
        bar({ id: "1.2", start: 4, finish: 16 }),
        bar({ id: "1.3", start: 16, finish: 16 }),
      ],
      {
        milestones: [{ name: "Beta", due: 8, reached: 16 }],
      },
    ),
  };
  expect(reportMermaid([{ ...outcomeOf({}), picture }])).toBe(`gantt
  title working days of 8 h, counted from the start
  dateFormat YYYY-MM-DDTHH:mm
  axisFormat %j
  tickInterval 1day
  todayMarker off
  section 1 First
    1.1 Dig (Ada, Ben) :crit, 2001-01-01T00:00, 2001-01-01T12:00
    1.2 Dig :2001-01-01T12:00, 2001-01-03T00:00
    1.3 Dig :milestone, 2001-01-03T00:00, 2001-01-03T00:00
  section milestones
    #66;eta :crit, milestone, 2001-01-02T00:00, 2001-01-02T00:00
`);
});

test.each([
  [30 * 8, "working days of 8 h", "1day"],
  [31 * 8, "working days of 8 h", "1week"],
  [365 * 8, "working days of 8 h", "1month"],
  [365 * 8 + 1, "spans of 40 h of work", "1week"],
  [366 * 40, "spans of 80 h of work", "1week"],
  [1e9, "spans of 2739760 h of work", "1month"],
])("%s hours have an axis of at most a year", (finish, unit, tick) => {
  const output = reportMermaid([{ ...outcomeOf({}), picture: { graph, gantt: gantt([bar({ finish })], { finish }) } }]);
  expect(output).toContain(`title ${unit}, counted`);
  expect(output).toContain(`tickInterval ${tick}\n`);
  expect(output.match(/ :(.*), (.*)$/m)?.[2] ?? "").toMatch(/^(?:2001-|2002-01-01T00:00)/);
});

test("bars over dates, where all are known; milestones stand where they are reached", () => {
  const times = { startTime: "2026-03-02T09:00", finishTime: "2026-03-02T13:00" };
  const milestones = [
    { name: "Beta", due: 8, reached: 4 },
    { name: "Never", due: 8, reached: undefined },
  ];
  const output = reportMermaid([{ ...outcomeOf({}), picture: { graph, gantt: gantt([bar(times)], { milestones }) } }]);
  expect(output).toBe(`gantt
  dateFormat YYYY-MM-DDTHH:mm
  axisFormat %Y-%m-%d
  section 1 First
    1.1 Dig :2026-03-02T09:00, 2026-03-02T13:00
  section milestones
    #66;eta :milestone, 2026-03-02T13:00, 2026-03-02T13:00
`);
});

test("a plan without a picture leaves an empty chart with its findings in comments", () => {
  const text = "| 1.1 |\n";
  const diagnostics = [findingAt(text, "1.1", { message: "%%{init}%%" })];
  expect(reportMermaid([outcomeOf({ text, diagnostics })])).toBe(
    "%% plan.md:1:3: error[unknown-dependency]: %%init%%\nflowchart LR\n  classDef critical stroke:#c00,stroke-width:3px\n",
  );
  expect(reportMermaid([])).toBe("flowchart LR\n  classDef critical stroke:#c00,stroke-width:3px\n");
});

test.each([
  ["Dig", "Dig", "#68;ig"],
  ["1.1 Dig (deep), 2/3", "1.1 Dig (deep), 2/3", "1.1 Dig (deep), 2/3"],
  ['say "hi"; #quot;', "say #34;hi#34;#59; #35;quot#59;", "#115;ay #34;hi#34;#59; #35;quot#59;"],
  ["%%{init: 1}%%", "#37;#37;#123;init#58; 1#125;#37;#37;", "#37;#37;#123;init#58; 1#125;#37;#37;"],
  ["<img src=x>", "#60;img src#61;x#62;", "#60;img src#61;x#62;"],
  ["`a` **b** [c](d)", "#96;a#96; #42;#42;b#42;#42; #91;c#93;(d)", "#96;a#96; #42;#42;b#42;#42; #91;c#93;(d)"],
  ["1. list", "1#46; list", "1#46; list"],
  ["- list", "#45; list", "#45; list"],
  ["2026-01-01 x", "2026-01-01 x", "#50;026-01-01 x"],
  ["a\nclick b", "a click b", "#97; click b"],
  ["", "", "#32;"],
])("%j as a label", (text, label, line) => {
  expect(mermaidText(text)).toBe(label);
  expect(mermaidLine(text)).toBe(line);
});

const name = fc.string({
  unit: fc.constantFrom(
    '"',
    "#",
    ";",
    "%%",
    "{",
    "}",
    ":",
    "\n",
    "`",
    "*",
    "_",
    "<",
    ">",
    "&",
    "(",
    "[",
    "-",
    "1",
    ".",
    " ",
    "click ",
    "end",
    "style",
    "##[",
    "::",
    "\u001b",
    "é",
  ),
});

test("any label shows its text, and holds nothing but letters, digits, plain punctuation and entity codes", () => {
  fc.assert(
    fc.property(name, (text) => {
      const label = mermaidText(text);
      expect(label).toMatch(/^(?:[\p{L}\p{M}\p{N} .,()/-]|#\d+;)*$/u);
      expect(label).not.toMatch(/^(?:[-+]|\d+[.)](?:\s|$))/);
      expect(decoded(label)).toBe(visible(text.replaceAll("\n", " ").trim()));
    }),
    { numRuns: 2_000 },
  );
});

test("hostile names neither add lines nor speak to a runner", () => {
  fc.assert(
    fc.property(name, name, (id, title) => {
      const picture = {
        graph,
        gantt: gantt([bar({ id, title, people: [title] })], { milestones: [{ name: title, due: 0, reached: undefined }] }),
      };
      for (const output of [
        reportMermaid([{ ...outcomeOf({}), picture }]),
        reportMermaid([{ ...outcomeOf({}), picture: { graph: { nodes: [{ id, title, group: title, critical: false }], edges: [] } } }]),
      ]) {
        expect(workflowCommands(output)).toEqual([]);
        expect(output).not.toMatch(/%%|\{/);
      }
      const lines = reportMermaid([{ ...outcomeOf({}), picture }]).split("\n");
      expect(lines.length).toBe(11);
      expect(lines[7]).toMatch(/^ {4}(?:#|\d)[^:]* :2001-01-01T00:00, 2001-01-01T12:00$/);
    }),
    { numRuns: 2_000 },
  );
});

/** What Mermaid makes of entity codes. */
function decoded(label: string): string {
  return label.replaceAll(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
