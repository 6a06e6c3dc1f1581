import { describe, expect, test } from "vitest";
import { run } from "../src/cli.ts";
import { createMemoryHost } from "./memory-host.ts";
import { patience } from "./runs.ts";

/** What every object has, or what makes an object something else. */
const NAMES =
  "__proto__ constructor toString hasOwnProperty valueOf prototype __defineGetter__ __lookupSetter__ isPrototypeOf toLocaleString then length".split(
    " ",
  );

const USUAL = {
  phase: "Build",
  sprint: "One",
  id: "1.1",
  who: "Ada",
  member: "Ada",
  dependency: "1.1",
  column: "Notes",
  estimate: "4",
  milestone: "End",
  gate: "Sprint 1",
  risk: "Low",
  status: "Done",
  rule: "unknown-dependency",
  section: "Words",
};

type Files = readonly (readonly [path: string, text: string])[];

/** Where a name may stand: the files of a project that has it there. */
const positions: readonly (readonly [position: string, files: (name: string) => Files])[] = [
  ...["phase", "sprint", "id", "who", "member", "dependency", "column", "estimate", "milestone", "gate", "risk", "status", "section"].map(
    (place) => [place, (name: string): Files => [["plan.md", planWith({ [place]: `\`${name}\`` })]]] as const,
  ),
  ["dependency and id", (name) => [["plan.md", planWith({ id: `\`${name}\``, dependency: `\`${name}\`` })]]],
  ["member and assignee", (name) => [["plan.md", planWith({ member: name, who: name })]]],
  ["rule of a comment", (name) => [["plan.md", planWith({ rule: name })]]],
  ["front matter", (name) => [["plan.md", `---\n"${name}": { "${name}": 1 }\n---\n${planWith({})}`]]],
  ["front matter's aliases", (name) => [["plan.md", `---\nsprintplan: { aliases: { "${name}": Ada } }\n---\n${planWith({ who: name })}`]]],
  ...[
    (name: string) => `"aliases": { "${name}": "Ada" }`,
    (name: string) => `"aliases": { "Ada": "${name}" }`,
    (name: string) => `"groups": { "${name}": ["1.1"] }`,
    (name: string) => `"groups": { "All routes": ["${name}"] }`,
    (name: string) => `"columns": { "${name}": "id" }`,
    (name: string) => `"sizes": { "${name}": 3 }`,
    (name: string) => `"rules": { "${name}": "off" }`,
    (name: string) => `"calendar": { "daysOff": { "${name}": ["2026-03-02"] } }`,
    (name: string) => `"${name}": { "${name}": true }`,
  ].map(
    (write) =>
      [
        `configuration ${write("…")}`,
        (name: string): Files => [
          ["plan.md", planWith({ who: name, dependency: `\`${name}\``, estimate: name, column: name })],
          ["sprintplan.config.json", `{ ${write(name)} }`],
        ],
      ] as const,
  ),
  [
    "baseline",
    (name) => [
      ["plan.md", planWith({ dependency: `\`${name}\`` })],
      ["known.json", JSON.stringify({ version: 1, findings: [{ rule: name, task: name, path: name, text: name }] })],
    ],
  ],
];

const COMMANDS = [
  "check plan.md",
  "check plan.md --fix --unsafe",
  "check plan.md --baseline known.json",
  "check plan.md --baseline new.json --update-baseline",
  "critical-path plan.md --format mermaid=out.mermaid --format dot=out.dot --format csv=out.csv",
  "capacity plan.md --aliases --ceremonies",
  "status plan.md",
  "schedule plan.md --gantt --start 2026-03-02 --budget 1",
  "forecast plan.md --runs 20",
  "show plan.md",
  "diff plan.md head.md",
  "config plan.md",
  "explain NAME",
  "schedule plan.md --what-if NAME=3 --budget 1",
  "critical-path plan.md --sprint NAME",
];

describe("a name that every object has is a name as any other", () => {
  test.each(positions)("as %s", { timeout: patience(20) }, (position, files) => {
    const before = prototypes();
    for (const name of NAMES) {
      const harmless = harmlessLike(name);
      for (const line of COMMANDS) {
        // A key that no group of the configuration can have is refused.
        const isRefused = name === "__proto__" && /"…": |aliases$/.test(position) && !line.startsWith("explain");
        if (isRefused)
          expect(said(files(name), line), line).toMatch(line === "check plan.md" ? /^2\n.*:[12]: unknown key `[\w.]*__proto__`/ : /^2\n/);
        if (isRefused) continue;
        const [strange, usual] = [name, harmless].map((each) => withoutName(said(files(each), line.replace("NAME", each)), name));
        if (strange !== usual) expect(strange.split("\n"), `${line} with ${name}`).toEqual(usual.split("\n"));
      }
    }
    expect(prototypes()).toEqual(before);
  });
});

/** The same text with a harmless name in place of this one; Markdown may have taken its underlines, and we its capitals. */
function withoutName(text: string, name: string): string {
  const word = new RegExp(name.replaceAll("_", ""), "gi");
  return text.replaceAll(word, (found) => "q".repeat(found.length)).replaceAll(/q+/gi, (found) => found.toLowerCase());
}

/** A name of the same length and the same kinds of letters. */
function harmlessLike(name: string): string {
  return name.replaceAll(/[a-z]/g, "q").replaceAll(/[A-Z]/g, "Q");
}

function prototypes(): readonly (readonly PropertyKey[])[] {
  return [Object.prototype, Array.prototype, Function.prototype, Map.prototype, String.prototype].map((each) => Reflect.ownKeys(each));
}

function said(files: Files, line: string): string {
  const host = createMemoryHost({ files: new Map([["head.md", planWith({ estimate: "9" })], ...files]), columns: 200 });
  const code = run([...line.split(" "), "--format", "text", "--format", "json=out.json", "--format", "markdown=out.md"], host);
  return [
    code,
    host.screen(),
    ...["out.json", "out.md", "out.mermaid", "out.dot", "out.csv", "plan.md", "new.json"].map((path) => host.textOf(path) ?? ""),
  ].join("\n");
}

function planWith(places: Partial<typeof USUAL>): string {
  const { phase, sprint, id, who, member, dependency, column, estimate, milestone, gate, risk, status, rule, section } = {
    ...USUAL,
    ...places,
  };
  return `# Plan

## Phase 1: ${phase} (Weeks 1-2)

### Sprint 1: ${sprint} (Week 1)

#### Team Capacity
- ${member}: 30 hours
- Total: 30 hours

#### Tasks

<!-- sprintplan-disable ${rule} -- known -->

| Task | Title | Hours | Assignee | Dependencies | Risk | Status | ${column} |
|------|-------|-------|----------|--------------|------|--------|-----------|
| ${id} | Dig | ${estimate} | ${who} | None | ${risk} | ${status} | x |
| 1.2 | Build | 8 | Ada + ${who} | ${dependency} | Low | | y |
| 1.3 | Paint | 4 | ${who} | ${id}, ${dependency} | High | | ${id} |

**Total Estimated Hours**: 16 hours

### Sprint 2: Two (Week 2)

| Task | Title | Hours | Assignee | Dependencies |
|------|-------|-------|----------|--------------|
| 2.1 | Sell | 8 | ${who} | ${gate} |

## Critical Path

\`\`\`
Sprint 1
    ↓
Sprint 2 ← Must wait for ${gate.replaceAll("`", "")}
\`\`\`

## ${section}

${section}

## Milestones

### Milestone 1: ${milestone} (Week 2)
- [ ] ${milestone}
`;
}
