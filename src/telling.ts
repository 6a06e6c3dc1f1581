import type { Outcome } from "./commands/outcome.ts";
import type { Config } from "./config.ts";
import type { Layer } from "./config-file.ts";
import type { Membership } from "./crew.ts";
import { formatCount } from "./format.ts";
import type { Host } from "./host.ts";
import type { Input } from "./inputs.ts";
import type { Plan, PlanOutline } from "./model.ts";
import { type PlanRequest, planReader, type Unread } from "./plans.ts";

/** A command that is run over each plan by itself. */
export interface Telling extends PlanRequest {
  readonly run: (plan: Plan, config: Config, layers: readonly Layer[]) => Outcome;
  /** Whether a plan's new text takes the file's place; on standard input it takes the report's. */
  readonly rewrites: "plans" | "nothing";
}

/** What became of one input; all of it can be sent from thread to thread. */
export type Told =
  | {
      readonly kind: "plan";
      readonly input: Input;
      readonly bytes: Uint8Array;
      readonly failOn: Config["failOn"];
      readonly outcome: Outcome;
    }
  | ({ readonly kind: "problem" } & Unread)
  /** No plan, and nobody said that it is one. */
  | { readonly kind: "nothing" };

/** Runs the command over each input, in several threads where there are many; the results are in the inputs' order. */
export function tellAll(host: Host, telling: Telling, inputs: readonly Input[]): readonly Told[] {
  const tell = teller(host, telling);
  const alone = inputs.length < MANY || telling.rewrites === "plans" || inputs.some(({ kind }) => kind !== "file");
  const crew = alone ? undefined : host.startCrew<Told>(inputs.map((input) => JSON.stringify(input)));
  const progress = progressOf(host, inputs.length);
  let at = 0;
  const next = crew?.next ?? (() => (at < inputs.length ? at++ : undefined));
  const own = new Map<number, Told>();
  for (let index = next(); index !== undefined; index = next()) {
    progress(index);
    own.set(index, tell(inputs[index]));
  }
  const others = crew?.collect();
  if (inputs.length >= MANY) host.showProgress("");
  return inputs.map((input, index) => own.get(index) ?? others?.get(index) ?? tell(input));
}

/** Does a thread's part of what another one started. */
export function takePart(host: Host, telling: Telling, { items, next, report }: Membership): void {
  const tell = teller(host, telling);
  for (let index = next(); index !== undefined; index = next()) report(index, tell(JSON.parse(items[index])));
}

function teller(host: Host, telling: Telling): (input: Input) => Told {
  const read = planReader(host, telling);
  return (input) => {
    const found = read(input);
    if (found === undefined) return { kind: "nothing" };
    if ("message" in found) return { kind: "problem", ...found };
    const { plan, config, layers } = found;
    const outcome = telling.run(plan, config, layers);
    // Thousands of plans may be held until all are told of: of each only as much as reports need.
    const bytes = telling.rewrites === "plans" ? found.bytes : NO_BYTES;
    return { kind: "plan", input, bytes, failOn: config.failOn, outcome: { ...outcome, ...briefly(outcome) } };
  };
}

function briefly({ plan, ran }: Outcome): Pick<Outcome, "plan" | "ran"> {
  const rules = ran?.map(({ id, severity, summary, fixable }) => ({ id, severity, summary, fixable }));
  return rules === undefined ? { plan: outlineOf(plan) } : { plan: outlineOf(plan), ran: rules };
}

function outlineOf({ source, sprints, tasks }: PlanOutline): PlanOutline {
  return {
    source,
    sprints: sprints.map(({ id, span }) => ({ id: { text: id.text }, span })),
    tasks: tasks.map(({ id, title, span, parent }) => ({ id: { text: id.text }, title: { text: title.text }, span, parent })),
  };
}

/** Says how far it is, but not so often that a terminal has to hurry, and not of what is over at once. */
function progressOf(host: Host, plans: number): (index: number) => void {
  if (plans < MANY) return () => {};
  return (index) => {
    if (index % STEP === STEP - 1) host.showProgress(`${index + 1} of ${formatCount(plans, "plan")}`);
  };
}

const NO_BYTES = new Uint8Array();
const MANY = 100;
const STEP = 10;
