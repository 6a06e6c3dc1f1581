import { appendFileSync } from "node:fs";

const MISSED = new Set(["Survived", "NoCoverage"]);

/** Says at once which mutants nothing sees: a run that somebody stops was not for nothing. */
const reporter = {
  onMutantTested({ fileName, location, mutatorName, replacement, status }) {
    if (!MISSED.has(status)) return;
    const place = `${fileName}:${location.start.line}:${location.start.column}`;
    appendFileSync(process.env.MUTATION_MISSED, `${place} ${status} ${mutatorName}: ${JSON.stringify(replacement)}\n`);
  },
};

export const strykerPlugins = [{ kind: "Reporter", name: "as-they-come", value: reporter }];
