import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { play } from "./transcript.ts";

const root = new URL("../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const markdownIn = (folder: string) => readdirSync(new URL(folder, root)).filter((name) => name.endsWith(".md"));

const samples = new Map(markdownIn("plans/").map((name) => [`plans/${name}`, read(`plans/${name}`)]));
const pages = markdownIn("test/transcripts/").map((name) => `test/transcripts/${name}`);

describe.each(pages)("%s", (path) => {
  const page = read(path);
  const played = play(page, samples);
  if (process.env.UPDATE === "1") writeFileSync(new URL(path, root), played.page);
  test.each(played.steps.map((step, index) => ({ ...step, index })))("$command", ({ actual, expected, index }) => {
    expect(actual).toBe(process.env.UPDATE === "1" ? played.steps[index].actual : expected);
  });
});
