import type { Origin, Setting } from "./commands/configuration.ts";
import { configJsonSchema } from "./config-complete.ts";
import { keysOf, type Leaf, leavesOf, memberOf } from "./config-data.ts";
import { combine, type Layer } from "./config-file.ts";

/** Every key of the configuration that the layers make together, with its value and the strongest layer that sets it. */
export function settingsOf(layers: readonly Layer[], plan: string | undefined): readonly Setting[] {
  return listLeaves(configJsonSchema(), combine(layers)).map(({ path, value }) => {
    const origin: Origin = value === undefined ? { kind: "default" } : originOf(layers, path, plan);
    return { key: nameOf(path), value, origin };
  });
}

/** What a group holds, and the keys that it may have but has not, in the order of its schema. */
function listLeaves(schema: unknown, value: unknown): readonly Leaf[] {
  const known = memberOf(schema, "properties");
  if (known === undefined || value === undefined) return leavesOf(value);
  return [...new Set([...keysOf(known), ...keysOf(value)])].flatMap((key) =>
    listLeaves(memberOf(known, key), memberOf(value, key)).map((leaf) => ({ ...leaf, path: [key, ...leaf.path] })),
  );
}

function originOf(layers: readonly Layer[], path: readonly string[], plan: string | undefined): Origin {
  const layer = layers.findLast(({ value }) => sets(value, path));
  if (layer === undefined) return { kind: "default" };
  if (layer.lineOf === undefined) return { kind: "flag" };
  const kind = layer.origin === plan ? "front-matter" : "file";
  return { kind, path: layer.origin, line: layer.lineOf(path) ?? layer.lineOf(path.slice(0, -1)) };
}

/** A rule's severity may stand alone or in the group of its options. */
function sets(value: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return value !== undefined;
  return typeof value === "string" ? key === "severity" : sets(memberOf(value, key), rest);
}

function nameOf(path: readonly string[]): string {
  return (path[0] === "rules" && path[2] === "severity" ? path.slice(0, 2) : path).join(".");
}
