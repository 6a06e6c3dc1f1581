import { advise } from "../commands/advice/advice.ts";
import { UsageError } from "../commands/command.ts";
import { type ScheduleOptions, schedule } from "../commands/schedule/schedule.ts";
import { whatIf } from "../commands/what-if/what-if.ts";
import type { PlanFlags } from "../flags.ts";
import { tellingCommand, wholeNumber } from "./plan-command.ts";

interface ScheduleFlags extends PlanFlags, ScheduleOptions {
  readonly effort?: keyof typeof BUDGETS;
  readonly whatIf?: readonly string[];
  readonly advise?: boolean;
}

/** How many schedules may be generated. */
const BUDGETS = { low: 1_000, normal: 5_000, high: 50_000 };

export const scheduleCommand = tellingCommand<ScheduleFlags>(
  {
    name: "schedule",
    question: "who does what when, levelled over the people there are?",
    options: [
      { flags: "--sprint <id>", description: "only this sprint, from its own start" },
      { flags: "--start <date>", description: "the plan's first day, such as 2026-03-02" },
      { flags: "--asap", description: "sprints start as soon as they can, and do not wait for their windows" },
      { flags: "--split", description: "other work may interrupt a task" },
      { flags: "--strict", description: "a sprint that ends after its window is an error" },
      { flags: "--gantt", description: "also draw who does what when" },
      {
        flags: "--what-if <change>",
        description: "say what a change would do, like '1.2.6 +8h'; may be given several times",
        repeatable: true,
      },
      { flags: "--advise", description: "say which small changes let the sprints that are too long fit their windows" },
      {
        flags: "--effort <level>",
        description: "how long to look for a shorter schedule; normal unless given",
        choices: Object.keys(BUDGETS),
      },
      {
        flags: "--budget <count>",
        description: "how many schedules may be generated: 1000 for a low effort, 5000 for a normal, 50000 for a high one",
        value: wholeNumber({ least: 1, most: 100_000_000 }),
      },
      {
        flags: "--seed <number>",
        description: "another seed may find another schedule, the same one finds the same",
        value: wholeNumber(),
      },
    ],
  },
  (plan, config, { effort, whatIf: changes, advise: advised, ...rest }) => {
    if (effort !== undefined && rest.budget !== undefined) throw new UsageError("--effort and --budget say the same, give one of them");
    const options = effort === undefined ? rest : { ...rest, budget: BUDGETS[effort] };
    if (changes !== undefined && advised === true) throw new UsageError("--advise and --what-if ask different things, give one of them");
    if (changes === undefined && advised !== true) return schedule(plan, config, options);
    if (options.gantt === true) throw new UsageError("--what-if and --advise show what changes do, and draw nothing: leave out --gantt");
    if (changes === undefined) return advise(plan, config, options);
    return whatIf(plan, config, { ...options, whatIf: changes });
  },
);
