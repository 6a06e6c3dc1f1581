import type { Config } from "./config-schema.ts";

export type { Config, ConfigInput } from "./config-schema.ts";

type RuleSettings = Config["rules"];

const oversizedTask: RuleSettings["oversized-task"] = { severity: "off", hours: 16 };
const missingSection: RuleSettings["missing-section"] = { severity: "off", sections: [] };
const unusableCapacity: RuleSettings["unusable-capacity"] = { severity: "warning", always: false };

/** What holds where nothing is configured: the schema's defaults, written out because most runs need not load the schema. */
export const defaultConfig: Config = {
  ignore: [],
  failOn: "error",
  rules: { "oversized-task": oversizedTask, "missing-section": missingSection, "unusable-capacity": unusableCapacity },
  reading: { joint: "split", all: "attend", overlap: "inherit" },
  calendar: { hoursPerDay: 8, daysPerWeek: 5, holidays: [], daysOff: {} },
  forecast: {
    spread: { low: [0.85, 1.25], medium: [0.8, 1.6], high: [0.75, 2.5] },
    distribution: "pert",
    correlation: 0.3,
    runs: 10_000,
  },
  aliases: {},
  groups: {},
  columns: {},
  sizes: {},
  decorations: "ignore",
};
