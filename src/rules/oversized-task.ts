import { formatHours } from "../format.ts";
import { HOUR_TOLERANCE } from "../model.ts";
import { taskName } from "./names.ts";
import type { Context, Rule } from "./rule.ts";

export const oversizedTask: Rule = {
  id: "oversized-task",
  severity: "off",
  summary: "a task takes more hours than a task may",
  fixable: "no",
  *check({ plan, config, facts }: Context) {
    const limit = config.rules["oversized-task"].hours;
    for (const task of plan.tasks) {
      const hours = facts.effort.hours[task.index];
      if (hours <= limit + HOUR_TOLERANCE || task.status.value === "done" || task.status.value === "dropped") continue;
      yield {
        span: task.estimate.span,
        message: `task ${taskName(task)} takes ${formatHours(hours)}, ${formatHours(hours - limit)} more than a task may`,
        help: `split it into tasks of at most ${formatHours(limit)}, each with a result of its own`,
      };
    }
  },
};
