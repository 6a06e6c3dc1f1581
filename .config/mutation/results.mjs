/** Whether a test saw the mutant, or it never ended. */
export function isSeen({ status }) {
  return status === "Killed" || status === "Timeout";
}

/** Whether no test saw the mutant. */
export function isMissed({ status }) {
  return status === "Survived" || status === "NoCoverage";
}

/** Where the mutant is, what became of it, and what it wrote in place of the original. */
export function lineOf({ fileName, location, mutatorName, replacement, status }) {
  const file = fileName.slice(fileName.lastIndexOf("src/"));
  return `${file}:${location.start.line}:${location.start.column} ${status} ${mutatorName}: ${JSON.stringify(replacement)}`;
}
