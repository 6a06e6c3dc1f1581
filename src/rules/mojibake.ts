import { formatCount, formatQuote } from "../format.ts";
import type { Damage } from "../model.ts";
import type { Finding, Rule } from "./rule.ts";

export const mojibake: Rule = {
  id: "mojibake",
  severity: "warning",
  summary: "text was decoded with the wrong character set and saved again",
  fixable: "safe",
  *check({ plan: { damage } }) {
    if (damage.length > 0) yield findingOf(damage);
  },
};

/** A fix is safe or not as a whole: what re-decodes exactly goes first, and only what is left after it has to be guessed. */
function findingOf(damage: readonly Damage[]): Finding {
  const exact = damage.filter(({ certain }) => certain);
  const lost = damage.length - exact.length;
  const repaired = exact.length > 0 ? exact : damage;
  return {
    span: damage[0].span,
    message: `${messageOf(damage.length)}${lost === 0 ? "" : `, ${lost === damage.length ? "" : `${lost} of them `}with a lost byte`}`,
    ...(lost === 0 ? {} : { help: helpOf(exact.length, lost) }),
    related: damage.map(({ span, text, repaired: character, certain }) => ({
      span,
      message: `${formatQuote(text)} ${certain ? "was" : "lost a byte, it must have been"} ${formatQuote(character)}`,
    })),
    fix: {
      title: `write ${formatCount(repaired.length, "place")} as ${repaired.length === 1 ? "it was" : "they were"}`,
      safe: exact.length > 0,
      edits: repaired.map(({ span, repaired: text }) => ({ ...span, text })),
    },
  };
}

function messageOf(places: number): string {
  return places === 1 ? "1 place is double-encoded" : `${places} places are double-encoded`;
}

function helpOf(exact: number, lost: number): string {
  const unsafe = `${formatCount(lost, "place")} can only be guessed: \`--fix --unsafe\` writes what ${lost === 1 ? "it" : "they"} must have been`;
  return exact === 0 ? unsafe : `\`--fix\` repairs ${exact}; ${unsafe}`;
}
