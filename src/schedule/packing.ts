import type { Activity, Resource } from "./project.ts";

/**
 * Demands and free capacities as fields of 32-bit words, each field under a guard bit: `(free - demand) & guard` is
 * still `guard` exactly where no field falls below zero, so that one subtraction tests many resources.
 */
export interface Packing {
  /** By word, what a tick has when nothing is used, guard bits set. */
  readonly free: Int32Array;
  readonly guard: Int32Array;
  /** The needs of activity `a` have the positions `offsets[a]` up to `offsets[a + 1]`; none where it takes no time. */
  readonly offsets: Int32Array;
  readonly needWord: Int32Array;
  readonly needAmount: Int32Array;
  /** By need: the same number for the same word and amount. */
  readonly needClass: Int32Array;
  readonly classes: number;
}

export function packDemands(activities: readonly Activity[], resources: readonly Resource[]): Packing {
  const fields = layOut(activities, resources);
  const words = 1 + [...fields.values()].reduce((most, { word }) => Math.max(most, word), 0);
  const free = new Int32Array(words);
  const guard = new Int32Array(words);
  for (const [resource, { word, shift, width }] of fields) {
    guard[word] |= 1 << (shift + width);
    free[word] |= (1 << (shift + width)) | (resources[resource].capacity << shift);
  }
  const offsets = new Int32Array(activities.length + 1);
  const needs: (readonly [word: number, amount: number])[] = [];
  for (const [activity, { duration, demands }] of activities.entries()) {
    const byWord = new Map<number, number>();
    for (const { resource, amount } of duration === 0 ? [] : demands) {
      const field = fields.get(resource);
      if (field !== undefined && amount > 0) byWord.set(field.word, (byWord.get(field.word) ?? 0) | (amount << field.shift));
    }
    for (const need of byWord) needs.push(need);
    offsets[activity + 1] = needs.length;
  }
  const classes = new Map<number, number>();
  const needClass = Int32Array.from(needs, ([word, amount]) => {
    const key = word * AMOUNTS + (amount >>> 0);
    const known = classes.get(key) ?? classes.size;
    classes.set(key, known);
    return known;
  });
  return {
    free,
    guard,
    offsets,
    needWord: Int32Array.from(needs, ([word]) => word),
    needAmount: Int32Array.from(needs, ([, amount]) => amount),
    needClass,
    classes: classes.size,
  };
}

interface BitField {
  readonly word: number;
  readonly shift: number;
  readonly width: number;
}

/** In the order in which the resources are first needed, so that those of one activity tend to share a word. */
function layOut(activities: readonly Activity[], resources: readonly Resource[]): ReadonlyMap<number, BitField> {
  const fields = new Map<number, BitField>();
  let word = 0;
  let shift = 0;
  for (const { demands } of activities) {
    for (const { resource } of demands) {
      if (fields.has(resource)) continue;
      const width = 32 - Math.clz32(resources[resource].capacity);
      if (shift + width + 1 > WORD_BITS) {
        word += 1;
        shift = 0;
      }
      fields.set(resource, { word, shift, width });
      shift += width + 1;
    }
  }
  return fields;
}

const WORD_BITS = 32;
/** So many amounts there are in a word. */
const AMOUNTS = 2 ** WORD_BITS;
