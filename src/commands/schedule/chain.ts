import type { ChainReason } from "../../analysis/levelling/levelling.ts";
import { formatNumber } from "../../format.ts";
import { HOUR_TOLERANCE } from "../../model.ts";
import { left, right, tableUnder } from "../blocks.ts";
import { sectionId, taskId } from "../ids.ts";
import type { Block } from "../outcome.ts";
import type { ScheduleResult } from "./result.ts";

/** Every task of the chain that decides the end, with what waits for. */
export function chainTable(result: ScheduleResult): readonly Block[] {
  const { plan } = result.facts;
  const times = new Map(result.levelled.tasks.map((levelled) => [levelled.task, levelled]));
  return tableUnder(
    "why it ends then",
    [left("task"), right("from–to"), left("why not earlier")],
    result.levelled.chain.map(({ task, reason }) => {
      const { start, finish } = times.get(task) ?? { start: 0, finish: 0 };
      const behind = "task" in reason ? times.get(reason.task) : undefined;
      const gap = behind === undefined || start - behind.finish < HOUR_TOLERANCE ? "" : gapWords(result, task, start);
      return [taskId(plan, task), `${formatNumber(start)}–${formatNumber(finish)}`, `${reasonWords(result, reason)}${gap}`];
    }),
  );
}

function reasonWords({ facts: { plan }, levelled }: ScheduleResult, reason: ChainReason): string {
  switch (reason.kind) {
    case "start":
      return "nothing to wait for";
    case "task":
      return `waits for ${taskId(plan, reason.task)}`;
    case "gate": {
      const { from, to } = plan.gates[reason.gate];
      return `gate ${from.value ?? from.text} → ${to.value ?? to.text}, behind ${taskId(plan, reason.task)}`;
    }
    case "person":
      return `waits for ${levelled.members[reason.member].name}, who is on ${taskId(plan, reason.task)}`;
    case "window":
      return `waits for the window of sprint ${sectionId(plan.sprints[reason.sprint])}`;
    case "calendar":
      return "waits for the next hour in which all of its people work";
  }
}

/** What else a task waits for that does not start at once: somebody who comes later, or else a lag that is written. */
function gapWords({ levelled: { project } }: ScheduleResult, task: number, start: number): string {
  const { demands } = project.project.activities[task - project.firstTask];
  const tick = Math.round(start / project.tick);
  const late = demands.find(({ resource }) => project.project.resources[resource].breaks?.some(({ end }) => end === tick));
  if (late === undefined) return ", and the lag after it";
  return late.resource < project.people.length
    ? `, then until ${project.people[late.resource]} works again`
    : ", then until the holidays are over";
}
