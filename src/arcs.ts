/** A directed graph in compressed form: the arcs that leave node `n` have the positions `offsets[n]` up to `offsets[n + 1]`. */
export interface Arcs {
  readonly nodeCount: number;
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
}

/** Arcs in the order in which they were drawn, each with a number that means something to whoever drew it. */
export interface ArcList {
  readonly columns: ArcColumns;
  readonly count: number;
}

interface ArcColumns {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly label: Int32Array;
}

const FIRST_CAPACITY = 16;

export function createArcList(): { columns: ArcColumns; count: number } {
  return { columns: createColumns(FIRST_CAPACITY), count: 0 };
}

export function addArc(list: { columns: ArcColumns; count: number }, from: number, to: number, label: number): void {
  if (list.count === list.columns.from.length) {
    const wider = createColumns(2 * list.count);
    wider.from.set(list.columns.from);
    wider.to.set(list.columns.to);
    wider.label.set(list.columns.label);
    list.columns = wider;
  }
  list.columns.from[list.count] = from;
  list.columns.to[list.count] = to;
  list.columns.label[list.count] = label;
  list.count += 1;
}

/** The arcs sorted by where they start, with their labels in the same order. */
export function compressArcs(nodeCount: number, { columns, count }: ArcList): Arcs & { readonly labels: Int32Array } {
  const offsets = new Int32Array(nodeCount + 1);
  for (let arc = 0; arc < count; arc += 1) offsets[columns.from[arc] + 1] += 1;
  for (let node = 0; node < nodeCount; node += 1) offsets[node + 1] += offsets[node];
  const next = offsets.slice();
  const targets = new Int32Array(count);
  const labels = new Int32Array(count);
  for (let arc = 0; arc < count; arc += 1) {
    const position = next[columns.from[arc]];
    next[columns.from[arc]] += 1;
    targets[position] = columns.to[arc];
    labels[position] = columns.label[arc];
  }
  return { nodeCount, offsets, targets, labels };
}

/** The nodes in an order in which every arc points forward (Kahn, 1962); undefined where there is a cycle. */
export function topologicalOrder({ nodeCount, offsets, targets }: Arcs): Int32Array | undefined {
  const waiting = new Int32Array(nodeCount);
  for (const target of targets) waiting[target] += 1;
  const order = new Int32Array(nodeCount);
  let filled = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    if (waiting[node] === 0) {
      order[filled] = node;
      filled += 1;
    }
  }
  for (let at = 0; at < filled; at += 1) {
    for (let arc = offsets[order[at]]; arc < offsets[order[at] + 1]; arc += 1) {
      const target = targets[arc];
      waiting[target] -= 1;
      if (waiting[target] === 0) {
        order[filled] = target;
        filled += 1;
      }
    }
  }
  return filled === nodeCount ? order : undefined;
}

function createColumns(capacity: number): ArcColumns {
  return { from: new Int32Array(capacity), to: new Int32Array(capacity), label: new Int32Array(capacity) };
}
