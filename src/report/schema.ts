import { z } from "zod";
import { dataSchemas } from "./schema-data.ts";

/** The JSON Schema (draft 2020-12) of everything that the json format prints, one alternative for each command. */
export function outputJsonSchema(): object {
  return z.toJSONSchema(outputSchema);
}

const offset = z.int().nonnegative();

const positionSchema = z
  .strictObject({
    line: z.int().positive().describe("Counted from one"),
    column: z.int().positive().describe("Counted from one, in UTF-16 units"),
    offset: offset.describe("Counted from zero, in UTF-16 units after a byte-order mark"),
  })
  .meta({ id: "position" });

const fixSchema = z
  .strictObject({
    title: z.string(),
    safe: z.boolean().describe("Whether the fix never changes what the author meant"),
    edits: z.array(z.strictObject({ start: offset, end: offset, text: z.string() })),
  })
  .meta({ id: "fix" });

const diagnosticSchema = z
  .strictObject({
    rule: z.string(),
    severity: z.enum(["error", "warning", "info"]),
    message: z.string(),
    help: z.string().optional(),
    notes: z.array(z.string()).optional(),
    start: positionSchema,
    end: positionSchema,
    related: z.array(z.strictObject({ message: z.string(), start: positionSchema, end: positionSchema })).optional(),
    fix: fixSchema.optional(),
  })
  .meta({ id: "diagnostic" });

const readingSchema = z
  .strictObject({
    joint: z.enum(["split", "each"]),
    all: z.enum(["attend", "share"]),
    overlap: z.enum(["inherit", "wait", "free"]),
  })
  .meta({ id: "reading" });

const count = z.int().nonnegative();

const summarySchema = z
  .strictObject({ plans: count, sprints: count, tasks: count, errors: count, warnings: count, infos: count, hidden: count.optional() })
  .meta({ id: "summary" });

function outputOf(command: string, data: z.ZodType) {
  return z.strictObject({
    schemaVersion: z.literal(1),
    tool: z.strictObject({ name: z.literal("sprintplan"), version: z.string() }),
    command: z.literal(command),
    plans: z.array(
      z.strictObject({
        path: z.string().optional().describe("As given, with slashes; left out where the command reads no file"),
        reading: readingSchema.optional(),
        data,
        diagnostics: z.array(diagnosticSchema),
      }),
    ),
    summary: summarySchema,
  });
}

/** The whole output of any command. */
export const outputSchema = z.union(Array.from(dataSchemas, ([command, data]) => outputOf(command, data)));
