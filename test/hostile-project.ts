import { run } from "../src/cli.ts";
import { reportersOf } from "../src/report/reporter.ts";
import { supplyOf } from "./hostile-plan.ts";
import { createMemoryHost } from "./memory-host.ts";

/** What one command printed in one format; `file` where the report went to one. */
export interface Printed {
  readonly line: string;
  readonly format: string;
  readonly code: number;
  readonly output: string;
}

/** A project in which whatever a stranger may write says one of these texts: plans, configuration, and the names of files. */
function hostileFiles(texts: readonly string[]): ReadonlyMap<string, string> {
  const next = supplyOf(texts);
  return new Map([
    ["plans/base.md", planOf(next)],
    ["plans/head.md", planOf(next)],
    [`plans/${fileName(next())}.md`, planOf(next)],
    ["plans/sprintplan.config.json", JSON.stringify(configOf(next))],
  ]);
}

/** All that the commands say of such a project, in every format that they have. */
export function everythingSaid(texts: readonly string[]): readonly Printed[] {
  const files = hostileFiles(texts);
  const named = [...files.keys()].filter((path) => path.endsWith(".md"));
  return lines.flatMap((line) => saidOf(line, files, line.startsWith("diff") ? named.slice(0, 2) : named.slice(1)));
}

/** What the program says of words of its command line that are such texts. */
export function complaintsOf(text: string): readonly Printed[] {
  const files = new Map([
    ["plans/base.md", SMALL],
    ["plans/head.md", SMALL],
    ["broken.json", `{ ${JSON.stringify(text)}: 1, "rules": { ${JSON.stringify(text)}: ${JSON.stringify(text)} } }`],
  ]);
  const word = text.replace(/^-+/, "").replaceAll("\0", "");
  return complaints.map((words) => {
    const host = createMemoryHost({ files, environment: new Map([["SPRINTPLAN_DEBUG", "1"]]) });
    const argv = words.map((each) => each.replace("TEXT", () => word));
    return { line: words.join(" "), format: "text", code: run(argv, host), output: host.screen() };
  });
}

const SMALL = "## Sprint 1.1: Dig\n\n| Task | Description | Hours | Dependencies |\n|---|---|---|---|\n| 1.1.1 | Dig | 4 | None |\n";

const lines: readonly string[] = [
  "check",
  "check --color --fix --unsafe",
  "check --diff --unsafe",
  "critical-path --near 100",
  "critical-path --color",
  "capacity --aliases --ceremonies",
  "status --color",
  "show",
  "schedule --gantt --color --budget 1",
  "schedule --start 2026-03-02 --budget 1",
  "schedule --advise --budget 1",
  "forecast --runs 20 --color",
  "diff",
  "diff --fail-if slip>0h,new-error,new-warning",
  "config",
];

const complaints: readonly (readonly string[])[] = [
  ["TEXT"],
  ["check", "TEXT"],
  ["check", "TEXT*.md"],
  ["check", "--TEXT"],
  ["check", "--format", "TEXT"],
  ["check", "plans", "--format", "json=TEXT/x"],
  ["check", "plans", "--config", "TEXT"],
  ["check", "plans", "--config", "broken.json"],
  ["check", "plans", "--max-warnings", "TEXT"],
  ["check", "plans", "--baseline", "TEXT"],
  ["check", "-", "--stdin-filename", "TEXT", "--color"],
  ["explain", "TEXT"],
  ["config", "TEXT"],
  ["help", "TEXT"],
  ["critical-path", "plans/base.md", "--sprint", "TEXT"],
  ["critical-path", "plans/base.md", "--near", "TEXT"],
  ["schedule", "plans/base.md", "--sprint", "TEXT"],
  ["schedule", "plans/base.md", "--start", "TEXT"],
  ["schedule", "plans/base.md", "--what-if", "TEXT"],
  ["schedule", "plans/base.md", "--what-if", "1.1.1 TEXT"],
  ["diff", "TEXT"],
  ["diff", "plans/base.md", "TEXT"],
  ["diff", "plans/base.md", "plans/head.md", "--fail-if", "TEXT"],
  ["trend", "plans/base.md", "--since", "TEXT"],
];

function saidOf(line: string, files: ReadonlyMap<string, string>, plans: readonly string[]): readonly Printed[] {
  const [command, ...flags] = line.split(" ");
  const formats = [...reportersOf(command).keys()].filter((name) => name !== "text");
  const host = createMemoryHost({ files, columns: 100, environment: new Map([["COLORTERM", flags.length > 2 ? "truecolor" : ""]]) });
  const written = formats.flatMap((name) => ["--format", `${name}=out.${name}`]);
  const paths = command === "config" ? plans.slice(0, 1) : plans;
  // Behind dashes `diff` takes only plans of a repository.
  const words = command === "diff" ? paths : ["--", ...paths];
  const code = run([command, ...flags, "--format", "text", ...written, ...words], host);
  const reports = formats.map((format) => ({ line, format, code, output: host.textOf(`out.${format}`) ?? "" }));
  return [{ line, format: "text", code, output: host.screen() }, ...reports];
}

function fileName(text: string): string {
  return text.replaceAll(/[\0/]|^\.+$/g, "");
}

/** One line of Markdown that says the text, by turns as it stands and in character references, which no search of the file sees. */
function writer(next: () => string): () => string {
  let turn = 0;
  return () => {
    turn += 1;
    const text = next();
    if (turn % 2 === 0)
      return Array.from(text, (character) => (/[\w ]/.test(character) ? character : `&#${character.codePointAt(0)};`)).join("");
    return text.replaceAll(/[\r\n]+/g, " ").replaceAll("|", "\\|");
  };
}

function planOf(next: () => string): string {
  const say = writer(next);
  const matter = { groups: { [`g${next()}`]: ["1.1.1", next()] }, aliases: { [`a${next()}`]: next() } };
  return `---
${encodable(JSON.stringify(next()))}: 1
sprintplan: ${encodable(JSON.stringify(matter))}
---

# ${say()}

**Duration**: 2 weeks (${say()})

## Phase 1: ${say()} (Weeks 1-2)

${sprintOf("1.1", "1", say)}
${sprintOf("1.2", "2", say)}
## Critical Path

\`\`\`
Sprint 1.1
    ↓
Sprint 1.2 ← Must wait for 1.1, ${next().replaceAll(/[\r\n`]+/g, " ")}
\`\`\`

## ${say()}

\`\`\`mermaid
graph TD
  A[${next().replaceAll(/[\r\n`]+/g, " ")}] --> B["${next().replaceAll(/[\r\n`]+/g, " ")}"]
\`\`\`

## Milestones

### Milestone 1: ${say()} (End of Week 2)
- ${say()}
- [x] ${say()}

| Milestone | Week | Criteria |
|-----------|------|----------|
| M2: ${say()} | Week 2 | ${say()} |
| ${say()} | Week 1 | ${say()} |

${next()}
`;
}

/** Without escapes of half characters, which YAML does not know. */
function encodable(json: string): string {
  return json.replaceAll(/\\ud[89a-f]../g, "?");
}

function sprintOf(id: string, week: string, say: () => string): string {
  return `### Sprint ${id}: ${say()} (Week ${week})

#### Sprint Goal
${say()}

#### Team Capacity
- ${say()}: 30 hours
- Ada: 30 hours
- ${say()}: ${say()}
- Total: 90 hours

#### Tasks

| Task | Description | Hours | Assignee | Dependencies | Risk | Status | Phase | ${say()} |
|------|-------------|-------|----------|--------------|------|--------|-------|---|
| **${id}.1** | ${say()} | 4 | Ada | None | Low | ${say()} | ${say()} | ${say()} |
| **${id}.2** | ${say()} | 8 | ${say()} | ${id}.1 | ${say()} | done | ${say()} | ${say()} |
| ${id}.3 | ${say()} | 40 | Ada + ${say()} | ${id}.2, ${say()} | High | | | |
| ${id}.4 | ${say()} | ${say()} | Ada | ${say()} | High (${say()}) | ${say()} | | |
| ${id}.${say()} | ${say()} | 2 | ${say()} | ${id}.9${say()} | Low | | | |
| ${say()} | ${say()} | 3 | Ada | ${id}.3 | | | | |
| ${id}.4 | ${say()} | 5h ${say()} | ${say()} | All | Low | | | |

**Total Estimated Hours**: 20 hours (${say()})

#### Definition of Done
- [ ] ${say()}
- [x] ${say()}

#### Risk Mitigation
- **${say()}**: ${say()}
`;
}

function configOf(next: () => string): object {
  return {
    ignore: [`nothing/${next()}`],
    aliases: { [`b${next()}`]: next() },
    groups: { [`all ${next()}`]: ["1.1.1", next()] },
    columns: { [`c${next()}`]: "assignee" },
    sizes: { [`s${next()}`]: 5 },
    calendar: { daysOff: { [`d${next()}`]: ["2026-03-03"] } },
    rules: { "missing-section": { severity: "warning", sections: [next(), next()] } },
  };
}
