const { workerData } = require("node:worker_threads");
const { loadProgram } = require("./load-program.js");

// A further thread of the same program: it takes part in what the first one reads.
loadProgram("cli.cjs", workerData.words[0]).program.joinCrew(workerData);
