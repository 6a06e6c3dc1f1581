import type { Graph, Outcome } from "../commands/outcome.ts";
import { formatPath } from "../format.ts";
import { commentsOf } from "./comments.ts";
import { groupsOf } from "./graph-groups.ts";
import { onOneLine } from "./inline.ts";
import { breakCommands, visible } from "./visible.ts";

/** What Graphviz draws: one digraph for each plan, its groups in boxes, what is critical in red. */
export function reportDot(outcomes: readonly Outcome[]): string {
  const graphs = outcomes.map((outcome) => [
    ...commentsOf(outcome).map((comment) => `// ${comment}`),
    "digraph plan {",
    `  graph [rankdir=LR, label=${quote(formatPath(outcome.source.path))}];`,
    "  node [shape=box];",
    ...linesOf(outcome.picture?.graph ?? NO_GRAPH),
    "}",
  ]);
  return breakCommands(`${graphs.length === 0 ? "digraph plan {}" : graphs.flat().join("\n")}\n`);
}

function linesOf(graph: Graph): readonly string[] {
  const nodes = groupsOf(graph).flatMap(({ name, nodes: members }, index) => {
    const lines = members.map((node) => nodeLine(graph, node));
    if (name === "") return lines.map((line) => `  ${line}`);
    return [`  subgraph cluster_${index} {`, `    label=${quote(name)};`, ...lines.map((line) => `    ${line}`), "  }"];
  });
  const edges = graph.edges.map(({ from, to, critical }) => `  n${from} -> n${to}${critical ? ` [${CRITICAL}]` : ""};`);
  return [...nodes, ...edges];
}

function nodeLine({ nodes }: Graph, node: number): string {
  const { id, title, critical } = nodes[node];
  if (id === "" && title === "") return `n${node} [shape=point];`;
  const shape = id === "" ? ", shape=plaintext" : "";
  return `n${node} [label=${quote(`${id} ${title}`.trim())}${shape}${critical ? `, ${CRITICAL}` : ""}];`;
}

/** In a label Graphviz reads backslashes, and entities as in HTML. */
function quote(text: string): string {
  const escaped = visible(onOneLine(text)).replaceAll("&", "&amp;").replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  return `"${escaped}"`;
}

const NO_GRAPH: Graph = { nodes: [], edges: [] };

const CRITICAL = "color=red, penwidth=2";
