import { describe, expect, test } from "vitest";
import type { Project } from "../src/schedule/project.ts";
import { scheduleProject } from "../src/schedule/schedule-project.ts";
import { splitProject } from "../src/schedule/split.ts";

const NEEDED = [{ resource: 0, amount: 1 }];
const PROJECT: Project = {
  activities: [
    { duration: 5, demands: NEEDED, release: 1, due: 9 },
    { duration: 0, demands: [] },
    { duration: 2, demands: NEEDED },
  ],
  resources: [{ capacity: 1, breaks: [{ start: 3, end: 5 }] }],
  links: [
    { from: 0, to: 1, relation: "FS", lag: 0 },
    { from: 0, to: 2, relation: "SS", lag: 1 },
    { from: 0, to: 2, relation: "FF", lag: 2 },
    { from: 0, to: 2, relation: "SF", lag: 3 },
  ],
};

describe("splitting a project", () => {
  test("cuts activities into chains of pieces, the last of which may be shorter", () => {
    const { project, firstPieces, lastPieces } = splitProject(PROJECT, 2, 100);
    expect(project.activities.map(({ duration }) => duration)).toEqual([2, 2, 1, 0, 2]);
    expect([firstPieces, lastPieces]).toEqual([
      [0, 3, 4],
      [2, 3, 4],
    ]);
    expect(project.activities[0]).toMatchObject({ release: 1, due: undefined });
    expect(project.activities[2]).toMatchObject({ release: undefined, due: 9 });
  });

  test("ties the pieces at the ends that were tied", () => {
    const { links } = splitProject(PROJECT, 2, 100).project;
    expect(links.map(({ from, to, relation, lag }) => `${from} ${relation} ${to} ${lag}`)).toEqual([
      "2 FS 3 0",
      "0 SS 4 1",
      "2 FF 4 2",
      "0 SF 4 3",
      "0 FS 1 0",
      "1 FS 2 0",
    ]);
  });

  test("makes longer pieces where there would be too many", () => {
    expect(splitProject(PROJECT, 1, 5).project.activities.map(({ duration }) => duration)).toEqual([2, 2, 1, 0, 2]);
    expect(splitProject(PROJECT, 1, 1).project.activities.map(({ duration }) => duration)).toEqual([5, 0, 2]);
  });

  test("places the pieces of a schedule where their activities are worked on", () => {
    expect(splitProject(PROJECT, 2, 100).piecesOf([1, 8, 8])).toEqual([1, 5, 7, 8, 8]);
  });

  test("lets an urgent activity interrupt a long one", () => {
    const urgent: Project = {
      activities: [
        { duration: 6, demands: NEEDED },
        { duration: 1, demands: NEEDED, release: 2 },
        { duration: 4, demands: [] },
      ],
      resources: [{ capacity: 1 }],
      links: [{ from: 1, to: 2, relation: "FS", lag: 0 }],
    };
    const whole = scheduleProject(urgent);
    const { project, piecesOf } = splitProject(urgent, 1, 100);
    expect(whole.makespan).toBe(9);
    expect(scheduleProject(project, { known: [piecesOf(whole.starts)] }).makespan).toBe(7);
  });
});
