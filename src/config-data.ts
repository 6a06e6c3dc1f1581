/** Text read as plain data, with the line of each key or item; or why it could not be read. */
export type ParsedData =
  | { readonly kind: "data"; readonly value: unknown; lineOf(path: readonly (string | number)[]): number | undefined }
  | { readonly kind: "broken"; readonly line: number; readonly reason: string };

/** What stands under a key of a group; undefined where there is no such key or no group. */
export function memberOf(value: unknown, key: string): unknown {
  return isRecord(value) ? new Map(Object.entries(value)).get(key) : undefined;
}

/** The keys of a group, in order; none of anything else. */
export function keysOf(value: unknown): readonly string[] {
  return isRecord(value) ? Object.keys(value) : [];
}

/** Two values laid over each other: groups key by key, of everything else the stronger one. */
export function merge(weaker: unknown, stronger: unknown): unknown {
  if (!isRecord(weaker) || !isRecord(stronger)) return stronger;
  const merged = new Map<string, unknown>(Object.entries(weaker));
  for (const [key, value] of Object.entries(stronger)) merged.set(key, merge(merged.get(key), value));
  return Object.fromEntries(merged);
}

/** A group with each of its values replaced; anything else as it is. */
export function withMembers(value: unknown, replace: (key: string, member: unknown) => unknown): unknown {
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, replace(key, member)])) : value;
}

/** A value that is no group, or an empty one, with the keys that lead to it. */
export interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
}

export function leavesOf(value: unknown): readonly Leaf[] {
  const members = isRecord(value) ? Object.entries(value) : [];
  if (members.length === 0) return [{ path: [], value }];
  return members.flatMap(([key, member]) => leavesOf(member).map((leaf) => ({ ...leaf, path: [key, ...leaf.path] })));
}

/** Whether a value is a group without a key. */
export function isEmptyGroup(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).length === 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
