/**
 * Writes every other character of a bundle as `\u0000`, which means the same in strings, templates and expressions: a text of
 * ASCII alone is read as it stands, where half a megabyte with one other letter in it is decoded and doubled at each start.
 */
export const ascii = {
  name: "ascii",
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) if (file.type === "chunk") file.code = file.code.replace(/[^\0-\x7F]/g, escaped);
  },
};

function escaped(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
