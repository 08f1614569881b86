/** Nothing is called a rise from fewer events than this (Kulldorff and Silva 2015: without a minimum the first events trip the test). */
export const LEAST_EVENTS = 4;

/**
 * Log likelihood ratio of the conditional MaxSPRT (Li and Kulldorff 2010): `count` events over an exposure that is `share` times
 * that of the history with `history` events. The history's own uncertainty is in it, unlike in the Poisson form; 0 when the rate is not higher.
 */
export function sequentialScore(count: number, history: number, share: number): number {
  if (share <= 0 || count <= history * share) return 0;
  const total = count + history;
  const score = count * Math.log((count * (1 + share)) / (share * total));
  return history === 0 ? score : score + history * Math.log((history * (1 + share)) / total);
}

/**
 * Critical value of the Poisson MaxSPRT with a minimum of four events: the score that is passed with probability `alpha`
 * before `horizon` events were to be expected, looked at continuously. Exact: the surviving counts are carried from one
 * rejection time to the next.
 * @param horizon expected events over the whole watch, at most 200 (above, the value for 200 is used and grows no faster than log log)
 */
export function sequentialBoundary(horizon: number, alpha: number): number {
  const length = Math.min(200, Math.max(0.1, horizon));
  let [low, high] = [0.1, 40];
  for (let round = 0; round < 30; round += 1) {
    const middle = (low + high) / 2;
    if (crossingChance(length, middle) > alpha) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(the score reaches `boundary` before `horizon`) for a Poisson process of rate 1. */
export function crossingChance(horizon: number, boundary: number): number {
  let alive: number[] = [1];
  let time = 0;
  let crossed = 0;
  for (let count = LEAST_EVENTS; ; count += 1) {
    // With `count` events the test rejects as long as the expected number is below this time.
    const until = rejectionTime(count, boundary);
    const next = Math.min(until, horizon);
    if (next > time) {
      alive = carry(alive, next - time, count - 1);
      time = next;
    }
    crossed = 1 - alive.reduce((sum, chance) => sum + chance, 0);
    if (until >= horizon) return crossed;
  }
}

/** The distribution of counts after a while more, cut off at `most`: beyond it the test has rejected. */
function carry(alive: readonly number[], while_: number, most: number): number[] {
  const steps = [Math.exp(-while_)];
  for (let more = 1; more <= most && (more <= while_ || (steps[more - 1] ?? 0) > NEGLIGIBLE); more += 1) steps.push(((steps[more - 1] ?? 0) * while_) / more);
  const carried = new Array<number>(most + 1).fill(0);
  alive.forEach((chance, from) => {
    if (chance < NEGLIGIBLE) return;
    for (let more = 0; more < steps.length && from + more <= most; more += 1) carried[from + more] = (carried[from + more] ?? 0) + chance * (steps[more] ?? 0);
  });
  return carried;
}

/** Far below any error rate that is asked for. */
const NEGLIGIBLE = 1e-18;

/** The expected number up to which `count` events score at least `boundary`: solves count·ln(count/m) − (count − m) = boundary for m < count. */
function rejectionTime(count: number, boundary: number): number {
  let [low, high] = [0, count];
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2;
    if (middle > 0 && count * Math.log(count / middle) - (count - middle) < boundary) high = middle;
    else low = middle;
  }
  return low;
}
