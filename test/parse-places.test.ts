import { describe, expect, test } from "vitest";
import { lintPlan } from "../src/commands/fixing.ts";
import { defaultConfig } from "../src/config.ts";
import type { Plan } from "../src/model.ts";
import { planOf } from "./command-plans.ts";
import { fieldsOf, SAMPLES } from "./parse-samples.ts";

/** Marks, escapes, entities and breaks: what a field's text leaves out or stands for. */
const INEXACT = /[*_`\\[\]~<&\n]/;

const meaning = (plan: Plan): unknown =>
  plan.tasks.map(({ id, title, estimate, dependencies, assignees, status }) => [
    id.value,
    title.value,
    estimate.value,
    dependencies.map(({ value }) => value),
    assignees.map(({ value }) => value),
    status.value,
  ]);

describe("every field knows its place", () => {
  test.each(SAMPLES)("%s", (_name, text) => {
    const fields = fieldsOf(planOf(text));
    expect(fields.length).toBeGreaterThan(10);
    for (const field of fields) {
      // A sprint is shown with the signs of its heading.
      const written = text.slice(field.span.start, field.span.end).replace(/^#+ /, "");
      if (INEXACT.test(written)) expect(written.length).toBeGreaterThanOrEqual(field.text.length);
      else expect(written).toBe(field.text);
    }
  });

  test.each(SAMPLES)("with CRLF and a byte-order mark nothing moves: %s", (_name, text) => {
    const crlf = text.replaceAll("\n", "\r\n");
    const [plain, marked] = [planOf(text), planOf(`\uFEFF${crlf}`)];
    expect(meaning(marked)).toEqual(meaning(plain));
    const [before, after] = [fieldsOf(plain), fieldsOf(marked)];
    expect(after.map(({ text: own }) => own)).toEqual(before.map(({ text: own }) => own));
    expect(after.map(({ span }) => crlf.slice(span.start, span.end).replaceAll("\r\n", "\n"))).toEqual(
      before.map(({ span }) => text.slice(span.start, span.end)),
    );
    expect(marked.tasks.map(({ line }) => line)).toEqual(plain.tasks.map(({ line }) => line));
  });

  test("marks, escapes and entities are inside of the place", () => {
    const text = "| ID | Title | Hours |\n|---|---|---|\n| **A-1** | a \\| b &amp; *c* `d` | 4 |\n";
    const [{ id, title, estimate }] = planOf(text).tasks;
    expect([id.text, title.text, estimate.text]).toEqual(["A-1", "a | b & c d", "4"]);
    expect([id, title, estimate].map(({ span }) => text.slice(span.start, span.end))).toEqual(["A-1", "a \\| b &amp; *c* `d", "4"]);
  });

  test("one name, one id, one number each", () => {
    const text =
      "| ID | Title | Hours | Owner | Dependencies |\n|---|---|---|---|---|\n| A-1 | One | 4 | - | - |\n| A-2 | Two | 4 | Ada + **Ben** | A-1 (soon), `A-9` |\n";
    const { assignees, dependencies } = planOf(text).tasks[1];
    expect([...assignees, ...dependencies].map(({ span }) => text.slice(span.start, span.end))).toEqual(["Ada", "Ben", "A-1", "A-9"]);
  });
});

describe("the sample plans are read whole", () => {
  test.each(SAMPLES)("%s", (_name, text) => {
    const plan = planOf(text);
    expect(plan.tasks.length).toBeGreaterThan(2);
    expect(plan.damage).toEqual([]);
    expect(plan.unread.filter(({ kind }) => kind === "unreadable" || kind === "table")).toEqual([]);
    for (const { risk, status, estimate, dependencies } of plan.tasks) {
      expect([risk.problem, status.problem, estimate.problem]).toEqual([undefined, undefined, undefined]);
      expect(dependencies.filter(({ value }) => value === undefined || value.kind === "outside")).toEqual([]);
    }
  });
});

describe("the samples of notations have nothing wrong", () => {
  test.each(SAMPLES.filter(([name]) => name.startsWith("notations")))("%s", (_name, text) => {
    const { diagnostics } = lintPlan(planOf(text), defaultConfig);
    expect(diagnostics.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });
});
