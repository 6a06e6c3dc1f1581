import { accessSync, constants, lstatSync, readdirSync, readFileSync, type Stats, statSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";

/** Replaces a file as a whole or not at all, while it still holds the bytes that were read; says why not, or throws what the file system has to say. */
export function replaceWhole(path: string, expected: Uint8Array, bytes: Uint8Array): string | undefined {
  const stats = lstatSync(path);
  // A replaced file would part from its other names without anybody noticing.
  const refusal = stats.isFile() && stats.nlink > 1 ? "it has further hard links" : refusalOf(stats);
  if (refusal !== undefined) return refusal;
  accessSync(path, constants.W_OK);
  return writeWhole(path, bytes, () => {
    if (!readFileSync(path).equals(expected)) throw new Error("it changed since it was read");
  });
}

/** Creates or replaces a file as a whole or not at all; what is no file is written to. Says why not, or throws. */
export function createWhole(path: string, bytes: Uint8Array): string | undefined {
  const named = lstatSync(path, { throwIfNoEntry: false });
  const meant = statSync(path, { throwIfNoEntry: false });
  if (meant?.isDirectory()) return "it is a directory";
  // A device or pipe must stay what it is, and so must the file that a stream of this process goes to.
  if ((meant !== undefined && !meant.isFile()) || (named?.isSymbolicLink() && OWN_STREAM.test(path))) {
    writeFileSync(path, bytes, { flag: "a" });
    return undefined;
  }
  const refusal = named && refusalOf(named);
  if (refusal !== undefined) return refusal;
  // Whoever may write to the folder could put another file in the place of one that is not theirs.
  if (named !== undefined) accessSync(path, constants.W_OK);
  return writeWhole(path, bytes, () => {});
}

function refusalOf(stats: Stats): string | undefined {
  // Who may only put files into this folder could name one anywhere else.
  if (stats.isSymbolicLink()) return "it is a symbolic link";
  if (!stats.isFile()) return "it is not a regular file";
  // Root may write everything, and a rename needs no permission of the file: only its mode tells what its owner wants.
  return (stats.mode & 0o222) === 0 ? "it is read-only" : undefined;
}

function writeWhole(path: string, bytes: Uint8Array, check: () => void): string | undefined {
  const planted = plantedBeside(path);
  if (planted !== undefined) return `\`${planted}\` beside it is a symbolic link`;
  writeFileAtomic.sync(path, "", {
    tmpfileCreated: (temporary) => {
      // On a full disk the package's own write may stop half-way without an error; writeFileSync goes on or fails.
      writeFileSync(temporary, bytes);
      check();
    },
  });
  return undefined;
}

/** A link by a name that the package may write to first: it can be foreseen, and the package would follow it. */
function plantedBeside(path: string): string | undefined {
  const own = `${basename(path)}.`;
  const beside = readdirSync(dirname(path), { withFileTypes: true }).find(
    (entry) => entry.name.startsWith(own) && /^\d+$/.test(entry.name.slice(own.length)) && !entry.isFile(),
  );
  return beside?.name;
}

const OWN_STREAM = /^\/(?:dev\/(?:stdout|stderr|fd\/\d+)|proc\/self\/fd\/\d+)$/;
