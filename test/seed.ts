import fc from "fast-check";

/** Property tests give the same verdict on every run of one commit; SEED=n looks elsewhere, SEED=random anywhere. */
const { SEED = "20251025" } = process.env;
if (SEED !== "random") fc.configureGlobal({ seed: Number(SEED) });
