/** The page of a rule: its title, its first sentence, and its sections by their headings. */
export interface Page {
  readonly title: string;
  readonly firstSentence: string;
  readonly sections: ReadonlyMap<string, readonly Block[]>;
}

/** A fenced block with the line in front of it; hidden characters are written as `\u{200b}`. */
export interface Block {
  readonly language: string;
  readonly label: string;
  readonly text: string;
  /** The lines between the fences: the first one, and the one behind the last one. */
  readonly from: number;
  readonly to: number;
}

/** A plan of a page with its configuration, the report that it provokes, and what a fix makes of it. */
export interface PageCase {
  readonly plan: string;
  readonly config: string | undefined;
  readonly report: Block | undefined;
  readonly after: { readonly allowed: "safe" | "unsafe"; readonly block: Block } | undefined;
}

export interface Replacement {
  readonly block: Block;
  readonly text: string;
}

export function readPage(text: string): Page {
  const lines = text.split("\n");
  const sections = new Map<string, Block[]>();
  let blocks: Block[] = [];
  let label = "";
  for (let line = 0; line < lines.length; line += 1) {
    const heading = /^## (.*)$/.exec(lines[line])?.[1];
    const fence = /^(`{3,})(\w*)$/.exec(lines[line]);
    if (heading !== undefined) {
      blocks = [];
      sections.set(heading, blocks);
    }
    if (fence !== null) {
      const end = lines.indexOf(fence[1], line + 1);
      blocks.push({
        language: fence[2],
        label,
        text: revealed(`${lines.slice(line + 1, end).join("\n")}\n`, fence[2]),
        from: line + 1,
        to: end,
      });
      line = end;
      label = "";
    } else if (lines[line] !== "") label = lines[line];
  }
  const paragraph = lines.slice(1).join("\n").trim().split("\n\n")[0].replaceAll("\n", " ");
  return { title: lines[0].replace(/^# /, ""), firstSentence: /^.*?\.(?= |$)/.exec(paragraph)?.[0] ?? paragraph, sections };
}

/** Each plan of a section with the blocks that follow it. */
export function casesOf({ sections }: Page, section: string): readonly PageCase[] {
  const cases: PageCase[] = [];
  let config: string | undefined;
  for (const block of sections.get(section) ?? []) {
    const last = cases.at(-1);
    const allowed = /^After `--fix( --unsafe)?`:$/.exec(block.label);
    if (block.language === "json") config = block.text;
    else if (block.language === "text" && last !== undefined) cases[cases.length - 1] = { ...last, report: block };
    else if (block.language === "markdown" && allowed !== null && last !== undefined) {
      cases[cases.length - 1] = { ...last, after: { allowed: allowed[1] === undefined ? "safe" : "unsafe", block } };
    } else if (block.language === "markdown") {
      cases.push({ plan: block.text, config, report: undefined, after: undefined });
      config = undefined;
    }
  }
  return cases;
}

/** The page with other texts in some of its blocks. */
export function rewrite(text: string, replacements: readonly Replacement[]): string {
  const lines = text.split("\n");
  for (const { block, text: replacement } of replacements.toSorted((a, b) => b.block.from - a.block.from)) {
    lines.splice(block.from, block.to - block.from, ...replacement.replace(/\n$/, "").split("\n"));
  }
  return lines.join("\n");
}

function revealed(text: string, language: string): string {
  return language === "markdown"
    ? text.replaceAll(/\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    : text;
}
