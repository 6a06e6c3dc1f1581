import { type Arcs, addArc, compressArcs, createArcList } from "../arcs.ts";
import type { ProjectLink } from "./project.ts";

/** The links of a project in compressed form, seen from both of their ends. */
export interface Links {
  readonly after: LinkArcs;
  readonly before: LinkArcs;
}

/** Arcs from each activity to those at the other end of its links. */
export interface LinkArcs extends Arcs {
  readonly lags: Int32Array;
  /** 1 where the link leaves a finish, 0 where it leaves a start. */
  readonly fromFinish: Uint8Array;
  /** 1 where the link holds back a finish, 0 where it holds back a start. */
  readonly toFinish: Uint8Array;
}

export function compressLinks(count: number, links: readonly ProjectLink[]): Links {
  const after = createArcList();
  const before = createArcList();
  for (const [index, { from, to }] of links.entries()) {
    addArc(after, from, to, index);
    addArc(before, to, from, index);
  }
  return { after: describe(compressArcs(count, after), links), before: describe(compressArcs(count, before), links) };
}

/** What a link adds to the start of one activity to give the least start of the other, breaks left out. */
export function arcWeight(arcs: LinkArcs, arc: number, fromDuration: number, toDuration: number): number {
  return arcs.lags[arc] + arcs.fromFinish[arc] * fromDuration - arcs.toFinish[arc] * toDuration;
}

function describe(
  { nodeCount, offsets, targets, labels }: Arcs & { readonly labels: Int32Array },
  links: readonly ProjectLink[],
): LinkArcs {
  return {
    nodeCount,
    offsets,
    targets,
    lags: labels.map((link) => links[link].lag),
    fromFinish: Uint8Array.from(labels, (link) => (FROM_FINISH.has(links[link].relation) ? 1 : 0)),
    toFinish: Uint8Array.from(labels, (link) => (TO_FINISH.has(links[link].relation) ? 1 : 0)),
  };
}

const FROM_FINISH: ReadonlySet<ProjectLink["relation"]> = new Set(["FS", "FF"]);
const TO_FINISH: ReadonlySet<ProjectLink["relation"]> = new Set(["FF", "SF"]);
