import { describe, expect, test } from "vitest";
import { planOf } from "./command-plans.ts";
import { table } from "./rule-findings.ts";

/** A table of one task. */
const task = (id: string): string => `${table([`${id} | Dig | 3 | |`])}\n`;
const rolesIn = (text: string): string =>
  planOf(text)
    .sections.map(({ heading, role }) => `${heading.text}: ${role}`)
    .join(", ");
const placesIn = (text: string): string =>
  planOf(text)
    .tasks.map(({ id, sprint }) => `${id.text} in ${sprint}`)
    .join(", ");

describe("what a section is", () => {
  test.each([
    [
      `# P\n\n## Sprint 1: A\n\n${task("1.1")}### Sprint 1 Retrospective\n\nText\n`,
      "P: plan, Sprint 1: A: sprint, Sprint 1 Retrospective: prose",
    ],
    [`# P\n\n## Sprint 1\n\n${task("1.1")}### Sprint 1\n\nText\n`, "P: plan, Sprint 1: sprint, Sprint 1: prose"],
    [`# P\n\n## Sprint 1\n\n${task("1.1")}### Wave 2\n\nText\n`, "P: plan, Sprint 1: sprint, Wave 2: prose"],
    [`# P\n\n## Phase 1\n\nText\n\n## Sprint 1\n\n${task("1.1")}`, "P: plan, Phase 1: prose, Sprint 1: sprint"],
    ["# P\n\n## Phase 1\n\n### Sprint 1\n\nText\n", "P: plan, Phase 1: phase, Sprint 1: sprint"],
    [`# P\n\n## Phase 1\n\n${task("1.1")}### Sprint 1\n\n${task("1.2")}`, "P: plan, Phase 1: phase, Sprint 1: sprint"],
    [`# P\n\n## Milestone 1\n\nText\n\n## Milestone 2\n\n${task("1.1")}`, "P: plan, Milestone 1: milestone, Milestone 2: sprint"],
    [`### Sprint 1\n\n${task("1.1")}#### Notes\n`, "Sprint 1: sprint, Notes: prose"],
    ["# P\n\n## Bath\n\nText\n\n# Other\n", "P: plan, Bath: prose, Other: plan"],
    ["# P\n\n## Success Criteria\n\n# Other\n", "P: plan, Success Criteria: success, Other: plan"],
    [
      "# P\n\n## Sprint Ceremonies\n\n### Daily\n\n### Parallel work\n\n### Risks\n",
      "P: plan, Sprint Ceremonies: ceremonies, Daily: ceremony, Parallel work: parallel, Risks: ceremony",
    ],
  ])("%j", (text, roles) => expect(rolesIn(text)).toBe(roles));
});

describe("sections without a label that hold tasks", () => {
  test.each([
    ["are sprints where there are two", `# P\n\n## Kitchen\n\n${task("1.1")}## Bath\n\n${task("2.1")}`, "1.1 in 0, 2.1 in 1"],
    ["are none where there is one", `# P\n\n## Kitchen\n\n${task("1.1")}`, "1.1 in undefined"],
    ["nor where the other stands above all headings", `${task("1.1")}## Bath\n\n${task("2.1")}`, "1.1 in undefined, 2.1 in undefined"],
    [
      "are sprints by what is called just tasks in them",
      `# P\n\n## Kitchen\n\n### Tasks\n\n${task("1.1")}## Bath\n\n### Tasks\n\n${task("2.1")}`,
      "1.1 in 0, 2.1 in 1",
    ],
    [
      "are none beside what is called just tasks",
      `# P\n\n## Tasks\n\n${task("1.1")}## Bath\n\n${task("2.1")}## Attic\n\n${task("3.1")}`,
      "1.1 in undefined, 2.1 in undefined, 3.1 in undefined",
    ],
    [
      "are sprints below one that holds nothing",
      `# P\n\n## House\n\n### Kitchen\n\n${task("1.1")}### Bath\n\n${task("2.1")}`,
      "1.1 in 0, 2.1 in 1",
    ],
    [
      "are parts of a sprint within one",
      `# P\n\n## Sprint 1\n\n### Kitchen\n\n${task("1.1")}### Bath\n\n${task("2.1")}`,
      "1.1 in 0, 2.1 in 0",
    ],
    [
      "are sprints beside one",
      `# P\n\n## Sprint 1\n\n${task("1.1")}### Kitchen\n\n${task("1.2")}## Bath\n\n${task("2.1")}## Attic\n\n${task("3.1")}`,
      "1.1 in 0, 1.2 in 0, 2.1 in 1, 3.1 in 2",
    ],
    [
      "hold them as sections, too",
      "# P\n\n## Kitchen\n\n### 1.1 Dig\n\n- **Estimate**: 3h\n\n### 1.2 Lay\n\n- **Estimate**: 3h\n\n## Bath\n\n### 2.1 Dig\n\n- **Estimate**: 3h\n",
      "1.1 in 0, 1.2 in 0, 2.1 in 1",
    ],
  ])("%s", (_what, text, places) => expect(placesIn(text)).toBe(places));
});

describe("what a section reaches to", () => {
  const spansIn = (text: string) => planOf(text).sections.map(({ heading, span }) => [heading.text, text.slice(span.start, span.end)]);

  test("is the next heading of its level or above", () => {
    expect(spansIn("## A\n\n#### B\n\n### C\n\n# D\n")).toEqual([
      ["A", "## A\n\n#### B\n\n### C\n\n"],
      ["B", "#### B\n\n"],
      ["C", "### C\n\n"],
      ["D", "# D\n"],
    ]);
  });

  test("is the next heading of its own level where that comes first", () => {
    expect(spansIn("# A\n\n# B\n").map(([heading]) => heading)).toEqual(["A", "B"]);
    expect(spansIn("# A\n\n# B\n")[0]).toEqual(["A", "# A\n\n"]);
  });
});

describe("tables", () => {
  const quoted = (text: string): string => text.replace(/^/gm, "> ");

  test("in a quote are the section's own, headings in it are none", () => {
    const text = `# P\n\n## Sprint 1\n\n${quoted(`### Bath\n\n${task("1.1")}`)}\n`;
    expect([rolesIn(text), placesIn(text)]).toEqual(["P: plan, Sprint 1: sprint", "1.1 in 0"]);
  });

  test("in a list, and in a list in it, are the section's own", () => {
    const inside = (text: string, blanks: string): string => text.replace(/^(?=.)/gm, blanks);
    const text = `# P\n\n## Sprint 1\n\n- Ours:\n\n${inside(task("1.1"), "  ")}  - more\n\n${inside(task("1.2"), "    ")}`;
    expect(placesIn(text)).toBe("1.1 in 0, 1.2 in 0");
  });
});
