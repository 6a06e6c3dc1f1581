/** A binary heap of whole numbers, the least on top. */
export interface Heap {
  push(value: number): void;
  pop(): number;
  least(): number;
  size(): number;
}

export function createHeap(capacity: number): Heap {
  const values = new Int32Array(capacity);
  let size = 0;
  return {
    push(value) {
      let at = size;
      size += 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (values[parent] <= value) break;
        values[at] = values[parent];
        at = parent;
      }
      values[at] = value;
    },
    pop() {
      const top = values[0];
      size -= 1;
      const value = values[size];
      let at = 0;
      for (let child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && values[child + 1] < values[child]) child += 1;
        if (values[child] >= value) break;
        values[at] = values[child];
        at = child;
      }
      values[at] = value;
      return top;
    },
    least: () => values[0],
    size: () => size,
  };
}
