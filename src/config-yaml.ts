import { type Document, isAlias, isCollection, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from "yaml";
import type { ParsedData } from "./config-data.ts";

/** Reads YAML 1.2 as plain data: no tags, anchors or aliases, no key twice, all keys strings. */
export function parseYaml(content: string): ParsedData {
  // The package compares each key with every other one of its map.
  if (content.length > MOST_CHARACTERS) return { kind: "broken", line: 1, reason: `it is longer than ${MOST_CHARACTERS} characters` };
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false, stringKeys: true, logLevel: "silent" });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const problem = document.errors.at(0) ?? document.warnings.at(0);
  if (problem !== undefined) return { kind: "broken", line: lineAt(problem.pos[0]), reason: `not valid YAML, ${inWords(problem.message)}` };
  const anchor = firstAnchor(document);
  if (anchor !== undefined) return { kind: "broken", line: lineAt(anchor), reason: "anchors and aliases are not read" };
  return { kind: "data", value: document.toJS(), lineOf: (path) => lineOfPath(document, path, lineAt) };
}

const MOST_CHARACTERS = 65_536;

function inWords(message: string): string {
  const line = message.split("\n")[0];
  return line.charAt(0).toLowerCase() + line.slice(1);
}

/** Where the first anchor or alias stands: a few of them could write out to more than any memory holds. */
function firstAnchor(document: Document): number | undefined {
  let offset: number | undefined;
  visit(document, (_key, node) => {
    const anchored = isAlias(node) || ((isScalar(node) || isCollection(node)) && node.anchor !== undefined);
    if (!anchored) return undefined;
    offset = node.range?.[0] ?? 0;
    return visit.BREAK;
  });
  return offset;
}

function lineOfPath(document: Document, path: readonly (string | number)[], lineAt: (offset: number) => number): number | undefined {
  const holder = document.getIn(path.slice(0, -1), true);
  if (isMap(holder)) {
    const key = holder.items.map((pair) => pair.key).find((candidate) => isScalar(candidate) && candidate.value === path.at(-1));
    if (isScalar(key) && key.range) return lineAt(key.range[0]);
  }
  const node = document.getIn(path, true);
  return isNode(node) && node.range ? lineAt(node.range[0]) : undefined;
}
