import fc from "fast-check";
import type { Outcome } from "../src/commands/outcome.ts";
import { findingAt, outcomeOf } from "./report-outcome.ts";

/** Made of what runners, terminals, XML, JSON and Markdown look for: random strings hardly ever hold it. */
const hostileText = fc
  .array(
    fc.constantFrom(
      ..."#|[](){}:;,%=<>&'\"@`*_-+\\/! a1\t\n\r\0\u001b\u009b\u0085\u200b\u202e\u2028\ufffe\uffff\ud800".split(""),
      ..."##[ :: ##vso[ ::error::x ::add-mask:: %0A %25 %3A ]]> <![CDATA[ &lt; &#0; ![a](b) [x](http://y) </failure> {0} __proto__".split(
        " ",
      ),
      "👩‍💻",
    ),
    { minLength: 1, maxLength: 20 },
  )
  .map((parts) => parts.join(""));

/** A plan whose path, findings and fixes say what a stranger wants. */
export const hostileOutcome: fc.Arbitrary<Outcome> = fc.tuple(hostileText, hostileText).map(([text, other]) => {
  const marked = text.slice(0, 2);
  const fix = { title: other, safe: true, edits: [{ start: 0, end: 1, text: other }] };
  const related = [{ span: { start: 0, end: text.length }, message: other }];
  const first = findingAt(text, marked, { message: `task \`${other}\``, help: text, notes: [other], fix, related });
  return outcomeOf({ path: other, text, diagnostics: [first, findingAt(text, text, { severity: "info", message: text })] });
});
