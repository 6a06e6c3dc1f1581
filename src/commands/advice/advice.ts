import { type Advice, findAdvice } from "../../analysis/advice/advice.ts";
import type { Proof } from "../../analysis/advice/proofs.ts";
import { computeFacts } from "../../analysis/facts.ts";
import { levelPlan } from "../../analysis/levelling/level-plan.ts";
import type { Config } from "../../config.ts";
import type { Plan } from "../../model.ts";
import { startingAt } from "../first-day.ts";
import { sectionId } from "../ids.ts";
import type { Outcome } from "../outcome.ts";
import { scheduleData } from "../schedule/data.ts";
import { describeSchedule, levellingOf, resultOf, type ScheduleOptions, schedule } from "../schedule/schedule.ts";
import { readChange } from "../what-if/grammar.ts";
import { adviceView } from "./view.ts";

/** The cheapest changes that would make each sprint fit its window, of those that do not even by themselves, or why none can. */
export function advise(plan: Plan, config: Config, options: ScheduleOptions): Outcome {
  const facts = computeFacts(plan, startingAt(config, options.start));
  const levelling = levellingOf(plan, options);
  const levelled = facts.planPath() === undefined ? undefined : levelPlan(facts, levelling);
  if (levelled === undefined) return schedule(plan, config, options);
  const result = resultOf(facts, levelled, levelling);
  const advice = findAdvice(facts, levelling, readChange);
  return {
    source: plan.source,
    plan,
    reading: config.reading,
    ...describeSchedule(result, options, levelling),
    view: adviceView(result, advice),
    data: { ...scheduleData(result), advice: advice.map((each) => adviceData(plan, each)) },
  };
}

function adviceData({ sprints }: Plan, { sprint, window, finish, overrun, sets, tried, proofs }: Advice): object {
  return {
    sprint: sectionId(sprints[sprint]),
    window,
    finish,
    overrun,
    changes: sets.map(({ words, ...times }) => ({ whatIf: words, ...times })),
    proofs: proofs.map(proofData),
    tried,
  };
}

function proofData({ kinds, reason: { kind, ...details } }: Proof): object {
  return { kinds, reason: kind, ...details };
}
