import type { Rule } from "./rule.ts";

export const unreadTable: Rule = {
  id: "unread-table",
  severity: "warning",
  summary: "a table looks like tasks, but could not be read",
  fixable: "no",
  *check({ plan }) {
    for (const { kind, text, reason } of plan.unread) {
      if (kind !== "table") continue;
      const finding = { span: text.span, message: `the table looks like tasks, but ${reason}`, help: HELP };
      yield plan.tasks.length > 0 ? finding : { ...finding, message: `${finding.message}, and the file holds no other`, severity: "error" };
    }
  },
};

const HELP = "give each row an id or a title, as other tables have; `sprintplan show` tells which column was taken for what";
