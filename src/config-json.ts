import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { ParsedData } from "./config-data.ts";
import { createSource, positionAt, type Source } from "./source.ts";

/** Reads JSON; `comments` lets in comments and trailing commas. A key that stands twice is refused, not overwritten. */
export function parseJson(content: string, comments: "allowed" | "refused"): ParsedData {
  const source = createSource("", content);
  const errors: ParseError[] = [];
  const loose = comments === "allowed";
  const tree = parseTree(source.text, errors, { disallowComments: !loose, allowTrailingComma: loose });
  const lineAt = (offset: number) => positionAt(source, offset).line;
  if (errors.length > 0) return { kind: "broken", line: lineAt(errors[0].offset), reason: inWords(errors[0]) };
  if (tree === undefined) return { kind: "broken", line: 1, reason: "it is empty" };
  const repeated = repeatedKey(tree);
  if (repeated !== undefined)
    return { kind: "broken", line: lineAt(repeated.offset), reason: `the key \`${repeated.value}\` stands twice` };
  return { kind: "data", value: dataOf(tree), lineOf: (path) => lineOfPath(source, tree, path) };
}

/** `CommaExpected` becomes `comma expected`. */
function inWords(error: ParseError): string {
  const words = printParseErrorCode(error.error).replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`);
  return `not valid JSON, ${words.toLowerCase()}`;
}

function repeatedKey(node: Node): Node | undefined {
  if (node.type === "object") {
    const seen = new Set<unknown>();
    for (const key of (node.children ?? []).flatMap(keyOf)) {
      if (seen.has(key.value)) return key;
      seen.add(key.value);
    }
  }
  for (const child of node.children ?? []) {
    const found = repeatedKey(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Built by hand: the package's own would let a key `__proto__` change its object's prototype. */
function dataOf(node: Node): unknown {
  if (node.type === "array") return (node.children ?? []).map(dataOf);
  if (node.type !== "object") return node.value;
  return Object.fromEntries((node.children ?? []).flatMap((property) => keyOf(property).map((key) => [key.value, memberOf(property)])));
}

function keyOf(property: Node): readonly Node[] {
  return property.type === "property" ? (property.children ?? []).slice(0, 1) : [];
}

function memberOf(property: Node): unknown {
  const value = property.children?.[1];
  return value === undefined ? undefined : dataOf(value);
}

function lineOfPath(source: Source, tree: Node, path: readonly (string | number)[]): number | undefined {
  const node = findNodeAtLocation(tree, [...path]);
  const place = node?.parent?.type === "property" ? node.parent : node;
  return place === undefined ? undefined : positionAt(source, place.offset).line;
}
