/** A decided pair as the engine saw it before the decision. */
export interface DecidedOdds {
  readonly odds: number;
  readonly isRight: boolean;
}

/** Offset and slope that turn the engine's log-odds into this product's. */
export interface OddsShift {
  readonly offset: number;
  readonly slope: number;
}

export const NO_SHIFT: OddsShift = { offset: 0, slope: 1 };

const FEWEST_OF_EACH = 20;
const STEPS = 40;
/** Strength with which offset and slope are held at 0 and 1, in decisions. */
const HOLD = { offset: 2, slope: 10 };

/**
 * Platt's scaling (1999) on a product's own decisions, by damped Newton steps. Needs both verdicts: links that a source made
 * are all right and would only teach optimism.
 */
export function refitOdds(decided: readonly DecidedOdds[]): OddsShift {
  const right = decided.filter((one) => one.isRight).length;
  if (right < FEWEST_OF_EACH || decided.length - right < FEWEST_OF_EACH) return NO_SHIFT;
  let { offset, slope } = NO_SHIFT;
  for (let step = 0; step < STEPS; step += 1) {
    let [gradientO, gradientS] = [HOLD.offset * offset, HOLD.slope * (slope - 1)];
    let [curveOO, curveOS, curveSS] = [HOLD.offset, 0, HOLD.slope];
    for (const { odds, isRight } of decided) {
      const chance = 1 / (1 + Math.exp(-(offset + slope * odds)));
      const curve = chance * (1 - chance);
      gradientO += chance - (isRight ? 1 : 0);
      gradientS += (chance - (isRight ? 1 : 0)) * odds;
      curveOO += curve;
      curveOS += curve * odds;
      curveSS += curve * odds * odds;
    }
    const determinant = curveOO * curveSS - curveOS * curveOS;
    offset -= (0.7 * (curveSS * gradientO - curveOS * gradientS)) / determinant;
    slope -= (0.7 * (curveOO * gradientS - curveOS * gradientO)) / determinant;
  }
  return { offset, slope: Math.max(0, slope) };
}
