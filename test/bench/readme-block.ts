import { readFileSync, writeFileSync } from "node:fs";

/** Replaces what stands between a mark of that name and the next end mark in a page. */
export function writeBlock(page: string, name: string, content: string): void {
  const before = readFileSync(page, "utf8");
  const block = new RegExp(`<!-- ${name} -->\\n[\\s\\S]*?<!-- end -->`);
  if (!block.test(before)) throw new Error(`${page} has no <!-- ${name} --> … <!-- end -->`);
  writeFileSync(
    page,
    before.replace(block, () => `<!-- ${name} -->\n\n${content.trim()}\n\n<!-- end -->`),
  );
}
