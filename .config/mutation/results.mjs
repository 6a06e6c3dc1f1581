/** Whether a test saw the mutant, or it never ended. */
export function isSeen({ status }) {
  return status === "Killed" || status === "Timeout";
}

/** Whether no test saw the mutant. */
export function isMissed({ status }) {
  return status === "Survived" || status === "NoCoverage";
}

/** Where the mutant is, what became of it, and what it wrote in place of the original. */
export function lineOf(result) {
  const { location, mutatorName, replacement, status } = result;
  return `${fileOf(result)}:${location.start.line}:${location.start.column} ${status} ${mutatorName}: ${JSON.stringify(replacement)}`;
}

/** For each file with mutants that nothing sees, how many these are and of how many, the most first. */
export function linesByFile(results) {
  const files = [...new Set(results.map(fileOf))].map((file) => {
    const inFile = results.filter((result) => fileOf(result) === file);
    return { file, missed: inFile.filter(isMissed).length, all: inFile.length };
  });
  const sorted = files.filter(({ missed }) => missed > 0).toSorted((a, b) => b.missed - a.missed);
  return sorted.map(({ file, missed, all }) => `${missed} of ${all} ${file}`);
}

function fileOf({ fileName }) {
  return fileName.slice(fileName.lastIndexOf("src/"));
}
