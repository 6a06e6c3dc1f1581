/** How durations are spread between a least and a most, most of them near a mode. */
export type Distribution = "pert" | "triangular";

/**
 * The quantiles of a distribution from 0 to 1 whose mode is at `mode`, at evenly spaced scores: the score of a share is
 * where the standard normal distribution has that share below. Over scores both ends are as smooth as the middle.
 *
 * PERT is the beta distribution whose mean is (least + 4 × mode + most) / 6 (Malcolm, Roseboom, Clark, Fazar, 1959).
 */
export function quantileTable(distribution: Distribution, mode: number): Float64Array {
  switch (distribution) {
    case "pert":
      return betaQuantiles(1 + 4 * mode, 5 - 4 * mode);
    case "triangular":
      return normalShares().map((share) => (share < mode ? Math.sqrt(share * mode) : 1 - Math.sqrt((1 - share) * (1 - mode))));
  }
}

/** The quantile at a score, between the table's points by a straight line, beyond them as at its ends. */
export function quantileAt(table: Float64Array, score: number): number {
  const place = Math.min(Math.max((score + HIGHEST_SCORE) * STEPS_PER_SCORE, 0), STEPS - 1e-9);
  const below = Math.floor(place);
  return table[below] + (place - below) * (table[below + 1] - table[below]);
}

/** The score that nine of ten draws stay below; one of ten stays below its negative. */
export const SCORE_OF_P90 = 1.2815515655446004;

/** Scores beyond are one draw in two million. */
export const HIGHEST_SCORE = 5;

export const STEPS_PER_SCORE = 128;

export const STEPS = 2 * HIGHEST_SCORE * STEPS_PER_SCORE;

const CELLS = 4096;

/** Inverts the running sum of the density over fine cells: both only ever rise, so that one walk is enough. */
function betaQuantiles(alpha: number, beta: number): Float64Array {
  const sums = new Float64Array(CELLS + 1);
  for (let cell = 0; cell < CELLS; cell += 1) {
    const middle = (cell + 0.5) / CELLS;
    sums[cell + 1] = sums[cell] + middle ** (alpha - 1) * (1 - middle) ** (beta - 1);
  }
  let cell = 0;
  return normalShares().map((share) => {
    const wanted = share * sums[CELLS];
    while (cell < CELLS - 1 && sums[cell + 1] < wanted) cell += 1;
    return (cell + (wanted - sums[cell]) / (sums[cell + 1] - sums[cell])) / CELLS;
  });
}

/** The share of the standard normal distribution below each score of a table, by Simpson's rule outwards from its middle. */
function normalShares(): Float64Array {
  const density = (score: number) => Math.exp(-(score * score) / 2) / Math.sqrt(2 * Math.PI);
  const shares = new Float64Array(STEPS + 1).fill(0.5);
  const width = 1 / STEPS_PER_SCORE;
  for (let step = 0; step < STEPS / 2; step += 1) {
    const score = step * width;
    const part = ((density(score) + 4 * density(score + width / 2) + density(score + width)) * width) / 6;
    shares[STEPS / 2 + step + 1] = shares[STEPS / 2 + step] + part;
    shares[STEPS / 2 - step - 1] = shares[STEPS / 2 - step] - part;
  }
  return shares;
}
