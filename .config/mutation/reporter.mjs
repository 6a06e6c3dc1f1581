import { appendFileSync } from "node:fs";
import { isMissed, lineOf } from "./results.mjs";

/** Says at once which mutants nothing sees: a run that somebody stops was not for nothing. */
const reporter = {
  onMutantTested(result) {
    if (isMissed(result)) appendFileSync(process.env.MUTATION_MISSED, `${lineOf(result)}\n`);
  },
};

export const strykerPlugins = [{ kind: "Reporter", name: "as-they-come", value: reporter }];
