import XMLBuilder from "fast-xml-builder";
import type { Outcome } from "../commands/outcome.ts";
import { formatPath, formatPlace } from "../format.ts";
import type { Diagnostic } from "../lint.ts";
import { positionAt, type Source } from "../source.ts";
import { onOneLine } from "./inline.ts";
import { sentencesOf } from "./sentences.ts";
import { summarize } from "./summary.ts";
import { visible } from "./visible.ts";

/** What build servers read: a suite for each plan, in it a failed test for each finding and a passed one for each rule without any. */
export function reportJunit(outcomes: readonly Outcome[]): string {
  const suites = outcomes.map(suiteOf);
  const { errors, warnings, infos } = summarize(outcomes);
  const tests = suites.reduce((sum, suite) => sum + suite.testcase.length, 0);
  return builder.build({
    "?xml": { "@version": "1.0", "@encoding": "UTF-8" },
    testsuites: { "@name": "sprintplan", "@tests": tests, "@failures": errors + warnings + infos, "@errors": 0, testsuite: suites },
  });
}

interface Suite extends Readonly<Record<`@${string}`, string | number>> {
  readonly testcase: readonly unknown[];
}

function suiteOf({ source, diagnostics, ran = [] }: Outcome): Suite {
  const name = visible(onOneLine(formatPath(source.path)));
  const fired = new Set(diagnostics.map(({ rule }) => rule));
  const passed = ran.filter(({ id }) => !fired.has(id)).map(({ id }) => ({ "@name": id, "@classname": name }));
  const testcase = [...diagnostics.map((diagnostic) => failedTest(source, diagnostic, name)), ...passed];
  const counts = { "@tests": testcase.length, "@failures": diagnostics.length, "@errors": 0, "@skipped": 0 };
  return { "@name": name, ...counts, testcase };
}

function failedTest(source: Source, diagnostic: Diagnostic, name: string): unknown {
  const position = positionAt(source, diagnostic.span.start);
  const [message, ...more] = sentencesOf(diagnostic);
  const place = visible(onOneLine(formatPlace(source.path, position)));
  return {
    "@name": `${visible(onOneLine(diagnostic.rule))} (${position.line}:${position.column})`,
    "@classname": name,
    failure: { "@message": message, "@type": diagnostic.severity, "#text": [place, message, ...more].join("\n") },
  };
}

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
  format: true,
});
