import { type ForecastOptions, forecast } from "../commands/forecast/forecast.ts";
import type { PlanFlags } from "../flags.ts";
import { share, tellingCommand, wholeNumber } from "./plan-command.ts";

export const forecastCommand = tellingCommand<PlanFlags & ForecastOptions>(
  {
    name: "forecast",
    question: "when will it be done, with which probability?",
    options: [
      { flags: "--start <date>", description: "the plan's first day, such as 2026-03-02" },
      { flags: "--asap", description: "sprints start as soon as they can, and do not wait for their windows" },
      { flags: "--levelled", description: "people take their tasks in the order of the best schedule that is found" },
      {
        flags: "--runs <count>",
        description: "how many times the plan is played through",
        value: wholeNumber({ least: 1, most: 1_000_000 }),
      },
      { flags: "--seed <number>", description: "the same seed gives the same forecast", value: wholeNumber() },
      { flags: "--distribution <name>", description: "how durations are spread", choices: ["pert", "triangular"] },
      { flags: "--correlation <share>", description: "how strongly estimates err together, from 0 to 1", value: share },
    ],
  },
  forecast,
);
