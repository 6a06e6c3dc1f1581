import { describe, expect, test } from "vitest";
import { planOf } from "./command-plans.ts";

/** The gates of a section on the critical path: `1>2` where 2 waits for 1, `1~2` where it may overlap it. */
function gates(text: string, heading = "## Critical Path"): string {
  return planOf(`# Plan\n\n${heading}\n\n${text}\n`)
    .gates.map(({ from, to, kind }) => `${from.value}${kind === "hard" ? ">" : "~"}${to.value}`)
    .join(" ");
}

const fenced = (text: string): string => `\`\`\`\n${text}\n\`\`\``;
const mermaid = (text: string): string => `\`\`\`mermaid\n${text}\n\`\`\``;

describe("diagrams of arrows", () => {
  test.each([
    ["one a line", "Sprint 1\n  ↓\nSprint 2\n  ↓\nSprint 3", "1>2 2>3"],
    ["several on a line", "Sprint 1 → Sprint 2 → Sprint 3", "1>2 2>3"],
    ["in ASCII", "Sprint 1 -> Sprint 2 --> Sprint 3 => Sprint 4", "1>2 2>3 3>4"],
    ["over the end of a line", "Sprint 1 →\nSprint 2", "1>2"],
    ["with titles", "Sprint 1.1 (Survey)\n   |\n   v\nSprint 1.2 (Footings)", "1.1>1.2"],
    ["notes in place of arrows", "Sprint 1.1\n  ↓\nSprint 1.2 ← Must wait for 1.1\n  ↓\nSprint 1.3 ← Must wait for 1.1", "1.1>1.2 1.1>1.3"],
    ["a note on two", "Sprint 1\nSprint 2\n  ↓\nSprint 3 ← Must wait for 1, 2", "1>3 2>3"],
    ["an overlap", "Sprint 2.1\n  ↓\nSprint 2.2 ← Can partially parallel with 2.1", "2.1~2.2"],
    ["another overlap", "Sprint 1 ← start\nSprint 2 <- may overlap 1", "1~2"],
    ["a remark that says nothing", "Sprint 1\n  ↓\nSprint 2 ← the hard one", "1>2"],
    ["no arrow, no gate", "Sprint 1\nSprint 2", ""],
    ["words between", "Sprint 1\nthen a week of rest\nSprint 2", ""],
    ["two chains", "Sprint 1 → Sprint 2\nSprint 3 → Sprint 4", "1>2 3>4"],
    ["iterations", "Iteration 1 → Iteration 2", "1>2"],
  ])("%s", (_name, diagram, expected) => expect(gates(fenced(diagram))).toBe(expected));

  test("damaged by double encoding, with the byte that got lost", () => {
    expect(
      gates(fenced("Sprint 1.1\n    â†“\nSprint 1.2 â† Must wait for 1.1\n    â†“\nSprint 1.3 â† Can partially parallel with 1.2")),
    ).toBe("1.1>1.2 1.2~1.3");
    expect(gates("Sprint 1 â†’ Sprint 2")).toBe("1>2");
  });

  test("in prose and lists, where there is an arrow", () => {
    expect(gates("Sprint 1 → Sprint 2")).toBe("1>2");
    expect(gates("- Sprint 1 → Sprint 2\n- Sprint 2 → Sprint 3")).toBe("1>2 2>3");
    expect(gates("After Sprint 1 comes Sprint 2.")).toBe("");
  });

  test.each([
    ["## Dependencies", "1>2"],
    ["## Sprint Dependencies", "1>2"],
    ["## Dependency Graph", "1>2"],
    ["## Notes", ""],
  ])("under %s", (heading, expected) => expect(gates(fenced("Sprint 1 → Sprint 2"), heading)).toBe(expected));

  test("each gate shows the note that declares it", () => {
    const text = "## Critical Path\n\n```\nSprint 1\nSprint 2 ← Must wait for 1\n```\n";
    const [{ span, from }] = planOf(text).gates;
    expect([text.slice(span.start, span.end), text.slice(from.span.start, from.span.end)]).toEqual(["← Must wait for 1", "1"]);
  });
});

describe("flowcharts", () => {
  test.each([
    ["nodes on their own lines", "graph TD\n  A[Sprint 1]\n  B[Sprint 2]\n  A --> B", "1>2"],
    ["nodes in the edge", "flowchart LR\n  A[Sprint 1] --> B[Sprint 2]", "1>2"],
    ["round nodes", "flowchart LR\n  A(Sprint 1) --> B(Sprint 2)", "1>2"],
    ["quoted labels", 'flowchart LR\n  A["Sprint 1: Dig"] --> B["Sprint 2: Build (high)"]', "1>2"],
    ["a chain", "flowchart LR\n  A[Sprint 1] --> B[Sprint 2] --> C[Sprint 3]", "1>2 2>3"],
    ["words on the edge", "flowchart LR\n  A[Sprint 1] -->|if dry| B[Sprint 2]", "1>2"],
    ["a dotted edge", "flowchart LR\n  A[Sprint 1] -.-> B[Sprint 2]", "1>2"],
    ["a thick edge", "flowchart LR\n  A[Sprint 1] ==> B[Sprint 2]", "1>2"],
    ["later edges", "flowchart LR\n  A[Sprint 1] --> B[Sprint 2]\n  B --> C[Sprint 3]", "1>2 2>3"],
  ])("%s", (_name, chart, expected) => expect(gates(mermaid(chart))).toBe(expected));
});

test("parallel claims name weeks", () => {
  const { parallelClaims } = planOf(
    "# Plan\n\n## Critical Path\n\n### Parallel Work Opportunities\n\n- **Weeks 4-5**: beams and footings\n- **Week 7**: paint\n- somewhere else\n",
  );
  expect(parallelClaims.map(({ weeks }) => weeks.value)).toEqual([
    { first: 4, last: 5 },
    { first: 7, last: 7 },
  ]);
});
