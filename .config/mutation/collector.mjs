// Stands for vitest where mutants run: the tests are collected once in a process, and each runs as often as mutants ask for it.
import { inspect } from "node:util";

const installed = new URL("../../.cache/mutation/node_modules/", import.meta.url);
const { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend, ASYMMETRIC_MATCHERS_OBJECT } = await import(
  `${installed}@vitest/expect/dist/index.js`
);

/** The tests of all files so far, each as `{ id, name, file, before, run }`. */
export const tests = [];

/** What is to be done when the process ends. */
export const afterwards = [];

/** Whose tests come now, as a path from the root of the project. */
export function beginFile(name) {
  file = name;
  before = [];
}

/** What the running test compares itself with: the texts it gave without a mutant, or, while `isRecording`, what it gives now. */
export const memory = { texts: [], isRecording: true };

export const test = forms((name, body) => {
  tests.push({ id: `${file}#${tests.length}`, name, file, before, run: body });
});
export const it = test;
export const describe = forms((_name, body) => body());

export function beforeAll(body) {
  before.push({ body, isDone: false });
}

export function afterAll(body) {
  afterwards.push(body);
}

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
for (const matcher of ["toMatchSnapshot", "toMatchInlineSnapshot"]) {
  chai.util.addMethod(chai.Assertion.prototype, matcher, function likeBefore() {
    const text = inspect(this._obj, ENTIRE);
    if (memory.isRecording) memory.texts.push(text);
    else if (memory.texts[memory.compared++] !== text) throw new Error("not what it was");
  });
}
export const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);

let file = "";
let before = [];
const ENTIRE = { depth: Number.POSITIVE_INFINITY, maxArrayLength: Number.POSITIVE_INFINITY, maxStringLength: Number.POSITIVE_INFINITY };

function forms(add) {
  const once = (name, ...rest) => add(name, bodyIn(rest));
  const each =
    (rows) =>
    (name, ...rest) => {
      for (const row of rows) add(name, () => (Array.isArray(row) ? bodyIn(rest)(...row) : bodyIn(rest)(row)));
    };
  const none = Object.assign(() => undefined, { each: () => () => undefined });
  const all = Object.assign(once, { each });
  return Object.assign(all, { skip: none, runIf: (is) => (is ? all : none), skipIf: (is) => (is ? none : all) });
}

/** The body of a test stands before its limit of time, or behind its options. */
function bodyIn(parts) {
  return parts.find((part) => typeof part === "function");
}
