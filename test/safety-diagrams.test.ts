import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Outcome } from "../src/commands/outcome.ts";
import { reportDot } from "../src/report/dot.ts";
import { reportMermaid } from "../src/report/mermaid.ts";
import { type ReadDiagram, readDot, readMermaid } from "./diagram-readers.ts";
import { hostileOutcomeOf } from "./hostile-outcomes.ts";
import { hostileTexts } from "./hostile-plan.ts";
import { shownAgain } from "./plain-text.ts";
import { parseXml } from "./report-schemas.ts";
import { patience, times } from "./runs.ts";

const NAMES = 2_000;
const AT_ONCE = 50;

type Drawing = NonNullable<Outcome["picture"]>;

/** An outcome whose picture says these texts, with the labels that it must show, in the order of their drawing. */
function drawn(texts: readonly string[]): { readonly outcome: Outcome; readonly picture: Drawing; readonly labels: readonly string[] } {
  const outcome = hostileOutcomeOf(texts);
  const { picture } = outcome;
  if (picture === undefined) throw new Error("there is no picture");
  const { nodes } = picture.graph;
  const groups = [...new Set(nodes.map(({ group }) => group))].flatMap((group) => [
    ...(group === "" ? [] : [group]),
    ...nodes.filter((node) => node.group === group).map(({ id, title }) => `${id} ${title}`),
  ]);
  return { outcome, picture, labels: groups.map(plain) };
}

function plain(text: string): string {
  return text.replaceAll(/\r\n|[\t\n\r]/g, " ").trim();
}

function compare({ labels, faults }: ReadDiagram, expected: readonly string[]): void {
  expect(faults).toEqual([]);
  expect(labels.map((label) => label.trim())).toEqual(expected);
}

test("Mermaid draws each name as it is, and reads nothing else from it", { timeout: patience(10) }, () => {
  fc.assert(
    fc.property(hostileTexts("diagram", AT_ONCE), (texts) => {
      const { outcome, picture, labels } = drawn(texts);
      const { gantt, ...graphOnly } = picture;
      compare(readMermaid(reportMermaid([{ ...outcome, diagnostics: [], picture: graphOnly }])), labels);
      const bars = (gantt?.groups ?? []).flatMap(({ name, bars: own }) => [
        name,
        ...own.map(({ id, title, people }) => `${id} ${title} (${people.join(", ")})`),
      ]);
      const milestones = (gantt?.milestones ?? []).map(({ name }) => name);
      compare(readMermaid(reportMermaid([{ ...outcome, diagnostics: [] }])), [...bars, "milestones", ...milestones].map(plain));
    }),
    { numRuns: times(NAMES / AT_ONCE) },
  );
});

test("no finding speaks to Mermaid through its comment", { timeout: patience(10) }, () => {
  fc.assert(
    fc.property(hostileTexts("diagram", AT_ONCE), (texts) => {
      const outcome = hostileOutcomeOf(texts);
      const comments = reportMermaid([outcome]).split("\n").slice(0, outcome.diagnostics.length);
      for (const comment of comments) expect(comment).toMatch(/^%% [^{}]*$/);
    }),
    { numRuns: times(NAMES / AT_ONCE) },
  );
});

test("DOT holds each name in one string", { timeout: patience(10) }, () => {
  fc.assert(
    fc.property(hostileTexts("diagram", AT_ONCE), (texts) => {
      const { outcome, labels } = drawn(texts);
      compare(readDot(reportDot([outcome])), [plain(outcome.source.path.replaceAll("\\", "/")), ...labels]);
    }),
    { numRuns: times(NAMES / AT_ONCE) },
  );
});

const GRAPHVIZ = "dot";
const graphviz = spawnSync(GRAPHVIZ, ["-V"], { encoding: "utf8", timeout: 10_000 }).status === 0;
const without = graphviz ? "" : " (SKIPPED: graphviz is not installed here)";

test.skipIf(!graphviz)(`Graphviz itself shows each name as it is${without}`, { timeout: patience(60) }, () => {
  fc.assert(
    fc.property(hostileTexts("diagram", AT_ONCE), (texts) => {
      const nodes = texts.map((title, index) => ({ id: `${index}`, title, group: "", critical: false }));
      const picture = { graph: { nodes, edges: [] } };
      const input = reportDot([{ ...hostileOutcomeOf(["plan"]), picture }]);
      const { stdout, stderr, status } = spawnSync(GRAPHVIZ, ["-Tsvg"], { input, encoding: "utf8", timeout: 30_000 });
      expect([status, stderr]).toEqual([0, ""]);
      const shown = parseXml(stdout).children[0].children.flatMap(({ children }) => children.filter(({ name }) => name === "text"));
      const blanksFolded = (text: string) => text.replaceAll(/[\s\u00a0]+/g, "");
      expect(shown.map(({ text }) => blanksFolded(shownAgain(text)))).toEqual(texts.map((text, index) => blanksFolded(`${index} ${text}`)));
    }),
    { numRuns: times(NAMES / AT_ONCE) },
  );
});
