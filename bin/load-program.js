const { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const dist = join(__dirname, "..", "dist");

/**
 * Loads a file of the bundle. Compiled code is kept in the user's own cache folder, for each command the functions that a run
 * of it needed; Node's own cache, of Node 22 and later, keeps only what is compiled when a file is loaded, and saves less.
 * Whatever is wrong with the cache, the program starts without it.
 */
exports.loadProgram = (entry, command = "") => {
  const folder = cacheFolder(/^[a-z-]{1,20}$/.test(command) ? command : "none");
  if (folder === undefined) return { program: require(join(dist, entry)), keepCompiled: () => {} };
  const parts = new Map();
  return { program: loadPart(entry, parts, folder), keepCompiled: () => keep(parts, folder) };
};

/** Undefined where there is none that only this user can write: what lies in it is run. */
function cacheFolder(command) {
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  const { HOME, LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  const home = XDG_CACHE_HOME || LOCALAPPDATA || (HOME && join(HOME, process.platform === "darwin" ? "Library/Caches" : ".cache"));
  if (!home) return undefined;
  try {
    const build = readFileSync(join(dist, "build-id"), "utf8");
    const own = join(home, "sprintplan", `${build}-${process.version}-${process.arch}`);
    const folder = join(own, command);
    // One by one: making them all at once never ends where a file system refuses to hold any.
    if (!existsSync(folder)) for (const each of [home, join(home, "sprintplan"), own, folder]) makeFolder(each);
    return [own, folder].every(isOnlyOurs) ? folder : undefined;
  } catch {
    return undefined;
  }
}

function makeFolder(path) {
  if (!existsSync(path)) mkdirSync(path, { mode: 0o700 });
}

function isOnlyOurs(path) {
  const { mode, uid } = lstatSync(path);
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

function loadPart(name, parts, folder) {
  const known = parts.get(name);
  if (known !== undefined) return known.exports;
  const { Script } = require("node:vm");
  const filename = join(dist, name);
  const cachedData = compiledCode(join(folder, name));
  const source = `(function (exports, require, __filename) { ${readFileSync(filename, "latin1")}\n})`;
  const script = new Script(source, { filename, cachedData });
  const part = { exports: {}, script, isKept: cachedData !== undefined && !script.cachedDataRejected };
  parts.set(name, part);
  const load = (wanted) => (wanted.startsWith("./") ? loadPart(wanted.slice(2), parts, folder) : require(wanted));
  script.runInThisContext()(part.exports, load, filename);
  return part.exports;
}

/**
 * Undefined where it is not, byte by byte, what was kept: Node takes it as it is, and damaged code ends the process. It is kept
 * twice, since comparing the halves needs no module of Node's to be loaded, as a checksum does.
 */
function compiledCode(path) {
  try {
    const kept = readFileSync(path);
    const code = kept.subarray(0, kept.length / 2);
    return code.length > 0 && code.equals(kept.subarray(kept.length / 2)) ? code : undefined;
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
      const code = script.createCachedData();
      writeFileSync(temporary, Buffer.concat([code, code]), { mode: 0o600 });
      renameSync(temporary, join(folder, name));
    }
  } catch {
    // A cache that cannot be written is no fault.
  }
}
