import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import { contentOf, type Source } from "../source.ts";

/** The unified difference (Myers, 1986) from a source to its text after fixes; empty where they are the same. */
export function unifiedDifference(source: Source, rewritten: string): string {
  if (rewritten === source.text) return "";
  const patch = createTwoFilesPatch(source.path, source.path, contentOf(source), contentOf(source, rewritten), undefined, undefined, {
    headerOptions: FILE_HEADERS_ONLY,
  });
  return patch.replace(/\n$/, "");
}
