import { createHash } from "node:crypto";

/** Names what was built, so that compiled code of another build is never taken for it. */
export const buildId = {
  name: "build-id",
  generateBundle(_options, bundle) {
    const hash = createHash("sha256");
    for (const file of Object.keys(bundle).toSorted()) hash.update(`${file}\0${bundle[file].code ?? ""}\0`);
    this.emitFile({ type: "asset", fileName: "build-id", source: hash.digest("hex").slice(0, 16) });
  },
};
