/**
 * Four counts: the theme and its controls, before and after. Without controls the two `control` numbers are the lengths of
 * the windows (exposures, any unit) and `controlled` is false.
 */
export interface FourCounts {
  readonly themeBefore: number;
  readonly themeAfter: number;
  readonly controlBefore: number;
  readonly controlAfter: number;
  readonly controlled: boolean;
}

/** Mid-p probabilities of the theme's count after the release under a given ratio of ratios: half of the observed point on each side. */
export interface MidTails {
  /** P(fewer than observed) + half of P(observed). */
  readonly lower: number;
  /** P(more than observed) + half of P(observed). */
  readonly upper: number;
}

/**
 * Conditional test of one ratio. With controls all four margins are given and the count follows Fisher's noncentral
 * hypergeometric law whose odds are the ratio of ratios (b/a)/(B/A); without them the count is binomial given a + b (the C-test).
 * Sums outwards from the observed count by the ratio of neighbouring terms, so no term overflows.
 */
export function midTails(counts: FourCounts, ratio: number): MidTails {
  const theme = counts.themeBefore + counts.themeAfter;
  return counts.controlled ? hypergeometricTails(counts, theme, ratio) : binomialTails(counts, theme, ratio);
}

function hypergeometricTails(counts: FourCounts, theme: number, ratio: number): MidTails {
  const after = counts.themeAfter + counts.controlAfter;
  const before = counts.themeBefore + counts.controlBefore;
  return tailsAround({
    observed: counts.themeAfter,
    least: Math.max(0, theme - before),
    most: Math.min(theme, after),
    next: (x) => (((after - x) * (theme - x)) / ((x + 1) * (before - theme + x + 1))) * ratio,
  });
}

function binomialTails(counts: FourCounts, theme: number, ratio: number): MidTails {
  const odds = (ratio * counts.controlAfter) / counts.controlBefore;
  return tailsAround({ observed: counts.themeAfter, least: 0, most: theme, next: (x) => ((theme - x) / (x + 1)) * odds });
}

/** `next(x)` is P(x + 1) / P(x); the law is log-concave, so terms only fall once past its top. */
function tailsAround(law: { observed: number; least: number; most: number; next: (x: number) => number }): MidTails {
  let up = 0;
  let down = 0;
  let scale = 1;
  let term = 1;
  for (let x = law.observed; x < law.most; x += 1) {
    const step = law.next(x);
    term *= step;
    up += term;
    if (term > 1e250) {
      [term, up, scale] = [term * 1e-250, up * 1e-250, scale * 1e-250];
    }
    if (step < 1 && term < up * 1e-17) break;
  }
  term = scale;
  for (let x = law.observed; x > law.least; x -= 1) {
    const step = 1 / law.next(x - 1);
    term *= step;
    down += term;
    if (term > 1e250) {
      [term, down, up, scale] = [term * 1e-250, down * 1e-250, up * 1e-250, scale * 1e-250];
    }
    if (step < 1 && term < down * 1e-17) break;
  }
  const total = up + down + scale;
  return { lower: (down + scale / 2) / total, upper: (up + scale / 2) / total };
}
