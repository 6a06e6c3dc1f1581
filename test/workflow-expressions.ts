/** What an expression may name: `inputs.x`, `github.event_name`, `steps.check.outputs.y`, by the whole path. */
export type Values = ReadonlyMap<string, string>;

export interface Status {
  readonly failed: boolean;
}

type Value = string | boolean;

/** A text with its `${{ … }}` filled in, as GitHub's runner does before a step begins; what is unknown is empty. */
export function filledIn(text: string, values: Values, status: Status): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => String(evaluated(expression, values, status)));
}

/** Whether a step runs: without a word on the status, only if nothing failed before. */
export function holds(condition: string | undefined, values: Values, status: Status): boolean {
  if (condition === undefined) return !status.failed;
  const expression = condition.replace(/^\s*\$\{\{|\}\}\s*$/g, "");
  const speaks = /\b(?:always|success|failure|cancelled)\(\)/.test(expression);
  return (speaks || !status.failed) && isTrue(evaluated(expression, values, status));
}

/** The part of GitHub's grammar that our files use: `||`, `&&`, `==`, `!=`, `!`, parentheses, texts, names and the status. */
function evaluated(expression: string, values: Values, status: Status): Value {
  const tokens = expression.match(/\|\||&&|==|!=|[!()]|'(?:[^']|'')*'|[\w.-]+/g) ?? [];
  if (tokens.join("") !== expression.replace(/\s(?=(?:[^']*'[^']*')*[^']*$)/g, "")) throw new Error(`not understood: ${expression}`);
  let at = 0;
  const accept = (token: string) => tokens[at] === token && ++at > 0;
  const either = (): Value => {
    const left = both();
    if (!accept("||")) return left;
    const right = either();
    return isTrue(left) ? left : right;
  };
  const both = (): Value => {
    const left = compared();
    if (!accept("&&")) return left;
    const right = both();
    return isTrue(left) ? right : left;
  };
  const compared = (): Value => {
    const left = single();
    if (accept("==")) return same(left, single());
    return accept("!=") ? !same(left, single()) : left;
  };
  const single = (): Value => {
    if (accept("!")) return !isTrue(single());
    const token = tokens[at++];
    if (token === "(") {
      const inner = either();
      if (!accept(")")) throw new Error(`a parenthesis stays open: ${expression}`);
      return inner;
    }
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (accept("(")) return accept(")") && statusOf(token, status);
    return token === "true" || token === "false" ? token === "true" : (values.get(token) ?? "");
  };
  const value = either();
  if (at < tokens.length) throw new Error(`not understood from \`${tokens[at]}\` on: ${expression}`);
  return value;
}

/** Texts are compared without regard to case. */
function same(left: Value, right: Value): boolean {
  return String(left).toLowerCase() === String(right).toLowerCase();
}

function isTrue(value: Value): boolean {
  return value !== false && value !== "";
}

function statusOf(name: string, { failed }: Status): boolean {
  if (name === "always") return true;
  if (name === "cancelled") return false;
  if (name === "success") return !failed;
  if (name === "failure") return failed;
  throw new Error(`unknown function ${name}`);
}
