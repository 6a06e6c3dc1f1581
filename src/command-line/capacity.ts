import { capacity } from "../commands/capacity.ts";
import type { PlanFlags } from "../flags.ts";
import { tellingCommand } from "./plan-command.ts";

interface CapacityFlags extends PlanFlags {
  readonly aliases?: boolean;
  readonly ceremonies?: boolean;
}

export const capacityCommand = tellingCommand<CapacityFlags>(
  {
    name: "capacity",
    question: "who is asked for how many hours, against how many they have?",
    options: [
      { flags: "--aliases", description: "show which short name was taken for whom" },
      { flags: "--ceremonies", description: "take the hours of meetings off everybody's capacity" },
    ],
  },
  (plan, config, { aliases = false, ceremonies = false }) => capacity(plan, config, { aliases, ceremonies }),
);
