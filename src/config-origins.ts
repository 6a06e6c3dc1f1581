import type { Origin, Setting } from "./commands/configuration.ts";
import { configSchema } from "./config.ts";
import { leavesOf, memberOf } from "./config-data.ts";
import { combine, type Layer } from "./config-file.ts";

/** Every key of the configuration that the layers make together, with its value and the strongest layer that sets it. */
export function settingsOf(layers: readonly Layer[], plan: string | undefined): readonly Setting[] {
  const leaves = leavesOf(combine(layers));
  return Object.keys(configSchema.shape).flatMap((key) => {
    const own = leaves.filter(({ path }) => path[0] === key);
    if (own.length === 0) return [{ key, value: undefined, origin: { kind: "default" } }];
    return own.map(({ path, value }) => ({ key: nameOf(path), value, origin: originOf(layers, path, plan) }));
  });
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
