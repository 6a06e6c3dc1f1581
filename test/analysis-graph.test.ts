import { expect, test } from "vitest";
import { toDot } from "../src/analysis/graph.ts";
import { resolveReferences } from "../src/analysis/references.ts";
import { defaultConfig } from "../src/config.ts";
import { buildPlan } from "./plan-builder.ts";

test("a plan's graph in DOT, whatever its ids", () => {
  const tasks = [{ id: "__proto__" }, { id: 'say "hi"\\N', after: ["__proto__"] }, { id: "10", after: ["All"] }];
  const plan = buildPlan({ tasks });
  expect(toDot(plan, resolveReferences(plan, defaultConfig), [0, 1, 2])).toBe(`digraph plan {
  rankdir=LR;
  node [shape=box];
  t0 [label="__proto__"];
  t1 [label="say \\"hi\\"\\\\N"];
  t2 [label="10"];
  t0 -> t1;
  t0 -> t2;
  t1 -> t2;
}
`);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test("only the tasks asked for", () => {
  const plan = buildPlan({ tasks: [{ id: "A" }, { id: "B", after: ["A"] }] });
  expect(toDot(plan, resolveReferences(plan, defaultConfig), [1])).not.toContain("->");
});
