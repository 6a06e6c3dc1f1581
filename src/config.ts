import { z } from "zod";
import { COLUMN_ROLES } from "./model.ts";

const ruleSeverity = z.enum(["off", "info", "warning", "error"]);
const columnRole = z.enum(COLUMN_ROLES);
const positive = z.number().positive();

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
};

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

export const defaultConfig: Config = configSchema.parse({});

/** The JSON Schema of a configuration file, for editors. */
export function configJsonSchema(): object {
  return z.toJSONSchema(configSchema, { io: "input" });
}
