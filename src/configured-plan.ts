import { UsageError } from "./commands/command.ts";
import type { Config, ConfigInput } from "./config.ts";
import { combine, frontMatterLayers, type Layer } from "./config-file.ts";
import { problemsOf } from "./config-problems.ts";
import type { Plan } from "./model.ts";
import { type Excess, excessIn } from "./parse/guard.ts";
import { type Document, type MarkdownReader, parseMarkdown } from "./parse/markdown.ts";
import { parsePlan } from "./parse/plan.ts";
import { guardRemark } from "./parse/remark-guard.ts";
import type { Source } from "./source.ts";

/** A plan with the configuration that holds for it; or what is wrong with its own one, as a place and a sentence; or it is too much. */
export type ConfiguredPlan =
  | { readonly kind: "plan"; readonly plan: Plan; readonly config: Config; readonly layers: readonly Layer[] }
  | { readonly kind: "problem"; readonly message: string }
  | { readonly kind: "excess"; readonly excess: Excess };

export interface HowToRead {
  readonly markdown?: MarkdownReader | undefined;
  /** How many times the usual limits; once unless given. */
  readonly limits?: number | undefined;
}

/** Reads a plan under these layers; its own front matter is stronger than the weaker ones, and weaker than the stronger ones. */
export function readConfigured(
  source: Source,
  weaker: readonly Layer[],
  stronger: readonly Layer[] = [],
  { markdown = parseMarkdown, limits }: HowToRead = {},
): ConfiguredPlan {
  const much = excessIn(source, limits);
  if (much !== undefined) return { kind: "excess", excess: much };
  const guard = guardRemark(source, limits);
  let document: Document | undefined;
  const parse = (config: Config): Plan =>
    parsePlan(source, config, (text) => {
      document ??= markdown(text, guard.read);
      return document;
    });
  const around = [...weaker, ...stronger];
  const config = combine(around);
  const plan = parse(config);
  const excess = guard.excess();
  if (excess !== undefined) return { kind: "excess", excess };
  const own = frontMatterLayers(source, plan.frontMatter);
  if (own.kind === "problem") return own;
  if (own.layers.length === 0) return { kind: "plan", plan, config, layers: around };
  const layers = [...weaker, ...own.layers, ...stronger];
  const ownConfig = combine(layers);
  return { kind: "plan", plan: parse(ownConfig), config: ownConfig, layers };
}

/** The layer of a configuration that another program hands over. Throws a UsageError where it is not sound. */
export function givenLayer(config: ConfigInput): Layer {
  const problem = problemsOf(config, "file").at(0);
  if (problem !== undefined) throw new UsageError(problem.message);
  return { origin: "options", directory: "", value: config };
}
