import type { Arcs } from "../arcs.ts";

/** The number of the strongly connected component of every node, and how many there are (Tarjan, 1972, without recursion). */
export function findComponents({ nodeCount, offsets, targets }: Arcs): { readonly component: Int32Array; readonly count: number } {
  const component = new Int32Array(nodeCount).fill(-1);
  const visit = new Int32Array(nodeCount).fill(-1);
  const lowest = new Int32Array(nodeCount);
  const nextArc = offsets.slice(0, nodeCount);
  const open: number[] = [];
  const path: number[] = [];
  let visits = 0;
  let count = 0;

  const enter = (node: number): void => {
    visit[node] = visits;
    lowest[node] = visits;
    visits += 1;
    open.push(node);
    path.push(node);
  };
  const leave = (node: number): void => {
    path.pop();
    const parent = path.at(-1);
    if (parent !== undefined) lowest[parent] = Math.min(lowest[parent], lowest[node]);
    if (lowest[node] !== visit[node]) return;
    let member = open.pop();
    while (member !== undefined) {
      component[member] = count;
      if (member === node) break;
      member = open.pop();
    }
    count += 1;
  };

  for (let root = 0; root < nodeCount; root += 1) {
    if (visit[root] === -1) enter(root);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      if (nextArc[node] === offsets[node + 1]) {
        leave(node);
        continue;
      }
      const target = targets[nextArc[node]];
      nextArc[node] += 1;
      if (visit[target] === -1) enter(target);
      else if (component[target] === -1) lowest[node] = Math.min(lowest[node], visit[target]);
    }
  }
  return { component, count };
}
