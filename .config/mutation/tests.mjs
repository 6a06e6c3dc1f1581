import { readdirSync } from "node:fs";
import picomatch from "picomatch";

/** What starts programs, builds, reads git or the sources themselves, or takes seconds even with few runs. */
const SLOW = [
  ...["action", "action-*", "corpus", "faults", "faults-*", "git", "git-*", "host", "layers", "library", "program", "programs", "readme"],
  ...["revisions", "safety-diagrams", "safety-every-command", "safety-expressions", "safety-graphs", "safety-names"],
  ...["schedule-exhaustive", "section-reader", "supply-chain", "trend"],
];

/** The files of tests that these patterns name, in the patterns' order, without slow ones. */
export function testFilesOf(patterns) {
  const isSlow = picomatch(SLOW);
  const names = readdirSync("test").flatMap((file) => (file.endsWith(".test.ts") ? [file.slice(0, -".test.ts".length)] : []));
  const chosen = patterns.map((pattern) => picomatch(pattern)).flatMap((isNamed) => names.filter((name) => isNamed(name) && !isSlow(name)));
  return [...new Set(chosen)].map((name) => `test/${name}.test.ts`);
}
