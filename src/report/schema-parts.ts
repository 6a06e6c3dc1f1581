import { z } from "zod";

export const hours = z.number().describe("Hours");
export const id = z.string();
export const ids = z.array(id);
export const count = z.int().nonnegative();
export const severity = z.enum(["error", "warning", "info"]);

export const weeks = z.strictObject({ first: z.number(), last: z.number() }).describe("Counted from one, both included");
export const localTime = z.string().describe("Such as 2026-03-02T09:00; only where the plan's first day is known");
export const window = z.strictObject({ start: hours, end: hours }).describe("Hours of the plan, counted from its start");
export const criterion = z.strictObject({ text: z.string(), done: z.boolean() });
export const progress = z.strictObject({ total: count, done: count });
export const gate = z.strictObject({ from: id, to: id, kind: z.enum(["hard", "overlap"]) }).describe("`to` waits for `from`");
