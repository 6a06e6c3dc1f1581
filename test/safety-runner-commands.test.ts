import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakCommands, visible } from "../src/report/visible.ts";
import { everyFormat, hostileOutcomeOf } from "./hostile-outcomes.ts";
import { hostileText, hostileTexts } from "./hostile-plan.ts";
import { patience, times } from "./runs.ts";
import { workflowCommands } from "./workflow-commands.ts";

const STRINGS = 10_000;
const AT_ONCE = 100;

test("the runner's port finds what the runner finds", () => {
  const found = (text: string) => workflowCommands(text).map(({ name }) => name);
  const hidden = ["\u00a0\u3000::a::x", "\u0085::b::", "x ##[c]y", ":\u200b:d::", "#\u00ad#[e]", "::f x=1,y=2::", "##[g x=1]"];
  expect(found(hidden.join("\n"))).toEqual(["a", "b", "c", "d", "e", "f", "g"]);
  expect(found("a ::b:: c\n:: ::\n### [x]\n##[]\n::c")).toEqual([]);
  expect([...workflowCommands("::x a=1%2C2,b=%253A::m%0An")]).toEqual([
    {
      name: "x",
      properties: new Map([
        ["a", "1,2"],
        ["b", "%3A"],
      ]),
      message: "m\nn",
    },
  ]);
});

describe.each([...everyFormat])("the format %s", (format, write) => {
  test("says nothing to a runner but what it is for", { timeout: patience(10) }, () => {
    fc.assert(
      fc.property(hostileTexts("runner", AT_ONCE), (texts) => {
        const outcome = hostileOutcomeOf(texts);
        const commands = workflowCommands(write([outcome], { locate: (path) => `${texts[1]}/${path}` }));
        expect(commands.map(({ name }) => name)).toEqual(
          format === "github" ? outcome.diagnostics.map(({ severity }) => COMMAND[severity]) : [],
        );
        for (const { properties, message } of commands) {
          expect([...properties.keys()].filter((key) => !/^(?:file|line|endLine|col|endColumn|title)$/.test(key))).toEqual([]);
          expect(properties.get("title")).toBe("sprintplan unknown-dependency");
          expect(message.split("\n")).toHaveLength(3);
          expect(workflowCommands(message)).toEqual([]);
        }
      }),
      { numRuns: times(STRINGS / AT_ONCE) },
    );
  });
});

const COMMAND = { error: "error", warning: "warning", info: "notice" };

test("a text by itself, and one that only came together on the page", { timeout: patience(10) }, () => {
  fc.assert(
    fc.property(hostileText("runner"), (text) => {
      expect(workflowCommands(visible(text))).toEqual([]);
      expect(workflowCommands(breakCommands(visible(text)))).toEqual([]);
    }),
    { numRuns: times(STRINGS) },
  );
});
