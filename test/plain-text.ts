/** What was written before what nobody sees became `\u{1b}`; only for texts that do not hold such words themselves. */
export function shownAgain(text: string): string {
  return text.replaceAll(/\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}
