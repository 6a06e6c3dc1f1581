import { markdownTable } from "./table.ts";

/** What the program may cost, and what it does. */
export interface Budget {
  readonly what: string;
  readonly how: string;
  readonly quantities: readonly Quantity[];
}

export interface Quantity {
  readonly unit: "×" | "s" | "ms" | "MB" | "";
  /** Undefined where nothing could be measured. */
  readonly measured: number | undefined;
  readonly must: number;
  /** Undefined for the same as what it must be. */
  readonly aim?: number;
  readonly better: "less" | "more";
  /** The same measured in another way. */
  readonly beside?: string;
}

/** Budgets with what was measured and whether that is within them. */
export function budgetTable(budgets: readonly Budget[]): string {
  const rows = budgets.map(({ what, how, quantities }) => [
    what,
    quantities.map(({ must, unit, better }) => bound(must, unit, better)).join(", "),
    quantities.flatMap(({ aim, unit, better }) => (aim === undefined ? [] : [bound(aim, unit, better)])).join(", "),
    quantities.map(measuredCell).join(", "),
    verdict(quantities),
    how,
  ]);
  return markdownTable(["what", "must", "aim", "measured", "", "how"], rows);
}

function measuredCell({ measured, unit, beside }: Quantity): string {
  if (measured === undefined) return "?";
  return `${amount(measured, unit)}${beside === undefined ? "" : ` (${beside})`}`;
}

/** An amount in three digits or so. */
export function amount(number: number, unit: Quantity["unit"]): string {
  if (!Number.isFinite(number)) return "failed";
  const digits = unit === "MB" || number >= 100 ? 0 : number >= 10 ? 1 : 2;
  return unit === "" ? number.toFixed(digits) : `${number.toFixed(digits)} ${unit}`;
}

function bound(limit: number, unit: Quantity["unit"], better: Quantity["better"]): string {
  return `${better === "less" ? "≤" : "≥"} ${limit}${unit === "" ? "" : ` ${unit}`}`;
}

function verdict(quantities: readonly Quantity[]): string {
  if (quantities.some(({ measured }) => measured === undefined)) return "not measured";
  if (!quantities.every((quantity) => isWithin(quantity, quantity.must))) return "missed";
  return quantities.every((quantity) => isWithin(quantity, quantity.aim ?? quantity.must)) ? "aim met" : "met";
}

function isWithin({ measured, better }: Quantity, limit: number): boolean {
  if (measured === undefined) return false;
  return better === "less" ? measured <= limit : measured >= limit;
}
