/** The words of a name or phrase in the form in which two spellings are compared: case and blanks do not matter. */
export function foldWords(text: string): string {
  return text.normalize("NFC").toLowerCase().trim().split(/\s+/u).join(" ");
}
