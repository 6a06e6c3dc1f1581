import { z } from "zod";
import { count, hours, localTime, progress } from "./schema-parts.ts";

const numbers = z.strictObject({
  tasks: count.describe("Like all of these numbers, without what was dropped"),
  hours,
  doneHours: hours,
  leftHours: hours,
  criteria: progress,
  end: hours.optional().describe("As estimated, by dependencies, gates and windows; left out where tasks wait for each other"),
  endTime: localTime.optional(),
  levelledEnd: hours.optional().describe("Only with --levelled"),
  p50: hours.optional().describe("Over by then in half of the runs; only with --forecast"),
  p90: hours.optional(),
  errors: count,
  warnings: count,
  infos: count,
});

/** What the history of a plan says to programs. */
export const trend = z.strictObject({
  earlier: z.enum(["none", "limit", "since", "shallow"]).describe("What took away older revisions, or that there are none"),
  revisions: z
    .array(
      z.strictObject({
        commit: z.string().optional().describe("Left out for the file as it lies here, where that is different"),
        time: z.string().optional().describe("When the commit was made, by its committer's clock"),
        author: z.string().optional(),
        path: z.string().describe("What the file was called, from the root of the repository"),
        status: z.enum(["plan", "unreadable", "removed"]),
        reason: z.string().optional().describe("Why it cannot be read"),
        numbers: numbers.optional(),
      }),
    )
    .describe("The oldest first"),
});
