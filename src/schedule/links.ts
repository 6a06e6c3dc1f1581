import type { ProjectLink } from "./project.ts";

/** The links of a project in compressed form, seen from both of their ends. */
export interface Links {
  readonly after: Arcs;
  readonly before: Arcs;
}

/** Those at activity `a` have the positions `offsets[a]` up to `offsets[a + 1]`. */
export interface Arcs {
  readonly offsets: Int32Array;
  /** The activity at the other end. */
  readonly others: Int32Array;
  readonly lags: Int32Array;
  /** 1 where the link leaves a finish, 0 where it leaves a start. */
  readonly fromFinish: Uint8Array;
  /** 1 where the link holds back a finish, 0 where it holds back a start. */
  readonly toFinish: Uint8Array;
}

export function compressLinks(count: number, links: readonly ProjectLink[]): Links {
  return {
    after: compress(count, links, ({ from, to }) => [from, to]),
    before: compress(count, links, ({ from, to }) => [to, from]),
  };
}

/** What a link adds to the start of one activity to give the least start of the other, breaks left out. */
export function arcWeight(arcs: Arcs, arc: number, fromDuration: number, toDuration: number): number {
  return arcs.lags[arc] + arcs.fromFinish[arc] * fromDuration - arcs.toFinish[arc] * toDuration;
}

/** An order in which every link points forward (Kahn, 1962), by index where links leave a choice; undefined where there is a cycle. */
export function topologicalOrder({ offsets, others }: Arcs): Int32Array | undefined {
  const count = offsets.length - 1;
  const waiting = new Int32Array(count);
  for (const other of others) waiting[other] += 1;
  const order = new Int32Array(count);
  let filled = 0;
  for (let activity = 0; activity < count; activity += 1) {
    if (waiting[activity] === 0) {
      order[filled] = activity;
      filled += 1;
    }
  }
  for (let at = 0; at < filled; at += 1) {
    for (let arc = offsets[order[at]]; arc < offsets[order[at] + 1]; arc += 1) {
      const other = others[arc];
      waiting[other] -= 1;
      if (waiting[other] === 0) {
        order[filled] = other;
        filled += 1;
      }
    }
  }
  return filled === count ? order : undefined;
}

function compress(count: number, links: readonly ProjectLink[], endsOf: (link: ProjectLink) => readonly [number, number]): Arcs {
  const offsets = new Int32Array(count + 1);
  for (const link of links) offsets[endsOf(link)[0] + 1] += 1;
  for (let activity = 0; activity < count; activity += 1) offsets[activity + 1] += offsets[activity];
  const next = offsets.slice();
  const others = new Int32Array(links.length);
  const lags = new Int32Array(links.length);
  const fromFinish = new Uint8Array(links.length);
  const toFinish = new Uint8Array(links.length);
  for (const link of links) {
    const [own, other] = endsOf(link);
    const at = next[own];
    next[own] += 1;
    others[at] = other;
    lags[at] = link.lag;
    fromFinish[at] = link.relation === "FS" || link.relation === "FF" ? 1 : 0;
    toFinish[at] = link.relation === "FF" || link.relation === "SF" ? 1 : 0;
  }
  return { offsets, others, lags, fromFinish, toFinish };
}
