import fc from "fast-check";
import { expect, test } from "vitest";
import type { Bar, Block, Gantt, GanttBar } from "../src/commands/outcome.ts";
import { reportMarkdown } from "../src/report/markdown.ts";
import type { ReportOptions } from "../src/report/reporter.ts";
import { reportText } from "../src/report/text.ts";
import { displayWidth } from "../src/report/width.ts";
import { optionsFor, outcomeOf } from "./report-outcome.ts";

function text(block: Block, rest: Partial<ReportOptions> = {}): string {
  return reportText([outcomeOf({ view: [block] })], optionsFor("schedule", rest));
}

function bar(id: string, start: number, finish: number, rest: Partial<GanttBar> = {}): GanttBar {
  return { id, title: "Dig", people: [], start, finish, startTime: undefined, finishTime: undefined, critical: false, ...rest };
}

const house: Gantt = {
  hoursPerDay: 8,
  daysPerWeek: 5,
  finish: 84,
  groups: [
    {
      name: "1 Ground",
      window: { start: 0, end: 40 },
      bars: [
        bar("1.1", 0, 8, { title: "Dig", people: ["Ada"], critical: true }),
        bar("1.2", 0, 4, { title: "Order the bricks and the mortar", people: ["Ben"] }),
        bar("1.10", 8, 48, { title: "Build", people: ["Ada", "Ben"], critical: true }),
        bar("1.11", 36, 44, { title: "Sweep", people: ["Cy"] }),
      ],
    },
    { name: "2 Walls", window: undefined, bars: [bar("2.1", 48, 84, { title: "Plaster", critical: true }), bar("2.2", 84, 84)] },
  ],
  milestones: [
    { name: "Roof on", due: 40, reached: 48 },
    { name: "Moved in", due: 80, reached: undefined },
  ],
};

test("bars to scale, with windows, lateness and milestones", () => {
  expect(text({ kind: "gantt", gantt: house }, { width: 76 })).toBe(`\
                                    │week 1            │week 2
1 Ground                            ├─────────────────┤
1.1  Dig                       Ada  ████···············
1.2  Order the bricks and th…  Ben  ━━·················
1.10 Build                Ada, Ben  ····███████████████▓▓▓▓
1.11 Sweep                      Cy  ·················━━╍╍
2 Walls
2.1  Plaster                                               █████████████████
2.2  Dig                                                                   ━
milestones
Roof on                                                ◆   ◇
Moved in                                                                  ◆
█ critical, ━ other, · window, ▓ ╍ after the window, ◆ milestone due, ◇
reached late
`);
});

test("signs that every terminal has", () => {
  const shown = text({ kind: "gantt", gantt: house }, { width: 76, ascii: true });
  expect(shown).toMatch(/^[\n -~]*$/);
  expect(shown).toContain("1.10 Build                Ada, Ben  ....###############%%%%\n");
  expect(text({ kind: "bars", bars: [{ label: "a", from: 0, to: 1, remark: "1 h" }] }, { ascii: true, width: 40 })).toMatch(
    /^a {2}#+ {2}1 h\n$/,
  );
});

test("in colour what is critical, late or in time differs", () => {
  const shown = text({ kind: "gantt", gantt: house }, { color: 1 });
  expect(shown).toContain("\u001b[33m█");
  expect(shown).toContain("█\u001b[39m\u001b[31m▓");
  expect(shown).toContain("\u001b[31m◇\u001b[39m");
  expect(shown).toContain("\u001b[32m◆\u001b[39m");
});

test("long plans name the weeks that there is room for, narrow ones leave the people out", () => {
  const gantt = {
    ...house,
    finish: 2_000,
    groups: [{ name: "1", window: undefined, bars: [bar("1", 0, 2_000, { people: ["Ada"] })] }],
    milestones: [],
  };
  const [ruler, , row] = text({ kind: "gantt", gantt }, { width: 60 }).split("\n");
  expect(ruler.trim()).toMatch(/^│week 1 +│week 11 +│week 21 +│week 31 +│week 41$/);
  expect(row).toMatch(/^1 Dig {2}Ada {2}━+$/);
  const crowded = {
    ...house,
    groups: [{ name: "1", window: undefined, bars: [bar("1.1.1", 0, 84, { title: "Dig a long way", people: ["Ada"] })] }],
  };
  expect(text({ kind: "gantt", gantt: crowded }, { width: 40 }).split("\n")[2]).toMatch(/^1\.1\.1 Dig a long … {2}━+$/);
  const one = { ...house, finish: 8, groups: [{ name: "1", window: undefined, bars: [bar("1", 0, 8)] }], milestones: [] };
  expect(text({ kind: "gantt", gantt: one }, { width: 60 }).split("\n")[0].trim()).toBe("│week 1");
});

test("without bars there is nothing to draw", () => {
  expect(text({ kind: "gantt", gantt: { ...house, groups: [{ name: "1", window: undefined, bars: [] }] } }).trim()).toBe("");
  expect(text({ kind: "bars", bars: [] }).trim()).toBe("");
});

test("any chart fits the terminal", () => {
  const words = fc.string({ unit: fc.constantFrom("a", "é", "漢", "😀", " ", "\u001b", "\n", "##[", "\u202e") });
  const bars = fc.record({
    id: words,
    title: words,
    people: fc.array(words, { maxLength: 3 }),
    start: fc.nat(100),
    length: fc.nat(100),
    critical: fc.boolean(),
  });
  const group = fc.record({
    name: words,
    end: fc.option(fc.integer({ min: 1, max: 150 }), { nil: undefined }),
    bars: fc.array(bars, { maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.array(group, { maxLength: 3 }), fc.integer({ min: 40, max: 130 }), words, (groups, width, name) => {
      const gantt: Gantt = {
        ...house,
        groups: groups.map((each) => ({
          name: each.name,
          window: each.end === undefined ? undefined : { start: 0, end: each.end },
          bars: each.bars.map(({ id, start, length, ...rest }) => bar(id, start, start + length, rest)),
        })),
        milestones: [{ name, due: 0, reached: 200 }],
      };
      const remarks: readonly Bar[] = groups.map((each) => ({ label: each.name, from: 0, to: each.bars.length, remark: name }));
      for (const block of [
        { kind: "gantt", gantt },
        { kind: "bars", bars: remarks },
      ] satisfies Block[]) {
        for (const line of text(block, { width }).split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }
    }),
    { numRuns: 300 },
  );
});

test("bars share a scale, whether they start at 0 or not", () => {
  const histogram: readonly Bar[] = [
    { label: "week 8", from: 0, to: 1, remark: "1 run" },
    { label: ["week ", { text: "9", tone: "strong" }], from: 0, to: 100, remark: "100 runs" },
    { label: "week 10", from: 0, to: 0, remark: "none" },
  ];
  expect(text({ kind: "bars", bars: histogram }, { width: 40 })).toBe(`\
week 8   █                      1 run
week 9   █████████████████████  100 runs
week 10                         none
`);
  const tornado: readonly Bar[] = [
    { label: "1.3", from: 80, to: 120, remark: "40 h" },
    { label: "a name that is much longer than the room", from: 100, to: 110, remark: "10 h" },
  ];
  expect(text({ kind: "bars", bars: tornado }, { width: 40 })).toBe(`\
1.3               ████████████████  40 h
a name that is …          ████      10 h
`);
});

test("Markdown draws bars as Mermaid, and where that is too long as text", () => {
  const markdown = (block: Block): string => reportMarkdown([outcomeOf({ view: [block] })], optionsFor("schedule"));
  expect(markdown({ kind: "gantt", gantt: house })).toContain("\n```mermaid\ngantt\n  title working days");
  const bars = Array.from({ length: 1_000 }, (_, index) => bar(`1.${index}`, index, index + 1, { title: "A title of some length" }));
  const long = markdown({ kind: "gantt", gantt: { ...house, finish: 1_000, groups: [{ name: "1", window: undefined, bars }] } });
  expect(long).toContain("\n```text\n");
  expect(long).toContain("\n1.999 A title of some length");
  expect(markdown({ kind: "bars", bars: [{ label: "`a`", from: 0, to: 1, remark: "1 h" }] })).toMatch(/\n```text\n`a` {2}█+ {2}1 h\n```\n/);
});
