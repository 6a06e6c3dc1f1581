/** A command as GitHub's runner understands it. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly message: string;
}

/** The runner's own reading of a step's output (actions/runner, ActionCommand.cs): `::` at a line's start, `##[` anywhere in it. */
export function workflowCommands(output: string): readonly WorkflowCommand[] {
  return output.split(/\r\n|\n|\r/).flatMap((line) => {
    const command = secondVersion(line) ?? firstVersion(line) ?? looseVersion(line);
    return command === undefined ? [] : [command];
  });
}

/** Where .NET compares by culture, characters that weigh nothing in the order of words are as if they were not there. */
function looseVersion(line: string): WorkflowCommand | undefined {
  const weighed = line.replaceAll(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "");
  return weighed === line ? undefined : (secondVersion(weighed) ?? firstVersion(weighed));
}

function secondVersion(line: string): WorkflowCommand | undefined {
  const message = line.replace(/^\p{White_Space}+/u, "");
  const end = message.startsWith("::") ? message.indexOf("::", 2) : -1;
  if (end < 0) return undefined;
  const escapes = [["%0D", "\r"] as const, ["%0A", "\n"] as const];
  const inProperties = [...escapes, ["%3A", ":"] as const, ["%2C", ","] as const];
  return commandOf(message.slice(2, end), ",", {
    property: (text) => unescaped(text, inProperties),
    message: unescaped(message.slice(end + 2), escapes),
  });
}

function firstVersion(line: string): WorkflowCommand | undefined {
  const start = line.indexOf("##[");
  const end = start < 0 ? -1 : line.indexOf("]", start);
  if (end < 0) return undefined;
  const escapes = [["%3B", ";"] as const, ["%0D", "\r"] as const, ["%0A", "\n"] as const, ["%5D", "]"] as const];
  return commandOf(line.slice(start + 3, end), ";", {
    property: (text) => unescaped(text, escapes),
    message: unescaped(line.slice(end + 1), escapes),
  });
}

interface Reading {
  readonly property: (text: string) => string;
  readonly message: string;
}

function commandOf(head: string, separator: string, { property, message }: Reading): WorkflowCommand | undefined {
  const blank = head.indexOf(" ");
  const name = blank < 0 ? head : head.slice(0, blank);
  const written =
    blank < 0
      ? []
      : head
          .slice(blank + 1)
          .trim()
          .split(separator);
  const pairs = written.filter((pair) => pair !== "").map((pair) => [pair, pair.indexOf("=")] as const);
  const properties = new Map(pairs.filter(([, at]) => at > 0).map(([pair, at]) => [pair.slice(0, at), property(pair.slice(at + 1))]));
  return name === "" ? undefined : { name, properties, message };
}

/** The percent sign comes last. */
function unescaped(text: string, escapes: readonly (readonly [string, string])[]): string {
  return [...escapes, ["%25", "%"] as const].reduce((result, [written, meant]) => result.replaceAll(written, meant), text);
}
