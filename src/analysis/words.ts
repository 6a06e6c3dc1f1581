import { isPlain } from "../format.ts";

/** The words of a name or phrase in the form in which two spellings are compared: case and blanks do not matter. */
export function foldWords(text: string): string {
  // Nearly every name and id is plain already, and plans are full of them.
  return isPlain(text) ? text.toLowerCase() : text.normalize("NFC").toLowerCase().trim().split(/\s+/u).join(" ");
}
