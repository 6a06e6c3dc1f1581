const collector = new URL("collector.mjs", import.meta.url).href;

/** Gives the tests our collector in place of vitest. */
export function resolve(specifier, context, next) {
  return specifier === "vitest" ? { url: collector, format: "module", shortCircuit: true } : next(specifier, context);
}
