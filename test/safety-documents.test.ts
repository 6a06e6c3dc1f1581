import fc from "fast-check";
import { expect, test } from "vitest";
import { everyFormat, hostileOutcomeOf } from "./hostile-outcomes.ts";
import { hostileTexts } from "./hostile-plan.ts";
import { gitlabSchema, junitFaults, outputFaults, parseXml, rdjsonSchema, sarifFaults } from "./report-schemas.ts";
import { patience, times } from "./runs.ts";

const STRINGS = 2_000;
const AT_ONCE = 50;

/** What is wrong with a report by the schema of its format, and how many findings it holds. */
const readers: ReadonlyMap<string, (report: string) => { readonly faults: readonly unknown[]; readonly findings: number }> = new Map([
  [
    "json",
    (report: string) => {
      const output: { readonly plans: readonly { readonly diagnostics: readonly unknown[] }[] } = JSON.parse(report);
      return { faults: outputFaults(output), findings: output.plans[0].diagnostics.length };
    },
  ],
  [
    "sarif",
    (report: string) => {
      const log: { readonly runs: readonly { readonly results: readonly unknown[] }[] } = JSON.parse(report);
      return { faults: sarifFaults(log), findings: log.runs[0].results.length };
    },
  ],
  [
    "junit",
    (report: string) => {
      const root = parseXml(report);
      return { faults: junitFaults(root), findings: root.children[0].children.filter(({ children }) => children.length > 0).length };
    },
  ],
  ["gitlab", (report: string) => ({ faults: [], findings: gitlabSchema.parse(JSON.parse(report)).length })],
  ["rdjson", (report: string) => ({ faults: [], findings: rdjsonSchema.parse(JSON.parse(report)).diagnostics.length })],
]);

test.each([...readers])("%s is whole, well encoded and as its schema says", { timeout: patience(10) }, (format, read) => {
  const write = everyFormat.get(format);
  fc.assert(
    fc.property(hostileTexts("document", AT_ONCE), (texts) => {
      const outcome = hostileOutcomeOf(texts);
      const report = write?.([outcome], { command: "check", locate: (path) => path, pageOf: () => texts[0] }) ?? "";
      expect(read(report)).toEqual({ faults: [], findings: outcome.diagnostics.length });
      if (format !== "junit") expect(halvesIn(report)).toEqual([]);
      // A file holds the same text that was written: no half of a character was lost on the way.
      expect(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(new TextEncoder().encode(report))).toBe(report);
    }),
    { numRuns: times(STRINGS / AT_ONCE) },
  );
});

/** Texts with half a character, which JSON can spell and most other readers than this one refuse. */
function halvesIn(report: string): readonly string[] {
  const found: string[] = [];
  JSON.parse(report, (_key, value: unknown) => {
    if (typeof value === "string" && /\p{Surrogate}/u.test(value)) found.push(value);
    return value;
  });
  return found;
}
