import { readFileSync } from "node:fs";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { describe, expect, test } from "vitest";
import { check } from "../src/index.ts";
import remarkSprintplan from "../src/remark.ts";

const sample = readFileSync(new URL("../plans/backend-refactoring.md", import.meta.url), "utf8");
const pit = "- [ ] T1 Dig the pit (8h) (depends on T2)\n- [ ] T2 Order bricks (2h) (depends on T3, T1)\n";

type Options = Parameters<typeof remarkSprintplan>[0];

function lint(value: string | Uint8Array, options?: Options) {
  return remark().use(remarkGfm).use(remarkSprintplan, options).processSync({ path: "plan.md", value });
}

/** What the library says of the text, in the words of VFile messages. */
function expected(text: string) {
  return check(text).diagnostics.map(({ rule, severity, message, start, end }) => ({
    ruleId: rule,
    reason: message,
    fatal: { error: true, warning: false, info: undefined }[severity],
    place: `${start.line}:${start.column}-${end.line}:${end.column}`,
  }));
}

function told({ messages }: ReturnType<typeof lint>) {
  return messages.map(({ ruleId, reason, fatal, name }) => ({ ruleId, reason, fatal, place: name.replace("plan.md:", "") }));
}

/** What the offsets of the messages cut out of the text that the file makes of its value: of bytes, without a mark. */
function marked(value: string | Uint8Array) {
  const text = typeof value === "string" ? value : new TextDecoder().decode(value);
  return lint(value).messages.map(({ place }) => place && "start" in place && text.slice(place.start.offset, place.end.offset));
}

const texts: readonly (readonly [string, string])[] = [
  ["a checklist", pit],
  ["Windows line ends", pit.replaceAll("\n", "\r\n")],
  ["a byte-order mark", `\uFEFF${pit}`],
  ["both", `\uFEFF${pit.replaceAll("\n", "\r\n")}`],
];

describe("gives the findings of check at their places", () => {
  test.each(texts)("with %s", (_name, text) => {
    expect(expected(text).length).toBeGreaterThan(0);
    expect(told(lint(text))).toEqual(expected(text));
    expect(told(lint(new TextEncoder().encode(text)))).toEqual(expected(text));
  });

  test.each(texts)("with %s, and offsets into the file's own text", (_name, text) => {
    expect(marked(text)).toEqual(["T2", "T3"]);
    expect(marked(new TextEncoder().encode(text))).toEqual(["T2", "T3"]);
  });

  test("of the sample plan, with Windows line ends too", () => {
    const windows = sample.replaceAll("\n", "\r\n");
    expect(told(lint(windows))).toEqual(expected(sample));
  }, 30_000);
});

describe("a message", () => {
  test("names its rule, and the program as its source", () => {
    const [message] = lint(pit).messages;
    expect(message).toMatchObject({ source: "sprintplan", ruleId: "dependency-cycle", file: "plan.md", line: 1, column: 39 });
    expect(String(message)).toBe("plan.md:1:39-1:41: task `T1` waits for itself, through `T2`");
  });

  test("has notes, other places and help in its note", () => {
    const long = "## Sprint 1: Walls (Week 1)\n\n- [ ] T1 Dig (30h)\n- [ ] T2 Lay (30h) (depends on T1)\n";
    const [overrun] = lint(long).messages;
    expect(overrun).toMatchObject({
      ruleId: "sprint-overrun",
      note: "T1 → T2\nholds under every reading\nhelp: shorten the chain, or give the sprint 2 weeks",
    });
    const twice = lint("- [ ] T1 Dig (1h)\n- [ ] T1 Lay (1h)\n").messages;
    expect(twice.map(({ ruleId, note }) => [ruleId, note])).toEqual([["duplicate-task", expect.stringMatching(/^1:7: /)]]);
  });

  test("offers what a fix would put in its place", () => {
    const text = "**Total Estimated Hours:** 9 hours\n\n- [ ] T1 Dig (1h)\n- [ ] T2 Lay (1h)\n";
    const [wrong, ...rest] = lint(`## Sprint 1\n\n${text}`).messages;
    expect(rest).toEqual([]);
    expect(wrong).toMatchObject({ ruleId: "wrong-total", actual: "9", expected: ["2"] });
    expect(lint(pit).messages.filter((message) => message.expected !== undefined)).toEqual([]);
  });

  test("shows characters that a terminal would obey", () => {
    const reasons = lint("- [ ] T1 Dig (1h) (depends on `T\u009b9`)\n").messages.map(({ reason }) => reason);
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.join("\n")).not.toContain("\u009b");
  });
});

test("leaves the document as it is", () => {
  expect(String(lint(pit))).toBe(String(remark().use(remarkGfm).processSync(pit)));
});

describe("configuration", () => {
  test("comes from the options, and the plan's own is stronger", () => {
    const rules = { "unknown-dependency": "off", "dependency-cycle": "info" } as const;
    expect(lint(pit, { rules }).messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([["dependency-cycle", undefined]]);
    const own = `---\nsprintplan: { rules: { dependency-cycle: warning } }\n---\n\n${pit}`;
    expect(lint(own, { rules }).messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([["dependency-cycle", false]]);
  });

  test("that is not sound is refused", () => {
    expect(() => lint(pit, JSON.parse('{ "raeding": {} }'))).toThrow("unknown key `raeding`, did you mean `reading`?");
    const [message, ...rest] = lint(`---\nsprintplan: { raeding: {} }\n---\n\n${pit}`).messages;
    expect(rest).toEqual([]);
    expect(message).toMatchObject({
      fatal: true,
      source: "sprintplan",
      reason: "plan.md:2: unknown key `raeding`, did you mean `reading`?",
    });
  });
});

test("passes over files that are no plans", () => {
  expect(lint("# Notes\n\nNothing to do.\n").messages).toEqual([]);
  expect(remark().use(remarkSprintplan).processSync("").messages).toEqual([]);
});
