import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCalendar, finishFromLatest, finishOf, latestStartFor, nextWorked, startFor } from "../src/schedule/calendar.ts";
import { compileProject } from "../src/schedule/compile.ts";
import { raiseHeads } from "../src/schedule/edge-finding.ts";
import { createHeap } from "../src/schedule/heap.ts";
import { machinesOf } from "../src/schedule/machines.ts";
import { preemptiveBound } from "../src/schedule/preemptive-bound.ts";
import { headsOf, tailsOf } from "../src/schedule/priorities.ts";
import type { Project } from "../src/schedule/project.ts";
import { scheduleProject } from "../src/schedule/schedule-project.ts";

describe("a calendar", () => {
  const breaks = fc
    .uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 20 })
    .map((ticks) => [...ticks].sort((one, other) => one - other).map((tick) => ({ start: tick, end: tick + 1 })));
  const question = fc.record({ breaks, tick: fc.nat(35), duration: fc.integer({ min: 1, max: 10 }) });

  /** The ticks from 0 on in which there is work, more than any question asks for. */
  function worked(off: readonly { readonly start: number }[]): readonly number[] {
    return Array.from({ length: 100 }, (_unused, tick) => tick).filter((tick) => off.every(({ start }) => start !== tick));
  }

  test("finds the next worked tick, and the finish of work that begins there", () => {
    fc.assert(
      fc.property(question, ({ breaks: off, tick, duration }) => {
        const ticks = worked(off).filter((each) => each >= tick);
        const calendar = createCalendar(off);
        expect(nextWorked(calendar, tick)).toBe(ticks[0]);
        expect(finishOf(calendar, ticks[0], duration)).toBe(ticks[duration - 1] + 1);
      }),
    );
  });

  test("finds the least start for a finish that must not be earlier", () => {
    fc.assert(
      fc.property(question, ({ breaks: off, tick, duration }) => {
        const calendar = createCalendar(off);
        const starts = worked(off).filter((start) => finishOf(calendar, start, duration) >= tick);
        expect(startFor(calendar, tick, duration)).toBe(starts[0]);
      }),
    );
  });

  test("finds the latest start for a finish that must not be later, and the finish of the latest start", () => {
    fc.assert(
      fc.property(question, ({ breaks: off, tick, duration }) => {
        const calendar = createCalendar(off);
        const starts = worked(off).filter((start) => finishOf(calendar, start, duration) <= tick);
        const latest = latestStartFor(calendar, tick, duration);
        if (starts.length === 0) expect(latest).toBeLessThan(0);
        else expect(latest).toBe(starts.at(-1));
        const before = worked(off).filter((start) => start <= tick);
        const finish = finishFromLatest(calendar, tick, duration);
        if (before.length === 0) expect(finish).toBeLessThan(0);
        else expect(finish).toBe(finishOf(calendar, before[before.length - 1], duration));
      }),
    );
  });
});

interface Job {
  readonly head: number;
  readonly duration: number;
  readonly deadline: number;
}

/** Every order of the jobs that keeps all deadlines, as the start of each job. */
function ordersOf(jobs: readonly Job[]): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  const place = (time: number, starts: readonly number[], left: readonly number[]): void => {
    if (left.length === 0) found.push(starts);
    for (const job of left) {
      const start = Math.max(time, jobs[job].head);
      if (start + jobs[job].duration > jobs[job].deadline) continue;
      place(
        start + jobs[job].duration,
        starts.map((known, each) => (each === job ? start : known)),
        left.filter((each) => each !== job),
      );
    }
  };
  place(
    0,
    jobs.map(() => -1),
    [...jobs.keys()],
  );
  return found;
}

describe("edge finding", () => {
  const jobs = fc.array(
    fc
      .record({ head: fc.nat(12), duration: fc.integer({ min: 1, max: 6 }), slack: fc.nat(14) })
      .map(({ head, duration, slack }) => ({ head, duration, deadline: head + duration + slack })),
    { minLength: 1, maxLength: 6 },
  );

  test("raises no head above a start that some order has, and refuses only what no order keeps", () => {
    let raised = 0;
    let refused = 0;
    fc.assert(
      fc.property(jobs, (list) => {
        const heads = Int32Array.from(list, ({ head }) => head);
        const given = {
          heads,
          durations: Int32Array.from(list, ({ duration }) => duration),
          deadlines: Int32Array.from(list, ({ deadline }) => deadline),
        };
        const byHead = Int32Array.from(list.keys()).sort((one, other) => heads[one] - heads[other]);
        const orders = ordersOf(list);
        if (!raiseHeads(given, byHead)) {
          refused += 1;
          expect(orders).toEqual([]);
          return;
        }
        for (const [job, head] of heads.entries()) {
          if (head > list[job].head) raised += 1;
          for (const starts of orders) expect(starts[job]).toBeGreaterThanOrEqual(head);
        }
      }),
      { numRuns: 1000 },
    );
    expect(Math.min(raised, refused)).toBeGreaterThan(20);
  });
});

test("Jackson's preemptive schedule bounds every order of one person's work, and is exact where all can begin at once", () => {
  const work = fc.array(fc.record({ release: fc.nat(15), duration: fc.integer({ min: 1, max: 6 }), after: fc.nat(8) }), {
    minLength: 2,
    maxLength: 6,
  });
  fc.assert(
    fc.property(work, fc.boolean(), (list, together) => {
      const activities = list.flatMap(({ release, duration, after }) => [
        { duration, release: together ? 0 : release, demands: [{ resource: 0, amount: 1 }] },
        { duration: after, demands: [] },
      ]);
      const links = list.map((_job, at) => ({ from: 2 * at, to: 2 * at + 1, relation: "FS" as const, lag: 0 }));
      const project: Project = { activities, resources: [{ capacity: 1 }], links };
      const instance = compileProject(project);
      const bound = preemptiveBound(instance, machinesOf(project), headsOf(instance));
      const starts = ordersOf(list.map(({ release, duration }) => ({ head: together ? 0 : release, duration, deadline: 1000 })));
      const least = Math.min(
        ...starts.map((order) => Math.max(...order.map((start, job) => start + list[job].duration + list[job].after))),
      );
      expect(bound).toBeLessThanOrEqual(least);
      if (together) expect(bound).toBe(least);
    }),
  );
});

test("tails behind a finish leave out what follows the start", () => {
  const project: Project = {
    activities: [4, 10, 3].map((duration) => ({ duration, demands: [] })),
    resources: [],
    links: [
      { from: 0, to: 1, relation: "SS", lag: 1 },
      { from: 0, to: 2, relation: "FS", lag: 2 },
    ],
  };
  const { fromStart, fromFinish } = tailsOf(compileProject(project));
  expect([...fromStart]).toEqual([11, 10, 3]);
  expect([...fromFinish]).toEqual([5, 0, 0]);
});

test("a heap gives its numbers back in order", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 })), (numbers) => {
      const heap = createHeap(numbers.length);
      for (const number of numbers) heap.push(number);
      expect(heap.size()).toBe(numbers.length);
      expect(numbers.map(() => heap.pop())).toEqual([...numbers].sort((one, other) => one - other));
    }),
  );
});

describe("a search ends", () => {
  const ada = { resource: 0, amount: 1 };

  test("where nothing can be moved, and the lateness is more than a bound can prove", () => {
    const chain: Project = {
      activities: [
        { duration: 10, demands: [ada] },
        { duration: 10, demands: [ada], due: 5 },
      ],
      resources: [{ capacity: 1 }],
      links: [{ from: 0, to: 1, relation: "FS", lag: 0 }],
    };
    expect(scheduleProject(chain, { proof: "none" })).toMatchObject({ makespan: 20, lateness: 15 });
    expect(scheduleProject({ activities: [], resources: [], links: [] })).toMatchObject({ makespan: 0, optimal: true });
  });

  test("soon, with thousands of activities of one person, or of as many people", () => {
    const ones = Array.from({ length: 5000 }, (_unused, at) => ({ duration: 4 + (at % 7), demands: [ada] }));
    const work = ones.reduce((sum, { duration }) => sum + duration, 0);
    expect(scheduleProject({ activities: ones, resources: [{ capacity: 1 }], links: [] }, { budget: 50 }).makespan).toBe(work);
    const own = ones.map(({ duration }, resource) => ({ duration, demands: [{ resource, amount: 1 }] }));
    const crowd = { activities: own, resources: own.map(() => ({ capacity: 1 })), links: [] };
    expect(scheduleProject(crowd, { budget: 50 })).toMatchObject({ makespan: 10, optimal: true });
  }, 20_000);
});
