import type { Advice, RemedySet } from "../../analysis/advice/advice.ts";
import type { Proof, ProofReason } from "../../analysis/advice/proofs.ts";
import type { RemedyKind } from "../../analysis/advice/remedies.ts";
import { formatCount, formatHours, formatList } from "../../format.ts";
import { HOUR_TOLERANCE } from "../../model.ts";
import { left, right, summaryOf, tableUnder, toned } from "../blocks.ts";
import { sectionId, sectionName } from "../ids.ts";
import type { Block, Inline } from "../outcome.ts";
import { schedulePreface } from "../schedule/preface.ts";
import type { ScheduleResult } from "../schedule/result.ts";

/** What would make each sprint fit that is too long by itself; where nothing was found, what comes closest, and what is proven. */
export function adviceView(result: ScheduleResult, advice: readonly Advice[]): readonly Block[] {
  return [
    ...schedulePreface(result),
    ...notes(advice).map((text) => line(toned(text, "muted"))),
    ...advice.flatMap((each) => sprintBlocks(result, each)),
    ...summaryOf(summaryWords(result, advice)),
  ];
}

function notes(advice: readonly Advice[]): readonly string[] {
  return [
    ...(advice.filter(({ sets }) => sets.length > 0).length > 1 ? ["each sprint's changes are tried without those of the others"] : []),
    ...(advice.some(hasMoves) ? ["whoever waits for a whole sprint, or meets about all of it, does not wait for what moves out"] : []),
  ];
}

function sprintBlocks({ facts }: ScheduleResult, advice: Advice): readonly Block[] {
  const { sprint, finish, window, sets, proofs } = advice;
  const heading: Inline = `${sectionName(facts.plan.sprints[sprint])}: ${formatHours(finish)} in a window of ${formatHours(window)}`;
  const table = tableUnder(
    heading,
    [left("what if"), right("finish"), ...(isSolved(advice) ? [] : [right("late")])],
    sets.flatMap(setRows),
  );
  const alone: readonly Block[] = [{ kind: "blank" }, { kind: "heading", text: heading }];
  return [...(table.length === 0 ? alone : table), ...(isSolved(advice) ? [] : [line(failureWords(advice)), ...proofs.map(proofLine)])];
}

/** The hours stand beside the first of changes that have to be made together. */
function setRows({ words, finish, overrun }: RemedySet): readonly (readonly Inline[])[] {
  const late = overrun < HOUR_TOLERANCE ? [] : [toned(formatHours(overrun), "bad")];
  return words.map((each, at) => (at === 0 ? [each, formatHours(finish), ...late] : [`and ${each}`, "", ...late.map(() => "")]));
}

function failureWords({ tried, sets }: Advice): Inline {
  if (tried === 0) return toned("there is nothing to try", "warn");
  const what =
    tried === 1 ? "the one change that was tried does not help enough" : `none of ${tried} changes and sets of changes tried is enough`;
  return toned(sets.length === 0 ? `${what}, and none makes the sprint shorter` : `${what}: this comes closest`, "warn");
}

function proofLine({ kinds, reason }: Proof): Block {
  return line(`no ${alternatives(kinds.map((kind) => NOUNS[kind]))} can help: ${reasonWords(reason)}`);
}

const NOUNS: Readonly<Record<RemedyKind, string>> = { assign: "reassignment", split: "split", move: "move", drop: "drop" };

function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}`;
}

function reasonWords(reason: ProofReason): string {
  switch (reason.kind) {
    case "chain":
      return `the chain of dependencies alone takes ${formatHours(reason.hours)}`;
    case "load":
      return `${formatList(reason.people)} ${reason.people.length === 1 ? "has" : "have"} ${formatHours(reason.hours)} of work${reason.people.length === 1 ? "" : " each"}, however it is shared`;
    case "no-mates":
      return "nobody with work in the sprint shares a role with somebody else there";
    case "no-joint-tasks":
      return "no task has several people";
    case "no-later-sprint":
      return "no sprint comes later";
    case "gate":
      return "every later sprint comes behind one that waits for this sprint as a whole";
    case "no-room":
      return "every later sprint that could take some of it is too long for its own window already";
    case "nothing-movable":
      return "each task has one behind it that has to stay, or is needed before the next sprint with room";
    case "nothing-optional":
      return "no task is optional";
  }
}

function isSolved({ sets }: Advice): boolean {
  return sets.some(({ overrun }) => overrun < HOUR_TOLERANCE);
}

function hasMoves({ sets }: Advice): boolean {
  return sets.some(({ words }) => words.some((each) => each.startsWith("move ")));
}

function summaryWords({ facts, levelled, sprint }: ScheduleResult, advice: readonly Advice[]): Inline {
  if (!levelled.sprints.some(({ window }) => window !== undefined)) return "no sprint has a window that it could miss";
  if (advice.length === 0) {
    const words = sprint === undefined ? "every sprint fits its window" : `sprint ${sectionId(facts.plan.sprints[sprint])} fits its window`;
    return [{ text: words, tone: "good" }, " when it is levelled alone"];
  }
  const solved = advice.filter(isSolved).length;
  const counted = `${solved} of ${formatCount(advice.length, "sprint")} that ${advice.length === 1 ? "is" : "are"} too long alone can be made to fit`;
  return [{ text: counted, tone: solved === advice.length ? "good" : "bad" }, solved === 0 ? "" : "; `--what-if` shows what a change does"];
}

function line(text: Inline): Block {
  return { kind: "line", text };
}
