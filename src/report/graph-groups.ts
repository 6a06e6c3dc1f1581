import type { Graph } from "../commands/outcome.ts";

/** The nodes of a graph, as indexes, by the name of their group, in the order in which the groups begin. */
export function groupsOf({ nodes }: Graph): readonly { readonly name: string; readonly nodes: readonly number[] }[] {
  const groups = new Map<string, number[]>();
  for (const [index, { group }] of nodes.entries()) {
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [index]);
    else known.push(index);
  }
  return Array.from(groups, ([name, members]) => ({ name, nodes: members }));
}
