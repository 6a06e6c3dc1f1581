/** What leads on from a node, and which nodes count as steps: the others only stand for several tasks at once. */
export interface Walk {
  successors(node: number): Iterable<number>;
  isTask(node: number): boolean;
}

export interface Loop {
  /** The nodes of the way from the source back to it, the source once. */
  readonly nodes: readonly number[];
  /** How many of them are tasks. */
  readonly tasks: number;
}

/** The loop through a task with the fewest tasks, at most `limit` of them; undefined where there is none. Breadth first. */
export function loopThrough(source: number, walk: Walk, limit: number): Loop | undefined {
  const cameFrom = new Map<number, number>();
  let level = [source];
  for (let tasks = 1; tasks <= limit && level.length > 0; tasks += 1) {
    const next: number[] = [];
    for (let at = 0; at < level.length; at += 1) {
      for (const node of walk.successors(level[at])) {
        if (node === source) return { nodes: wayBack(cameFrom, source, level[at]), tasks };
        if (cameFrom.has(node)) continue;
        cameFrom.set(node, level[at]);
        (walk.isTask(node) ? next : level).push(node);
      }
    }
    level = next;
  }
  return undefined;
}

function wayBack(cameFrom: ReadonlyMap<number, number>, source: number, end: number): readonly number[] {
  const nodes = [end];
  for (let node = end; node !== source; ) {
    const before = cameFrom.get(node);
    if (before === undefined) break;
    nodes.push(before);
    node = before;
  }
  return nodes.reverse();
}
