import type { Facts } from "../../analysis/facts.ts";
import type { Forecast, ForecastSettings } from "../../analysis/forecast/forecast.ts";

/** A forecast with what it rests on. */
export interface ForecastResult {
  readonly facts: Facts;
  readonly settings: ForecastSettings;
  /** By dependencies alone, or with people shared as in a schedule. */
  readonly method: "logic" | "levelled";
  readonly releases: "windows" | "asap";
  readonly forecast: Forecast;
  /** The local time at which an hour of work is over; undefined where the plan's first day is not known. */
  readonly timeAt: (hour: number) => string | undefined;
}
