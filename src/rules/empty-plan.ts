import type { Rule } from "./rule.ts";

export const emptyPlan: Rule = {
  id: "empty-plan",
  severity: "error",
  summary: "the file holds no task",
  fixable: "no",
  *check({ plan }) {
    if (plan.tasks.length > 0 || plan.unread.length > 0) return;
    yield {
      span: plan.title?.span ?? { start: 0, end: 0 },
      message: "no task in this file",
      help: "a table of tasks has a header such as `| Task | Description | Hours | Assignee | Dependencies |`",
    };
  },
};
