import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
}

type Versions = Readonly<Record<string, string>>;

interface Project {
  readonly manifest: {
    readonly name: string;
    readonly version: string;
    readonly scripts: Versions;
    readonly dependencies: Versions;
    readonly devDependencies: Versions;
    readonly overrides: Versions;
  };
  readonly lock: { readonly name: string; readonly version: string; readonly packages: Readonly<Record<string, Locked>> };
  readonly sources: readonly string[];
}

/** Licences that ask for nothing but their text. */
const LICENCES = ["0BSD", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"];
/** Tools for development that run a script when they are installed; no user installs them. */
const WITH_SCRIPTS = ["node_modules/fsevents"];
/** What a user installs with this package, directly and indirectly: more is a decision, and not an accident. */
const MOST_PACKAGES = 100;

const root = new URL("../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const files = readdirSync(new URL("src/", root), { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
const project: Project = {
  manifest: JSON.parse(read("package.json")),
  lock: JSON.parse(read("package-lock.json")),
  sources: files.map((path) => read(`src/${path}`)),
};

/** One sentence for each thing that is wrong. */
function problemsOf({ manifest, lock, sources }: Project): readonly string[] {
  const asked = { ...manifest.dependencies, ...manifest.devDependencies };
  const installed = Object.entries(lock.packages).filter(([path]) => path !== "");
  const theirs = installed.filter(([, entry]) => !entry.dev && !entry.devOptional);
  const own = lock.packages[""];
  const isImported = (name: string) => sources.some((text) => text.includes(` from "${name}"`) || text.includes(` from "${name}/`));
  return [
    ...Object.entries({ ...asked, ...manifest.overrides })
      .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
      .map(([name, version]) => `${name} is asked for as ${version}`),
    ...(["name", "version"] as const).filter((key) => lock[key] !== manifest[key]).map((key) => `the lockfile has another ${key}`),
    ...(["dependencies", "devDependencies"] as const)
      .filter((kind) => sorted(manifest[kind]) !== sorted(own[kind] ?? {}))
      .map((kind) => `the lockfile has other ${kind}`),
    ...Object.entries(asked)
      .filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version)
      .map(([name]) => `${name} is locked at another version`),
    ...installed
      .filter(([, { resolved = REGISTRY }]) => !resolved.startsWith(REGISTRY))
      .map(([path, { resolved }]) => `${path} comes from ${resolved}`),
    // Of what is for other machines, the lockfile may hold no checksum: it was never downloaded.
    ...installed
      .filter(([, { integrity = "", optional }]) => !integrity.startsWith("sha512-") && !optional)
      .map(([path]) => `${path} has no checksum`),
    ...["preinstall", "install", "postinstall"].filter((name) => name in manifest.scripts).map((name) => `${name} would run for a user`),
    ...installed
      .filter(([path, entry]) => entry.hasInstallScript && !(WITH_SCRIPTS.includes(path) && !theirs.some(([their]) => their === path)))
      .map(([path]) => `${path} runs a script when it is installed`),
    ...theirs
      .filter(([, { license = "no licence" }]) => !LICENCES.includes(license))
      .map(([path, { license }]) => `${path} comes under ${license}`),
    ...Object.keys(manifest.dependencies)
      .filter((name) => !isImported(name))
      .map((name) => `nothing imports ${name}`),
    ...(theirs.length > MOST_PACKAGES ? [`a user installs ${theirs.length} packages`] : []),
  ];
}

const REGISTRY = "https://registry.npmjs.org/";

function sorted(versions: Versions): string {
  return JSON.stringify(Object.entries(versions).sort(([a], [b]) => (a < b ? -1 : 1)));
}

test("what a user installs is exact, locked, licensed, needed, and runs nothing", () => {
  expect(problemsOf(project)).toEqual([]);
});

test("no installed package that a user gets has a script that would run", () => {
  const scripts = Object.entries(project.lock.packages)
    .filter(([path, { dev, devOptional }]) => path !== "" && !dev && !devOptional)
    .map(([path]) => ({ path, ...JSON.parse(read(`${path}/package.json`)).scripts }));
  expect(scripts.filter(({ preinstall, install, postinstall }) => preinstall ?? install ?? postinstall)).toEqual([]);
});

describe("the check sees", () => {
  const { manifest, lock } = project;
  const locked = (path: string, entry: Locked): Project => ({
    ...project,
    lock: { ...lock, packages: { ...lock.packages, [path]: { ...lock.packages[path], ...entry } } },
  });
  const asked = (more: Partial<Project["manifest"]>): Project => ({ ...project, manifest: { ...manifest, ...more } });
  const some = (kind: "dependencies" | "devDependencies", more: Versions) => asked({ [kind]: { ...manifest[kind], ...more } });

  test.each([
    ["a range", some("dependencies", { yaml: "^2.9.1" }), "yaml is asked for as ^2.9.1"],
    ["a tag", some("devDependencies", { vitest: "latest" }), "vitest is asked for as latest"],
    ["a loose override", asked({ overrides: { micromark: "*" } }), "micromark is asked for as *"],
    ["an old lockfile", asked({ version: "9.9.9" }), "the lockfile has another version"],
    ["what the lockfile does not know", some("dependencies", { "left-pad": "1.3.0" }), "the lockfile has other dependencies"],
    ["what nothing imports", some("dependencies", { "left-pad": "1.3.0" }), "nothing imports left-pad"],
    ["another version", locked("node_modules/yaml", { version: "2.9.2" }), "yaml is locked at another version"],
    [
      "another source",
      locked("node_modules/yaml", { resolved: "git+ssh://host/yaml" }),
      "node_modules/yaml comes from git+ssh://host/yaml",
    ],
    ["no checksum", locked("node_modules/yaml", { integrity: "" }), "node_modules/yaml has no checksum"],
    ["a script", locked("node_modules/yaml", { hasInstallScript: true }), "node_modules/yaml runs a script when it is installed"],
    [
      "a script that was for development",
      locked("node_modules/fsevents", { dev: false, hasInstallScript: true }),
      "node_modules/fsevents runs a script when it is installed",
    ],
    ["a script of our own", asked({ scripts: { ...manifest.scripts, postinstall: "x" } }), "postinstall would run for a user"],
    ["a licence", locked("node_modules/yaml", { license: "GPL-3.0" }), "node_modules/yaml comes under GPL-3.0"],
  ])("%s", (_name, changed, problem) => {
    expect(problemsOf(changed)).toContain(problem);
  });
});
