import { performance } from "node:perf_hooks";
import { computeFacts } from "../../src/analysis/facts.ts";
import { defaultConfig } from "../../src/config.ts";
import { reportText } from "../../src/report/text.ts";
import { createRandom } from "../../src/schedule/random.ts";
import { buildPlan } from "../plan-builder.ts";
import { optionsFor, outcomeOf } from "../report-outcome.ts";
import { median } from "./processes.ts";

/** What a part of the program takes inside of a process, in milliseconds. */
export interface PartTiming {
  readonly first: number;
  /** The median of all calls. */
  readonly middle: number;
}

const CALLS = 5;

/** The critical path of a plan whose tasks name the tasks that they wait for. */
export function timeCriticalPath(tasks: number): PartTiming {
  const random = createRandom(1);
  const rows = Array.from({ length: tasks }, (_, index) => {
    const waits = [1 + random.below(50), 1 + random.below(50)].map((steps) => index - steps).filter((wait) => wait >= 0);
    return { id: idOf(index), hours: 1 + random.below(16), who: ["Ada"], after: [...new Set(waits)].map(idOf) };
  });
  const plan = buildPlan({ sprints: [{ id: "1", tasks: rows }] });
  return time(() => {
    const { path = [] } = computeFacts(plan, defaultConfig).planPath() ?? {};
    if (path.length === 0) throw new Error("no critical path");
  });
}

/** A table on a terminal without colours. */
export function timeTable(rows: number): PartTiming {
  const random = createRandom(1);
  const cells = Array.from({ length: rows }, (_, index) => [
    idOf(index),
    "Build the booking form for every route",
    `${random.below(40)}`,
    "Ada",
  ]);
  const columns = [{ title: "task" }, { title: "title" }, { title: "hours", align: "right" as const }, { title: "who" }];
  const outcome = outcomeOf({ view: [{ kind: "table", columns, rows: cells }] });
  return time(() => {
    const lines = reportText([outcome], optionsFor("show")).split("\n").length;
    if (lines < rows) throw new Error(`only ${lines} lines`);
  });
}

function idOf(index: number): string {
  return `1.${index + 1}`;
}

function time(call: () => void): PartTiming {
  const times = Array.from({ length: CALLS }, () => {
    const before = performance.now();
    call();
    return performance.now() - before;
  });
  return { first: times[0], middle: median(times) };
}
