import { type Config, defaultConfig } from "./config.ts";
import { completeConfig } from "./config-complete.ts";
import { isEmptyGroup, leavesOf, memberOf, merge, withMembers } from "./config-data.ts";
import { parseJson } from "./config-json.ts";
import { problemsOf } from "./config-problems.ts";
import { parseYaml } from "./config-yaml.ts";
import type { Host } from "./host.ts";
import type { FrontMatter } from "./model.ts";
import { absolutePath, shownPath, upToRepository } from "./paths.ts";
import { decodeSource, positionAt, type Source } from "./source.ts";

/** One place that configures: the keys it sets, and the directory that its paths start from. */
export interface Layer {
  readonly origin: string;
  readonly directory: string;
  readonly value: unknown;
  /** The line of a key in the file; undefined for what stands in none. */
  readonly lineOf?: (path: readonly (string | number)[]) => number | undefined;
}

/** Layers from the weakest to the strongest, or what is wrong with one of them, as a place and a sentence. */
export type Layers =
  | { readonly kind: "layers"; readonly layers: readonly Layer[] }
  | { readonly kind: "problem"; readonly message: string };

export type ConfigFiles = { readonly kind: "nearest" } | { readonly kind: "none" } | { readonly kind: "file"; readonly path: string };

/** The layers that files give to plans in this directory: package.json, then the nearest configuration file. */
export function fileLayers(host: Host, files: ConfigFiles, directory: string): Layers {
  if (files.kind === "none") return { kind: "layers", layers: [] };
  const { directories } = upToRepository(host, directory);
  const layers: Layer[] = [];
  for (const found of [nearestPackage(host, directories), ...namedOrNearest(host, files, directories)]) {
    const layer = found && readLayer(host, found);
    if (layer?.kind === "problem") return layer;
    if (layer?.kind === "layers") layers.push(...layer.layers);
  }
  return { kind: "layers", layers };
}

/** The layer of a plan's own front matter; none where it has no `sprintplan` key. */
export function frontMatterLayers(source: Source, frontMatter: FrontMatter | undefined): Layers {
  const nothing: Layers = { kind: "layers", layers: [] };
  if (frontMatter === undefined || !/^[^\S\r\n\u2028\u2029]*["']?sprintplan\b/m.test(frontMatter.text)) return nothing;
  const start = source.text.indexOf(frontMatter.text, frontMatter.span.start);
  const linesBefore = positionAt(source, Math.max(0, start)).line - 1;
  const parsed = parseYaml(frontMatter.text);
  const at = (line: number | undefined) => `${source.path}:${(line ?? 1) + linesBefore}`;
  if (parsed.kind === "broken") return { kind: "problem", message: `${at(parsed.line)}: ${parsed.reason}` };
  const value = memberOf(parsed.value, "sprintplan");
  if (value === undefined) return nothing;
  const problem = problemsOf(value, "plan").at(0);
  if (problem !== undefined) {
    return { kind: "problem", message: `${at(parsed.lineOf(["sprintplan", ...problem.path]))}: ${problem.message}` };
  }
  const lineOf: Layer["lineOf"] = (path) => {
    const line = parsed.lineOf(["sprintplan", ...path]);
    return line === undefined ? undefined : line + linesBefore;
  };
  return { kind: "layers", layers: [{ origin: source.path, directory: "", value, lineOf }] };
}

/** The configuration that the layers make together: key by key, the stronger layer's value holds. */
export function combine(layers: readonly Layer[]): Config {
  const value = layers.map((layer) => spelledOut(layer.value)).reduce(merge, {});
  return leavesOf(value).every((leaf) => isEmptyGroup(leaf.value)) ? defaultConfig : completeConfig(value);
}

/** The directory that a key's paths start from: that of the strongest layer which sets it, else undefined. */
export function directoryOf(layers: readonly Layer[], key: "plans" | "ignore"): string | undefined {
  return layers.findLast((layer) => memberOf(layer.value, key) !== undefined)?.directory;
}

/** A severity alone must not take away the options that a weaker layer sets. */
function spelledOut(value: unknown): unknown {
  const inGroup = (setting: unknown) => (typeof setting === "string" ? { severity: setting } : setting);
  return withMembers(value, (key, member) => (key === "rules" ? withMembers(member, (_rule, setting) => inGroup(setting)) : member));
}

interface ConfigPlace {
  readonly path: string;
  readonly content: string;
  readonly syntax: "json" | "jsonc" | "yaml";
  /** The key under which the configuration stands, where the file has other keys too. */
  readonly under: string | undefined;
}

type FoundConfig = { readonly kind: "place"; readonly place: ConfigPlace } | { readonly kind: "problem"; readonly message: string };

const FILE_NAMES = ["sprintplan.config.json", "sprintplan.config.jsonc", "sprintplan.config.yaml"];

function nearestPackage(host: Host, directories: readonly string[]): FoundConfig | undefined {
  for (const directory of directories) {
    const path = `${directory}/package.json`;
    if (host.kindOf(path) !== "file") continue;
    const found = readPlace(host, path, "sprintplan");
    // Somebody else's file: whether it is sound is not our business unless it speaks of us.
    if (found.kind === "place" && standsAtTop(found.place.content) && hasKey(found.place)) return found;
  }
  return undefined;
}

/** Most packages that name us only depend on us: counting brackets tells it without a parser's being loaded. */
function standsAtTop(content: string): boolean {
  if (!content.includes('"sprintplan"')) return false;
  let depth = 0;
  for (const [part] of content.matchAll(/"(?:[^"\\]|\\.)*"?(?:\s*:)?|[{}[\]]/gs)) {
    if (part === "{" || part === "[") depth += 1;
    else if (part === "}" || part === "]") depth -= 1;
    else if (depth === 1 && part.startsWith('"sprintplan"') && part.endsWith(":")) return true;
  }
  return false;
}

function hasKey(place: ConfigPlace): boolean {
  const parsed = parseJson(place.content, "refused");
  return parsed.kind === "data" && memberOf(parsed.value, "sprintplan") !== undefined;
}

function namedOrNearest(host: Host, files: ConfigFiles, directories: readonly string[]): readonly FoundConfig[] {
  if (files.kind === "file") return [readPlace(host, absolutePath(host, files.path), undefined)];
  for (const directory of directories) {
    const paths = FILE_NAMES.map((name) => `${directory}/${name}`).filter((path) => host.kindOf(path) === "file");
    if (paths.length === 1) return [readPlace(host, paths[0], undefined)];
    if (paths.length > 1) {
      const names = paths.map((path) => `\`${shownPath(host, path)}\``).join(" and ");
      return [{ kind: "problem", message: `${names} stand side by side, keep one of them` }];
    }
  }
  return [];
}

function readPlace(host: Host, path: string, under: string | undefined): FoundConfig {
  const shown = shownPath(host, path);
  const contents = host.readFile(path);
  if (contents.kind === "refused") return { kind: "problem", message: `cannot read \`${shown}\`: ${contents.reason}` };
  const decoded = decodeSource(shown, contents.bytes);
  if (decoded.kind === "refused") return { kind: "problem", message: `cannot read \`${shown}\`: ${decoded.reason}` };
  const extension = /\.(json|jsonc|ya?ml)$/.exec(path)?.[1];
  if (extension === undefined) {
    return { kind: "problem", message: `cannot read \`${shown}\`: a configuration file ends in .json, .jsonc or .yaml` };
  }
  const syntax = extension === "json" || extension === "jsonc" ? extension : "yaml";
  return { kind: "place", place: { path, content: decoded.source.text, syntax, under } };
}

function readLayer(host: Host, found: FoundConfig): Layers {
  if (found.kind === "problem") return found;
  const { path, content, syntax, under } = found.place;
  const shown = shownPath(host, path);
  const parsed = syntax === "yaml" ? parseYaml(content) : parseJson(content, syntax === "jsonc" ? "allowed" : "refused");
  if (parsed.kind === "broken") return { kind: "problem", message: `${shown}:${parsed.line}: ${parsed.reason}` };
  const value = (under === undefined ? parsed.value : memberOf(parsed.value, under)) ?? {};
  const lineOf = (keys: readonly (string | number)[]) => parsed.lineOf(under === undefined ? keys : [under, ...keys]);
  const problem = problemsOf(value, "file").at(0);
  if (problem !== undefined) {
    const line = lineOf(problem.path);
    return { kind: "problem", message: `${shown}${line === undefined ? "" : `:${line}`}: ${problem.message}` };
  }
  return { kind: "layers", layers: [{ origin: shown, directory: path.slice(0, path.lastIndexOf("/")) || "/", value, lineOf }] };
}
