import fc from "fast-check";
import { expect, test } from "vitest";
import type { Graph } from "../src/commands/outcome.ts";
import { reportDot } from "../src/report/dot.ts";
import { visible } from "../src/report/visible.ts";
import { findingAt, outcomeOf } from "./report-outcome.ts";
import { workflowCommands } from "./workflow-commands.ts";

function dot(graph: Graph, path = "plan.md"): string {
  return reportDot([{ ...outcomeOf({ path }), picture: { graph } }]);
}

test("groups are boxes, what is critical is red, and nodes without a name are points", () => {
  const graph: Graph = {
    nodes: [
      { id: "1.1", title: 'Say "hi"\\N &lt;', group: "1 First", critical: true },
      { id: "2.1", title: "", group: "", critical: false },
      { id: "", title: "end of 1", group: "", critical: false },
      { id: "", title: "", group: "", critical: false },
    ],
    edges: [
      { from: 0, to: 2, critical: true },
      { from: 3, to: 1, critical: false },
    ],
  };
  expect(dot(graph)).toBe(`digraph plan {
  graph [rankdir=LR, label="plan.md"];
  node [shape=box];
  subgraph cluster_0 {
    label="1 First";
    n0 [label="1.1 Say \\"hi\\"\\\\N &amp;lt;", color=red, penwidth=2];
  }
  n1 [label="2.1"];
  n2 [label="end of 1", shape=plaintext];
  n3 [shape=point];
  n0 -> n2 [color=red, penwidth=2];
  n3 -> n1;
}
`);
});

test("a plan without a picture leaves an empty graph with its findings in comments", () => {
  const text = "| 1.1 | 1.2 |\n";
  const diagnostics = [findingAt(text, "1.2", { rule: "dependency-cycle", message: "task `1.1`\nwaits for itself" })];
  expect(reportDot([outcomeOf({ text, diagnostics })])).toBe(
    '// plan.md:1:9: error[dependency-cycle]: task `1.1` waits for itself\ndigraph plan {\n  graph [rankdir=LR, label="plan.md"];\n  node [shape=box];\n}\n',
  );
  expect(reportDot([])).toBe("digraph plan {}\n");
});

test("hostile names stay inside of their labels", () => {
  const name = fc.string({
    unit: fc.constantFrom('"', "\\", "\n", "&", ";", "]", "}", "->", "#", "##[", "::", "<", ">", "a", " ", "\u001b"),
  });
  fc.assert(
    fc.property(name, name, (title, group) => {
      const output = dot({ nodes: [{ id: "x", title, group, critical: false }], edges: [] }, group);
      const labels = [...output.matchAll(/label=("(?:[^"\\]|\\.)*")/g)].map(([, label]) => label);
      expect(output.replaceAll(/"(?:[^"\\]|\\.)*"/g, "S")).toMatch(
        /^digraph plan \{\n {2}graph \[rankdir=LR, label=S\];\n {2}node \[shape=box\];\n(?: {2}subgraph cluster_0 \{\n {4}label=S;\n {4}n0 \[label=S\];\n {2}\}|( {2})n0 \[label=S\];)\n\}\n$/,
      );
      expect(shownBy(labels.at(-1) ?? "")).toBe(visible(`x ${title}`.replaceAll("\n", " ").trim()));
      expect(workflowCommands(output)).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});

/** What Graphviz shows for a quoted label. */
function shownBy(label: string): string {
  const read = label.slice(1, -1).replaceAll('\\"', '"');
  return read.replaceAll("\\\\", "\\").replaceAll("&amp;", "&");
}
