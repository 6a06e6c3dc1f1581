import { z } from "zod";
import { count, gate, hours, id, ids, localTime, window } from "./schema-parts.ts";

const comparedHours = z
  .strictObject({ before: hours.optional(), after: hours.optional(), delta: hours.optional() })
  .describe("Hours in the plan as it is, in the changed one, and how many more those are");

const whatIf = z.strictObject({
  changes: z.array(z.string()).describe("As they were asked for"),
  reassigned: z
    .array(z.strictObject({ task: id, from: z.string(), to: z.string() }))
    .optional()
    .describe("Tasks that somebody who joined took over"),
  makespan: comparedHours.optional().describe("Left out where the changes make tasks wait for each other"),
  lowerBound: comparedHours.optional(),
  optimal: z.strictObject({ before: z.boolean(), after: z.boolean() }).optional(),
  sprints: z
    .array(z.strictObject({ id, finish: comparedHours, overrun: comparedHours }))
    .optional()
    .describe("Those with a difference"),
  members: z.array(z.strictObject({ name: z.string(), load: comparedHours, idle: comparedHours })).optional(),
  milestones: z.array(z.strictObject({ name: z.string(), due: hours, reached: comparedHours })).optional(),
});

const adviceKinds = z.array(z.enum(["assign", "split", "move", "drop"]));

const advice = z.strictObject({
  sprint: id,
  window: hours.describe("Length of the sprint's window"),
  finish: hours.describe("Like all times of advice, hours from the sprint's start, levelled alone"),
  overrun: hours,
  changes: z
    .array(
      z.strictObject({
        whatIf: z.array(z.string()).describe("Changes to be made together, as `--what-if` takes them"),
        finish: hours,
        overrun: hours.describe("0 where the sprint fits; else nothing was found that makes it fit, and this comes closest"),
        cost: hours.describe("Hours of the tasks that are changed"),
      }),
    )
    .describe("The cheapest first"),
  proofs: z
    .array(
      z.strictObject({
        kinds: adviceKinds,
        reason: z.enum([
          "chain",
          "load",
          "no-mates",
          "no-joint-tasks",
          "no-later-sprint",
          "gate",
          "no-room",
          "nothing-movable",
          "nothing-optional",
        ]),
        hours: hours.optional().describe("What the chain takes, or each of the people has, after all such changes"),
        people: z.array(z.string()).optional(),
      }),
    )
    .describe("Changes of these kinds, however many of them, do not make the sprint fit"),
  tried: count.describe("Sets of changes that were tried"),
});

export const schedule = z.strictObject({
  makespan: hours
    .optional()
    .describe("Like all times here, hours from the start of the plan, or of the only sprint; left out where tasks wait for each other"),
  lowerBound: hours.optional().describe("No schedule ends before it: proven"),
  optimal: z.boolean().optional().describe("Whether the makespan is proven to be the least"),
  tick: hours.optional().describe("The step in which times are counted"),
  rounded: ids.optional().describe("Tasks whose hours are no whole number of ticks, and were rounded up"),
  sprints: z.array(
    z.strictObject({
      id,
      start: hours,
      finish: hours,
      window: window.optional(),
      overrun: hours.describe("Hours by which it ends after its window"),
    }),
  ),
  tasks: z.array(
    z.strictObject({
      id,
      sprint: id.optional(),
      start: hours,
      finish: hours,
      startTime: localTime.optional(),
      finishTime: localTime.optional(),
      slack: hours.describe("How long it can slip within this schedule, each person's order kept, before the end does"),
      critical: z.boolean(),
      members: z.array(z.string()),
    }),
  ),
  members: z.array(
    z.strictObject({ name: z.string(), load: hours, idle: hours.describe("Without work between their first task and their last one") }),
  ),
  chain: z
    .array(
      z.strictObject({
        task: id,
        reason: z.enum(["start", "task", "gate", "person", "window", "calendar"]).describe("Why it does not start earlier"),
        behind: id.optional().describe("The task that it waits for"),
        gate: gate.optional(),
        member: z.string().optional().describe("Who is on that task"),
        sprint: id.optional().describe("Whose window it waits for"),
      }),
    )
    .describe("What decides the end, from first to last"),
  advice: z.array(advice).optional().describe("For each sprint that is too long for its window even alone; only with --advise"),
  whatIf: whatIf.optional().describe("What changes have made of the plan that is scheduled, and what is different for them"),
});

const share = z.number().min(0).max(1).describe("A share of the runs");
const hourPercentiles = z
  .strictObject({ p10: hours, p50: hours, p80: hours, p90: hours, p95: hours })
  .describe("Over by then in so many of a hundred runs");
const outlook = {
  estimated: hours.describe("If every task takes what is estimated"),
  mean: hours,
  percentiles: hourPercentiles,
  due: hours.optional().describe("Left out where the plan does not say"),
  onTime: share.optional(),
};
const shares = z.tuple([z.number(), z.number()]).describe("The least and the most that a number stands for, as shares of it");
const moved = z.strictObject({ duration: hours, end: hours });

export const forecast = z.strictObject({
  runs: count,
  seed: z.int(),
  assumptions: z.strictObject({
    distribution: z.enum(["pert", "triangular"]),
    correlation: z.number(),
    spread: z.strictObject({ low: shares, medium: shares, high: shares }),
  }),
  method: z.enum(["logic", "levelled"]).optional().describe("By dependencies alone, or with people shared; left out without a result"),
  releases: z.enum(["windows", "asap"]).optional().describe("Whether sprints wait for their windows"),
  estimated: outlook.estimated.optional().describe("Like all that is optional here, left out where tasks wait for each other"),
  mean: hours.optional(),
  percentiles: hourPercentiles.optional(),
  due: outlook.due,
  onTime: outlook.onTime,
  times: z.strictObject({ p10: localTime, p50: localTime, p80: localTime, p90: localTime, p95: localTime }).optional(),
  gap: hours.optional().describe("From the estimated end to P50"),
  asEstimated: share.optional().describe("Those that end no later than estimated"),
  sprints: z.array(z.strictObject({ id, ...outlook })),
  milestones: z.array(z.strictObject({ id, title: z.string(), ...outlook })),
  tasks: z.array(
    z.strictObject({
      id,
      sprint: id.optional(),
      duration: hours,
      p10: hours,
      p90: hours,
      criticality: share.describe("Those in which the end rests on it"),
      cruciality: z.number().min(-1).max(1).describe("The rank correlation of its duration and the end"),
      drag: hours.optional().describe("How much earlier the plan were over if it took no time; left out where that was not tried"),
    }),
  ),
  tornado: z.array(z.strictObject({ id, low: moved, high: moved })).describe("The end if one task takes its P10 or its P90"),
  histogram: z.array(z.strictObject({ from: hours, to: hours, count })),
});
