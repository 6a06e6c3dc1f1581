import fc from "fast-check";
import type { Outcome } from "../src/commands/outcome.ts";
import { findingAt, outcomeOf } from "./report-outcome.ts";

/** What each kind of reader looks for, character by character and in pieces: random strings hardly ever hold it. */
const fragments = {
  runner: [
    ..."#[]:;,=%| \t\n\r/a1".split(""),
    ..."##[ ##vso[ ##teamcity[ ##[add-mask] ##[set-env :: ::error::x ::stop-commands::y ::add-mask:: %0A %0D %25 %3A %3B %5D".split(" "),
    "\u0085",
    "\u00a0",
    "\u00ad",
    "\u200b",
    "\u2028",
    "\u2029",
    "\u3000",
    "\ufeff",
    "\0",
    "\u001b",
  ],
  terminal: [
    ..." a1;[]?m#:\t\n\r\b\0\u0007\u007f\u001b\u0080\u0085\u008d\u0090\u009b\u009c\u009d\u009f".split(""),
    "\u001b]8;;http://x\u0007",
    "\u001b]0;x\u001b\\",
    "\u001b[2J",
    "\u001b[31m",
    "\u001b[39m",
    "\u001bP",
    "\u009b31m",
    "\u202e",
    "\u2066",
    "\u200b",
    "\u2028",
    "\ud800",
    "\udc00",
    "漢字",
    "👩‍💻",
  ],
  sheet: [
    ..."\",;=+-@|'#:[ a1\t\n\r\0".split(""),
    "=HYPERLINK(",
    "=1+1",
    "＝",
    "＋",
    "－",
    "＠",
    "\u200b",
    "\ufeff",
    "\u001b",
    "\ud800",
    "é",
  ],
  diagram: [
    ..."\"'#;%{}[]()<>|&:,.-_*`\\/!@=~^$ a1\n\t\0".split(""),
    ...'%%{init %%{ click style end subgraph graph crit, done, 2d :::x --> #quot; #35; &quot; \\n \\l \\N \\" HTML= ]; //'.split(" "),
    "section x",
    "2026-01-01",
    "1. ",
    "<img src=x onerror=y>",
    "\u202e",
    "\u001b",
    "é",
  ],
  markdown: [
    ..."#|[]()!:<>@`*_-=+\\/&~^$.1a \t\n".split(""),
    ..."``` ~~~ @team @org/team #12 GH-3 o/r#1 o/r@0123456 https://x.y www.x.y a@b.c ![a](b) [a](b) [a][b] [^1] [x]:".split(" "),
    ..."<img> <!-- --> </td> </details> <x> &lt; &#64; &commat; 0123456789abcdef 1. --- === \\| :tada: $x$ **b** __i__ ~~s~~".split(" "),
    "- [ ] ",
    "<!-- sprintplan-diff -->",
    "\u200b",
    "\u202e",
  ],
  document: [
    ..."\"'\\/{}[]<>&;:%# a1\t\n\r\b\0\u000b\u001b\u007f\u0085\u200b\u202e\u2028\ufeff\ufffe\uffff\ud800\udfff".split(""),
    ..."]]> <![CDATA[ <!-- --> <?xml &lt; &#0; &x; \\u0000 \\ud800 </failure> </testsuite> ](http://x {0} __proto__ ##[ ::".split(" "),
    "\u{1fffe}",
    "\u{e0041}",
    "👩‍💻",
  ],
} satisfies Record<string, readonly string[]>;

export type Grammar = keyof typeof fragments;

export const grammars: readonly Grammar[] = ["runner", "terminal", "sheet", "diagram", "markdown", "document"];

/** A text made of what one kind of reader looks for. */
export function hostileText(grammar: Grammar, longest = 12): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...fragments[grammar]), { minLength: 1, maxLength: longest }).map((parts) => parts.join(""));
}

/** So many texts at once: to read many plans with one text each costs more than to read one with many. */
export function hostileTexts(grammar: Grammar, count: number): fc.Arbitrary<readonly string[]> {
  return fc.array(hostileText(grammar), { minLength: count, maxLength: count });
}

/** Each text in turn, round and round. */
export function supplyOf(texts: readonly string[]): () => string {
  let at = 0;
  return () => {
    at += 1;
    return texts[(at - 1) % texts.length];
  };
}

const anyHostileText = fc.oneof(hostileText("document", 20), hostileText("runner", 20));

/** A plan whose path, findings and fixes say what a stranger wants. */
export const hostileOutcome: fc.Arbitrary<Outcome> = fc.tuple(anyHostileText, anyHostileText).map(([text, other]) => {
  const marked = text.slice(0, 2);
  const fix = { title: other, safe: true, edits: [{ start: 0, end: 1, text: other }] };
  const related = [{ span: { start: 0, end: text.length }, message: other }];
  const first = findingAt(text, marked, { message: `task \`${other}\``, help: text, notes: [other], fix, related });
  return outcomeOf({ path: other, text, diagnostics: [first, findingAt(text, text, { severity: "info", message: text })] });
});
