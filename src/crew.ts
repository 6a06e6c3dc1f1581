import { availableParallelism } from "node:os";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";

/** Work on many items that further threads take part in. */
export interface Crew<Result> {
  /** The index of an item that nobody has taken yet; undefined where there is none left. */
  next(): number | undefined;
  /** Waits for the others, and gives their results by the indexes of the items; what a lost thread had taken is not among them. */
  collect(): ReadonlyMap<number, Result>;
}

/** One thread's part in the work of another. */
export interface Membership {
  readonly items: readonly string[];
  next(): number | undefined;
  report(index: number, result: unknown): void;
}

/** What a member is told when it starts. */
export interface Enlistment {
  readonly words: readonly string[];
  readonly items: readonly string[];
  readonly counters: Int32Array;
  readonly port: MessagePort;
}

/** Where threads of this program start, and the words of the command line that they work on. */
export interface Muster {
  readonly member: string;
  readonly words: readonly string[];
  /** How many threads a person asked for, instead of as many as pay. */
  readonly size?: number | undefined;
}

/** Starts threads for the items; undefined where none would pay for its start. */
export function startCrew<Result>({ member, words, size }: Muster, items: readonly string[]): Crew<Result> | undefined {
  const members = size ?? payingMembers(items);
  if (members < 1) return undefined;
  const counters = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
  const ports = Array.from({ length: members }, () => enlist(member, { words, items, counters }));
  return { next: () => nextOf(counters, items), collect: () => collect(counters, ports) };
}

/** What a member makes of what it was told. */
export function membershipOf({ items, counters, port }: Enlistment): Membership {
  return {
    items,
    next: () => {
      const next = nextOf(counters, items);
      if (next === undefined) {
        Atomics.add(counters, LEFT, 1);
        Atomics.notify(counters, LEFT);
      }
      return next;
    },
    report: (index, result) => {
      port.postMessage([index, result]);
      Atomics.add(counters, REPORTED, 1);
    },
  };
}

/** Beside each thread its compiler and its collector keep half a core busy: with two cores, one thread does as well alone. */
function payingMembers(items: readonly string[]): number {
  const places = Math.floor(availableParallelism() / 1.5) - 1;
  return Math.min(places, MOST_MEMBERS, Math.floor(items.length / WORTH_A_START));
}

function enlist(member: string, work: Omit<Enlistment, "port">): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(member, { workerData: { ...work, port: port2 }, transferList: [port2] });
  // Neither a thread that is lost nor one that is late may change how the program ends: its items are done again.
  worker.on("error", () => {});
  worker.unref();
  return port1;
}

function nextOf(counters: Int32Array, items: readonly string[]): number | undefined {
  const next = Atomics.add(counters, TAKEN, 1);
  return next < items.length ? next : undefined;
}

function collect<Result>(counters: Int32Array, ports: readonly MessagePort[]): ReadonlyMap<number, Result> {
  waitForAll(counters, ports.length);
  const results = new Map<number, Result>();
  for (const port of ports) {
    for (let received = receiveMessageOnPort(port); received !== undefined; received = receiveMessageOnPort(port)) {
      const [index, result] = received.message;
      results.set(index, result);
    }
    port.close();
  }
  return results;
}

/** Until every member has found nothing left to take, or none has reported anything for too long. */
function waitForAll(counters: Int32Array, members: number): void {
  let reported = Atomics.load(counters, REPORTED);
  for (let left = Atomics.load(counters, LEFT); left < members; left = Atomics.load(counters, LEFT)) {
    const waited = Atomics.wait(counters, LEFT, left, PATIENCE);
    const now = Atomics.load(counters, REPORTED);
    if (waited === "timed-out" && now === reported) return;
    reported = now;
  }
}

const TAKEN = 0;
const REPORTED = 1;
const LEFT = 2;
/** Milliseconds in which some plan is done, even a large one on a slow machine. */
const PATIENCE = 5000;
/** Plans in which a thread saves what it takes to start and to warm up. */
const WORTH_A_START = 100;
const MOST_MEMBERS = 7;
