import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Puts a file beside the bundle with the licence of every package of which a part went into it. */
export const licences = {
  name: "licences",
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((file) => Object.keys(file.modules ?? {}));
    const folders = new Set(modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll("\\", "/")) ?? []));
    const texts = [...folders].toSorted(byPackage).map(licenceOf);
    this.emitFile({ type: "asset", fileName: "licences.txt", source: `${texts.join(`\n${"-".repeat(80)}\n\n`)}` });
  },
};

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (!ALLOWED.includes(license)) throw new Error(`${name} ${version} comes under ${license}, which is not one of ${ALLOWED.join(", ")}`);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text =
    file === undefined ? `${license}, as its package.json says; it holds no text of it.` : readFileSync(join(folder, file), "utf8").trim();
  return `${name} ${version}\n\n${text}\n`;
}

/** Licences that ask for nothing but their text. */
const ALLOWED = ["0BSD", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"];

function byPackage(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
