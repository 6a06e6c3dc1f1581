import type { Config } from "../config.ts";
import type { ColumnRole } from "../model.ts";
import { HEADER_WORDS, type HeaderRole } from "./header-words.ts";

/** A word as headers and labels are compared: case, emphasis, punctuation at the ends and repeated blanks do not count. */
export function normalised(text: string): string {
  if (ORDINARY.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Extended_Pictographic}|\uFE0F|\u200D/gu, "")
    .replace(/[*_`]/g, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s.:：]+|(?<![\s.:：])[\s.:：]+$/g, "");
}

/** Words of ASCII with nothing to leave out. */
const ORDINARY = /^(?![.:])[!-)+-^a-~]+(?: [!-)+-^a-~]+)*(?<![.:])$/;

/** What a table's header says its column is, without its unit; undefined for a column of no interest. */
export function columnRole(header: string, extra: Config["columns"]): ColumnRole | "number" | undefined {
  const word = normalised(header);
  for (const [synonym, role] of Object.entries(extra)) if (normalised(synonym) === word) return role;
  const known = ROLE_OF.get(word) ?? ROLE_OF.get(word.split(/[([（]/, 1)[0].trimEnd()) ?? ROLE_OF.get(word.split(/[/,]/, 1)[0].trim());
  if (known === undefined && /^(?:actual|spent|logged|remaining|left|optimistic|pessimistic|best|worst)\b/.test(word)) return undefined;
  return known ?? (/[(（](?:story )?(?:hours?|hrs?|h|days?|d|points?|pts|sp)[)）]$/.test(word) ? "estimate" : undefined);
}

const ROLE_OF: ReadonlyMap<string, HeaderRole> = new Map(
  entries(HEADER_WORDS).flatMap(([role, languages]) =>
    Object.values(languages).flatMap((words) => words.split(" | ").map((word): [string, HeaderRole] => [word, role])),
  ),
);

function entries<K extends string, V>(record: Readonly<Record<K, V>>): readonly [K, V][] {
  const pairs: [K, V][] = [];
  for (const key in record) pairs.push([key, record[key]]);
  return pairs;
}
