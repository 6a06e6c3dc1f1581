import type { Config } from "../config.ts";
import type { Plan } from "../model.ts";
import type { Outcome } from "./outcome.ts";

/** What one command says of one plan. */
export type Command<Options> = (plan: Plan, config: Config, options: Options) => Outcome;

/** The person asked for something that is not there, such as a sprint that the plan does not have. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
