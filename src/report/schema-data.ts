import { z } from "zod";
import { diffSchema } from "./schema-diff.ts";
import { count, criterion, gate, hours, id, ids, progress, severity, weeks, window } from "./schema-parts.ts";
import { forecast, schedule } from "./schema-planning.ts";
import { trend } from "./schema-trend.ts";

const check = z.strictObject({ rules: z.array(z.strictObject({ id, severity, count })) });

const explain = z.strictObject({
  rules: z.array(
    z.strictObject({
      id,
      severity: z.enum(["error", "warning", "info", "off"]),
      summary: z.string(),
      fix: z.enum(["safe", "unsafe", "no"]),
      page: z.string().optional().describe("Markdown"),
    }),
  ),
});

const criticalPath = z.strictObject({
  duration: hours.optional().describe("Hours of the whole plan by dependencies and gates; left out where tasks wait for each other"),
  path: ids.optional().describe("One chain that decides the end"),
  gates: z.array(gate).describe("The gates that the plan's numbers rest on, as the reading takes them"),
  sprints: z.array(
    z.strictObject({
      id,
      duration: hours.optional(),
      window: window.optional(),
      overrun: hours.optional().describe("Duration beyond the window's length"),
      path: ids.optional(),
    }),
  ),
  tasks: z.array(
    z.strictObject({
      id,
      sprint: id.optional(),
      duration: hours,
      earliestStart: hours,
      earliestFinish: hours,
      latestStart: hours,
      latestFinish: hours,
      totalSlack: hours,
      freeSlack: hours,
      critical: z.boolean(),
    }),
  ),
});

const capacity = z.strictObject({
  hours: hours.describe("Hours as written, each row once"),
  capacity: hours,
  sprints: z.array(
    z.strictObject({
      id,
      hours,
      capacity: hours.optional(),
      buffer: hours.optional(),
      members: z.array(
        z.strictObject({
          name: z.string(),
          capacity: hours.optional().describe("Left out where the line cannot be read"),
          load: hours,
          utilization: z.number().optional().describe("Load as a share of capacity; left out where there is no capacity"),
          overload: hours,
          tasks: ids.optional().describe("Left out where the plan's members have more than a million in all"),
        }),
      ),
      without: z.array(z.strictObject({ task: id, assignee: z.string(), hours })).describe("Work of people without a capacity line"),
    }),
  ),
  aliases: z
    .array(z.strictObject({ written: z.string(), name: z.string(), step: z.enum(["alias", "initials", "first-word"]), sprints: ids }))
    .optional()
    .describe("Names that are written otherwise than in the team lists; only with --aliases"),
  ceremonies: z
    .strictObject({
      weekly: hours.describe("Hours of one person in a week, on average"),
      total: hours.describe("Hours of everybody in all sprints"),
    })
    .optional()
    .describe("Only with --ceremonies"),
});

const taskCounts = z.strictObject({ total: count, done: count, open: count, started: count, blocked: count, dropped: count });
const hourCounts = z.strictObject({ total: hours, done: hours, remaining: hours });

const status = z.strictObject({
  tasks: taskCounts,
  hours: hourCounts,
  sprints: z.array(z.strictObject({ id, title: z.string().optional(), tasks: taskCounts, hours: hourCounts, criteria: progress })),
  milestones: z.array(z.strictObject({ id, title: z.string(), week: z.number().optional(), items: progress })),
  criteria: progress,
  decorations: count.describe("Check marks on what is no task or criterion"),
});

const estimate = z.union([
  z.strictObject({ hours }),
  z.strictObject({ low: hours, high: hours }),
  z.strictObject({ optimistic: hours, mostLikely: hours, pessimistic: hours }),
  z.strictObject({ points: z.number() }),
  z.strictObject({ size: z.string() }),
]);

const shownSprint = z.strictObject({
  id,
  title: z.string(),
  phase: id.optional(),
  weeks: weeks.optional(),
  dates: z.strictObject({ first: z.string(), last: z.string() }).optional(),
  window: window.optional(),
  goal: z.string().optional(),
  team: z.array(z.strictObject({ name: z.string(), capacity: hours.optional() })),
  stated: z.strictObject({ hours: hours.optional(), buffer: hours.optional(), capacity: hours.optional() }).optional(),
  tasks: ids,
  criteria: z.array(criterion),
  risks: z.array(
    z.strictObject({ level: z.string(), text: z.string(), mitigation: z.string().optional(), fallback: z.string().optional() }),
  ),
});

const shownTask = z.strictObject({
  id,
  title: z.string(),
  sprint: id.optional(),
  estimate: estimate.optional(),
  assignees: z.array(z.string()).describe("As written"),
  members: z
    .array(z.string())
    .optional()
    .describe("The team members that they were taken for; left out where the plan's are more than a million"),
  dependencies: ids.optional().describe("Written out, without repetition; left out where the plan's are more than a million"),
  references: z.array(
    z.strictObject({
      text: z.string(),
      kind: z.enum(["id", "range", "all", "group", "section", "outside"]),
      tasks: ids.optional().describe("Left out where the plan's dependencies are more than a million"),
      ranges: z
        .array(z.strictObject({ first: id, last: id }))
        .optional()
        .describe("In place of the tasks: the first and last ones of each run, as they stand in the plan"),
    }),
  ),
  risk: z.enum(["low", "medium", "high", "critical"]).optional(),
  priority: z.string().optional(),
  status: z.enum(["open", "started", "blocked", "done", "dropped"]).optional(),
  parent: id.optional().describe("The task that this one is a part of"),
  line: z.int().positive(),
});

const show = z.strictObject({
  title: z.string().optional(),
  phases: z.array(z.strictObject({ id, title: z.string(), weeks: weeks.optional(), sprints: ids })),
  sprints: z.array(shownSprint),
  tasks: z.array(shownTask),
  gates: z.array(gate),
  milestones: z.array(z.strictObject({ id, title: z.string(), week: z.number().optional(), items: z.array(criterion) })),
  ceremonies: z.array(z.strictObject({ name: z.string(), hours: hours.optional(), cadence: z.enum(["daily", "sprint"]) })),
  unread: z.array(
    z.strictObject({
      line: z.int().positive(),
      kind: z.enum(["total", "buffer", "continuation", "repeat", "group", "unreadable", "table"]),
    }),
  ),
});

const place = z.strictObject({ kind: z.enum(["front-matter", "file"]), path: z.string(), line: z.int().positive().optional() });

const config = z.strictObject({
  settings: z.array(
    z.strictObject({
      key: z.string(),
      value: z.json().optional().describe("Left out where nothing is set"),
      origin: z.union([z.strictObject({ kind: z.enum(["default", "flag"]) }), place]).describe("The strongest of those that set it"),
    }),
  ),
});

const listFiles = z.strictObject({ files: z.array(z.string()).describe("The plans that would be read") });

/** What each command says to programs, by the command's full name. */
export const dataSchemas: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ["check", check],
  ["critical-path", criticalPath],
  ["capacity", capacity],
  ["status", status],
  ["forecast", forecast],
  ["schedule", schedule],
  ["diff", diffSchema],
  ["trend", trend],
  ["show", show],
  ["explain", explain],
  ["config", config],
  ["list-files", listFiles],
]);
