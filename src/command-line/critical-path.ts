import { type CriticalPathOptions, criticalPath } from "../commands/critical-path.ts";
import type { PlanFlags } from "../flags.ts";
import { hours, tellingCommand } from "./plan-command.ts";

export const criticalPathCommand = tellingCommand<PlanFlags & CriticalPathOptions>(
  {
    name: "critical-path",
    alias: "cp",
    question: "which chain decides the end, and how much slack has everything else?",
    options: [
      { flags: "--sprint <id>", description: "only the chain inside of this sprint" },
      { flags: "--near <hours>", description: "also show tasks with at most this slack", value: hours },
    ],
  },
  criticalPath,
);
