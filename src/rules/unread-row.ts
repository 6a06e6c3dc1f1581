import { formatQuote } from "../format.ts";
import type { Rule } from "./rule.ts";

export const unreadRow: Rule = {
  id: "unread-row",
  severity: "warning",
  summary: "a row of a table of tasks could not be read as a task",
  fixable: "no",
  *check({ plan }) {
    for (const { kind, text, reason } of plan.unread) {
      if (kind !== "unreadable") continue;
      const row = text.text === "" ? "the row" : `the row ${formatQuote(text.text)}`;
      yield {
        span: text.span,
        message: `${row} is no task: ${reason}`,
        notes: ["it counts nowhere, and nothing can wait for it"],
        help: "fill in what is missing, or write it outside of the table",
      };
    }
  },
};
