import { shownAgain } from "./plain-text.ts";

/** The labels of a diagram, in order, each as it is shown; a line that is none of the notation is a fault. */
export interface ReadDiagram {
  readonly labels: readonly string[];
  readonly faults: readonly string[];
}

/** A flowchart or bars as Mermaid reads them: line by line, quoted labels, `#35;` for a character. */
export function readMermaid(diagram: string): ReadDiagram {
  const [first, ...lines] = diagram.trimEnd().split("\n");
  if (first === "gantt") return readLines(lines, [GANTT_LINE, BAR], (label) => shownAgain(fromCodes(label)));
  return readLines(first === "flowchart LR" ? lines : [first, ...lines], [FLOW_LINE, NODE], (label) => shownAgain(fromCodes(label)));
}

/** A graph as Graphviz reads it: a backslash and an entity stand for something else in a label. */
export function readDot(graph: string): ReadDiagram {
  return readLines(graph.trimEnd().split("\n"), [DOT_LINE, DOT_LABEL], (label) => shownAgain(fromEscapes(label)));
}

function readLines(lines: readonly string[], [plain, labelled]: readonly [RegExp, RegExp], shown: (label: string) => string): ReadDiagram {
  const labels: string[] = [];
  const faults: string[] = [];
  for (const line of lines) {
    const found = labelled.exec(line);
    // A comment is no part of the drawing, but braces in one speak to Mermaid.
    if (/^(?:%% [^{}]*|\/\/ .*)$/.test(line)) continue;
    if (found !== null) labels.push(shown(found.slice(1).find((label) => label !== undefined) ?? ""));
    else if (!plain.test(line)) faults.push(line);
  }
  return { labels, faults };
}

const FLOW_LINE =
  /^ *(?:end|p\d+n\d+ (?:-->|==>) p\d+n\d+|p\d+n\d+\(\(" "\)\)(?::::critical)?|classDef critical stroke:#c00,stroke-width:3px)$/;
const NODE = /^ *(?:subgraph p\d+(?:g\d+)?\["([^"]*)"\]|p\d+n\d+\(?\["([^"]*)"\]\)?(?::::critical)?)$/;
const GANTT_LINE =
  /^ {2}(?:title working days of 8 h, counted from the start|dateFormat YYYY-MM-DDTHH:mm|axisFormat %j|tickInterval 1day|todayMarker off)$/;
const BAR = /^(?: {2}section ([^:\n]*)| {4}([^:\n]*) :(?:crit, |milestone, )*2001-01-\d\dT\d\d:\d\d, 2001-01-\d\dT\d\d:\d\d)$/;
const DOT_LINE =
  /^ *(?:digraph plan \{|node \[shape=box\];|subgraph cluster_\d+ \{|\}|n\d+ -> n\d+(?: \[color=red, penwidth=2\])?;|n\d+ \[shape=point\];)$/;
const DOT_LABEL =
  /^ *(?:graph \[rankdir=LR, label="((?:[^"\\]|\\.)*)"\];|label="((?:[^"\\]|\\.)*)";|n\d+ \[label="((?:[^"\\]|\\.)*)"(?:, shape=plaintext)?(?:, color=red, penwidth=2)?\];)$/;

function fromCodes(label: string): string {
  return label.replaceAll(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

function fromEscapes(label: string): string {
  return label.replaceAll(/\\(.)/g, "$1").replaceAll("&amp;", "&");
}
