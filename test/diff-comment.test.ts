import fc from "fast-check";
import type { Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { expect, test } from "vitest";
import { readConditions } from "../src/commands/diff/conditions.ts";
import { type DiffOutcome, diff } from "../src/commands/diff/diff.ts";
import { defaultConfig } from "../src/config.ts";
import { parsePlan } from "../src/parse/plan.ts";
import { createSource } from "../src/source.ts";
import { BASE, diffOf, edited, written } from "./diff-plans.ts";

const parser = unified().use(remarkParse).use(remarkGfm);

test("a comment says what matters at once, and folds the rest", () => {
  const head = edited(BASE, ["| 8 | Ada", "| 14 | Ada"], ["**Total Estimated Hours**: 20", "**Total Estimated Hours**: 26"]);
  expect(written([diffOf(BASE, head, "slip>1h")], "markdown")).toBe(`\
<!-- sprintplan-diff -->

### the end moves 2 h later (82 h → 84 h)

- **not allowed** by \`diff/slip\`: the end moves 2 h later (82 h → 84 h), allowed are 1 h (\`plans/kitchen.md:1:3\`)

\`plans/kitchen.md\`: 1 finding is new

| effect | before | after | Δ |
| --- | --: | --: | --: |
| end, levelled over the people | 82 h | 84 h | \\+2 h |
| critical path | 38 h | 44 h | \\+6 h |
| work | 42 h | 48 h | \\+6 h |
| sprint 1 ends after its window by | 0 h | 2 h | \\+2 h |
| sprint 2 ends after its window by | 2 h | 4 h | \\+2 h |

<details>
<summary>2 changes</summary>

1 Plumbing

| what | title | change |
| --- | --- | --- |
| sprint 1 | Plumbing | stated hours 20 h → 26 h |
| 1.2 | Lay the pipes | estimate 8 h → 14 h |

</details>

<details>
<summary>more effects</summary>

| effect | before | after | Δ |
| --- | --: | --: | --: |
| sprint 1 ends | 28 h | 42 h | \\+14 h |
| sprint 1, its own critical path | 16 h | 22 h | \\+6 h |
| sprint 2 ends | 82 h | 84 h | \\+2 h |
| Ada in sprint 1 | 12 h, 60 % | 18 h, 90 % | \\+6 h |

</details>

<details>
<summary>1 new finding</summary>

| new | rule | place | finding |
| --- | --- | --- | --- |
| warning | \`levelled-overrun\` | \`plans/kitchen.md:5:1\` | with its people sprint 1 takes 42 h, and it has 40 h, though its critical path takes only 22 h |

</details>

<details>
<summary>the changed tasks in the schedule</summary>

\`\`\`mermaid
gantt
  title working days of 8 h, counted from the start
  dateFormat YYYY-MM-DDTHH:mm
  axisFormat %j
  tickInterval 1day
  todayMarker off
  section 1 Plumbing
    1.2 Lay the pipes (Ada) :crit, 2001-01-02T00:00, 2001-01-05T06:00
\`\`\`

</details>
`);
});

test("several plans share a comment, without those that stay the same", () => {
  const changed = diffOf(BASE, edited(BASE, ["| 8 | Ada", "| 14 | Ada"]));
  const comment = written([changed, diffOf(BASE, BASE), diffOf(undefined, BASE)], "markdown");
  expect(comment.match(/^### .*$/gm)).toEqual([
    "### the end moves 2 h later (82 h → 84 h)",
    "### a new plan: 6 tasks, 42 h, the end is after 82 h",
  ]);
});

test("a comment is never longer than GitHub takes", () => {
  const rows = (hours: number) =>
    Array.from({ length: 80 }, (_, at) => `| 1.${at + 5} | ${"Some words ".repeat(20)}${at} | ${hours} | Ada | None | Low |\n`).join("");
  const at = "\n**Total Estimated Hours**: 20";
  const outcome = diffOf(edited(BASE, [at, `${rows(1)}${at}`]), edited(BASE, [at, `${rows(0.5)}${at}`]));
  for (const plans of [5, 300]) {
    const comment = written(
      Array.from({ length: plans }, () => outcome),
      "markdown",
    );
    expect(comment.length).toBeLessThan(65_000);
    expect(comment).toContain("There is more than a comment can hold: `sprintplan diff` tells all of it.");
    expect(comment).not.toMatch(/<\/summary>\s*<\/details>/);
  }
});

const words = fc
  .array(
    fc.constantFrom(
      ..."# * _ ` ~ < > [ ] ( ) ! @ : / \\ & ; % { } = + - a 1 \u001b \u202e".split(" "),
      ..." ,@team,#12,GH-3,![x](http://y),[x](y),<img src=x onerror=y>,</details>,</summary>,<!-- sprintplan-diff -->,<!-- sprintplan,```,www.x.y,https://x.y,::error::x,##[group]x,%%{init,0123abcd,:tada:,**b**,# h".split(
        ",",
      ),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(" "));

test("no text of a plan, and no path, comes to life", () => {
  fc.assert(
    fc.property(words, words, words, (task, person, other) => {
      const base = edited(BASE, ["Buy the tiles", other]).replaceAll("Ben", person);
      const head = edited(
        base,
        ["Lay the pipes | 8", `${task} | 70`],
        ["Plumbing", other],
        ["No water on the floor", task],
        ["| 1.4 | Low", `| 1.4, ${other} | Low`],
      );
      const tree = parser.parse(written([diffAt(other, base, head), diffAt(task, undefined, head)], "markdown"));
      expect(lively(tree)).toEqual([]);
      expect(tree.children.filter(({ type }) => type === "heading")).toHaveLength(2);
    }),
    { numRuns: 20 },
  );
});

function diffAt(path: string, base: string | undefined, head: string): DiffOutcome {
  const side = (text: string) => ({ plan: parsePlan(createSource(path, text), defaultConfig), config: defaultConfig });
  const pair = { base: base === undefined ? undefined : side(base), head: side(head) };
  return diff(pair, { base: path, head: path, failIf: readConditions("slip,over-capacity,new-error") });
}

const OWN = ["root", "heading", "paragraph", "break", "table", "tableRow", "tableCell", "inlineCode", "code", "list", "listItem", "strong"];

/** Kinds of nodes that are not ours, and what GitHub would link. */
function lively(node: Nodes): readonly string[] {
  if (node.type === "text") return /@|#\d|\bgh-\d|:\/\/|www\.|\b[0-9a-f]{7,40}\b/i.test(node.value) ? [node.value] : [];
  if (node.type === "html") {
    const own = /^(?:<!-- sprintplan-diff -->|<details>\n<summary>[a-z\d ,]+<\/summary>|<\/details>)$/.test(node.value);
    return own ? [] : [node.value];
  }
  const foreign = OWN.includes(node.type) ? [] : [node.type];
  return "children" in node ? [...foreign, ...node.children.flatMap(lively)] : foreign;
}

test("a long table of effects is folded from its thirteenth row on", () => {
  const sprint = (id: number, hours: number) =>
    `## Sprint ${id}: Part (Week ${id})\n\n### Team Capacity\n- Ada: 20 hours\n\n| Task | Description | Hours | Assignee |\n|---|---|---|---|\n| ${id}.1 | Step ${id} | ${hours} | Ada |\n\n`;
  const plan = (hours: number) => `# Long\n\n${Array.from({ length: 20 }, (_, index) => sprint(index + 1, hours)).join("")}`;
  const comment = written([diffOf(plan(10), plan(50))], "markdown");
  const [open, folded] = comment.split("<summary>more effects</summary>");
  expect(open.split("<details>")[0].match(/^\| /gm)).toHaveLength(14);
  expect(folded.split("</details>")[0]).toContain("Ada in sprint 20");
});
