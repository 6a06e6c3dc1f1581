const { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { enableCompileCache } = require("node:module");
const { join } = require("node:path");

const dist = join(__dirname, "..", "dist");

/**
 * Loads a file of the bundle. Compiled code is kept in the user's own cache folder: by Node itself from Node 22 on, else by
 * this file. Whatever is wrong with the cache, the program starts without it.
 */
exports.loadProgram = (entry) => {
  const folder = cacheFolder();
  if (enableCompileCache !== undefined) {
    if (folder !== undefined) enableCompileCache(folder);
    return { program: require(join(dist, entry)), keepCompiled: () => {} };
  }
  if (folder === undefined) return { program: require(join(dist, entry)), keepCompiled: () => {} };
  const parts = new Map();
  return { program: loadPart(entry, parts, folder), keepCompiled: () => keep(parts, folder) };
};

/** Undefined where there is none that only this user can write: what lies in it is run. */
function cacheFolder() {
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  const { HOME, LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  const home = XDG_CACHE_HOME || LOCALAPPDATA || (HOME && join(HOME, process.platform === "darwin" ? "Library/Caches" : ".cache"));
  if (!home) return undefined;
  try {
    const build = readFileSync(join(dist, "build-id"), "utf8");
    const folder = join(home, "sprintplan", `${build}-${process.version}-${process.arch}`);
    // One by one: making them all at once never ends where a file system refuses to hold any.
    for (const each of [home, join(home, "sprintplan"), folder]) if (!existsSync(each)) mkdirSync(each, { mode: 0o700 });
    const { mode, uid } = lstatSync(folder);
    const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
    return isOwn ? folder : undefined;
  } catch {
    return undefined;
  }
}

function loadPart(name, parts, folder) {
  const known = parts.get(name);
  if (known !== undefined) return known.exports;
  const { Script } = require("node:vm");
  const filename = join(dist, name);
  const cachedData = compiledCode(join(folder, name));
  const source = `(function (exports, require, __filename) { ${readFileSync(filename, "utf8")}\n})`;
  const script = new Script(source, { filename, cachedData });
  const part = { exports: {}, script, isKept: cachedData !== undefined && !script.cachedDataRejected };
  parts.set(name, part);
  const load = (wanted) => (wanted.startsWith("./") ? loadPart(wanted.slice(2), parts, folder) : require(wanted));
  script.runInThisContext()(part.exports, load, filename);
  return part.exports;
}

function compiledCode(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** At the end of a run, when the functions that it needed are compiled. */
function keep(parts, folder) {
  try {
    for (const [name, { script, isKept }] of parts) {
      if (isKept) continue;
      const temporary = join(folder, `${name}.${process.pid}`);
      writeFileSync(temporary, script.createCachedData(), { mode: 0o600 });
      renameSync(temporary, join(folder, name));
    }
  } catch {
    // A cache that cannot be written is no fault.
  }
}
