/**
 * One-sided upper confidence limit of a proportion by Clopper and Pearson (Biometrika 26, 1934): the largest p for
 * which seeing `events` or fewer in `trials` still has probability `1 - level`. With 0 events it is about 3 / trials.
 */
export function clopperPearsonUpper(events: number, trials: number, level = 0.95): number {
  if (trials === 0 || events >= trials) return 1;
  let low = 0;
  let high = 1;
  const STEPS = 60;
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (binomialAtMost(events, trials, middle) > 1 - level) low = middle;
    else high = middle;
  }
  return high;
}

/** P(X <= events) for X ~ Binomial(trials, p), summed in logarithms so that large trials do not underflow. */
export function binomialAtMost(events: number, trials: number, p: number): number {
  if (p <= 0) return 1;
  if (p >= 1) return events >= trials ? 1 : 0;
  let logChoose = 0;
  let sum = 0;
  for (let k = 0; k <= events; k++) {
    if (k > 0) logChoose += Math.log((trials - k + 1) / k);
    sum += Math.exp(logChoose + k * Math.log(p) + (trials - k) * Math.log(1 - p));
  }
  return Math.min(1, sum);
}
