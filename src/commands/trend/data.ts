import type { Records } from "../outcome.ts";
import type { PlanState, RevisionState, TrendHistory, TrendOptions, TrendRevision } from "./state.ts";

/** What programs get: every revision in numbers, the oldest first. */
export function trendData({ revisions, earlier }: TrendHistory): object {
  return { earlier, revisions: revisions.map(revisionData) };
}

/** A row for each revision. */
export function trendRecords({ revisions }: TrendHistory, { levelled, forecast }: TrendOptions): Records {
  const columns: readonly RecordColumn[] = [
    ["tasks", ({ tasks }) => tasks],
    ["hours", ({ hours }) => hours],
    ["doneHours", ({ done }) => done],
    ["leftHours", ({ left }) => left],
    ["criteria", ({ criteria }) => criteria.total],
    ["doneCriteria", ({ criteria }) => criteria.done],
    ["end", ({ end }) => end],
    ["endTime", ({ endTime }) => endTime],
    ...(levelled === true ? LEVELLED : []),
    ...(forecast === true ? CHANCES : []),
    ["errors", ({ errors }) => errors],
    ["warnings", ({ warnings }) => warnings],
    ["infos", ({ infos }) => infos],
  ];
  return {
    columns: ["date", "commit", "status", ...columns.map(([name]) => name)],
    rows: revisions.map(({ time, commit, state }) => [
      time,
      commit,
      state.kind,
      ...columns.map(([, cell]) => (state.kind === "plan" ? cell(state.numbers) : undefined)),
    ]),
  };
}

type RecordColumn = readonly [string, (numbers: PlanState) => string | number | undefined];

const LEVELLED: readonly RecordColumn[] = [["levelledEnd", ({ levelledEnd }) => levelledEnd]];
const CHANCES: readonly RecordColumn[] = [
  ["p50", ({ p50 }) => p50],
  ["p90", ({ p90 }) => p90],
];

function revisionData({ commit, time, author, path, state }: TrendRevision): object {
  return { commit, time, author, path, status: state.kind, ...stateData(state) };
}

function stateData(state: RevisionState): object {
  switch (state.kind) {
    case "removed":
      return {};
    case "unreadable":
      return { reason: state.reason };
    case "plan": {
      const { tasks, hours, done, left, ...rest } = state.numbers;
      return { numbers: { tasks, hours, doneHours: done, leftHours: left, ...rest } };
    }
  }
}
