import type { Graph, Outcome, Picture } from "../commands/outcome.ts";
import { formatPath } from "../format.ts";
import { commentsOf } from "./comments.ts";
import { groupsOf } from "./graph-groups.ts";
import { ganttDiagram } from "./mermaid-gantt.ts";
import { mermaidText } from "./mermaid-text.ts";
import { breakCommands } from "./visible.ts";

/** One Mermaid diagram of all plans: their bars where it is known what happens when, else what waits for what. */
export function reportMermaid(outcomes: readonly Outcome[]): string {
  const comments = outcomes.flatMap(commentsOf).map((comment) => `%% ${comment.replaceAll(/[{}]/g, "")}`);
  const drawn = outcomes.flatMap(({ source, picture }): readonly Drawn[] =>
    picture === undefined ? [] : [{ name: outcomes.length > 1 ? formatPath(source.path) : "", picture }],
  );
  const gantts = drawn.flatMap(({ name, picture: { gantt } }) => (gantt === undefined ? [] : [{ name, gantt }]));
  const diagram = gantts.length > 0 ? ganttDiagram(gantts) : flowchart(drawn);
  return breakCommands(`${[...comments, ...diagram].join("\n")}\n`);
}

interface Drawn {
  /** Empty where there is only one plan. */
  readonly name: string;
  readonly picture: Picture;
}

function flowchart(drawn: readonly Drawn[]): readonly string[] {
  const edges = drawn.reduce((sum, { picture }) => sum + picture.graph.edges.length, 0);
  const warning = edges > MOST_EDGES ? [`%% ${edges} arrows: Mermaid wants its setting maxEdges raised to draw them`] : [];
  const plans = drawn.flatMap(({ name, picture }, index) => {
    const lines = linesOf(picture.graph, `p${index}`);
    return name === "" ? lines : boxed(`p${index}`, name, lines);
  });
  return [...warning, "flowchart LR", ...indented(plans), "  classDef critical stroke:#c00,stroke-width:3px"];
}

function linesOf(graph: Graph, prefix: string): readonly string[] {
  const nodes = groupsOf(graph).flatMap(({ name, nodes: members }, index) => {
    const lines = members.map((node) => nodeLine(graph, node, prefix));
    return name === "" ? lines : boxed(`${prefix}g${index}`, name, lines);
  });
  return [...nodes, ...graph.edges.map(({ from, to, critical }) => `${prefix}n${from} ${critical ? "==>" : "-->"} ${prefix}n${to}`)];
}

function nodeLine({ nodes }: Graph, node: number, prefix: string): string {
  const { id, title, critical } = nodes[node];
  const label = mermaidText(`${id} ${title}`);
  const shape = label === "" ? `((" "))` : id === "" ? `(["${label}"])` : `["${label}"]`;
  return `${prefix}n${node}${shape}${critical ? ":::critical" : ""}`;
}

function boxed(id: string, name: string, lines: readonly string[]): readonly string[] {
  return [`subgraph ${id}["${mermaidText(name)}"]`, ...indented(lines), "end"];
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

/** The most that Mermaid draws where nothing is set. */
const MOST_EDGES = 500;
