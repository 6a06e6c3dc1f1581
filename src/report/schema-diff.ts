import { z } from "zod";

const hours = z.number().describe("Hours");
const id = z.string();

const measure = z
  .strictObject({ before: hours.optional(), after: hours.optional(), delta: hours.optional().describe("How many more the head has") })
  .describe("Hours; left out in the version that has none");

const position = z.strictObject({
  line: z.int().positive().describe("Counted from one"),
  column: z.int().positive().describe("Counted from one, in UTF-16 units"),
  offset: z.int().nonnegative().describe("Counted from zero, in UTF-16 units after a byte-order mark"),
});

const finding = z.strictObject({
  rule: id,
  severity: z.enum(["error", "warning", "info"]),
  message: z.string(),
  start: position,
  end: position,
});

const value = z
  .union([z.number(), z.string(), z.boolean(), z.array(z.string())])
  .describe("Hours are numbers; names, references and settings lists");

const change = z.strictObject({
  kind: z.enum(["added", "removed", "changed", "moved", "renumbered"]),
  subject: z.enum(["plan", "phase", "sprint", "member", "task", "gate", "total", "milestone", "criterion", "ceremony"]),
  id: id.describe("As in the head; of what was removed, as in the base"),
  title: z.string().optional(),
  sprint: id.optional(),
  line: z.int().positive().describe("In the head; of what was removed, in the base"),
  fields: z
    .array(z.strictObject({ field: z.string(), value }))
    .optional()
    .describe("Of what was added or removed, all that is written of it"),
  field: z.string().optional().describe("Of what both versions have, the field that is different"),
  before: value.optional(),
  after: value.optional(),
  gained: z.array(z.string()).optional().describe("Of a list, what only the head has"),
  lost: z.array(z.string()).optional().describe("Of a list, what only the base has"),
});

const both = z.strictObject({ before: z.boolean().optional(), after: z.boolean().optional() });

const effect = z.strictObject({
  duration: measure.describe("Of the critical path; left out where tasks wait for each other"),
  finish: measure.describe("Levelled over the people; left out where tasks wait for each other"),
  optimal: both.describe("Whether no schedule ends earlier"),
  hours: measure,
  capacity: measure,
  sprints: z
    .array(z.strictObject({ id, finish: measure, overrun: measure, duration: measure, hours: measure }))
    .describe("Those for which something is different"),
  slack: z.array(z.strictObject({ id, ...measure.shape, critical: both })).describe("Tasks with another slack, the greatest loss first"),
  milestones: z.array(z.strictObject({ id, due: measure, reached: measure })).describe("Those that are due or reached at another time"),
});

const load = z.strictObject({
  load: hours,
  capacity: hours.optional(),
  utilization: z.number().optional().describe("Load per capacity"),
  overload: hours.describe("Hours above capacity"),
});

/** What a comparison says to programs. */
export const diffSchema = z.strictObject({
  base: z.string(),
  head: z.string(),
  status: z
    .enum(["added", "removed", "changed", "reworded", "unchanged"])
    .describe("`reworded` where something is written otherwise, and the plan says the same"),
  renamedFrom: z.string().optional().describe("The path of the file in the base, where it is another one"),
  changes: z.array(change),
  effect: effect.optional().describe("Left out where nothing in the plan is different"),
  criticalPath: z.strictObject({ before: z.array(id), after: z.array(id) }).optional(),
  members: z
    .array(z.strictObject({ sprint: id, name: z.string(), before: load.optional(), after: load.optional() }))
    .optional()
    .describe("Those with another load or capacity"),
  diagnostics: z.strictObject({ new: z.array(finding), resolved: z.array(finding) }),
});
