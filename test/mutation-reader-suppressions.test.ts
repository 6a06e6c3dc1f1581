import { describe, expect, test } from "vitest";
import { planOf } from "./command-plans.ts";
import { table } from "./rule-findings.ts";

/** Each comment as `what it is [ids] (reason) > what it hides`. */
function hidden(text: string): readonly string[] {
  return planOf(text).suppressions.map(({ directive, rules, reason, scope }) => {
    const words = directive.value ?? `${directive.text} ${directive.problem}`;
    const ids = rules.map(({ text: id }) => `${id}`).join(" ");
    return `${words} [${ids}]${reason === undefined ? "" : ` (${reason.text})`} > ${text.slice(scope.start, scope.end)}`;
  });
}

describe("a comment that hides findings to the end of its section", () => {
  const all = "<!-- sprintplan-disable a-b -->";
  test.each([
    ["under a heading, from its line on", `# A\n\nText ${all}\nNext\n\n# B\n`, `Text ${all}\nNext\n\n`],
    ["in the heading itself", `# A ${all}\n\nNext\n\n# B\n`, `# A ${all}\n\nNext\n\n`],
    ["at the very start of a heading", `# ${all} A\n\n# B\n`, `# ${all} A\n\n`],
    ["right in front of the next heading", `# A\n\n${all}\n# B\n`, `${all}\n`],
    ["in an inner section", `# A\n\n## B\n\n${all}\nNext\n\n## C\n\n# D\n`, `${all}\nNext\n\n`],
    ["around inner sections", `# A\n\n${all}\n\n## B\n\n# C\n`, `${all}\n\n## B\n\n`],
    ["in the last section", `# A\n\n${all}\nNext`, `${all}\nNext`],
    ["behind other sections", `# A\n\n# B\n\n${all}\nNext\n`, `${all}\nNext\n`],
  ])("%s", (_where, text, scope) => expect(hidden(text)).toEqual([`disable [a-b] > ${scope}`]));

  test.each([`Text\n${all}\n\n# A\n\nNext\n`, `${all}\n\n# A\n`, `${all}`])(
    "in all of a file where it stands in front of headings: %j",
    (text) => expect(hidden(text)).toEqual([`disable [a-b] > ${text}`]),
  );
});

describe("a comment that hides findings in the next line", () => {
  const next = "<!-- sprintplan-disable-next-line a-b -->";
  const rows = table(["1 | Dig | 2 | | ", "2 | Lay | 2 | | "]);
  test.each([
    ["right behind it", `${next}\nNext\nLast\n`, "Next\n"],
    ["that is not blank", `${next}\n\n  \nNext\nLast\n`, "Next\n"],
    ["in a quote", `> ${next}\n>\n> Next\n> Last\n`, "> Next\n"],
    ["which is a table", `${next}\n\n${rows}\nLast\n`, rows.trimEnd()],
    ["in its own row of a table", rows.replace("Lay", `Lay ${next}`), `| 2 | Lay ${next} | 2 | |  |`],
    ["at the end of the file", `${next}\nNext`, "Next"],
    ["where none is left", `${next}\n\n`, ""],
  ])("%s", (_where, text, scope) => expect(hidden(text)).toEqual([`disable-next-line [a-b] > ${scope}`]));
});

describe("what a comment says", () => {
  test.each([
    ["sprintplan-disable", "disable []"],
    ["sprintplan-disable a,b , c", "disable [a b c]"],
    ["sprintplan-disable a -- a reason", "disable [a] (a reason)"],
    ["sprintplan-disable a --", "disable [a]"],
    ["sprintplan-disable a--b", "disable [a--b]"],
    ["sprintplan-disable -- a reason", "disable [] (a reason)"],
  ])("%s", (words, expected) => {
    const text = `Text <!-- ${words} -->\n`;
    expect(hidden(text)).toEqual([`${expected} > ${text}`]);
  });

  test("is nothing where there is none", () => expect(hidden("Text\n")).toEqual([]));

  test("at the start of a file holds to its very end", () => {
    expect(planOf("<!-- sprintplan-disable -->\n\n# A\n").suppressions[0].scope).toEqual({ start: 0, end: 33 });
  });

  test("is told where it is no comment that this program knows", () => {
    expect(hidden("# A\n\n<!-- sprintplan-enable a -->\n")).toEqual([
      "sprintplan-enable is no comment that hides findings [] > sprintplan-enable",
    ]);
  });

  test("of several in one place", () => {
    expect(
      hidden("Text <!-- sprintplan-disable a --> <!-- sprintplan-disable-next-line b -->\nNext\n").map((each) => each.slice(0, 21)),
    ).toEqual(["disable [a] > Text <!", "disable-next-line [b]"]);
  });
});
