import { writeFileSync } from "node:fs";
import writeFileAtomic from "write-file-atomic";

/** Creates or replaces a file as a whole or not at all; throws what the file system has to say. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  // On a full disk the package's own write may stop half-way without an error; writeFileSync goes on or fails.
  writeFileAtomic.sync(path, "", { tmpfileCreated: (temporary) => writeFileSync(temporary, bytes) });
}
