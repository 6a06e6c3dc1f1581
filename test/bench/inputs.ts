import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { enlarge } from "./larger-plan.ts";
import { writePlan } from "./written-plan.ts";

/** Files or folders of plans, each of its own kind of difficulty. */
export interface Inputs {
  /** The sample plan. */
  readonly sample: string;
  /** The sample plan with an edit in it. */
  readonly edited: string;
  readonly sized: readonly Input[];
}

export interface Input {
  readonly name: InputName;
  readonly path: string;
  readonly bytes: number;
}

export type InputName = "×10" | "×50" | "×200" | "one table" | "10,000 tasks" | "falls back" | "1,000 plans";

const SMALL_PLANS = 1000;

/** Writes the plans that are not there yet; they are the same on every machine. */
export function writeInputs(root: string, folder: string): Inputs {
  const text = readFileSync(join(root, "plans/backend-refactoring.md"), "utf8");
  mkdirSync(folder, { recursive: true });
  const write = (name: string, content: string): string => {
    const path = join(folder, name);
    if (!existsSync(path) || readFileSync(path, "utf8") !== content) writeFileSync(path, content);
    return path;
  };
  const input = (name: InputName, file: string, content: string): Input => {
    return { name, path: write(file, content), bytes: Buffer.byteLength(content) };
  };
  return {
    sample: write("sample.md", text),
    edited: write("edited.md", edit(text)),
    sized: [
      input("×10", "sample-10.md", enlarge(text, 10)),
      input("×50", "sample-50.md", enlarge(text, 50)),
      input("×200", "sample-200.md", enlarge(text, 200)),
      input("one table", "one-table.md", writePlan(0, { sprints: 1, tasksPerSprint: 10_000 })),
      input("10,000 tasks", "10000-tasks.md", writePlan(0, { sprints: 1000, tasksPerSprint: 10 })),
      input("falls back", "falls-back.md", `${DEFINITION}${enlarge(text, 50)}`),
      { name: "1,000 plans", ...writeFolder(join(folder, "plans"), write) },
    ],
  };
}

/** It turns words in brackets into links wherever they stand, which no section can know by itself. */
const DEFINITION = "[guide]: https://example.org/guide\n\n";

function writeFolder(path: string, write: (name: string, content: string) => string): Pick<Input, "path" | "bytes"> {
  // A repository of its own: the one around it ignores the folder.
  mkdirSync(join(path, ".git"), { recursive: true });
  const plans = Array.from({ length: SMALL_PLANS }, (_, seed) => writePlan(seed, { sprints: 2, tasksPerSprint: 14 }));
  for (const [seed, plan] of plans.entries()) write(join("plans", `plan-${seed}.md`), plan);
  return { path, bytes: plans.reduce((sum, plan) => sum + Buffer.byteLength(plan), 0) };
}

/** One estimate, one dependency and one task more, as a pull request would have them. */
function edit(text: string): string {
  return text
    .replace("| **2.1.4** | Move the booking service onto it | 8 |", "| **2.1.4** | Move the booking service onto it | 16 |")
    .replace(
      "| **3.1.5** | Switch to structured log lines | 6 | BE1 | None |",
      "| **3.1.5** | Switch to structured log lines | 6 | BE1 | 3.1.1 |",
    )
    .replace("\n\n**Total Estimated Hours**: 80 hours", "\n| **3.2.17** | Thank the crew | 2 | All | All | Low |$&");
}
