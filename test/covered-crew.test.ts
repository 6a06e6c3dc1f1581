import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import { afterAll, describe, expect, test } from "vitest";
import { run } from "../src/cli.ts";
import { type Crew, membershipOf, startCrew } from "../src/crew.ts";
import { createHost, type Host } from "../src/host.ts";
import { removeTemporaryFolders, temporaryFolder } from "./git-repository.ts";
import { createMemoryHost } from "./memory-host.ts";

afterAll(removeTemporaryFolders);

const COUNT = 1_200;
const files = new Map(
  Array.from({ length: COUNT }, (_, index) => [
    `p${index}.md`,
    `## Sprint 1\n\n- [ ] ${index}.1 Dig (${index % 9}h)\n- [ ] ${index}.2 Lay (depends on ${index}.1)\n`,
  ]),
);

/** Everything on the screen, for plans told with whatever further hands the world has. */
function checked(hands: (words: readonly string[], host: Host) => Partial<Host>) {
  const host = createMemoryHost({ files });
  const words = ["check", ".", "--no-color"];
  const progress: string[] = [];
  const code = run(words, { ...host, showProgress: (text) => progress.push(text), ...hands(words, host) });
  return { code, screen: host.screen(), progress };
}

/** A crew of one, which does its part whenever it is waited for; of what it takes, `lost` says what never comes back. */
function oneHand(words: readonly string[], host: Host, lost: (index: number) => boolean): Partial<Host> {
  function start<Result>(items: readonly string[]): Crew<Result> {
    let taken = 0;
    const next = () => (taken < items.length ? taken++ : undefined);
    return {
      // The other one takes two for each of ours, and keeps them until it is asked.
      next,
      collect: () => {
        const results = new Map<number, Result>();
        taken = items.length - 200;
        const report = (index: number, result: unknown) => void (lost(index) || results.set(index, JSON.parse(JSON.stringify(result))));
        run(words, {
          ...host,
          membership: { items, next, report: (index, result) => report(index, result) },
          writeOutput: () => ({ kind: "written" }),
        });
        return results;
      },
    };
  }
  return { startCrew: start };
}

describe("many plans", () => {
  const alone = checked(() => ({ startCrew: () => undefined }));

  test("show how far it is, and take that away again", () => {
    expect(alone.progress.length).toBeGreaterThan(2);
    expect(alone.progress[0]).toMatch(/^\d+ of 1200 plans$/);
    expect(alone.progress.at(-1)).toBe("");
  });

  test("are told the same by several threads, also where one is lost", () => {
    for (const lost of [() => false, (index: number) => index % 3 === 0]) {
      const together = checked((words, host) => oneHand(words, host, lost));
      expect({ code: together.code, screen: together.screen }).toEqual({ code: alone.code, screen: alone.screen });
    }
  });
});

describe("members of a crew", () => {
  test("take each item once, and report what they made of it", () => {
    const items = ["a", "b", "c", "d", "e"];
    const counters = new Int32Array(new SharedArrayBuffer(12));
    const { port1, port2 } = new MessageChannel();
    const members = [1, 2].map(() => membershipOf({ words: [], items, counters, port: port2 }));
    const taken: number[] = [];
    for (let turn = 0; turn < 8; turn += 1) {
      const member = members[turn % 2];
      const index = member.next();
      if (index === undefined) continue;
      taken.push(index);
      member.report(index, items[index].toUpperCase());
    }
    expect(taken).toEqual([0, 1, 2, 3, 4]);
    const reports = items.map(() => receiveMessageOnPort(port1)?.message);
    expect(reports).toEqual([
      [0, "A"],
      [1, "B"],
      [2, "C"],
      [3, "D"],
      [4, "E"],
    ]);
    port1.close();
  });

  test("are not started where they would not pay", () => {
    expect(startCrew({ member: "/nowhere.mjs", words: [] }, ["a"])).toBeUndefined();
    expect(startCrew({ member: "/nowhere.mjs", words: [], size: 0 }, ["a", "b"])).toBeUndefined();
    expect(createHost().startCrew(["a", "b"])).toBeUndefined();
  });

  test("that die leave their work to the one that waits for them", () => {
    const member = join(temporaryFolder(), "member.mjs");
    writeFileSync(member, "process.exit(1);\n");
    const crew = createHost({ member, words: ["check"], size: 2 }).startCrew(["a", "b"]);
    expect([crew?.next(), crew?.next(), crew?.next()]).toEqual([0, 1, undefined]);
    expect(crew?.collect().size).toBe(0);
  });
});

test("the outside world knows the day, the environment and what is no terminal", () => {
  const host = createHost();
  expect(host.today()).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(host.environment("SPRINTPLAN_NOT_THERE")).toBeUndefined();
  expect(host.writeOutput("")).toEqual({ kind: "written" });
  expect(host.entriesOf("/nowhere")).toEqual([]);
});
