import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Lets a bundle load some modules only when one of their functions is called: each becomes a file of its own, and whoever
 * imports it gets functions of the same names that load that file. The sources stay plain static imports.
 */
export function loadLate(paths) {
  const files = new Map(paths.map((path) => [fileOf(path), nameOf(path)]));
  const plugin = {
    name: "load-late",
    async resolveId(source, importer, options) {
      if (source.startsWith(PART)) return { id: source.replace(PART, "./"), external: true };
      if (importer === undefined || options.isEntry) return undefined;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      return files.has(resolved?.id) ? LATE + resolved.id : undefined;
    },
    load: (id) => (id.startsWith(LATE) ? standIn(id.slice(LATE.length), files) : undefined),
  };
  return { plugin, input: Object.fromEntries([...files].map(([file, name]) => [name, file])) };
}

/** The file that each module goes into: of the first group with a root from which static imports lead to it. */
export function groupsOf(groups) {
  let known;
  return (id, context) => {
    known ??= reachedFrom(groups, context);
    return known.get(id) ?? null;
  };
}

function reachedFrom(groups, context) {
  const known = new Map();
  for (const [name, roots] of groups) {
    const open = roots.map(fileOf);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (known.has(id)) continue;
      known.set(id, name);
      open.push(...(context.getModuleInfo(id)?.importedIds ?? []));
    }
  }
  return known;
}

function fileOf(path) {
  return fileURLToPath(new URL(`../src/${path}`, import.meta.url));
}

const LATE = "\0late:";
const PART = "part:";

function nameOf(path) {
  return path.replace(/\.ts$/, "").replaceAll("/", "-");
}

function standIn(file, files) {
  const text = readFileSync(file, "utf8");
  const functions = Array.from(text.matchAll(/^export function\*? (\w+)/gm), ([, name]) => name);
  const others = Array.from(text.matchAll(/^export (?!function|type|interface).*$/gm), ([line]) => line);
  if (others.length > 0 || functions.length === 0) {
    throw new Error(`${relative(process.cwd(), file)} cannot be loaded late, it exports more than functions: ${others.join("; ")}`);
  }
  const load = `const part = () => require(${JSON.stringify(`${PART}${files.get(file)}.cjs`)});`;
  return [load, ...functions.map((name) => `export const ${name} = (...words) => part().${name}(...words);`)].join("\n");
}
