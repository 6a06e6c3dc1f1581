import { describe, expect, test } from "vitest";
import { fixesOf, foundBy, provenBy, sprint, table } from "./rule-findings.ts";

describe("a section that is asked for", () => {
  const said = (plan: string, ...sections: readonly string[]) =>
    provenBy("missing-section", plan, { rules: { "missing-section": { severity: "info", sections: [...sections] } } });
  const having = (number: number, ...headings: readonly string[]) =>
    sprint(number, "", `${number}.1`) + headings.map((heading) => `### ${heading}\n\nText.\n\n`).join("");
  test.each([
    [
      "is nowhere, in a plan without a title",
      "- [ ] T1 Dig (2h)\n",
      ["Risks"],
      ["1 : the plan has no section `Risks`", "? add it under a heading with these words"],
    ],
    ["is there under a longer heading", `# Plan\n\n${having(1)}## 7. KNOWN Risks!\n\nRain.\n`, ["known risks"], []],
    [
      "is not there under a word that only begins like it",
      `# Plan\n\n${having(1)}## Risksome\n\nRain.\n`,
      ["Risks"],
      ["1 Plan: the plan has no section `Risks`", "? add it under a heading with these words"],
    ],
    [
      "is misspelled",
      `# Plan\n\n${having(1)}## Risk\n\nRain.\n`,
      ["Risks"],
      ["1 Plan: the plan has no section `Risks`, did you mean `Risk`?", "? add it under a heading with these words"],
    ],
    [
      "is in two of three sprints",
      having(1, "Demo") + having(2) + having(3, "Demo"),
      ["Demo"],
      ["11 ## Sprint 2: sprint 2 has no section `Demo`", "= 2 of the 3 sprints have one"],
    ],
    [
      "is in one of three sprints, twice",
      having(1) + having(2, "Demo", "Demo") + having(3),
      ["Demo"],
      [
        "1 ## Sprint 1: sprint 1 has no section `Demo`",
        "= 1 of the 3 sprints has one",
        "21 ## Sprint 3: sprint 3 has no section `Demo`",
        "= 1 of the 3 sprints has one",
      ],
    ],
    [
      "is in the last sprint and behind it",
      `${having(1)}${having(2, "Demo")}## Demo\n\nText.\n`,
      ["Demo"],
      ["1 ## Sprint 1: sprint 1 has no section `Demo`", "= 1 of the 2 sprints has one"],
    ],
    ["is before and behind the sprints only", `## Demo\n\nText.\n\n${having(1)}${having(2)}## Demo\n\nText.\n`, ["Demo"], []],
    ["is the heading of a sprint", having(1) + having(2), ["Sprint 1"], []],
    [
      "is written with a composed letter",
      "# Plan\n\n## Cafe\u0301\n\nText.\n",
      ["Caf\u00e9", "Tea"],
      ["1 Plan: the plan has no section `Tea`", "? add it under a heading with these words"],
    ],
  ])("%s", (_what, plan, sections, expected) => {
    expect(said(plan, ...sections)).toEqual(expected);
  });
});

describe("a task that nothing ties", () => {
  const said = (plan: string) =>
    provenBy("isolated-task", plan, { rules: { "isolated-task": "info" } }).filter((line) => !line.startsWith("?"));
  test.each([
    [
      "beside two that are tied",
      sprint(1, "", "1.1", "1.2 < 1.1", "1.3"),
      ["7 1.3: task `1.3` waits for nothing, and nothing waits for it", "= 2 of the 3 tasks here are tied to another one"],
    ],
    ["where none is tied", sprint(1, "", "1.1", "1.2") + sprint(2, "", "2.1 < 2.2", "2.2"), []],
    [
      "in front of and behind a range",
      sprint(1, "", "1.1", "1.2", "1.3", "1.4", "1.5 < 1.2-1.3"),
      [
        "5 1.1: task `1.1` waits for nothing, and nothing waits for it",
        "= 3 of the 5 tasks here are tied to another one",
        "8 1.4: task `1.4` waits for nothing, and nothing waits for it",
        "= 3 of the 5 tasks here are tied to another one",
      ],
    ],
    [
      "that is over",
      `## Sprint 1\n\n${table(["1 | Dig | None | done", "2 | Lay | None | dropped", "3 | Pave | None | started", "4 | Sow | 5 | open", "5 | Reap | None | open"], "ID | Task | Dependencies | Status")}`,
      ["7 3: task `3` waits for nothing, and nothing waits for it", "= 2 of the 5 tasks here are tied to another one"],
    ],
    ["without an id", `## Sprint 1\n\n${table([" | Dig | None", "1 | Lay | 2", "2 | Pave | None"], "ID | Task | Dependencies")}`, []],
    [
      "as a part, or with parts",
      "## Sprint 1\n\n- [ ] T1 Dig\n  - [ ] T1.1 Part (depends on T2)\n  - [ ] T1.2 Part\n- [ ] T2 Lay\n  - [ ] T2.1 Part\n- [ ] T3 Pave\n  - [ ] T3.1 Part\n",
      [
        "8 T3: task `T3` waits for nothing, and nothing waits for it",
        "= 5 of the 7 tasks here are tied to another one",
        "9 T3.1: task `T3.1` waits for nothing, and nothing waits for it",
        "= 5 of the 7 tasks here are tied to another one",
      ],
    ],
    [
      "for what is only said in words",
      sprint(1, "", "1.1", "1.2 < the harbour office", "1.3 < 1.2"),
      ["5 1.1: task `1.1` waits for nothing, and nothing waits for it", "= 2 of the 3 tasks here are tied to another one"],
    ],
  ])("%s", (_what, plan, expected) => {
    expect(said(plan)).toEqual(expected);
  });
});

describe("a dependency that is named twice", () => {
  const waits = (dependencies: string) => sprint(1, "", "1.1", "1.2", "1.3", "1.4", `1.9 < ${dependencies}`);
  test.each([
    ["as it is", "1.2, 1.1, 1.2", ["9 1.2: task `1.9` waits for `1.2` twice", "warning: leave out `1.2`: [, 1.2] to []"]],
    [
      "inside of a range",
      "1.1-1.3, 1.2",
      ["9 1.2: task `1.9` waits for `1.2` twice, as `1.1-1.3` includes it", "warning: leave out `1.2`: [, 1.2] to []"],
    ],
    [
      "inside of a range behind it",
      "1.2, 1.1-1.3",
      ["9 1.2: task `1.9` waits for `1.2` twice, as `1.1-1.3` includes it", "warning: leave out `1.2`: [1.2, ] to []"],
    ],
    [
      "at the start of a range behind it",
      "1.1, 1.1-1.3",
      ["9 1.1: task `1.9` waits for `1.1` twice, as `1.1-1.3` includes it", "warning: leave out `1.1`: [1.1, ] to []"],
    ],
    [
      "at the end of a range",
      "1.1-1.3, 1.3",
      ["9 1.3: task `1.9` waits for `1.3` twice, as `1.1-1.3` includes it", "warning: leave out `1.3`: [, 1.3] to []"],
    ],
    [
      "three times",
      "1.2, 1.2, 1.2",
      [
        "9 1.2: task `1.9` waits for `1.2` twice",
        "9 1.2: task `1.9` waits for `1.2` twice",
        "warning: leave out `1.2`: [, 1.2] to []",
        "warning: leave out `1.2`: [, 1.2] to []",
      ],
    ],
    [
      "and others too, out of order",
      "1.4, 1.2, 1.4, 1.2",
      [
        "9 1.4: task `1.9` waits for `1.4` twice",
        "9 1.2: task `1.9` waits for `1.2` twice",
        "warning: leave out `1.4`: [, 1.4] to []",
        "warning: leave out `1.2`: [, 1.2] to []",
      ],
    ],
    ["by ranges that overlap", "1.1-1.2, 1.2-1.3", []],
    ["by ranges that follow each other", "1.1-1.2, 1.3-1.4", []],
    ["as another link", "1.2, 1.2 SS", []],
    ["with another lag", "1.2, 1.2 FS+2d", []],
    [
      "twice as such a link",
      "1.2 SS, 1.2 FS+2d, 1.2 SS, 1.2 FS+2d",
      [
        "9 1.2 SS: task `1.9` waits for `1.2 SS` twice",
        "9 1.2 FS+2d: task `1.9` waits for `1.2 FS+2d` twice",
        "warning: leave out `1.2 SS`: [, 1.2 SS] to []",
        "warning: leave out `1.2 FS+2d`: [, 1.2 FS+2d] to []",
      ],
    ],
    [
      "in vague words",
      "1.2, All prior tasks, All prior tasks",
      [
        "9 1.2: task `1.9` waits for `1.2` twice, as `All prior tasks` includes it",
        "9 All prior tasks: task `1.9` waits for `All prior tasks` twice",
        "warning: leave out `1.2`: [1.2, ] to []",
        "warning: leave out `All prior tasks`: [, All prior tasks] to []",
      ],
    ],
    ["but is not in the plan", "1.7, 1.7", []],
  ])("%s", (_how, dependencies, expected) => {
    expect([...foundBy("duplicate-dependency", waits(dependencies)), ...fixesOf("duplicate-dependency", waits(dependencies))]).toEqual(
      expected,
    );
  });
});
