import { describe, expect, test } from "vitest";
import { planOf } from "./command-plans.ts";

/** The gates of a plan: `1>2` where 2 waits for 1, `1~2` where it may overlap it, and where a plan says so. */
function gatesIn(text: string): readonly string[] {
  return planOf(text).gates.map(({ from, to, kind, span }) => {
    const sign = kind === "hard" ? ">" : kind === "overlap" ? "~" : "?";
    return `${from.value}${sign}${to.value} ${text.slice(span.start, span.end)}`;
  });
}

const shortly = (text: string): string =>
  gatesIn(text)
    .map((gate) => gate.split(" ", 1)[0])
    .join(" ");
const path = (text: string): string => shortly(`# Plan\n\n## Critical Path\n\n${text}\n`);
const TABLE = "| ID | Task | Hours |\n|---|---|---|\n";

/** A sprint with a task and, where there is one, a line about it. */
const sprint = (number: number, line = "", word = "## Sprint"): string =>
  `${word} ${number}\n\n${line}\n\n${TABLE}| T-${number} | Dig | 2 |\n\n`;

describe("a sprint waits", () => {
  test.each([
    ["for one", sprint(1) + sprint(2, "**Depends on:** Sprint 1"), ["1>2 Sprint 1"]],
    [
      "for several",
      sprint(1) + sprint(2) + sprint(3, "**Depends on:** Sprint 1, Iteration #2"),
      ["1>3 Sprint 1, Iteration #2", "2>3 Sprint 1, Iteration #2"],
    ],
    ["not for what other lines name", sprint(1) + sprint(2, "**Goal:** after Sprint 1"), []],
    ["not for one that the plan has not", sprint(1) + sprint(2, "**Depends on:** Sprint 3"), []],
    ["not for itself", sprint(1) + sprint(2, "**Depends on:** Sprint 2"), []],
    ["not for a phase", `## Phase 3\n\n${sprint(1, "", "### Sprint")}${sprint(2, "**Depends on:** Phase 3", "### Sprint")}`, []],
    [
      "not for what its phase waits for",
      `## Phase 2\n\n**Depends on:** Sprint 1\n\n${sprint(1, "", "### Sprint")}${sprint(2, "", "### Sprint")}`,
      [],
    ],
    [
      "not where it has no number",
      `## Digging\n\n**Depends on:** Sprint 1\n\n${TABLE}| T-9 | Dig | 2 |\n\n## Laying\n\n${TABLE}| T-8 | Lay | 2 |\n\n${sprint(1)}`,
      [],
    ],
  ])("%s", (_, text, expected) => expect(gatesIn(`# Plan\n\n${text}`)).toEqual(expected));
});

describe("a table of sprints says what they wait for", () => {
  test.each([
    ["in its second column", "Sprint | Depends On", ["Sprint 2 | Sprint 1"], ["1>2 Sprint 1"]],
    ["in its third column", "Sprint | Goal | Blocked by", ["Sprint 2 | Walls | Sprint 1"], ["1>2 Sprint 1"]],
    [
      "of several each",
      "Sprint | Depends On",
      ["Sprint 3 | Sprint 1 and Sprint 2"],
      ["1>3 Sprint 1 and Sprint 2", "2>3 Sprint 1 and Sprint 2"],
    ],
    ["but not in its first", "Depends On | Sprint", ["Sprint 1, Sprint 2 | Sprint 3"], []],
    ["or in none", "Sprint | Goal", ["Sprint 2 | after Sprint 1"], []],
    ["in rows of sprints", "Sprint | Depends On", ["Launch | Sprint 1", "Sprint 3 | Sprint 2"], ["2>3 Sprint 2"]],
    ["in rows that are long enough", "Sprint | Goal | Depends On", ["Sprint 2", "Sprint 3 | Roof | Sprint 2"], ["2>3 Sprint 2"]],
  ])("%s", (_, head, rows, expected) => {
    const lines = [head, head.replaceAll(/[^|]+/g, "---"), ...rows].map((line) => `| ${line} |`).join("\n");
    expect(gatesIn(`# Plan\n\n${sprint(1)}${sprint(2)}${sprint(3)}## Dependencies\n\nAs follows:\n\n${lines}\n`)).toEqual(expected);
  });

  test("under no other heading", () => {
    expect(gatesIn(`# Plan\n\n${sprint(1)}${sprint(2)}## Notes\n\n| Sprint | Depends On |\n|---|---|\n| Sprint 2 | Sprint 1 |\n`)).toEqual(
      [],
    );
  });
});

const fenced = (text: string, language = ""): string => path(`\`\`\`${language}\n${text}\n\`\`\``);

describe("a diagram", () => {
  test.each([
    ["may begin with an arrow", "  ↓\nSprint 1\n  ↓\nSprint 2", "1>2"],
    ["may have lines between its arrows", "Sprint 1\n  ↓\n  +\nSprint 2", "1>2"],
    ["joins nothing over an empty line", "Sprint 1\n\nSprint 2", ""],
    ["joins nothing by a line without arrows", "Sprint 1\n  +\nSprint 2", ""],
    ["goes on behind an arrow at the end alone", "Sprint 1 →done\nSprint 2", ""],
    ["may have blanks behind that", "Sprint 1 →  \nSprint 2", "1>2"],
    ["may have signs of numbers", "Sprint #1 -> Sprint #2", "1>2"],
    ["has remarks behind a sign of numbers", "Sprint 1\nSprint 2 # wait for 1", "1>2"],
    ["has remarks behind slashes", "Sprint 1\nSprint 2 // wait for 1", "1>2"],
    ["has remarks behind long arrows", "Sprint 1\nSprint 2 <-- wait for 1", "1>2"],
    ["has the remark of its last sprint", "Sprint 1 → Sprint 2 ← wait for 4", "4>2"],
    ["has remarks that name sprints", "Sprint 1\nSprint 2 ← wait for Sprint 1", "1>2"],
    ["has numbers that mean nothing", "Sprint 1\n  ↓\nSprint 2 ← number 4 of all", "1>2"],
    ["has long numbers", "Sprint 10.12\nSprint 11 ← Must wait for 10.12", "10.12>11"],
  ])("%s", (_, diagram, expected) => expect(fenced(diagram)).toBe(expected));

  test.each(["depend on", "depends on", "need", "needs", "require", "requires", "waits for", "after", "blocked by"])("says: %s", (word) =>
    expect(fenced(`Sprint 1\nSprint 2 ← ${word} 1`)).toBe("1>2"),
  );

  test.each(["in parallel with", "overlaps", "alongside"])("says that it may overlap: %s", (word) =>
    expect(fenced(`Sprint 1\nSprint 2 ← ${word} 1`)).toBe("1~2"),
  );

  test.each([
    ["mermaid", ""],
    ["Mermaid", ""],
    ["mermaid2", "1>2"],
    ["xmermaid", "1>2"],
    ["text", "1>2"],
  ])("of plain arrows in %s", (language, expected) => expect(fenced("Sprint 1 → Sprint 2", language)).toBe(expected));
});

describe("a flowchart", () => {
  test.each([
    ["may have round nodes", "A((Sprint 1)) --> B([Sprint 2])", "1>2"],
    ["may have boxes in boxes", "A[[Sprint 1]] --> B{{Sprint 2}}", "1>2"],
    ["may have words in an edge", "A[Sprint 1] -- if dry --> B[Sprint 2]", "1>2"],
    ["may have words behind an edge", "A[Sprint 1] -->|if [dry]| B[Sprint 2]", "1>2"],
    ["may have nodes that are no sprints", "A[Sprint 1] --> X[Tea] --> B[Sprint 2]", ""],
    ["may begin with one", "X[Tea] --> A[Sprint 1] --> B[Sprint 2]", "1>2"],
    ["names the first sprint of a node", "A[Sprint 1 or Sprint 3] --> B[Sprint 2]", "1>2"],
    ["may have quotes with brackets", 'A["Sprint 1 [a]"] --> B["Sprint 2 (b)"]', "1>2"],
  ])("%s", (_, chart, expected) => expect(fenced(`flowchart LR\n  ${chart}`, "mermaid")).toBe(expected));
});
