import * as z from "zod";
import { COLUMN_ROLES } from "./model.ts";

const ruleSeverity = z.enum(["off", "info", "warning", "error"]);
const columnRole = z.enum(COLUMN_ROLES);
const positive = z.number().positive();
const DAYS = "neither a date such as `2026-03-02` nor a period such as `2026-12-24/2027-01-01`";

const date = z.iso.date("no date such as `2026-03-02`");
const days = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d(\/\d{4}-\d\d-\d\d)?$/, { error: DAYS, abort: true })
  .refine((text) => text.split("/").every((each) => date.safeParse(each).success), { error: "there is no such date", abort: true })
  .refine((text) => text.split("/").every((each, index, all) => index === 0 || all[0] <= each), "the last day comes before the first one");

/** A severity, or a group of the severity and the options that the rule has; a severity alone leaves the options as they are. */
function ruleSetting<Options extends z.ZodRawShape>(options: Options) {
  const group = z.strictObject({ severity: ruleSeverity, ...options });
  return z.union([ruleSeverity.transform((severity) => group.parse({ severity })), group]);
}

/** The rules that have options. */
const ruleSettings = {
  "oversized-task": ruleSetting({ hours: positive.default(16).describe("The hours that a task may take") }).prefault("off"),
  "missing-section": ruleSetting({
    sections: z.array(z.string()).default([]).describe("Headings that the plan, or each of its sprints, must have"),
  }).prefault("off"),
  "unusable-capacity": ruleSetting({
    always: z.boolean().default(false).describe("Speak also of sprints whose critical path is too long anyway"),
  }).prefault("warning"),
};

/** Shares of an estimate, at most and at least 1. */
function spread(fallback: [least: number, most: number]) {
  return z.tuple([z.number().min(0).max(1), z.number().min(1).max(100)]).default(fallback);
}

/** The whole configuration: each key with its default, anything else refused. */
export const configSchema = z.strictObject({
  plans: z.array(z.string()).optional().describe("Files, folders or globs to read where the command line names none"),
  ignore: z.array(z.string()).default([]).describe("Globs of files to leave out when folders or globs are searched"),
  failOn: z.enum(["error", "warning", "info", "never"]).default("error").describe("The least severity that makes the exit code 1"),
  rules: z
    .object(ruleSettings)
    .catchall(ruleSetting({}))
    .prefault({})
    .describe("A severity or `off` for each rule id, or a group of `severity` and the rule's options"),
  reading: z
    .strictObject({
      joint: z.enum(["split", "each"]).default("split").describe("Two people on a task share its hours, or each works all of them"),
      all: z.enum(["attend", "share"]).default("attend").describe("Everybody is there for all hours of an `All` task, or they share them"),
      overlap: z.enum(["inherit", "wait", "free"]).default("inherit").describe("What a sprint that may overlap another still waits for"),
    })
    .prefault({}),
  calendar: z
    .strictObject({
      hoursPerDay: positive.max(24).default(8).describe("Working hours of a day"),
      daysPerWeek: positive.max(7).default(5).describe("Working days of a week"),
      start: date.optional().describe("The plan's first day, such as `2026-03-02`; without it, the first date of any sprint"),
      holidays: z.array(days).default([]).describe("Days on which nobody works, each a date or `2026-12-24/2027-01-01`"),
      daysOff: z
        .record(z.string(), z.array(days))
        .default({})
        .describe("Days on which a member does not work, by name, written like holidays"),
    })
    .prefault({}),
  forecast: z
    .strictObject({
      spread: z
        .strictObject({ low: spread([0.85, 1.25]), medium: spread([0.8, 1.6]), high: spread([0.75, 2.5]) })
        .prefault({})
        .describe("The least and the most that a single number stands for, as shares of it, by the task's risk"),
      distribution: z.enum(["pert", "triangular"]).default("pert").describe("How durations are spread between their least and their most"),
      correlation: z.number().min(0).max(1).default(0.3).describe("How strongly estimates err together: 0 not at all, 1 all by the same"),
      runs: z.int().min(1).max(1_000_000).default(10_000).describe("How many times a forecast plays the plan through"),
    })
    .prefault({}),
  aliases: z.record(z.string(), z.string()).default({}).describe("Short names of people or roles, each with the name in the team list"),
  groups: z
    .record(z.string(), z.array(z.string()))
    .default({})
    .describe("Words such as `All routes`, each with the task ids it stands for"),
  columns: z.record(z.string(), columnRole).default({}).describe("Further column headers, each with the column it is"),
  points: z.strictObject({ hoursPerPoint: positive }).optional().describe("What a story point is worth in hours"),
  sizes: z.record(z.string(), positive).default({}).describe("Sizes such as `M`, each with its hours"),
  decorations: z.enum(["ignore", "done"]).default("ignore").describe("What a check mark in front of an item means"),
});

/** A configuration with every default filled in. */
export type Config = z.infer<typeof configSchema>;
/** A configuration as people write it: any key may be left out. */
export type ConfigInput = z.input<typeof configSchema>;
