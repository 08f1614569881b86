/** Taken out of the loops once: where globals are watched (as in test runners) each look-up costs more than the sum it serves. */
const { log, pow, exp, max } = Math;

/**
 * Courses that a theme's weekly rate can take by itself, relative to its level before: steady, or risen in some week and then
 * falling back by halves, by a power of time, in a straight line, as a hump that first grows, or not at all (a step).
 * Flat tables, shape after shape, because thousands of them are compared for every release.
 */
export interface DecayShapes {
  readonly weeksBefore: number;
  readonly weeksAfter: number;
  readonly count: number;
  /** Week of the rise; before it the relative rate is 1. */
  readonly start: Int32Array;
  /** `count × weeksBefore`: relative rate, and its logarithm. Shape 0 is steady. */
  readonly before: Float64Array;
  readonly logBefore: Float64Array;
  /** `count × weeksAfter`: the same course carried on past the release and the gap. */
  readonly after: Float64Array;
  /** Logarithm of the weight that a shape has before any count is seen. */
  readonly logPrior: Float64Array;
}

/** How the excess over the old level goes on, `age` weeks after the rise; 1 in the week of the rise. */
type Course = (age: number) => number;

const HALF_LIVES = [0.5, 1, 1.5, 2, 3, 4, 6, 10] as const;
const POWERS = [0.5, 1, 1.5, 2.5] as const;
const LINE_LENGTHS = [2, 3, 4, 6, 8, 12] as const;
const HUMP_PEAKS = [1, 2, 3, 4] as const;
const HEIGHTS = [0.5, 1, 2, 4, 8, 16, 32, 64, 128] as const;
/** A rise in mid-week shows only a part of itself in its first week. */
const FIRST_WEEK_PARTS = [1, 0.4] as const;
/** So high that the level before does not matter: a plain decline from the first week we know. */
const NO_FLOOR = 1e6;
/** Weight of "steady": a change of level before a release is no rarity, so neither side is favoured. */
const STEADY_PRIOR = 0.5;

const FALLING: readonly Course[] = [
  ...HALF_LIVES.map((half): Course => (age) => pow(2, -age / half)),
  ...POWERS.map((power): Course => (age) => pow(1 + age, -power)),
  ...LINE_LENGTHS.map((length): Course => (age) => max(0, 1 - age / length)),
];
const RISING: readonly Course[] = HUMP_PEAKS.map((peak): Course => (age) => ((age + 0.5) / peak) * exp(1 - (age + 0.5) / peak));
const STEP: Course = () => 1;

interface Candidate {
  readonly start: number;
  readonly height: number;
  readonly firstPart: number;
  readonly course: Course;
}

/**
 * All shapes for one layout of weeks.
 * @param gapWeeks weeks between the release and the first counted week after it
 */
export function decayShapes(weeksBefore: number, weeksAfter: number, gapWeeks: number): DecayShapes {
  const candidates = Array.from({ length: weeksBefore }, (_, start) => candidatesFrom(start)).flat();
  const count = candidates.length + 1;
  const shapes = {
    weeksBefore,
    weeksAfter,
    count,
    start: new Int32Array(count).fill(weeksBefore),
    before: new Float64Array(count * weeksBefore).fill(1),
    logBefore: new Float64Array(count * weeksBefore),
    after: new Float64Array(count * weeksAfter).fill(1),
    logPrior: new Float64Array(count).fill(log((1 - STEADY_PRIOR) / max(1, candidates.length))),
  };
  shapes.logPrior[0] = log(STEADY_PRIOR);
  candidates.forEach((candidate, index) => {
    const row = index + 1;
    shapes.start[row] = candidate.start;
    for (let week = candidate.start; week < weeksBefore; week += 1) {
      const rate = rateAt(candidate, week);
      shapes.before[row * weeksBefore + week] = rate;
      shapes.logBefore[row * weeksBefore + week] = log(rate);
    }
    for (let week = 0; week < weeksAfter; week += 1) shapes.after[row * weeksAfter + week] = rateAt(candidate, weeksBefore + gapWeeks + week);
  });
  return shapes;
}

function rateAt({ start, height, firstPart, course }: Candidate, week: number): number {
  return 1 + height * (week === start ? firstPart * course(0) : course(week - start));
}

function candidatesFrom(start: number): Candidate[] {
  // A rise in the very first week has no level before it: a step there is "steady", a fall there may have no floor.
  const isFirst = start === 0;
  const found: Candidate[] = [];
  for (const height of isFirst ? [...HEIGHTS, NO_FLOOR] : HEIGHTS) {
    for (const firstPart of isFirst ? [1] : FIRST_WEEK_PARTS) {
      for (const course of isFirst ? FALLING : [...FALLING, STEP]) found.push({ start, height, firstPart, course });
    }
    for (const course of RISING) found.push({ start, height, firstPart: 1, course });
  }
  return found;
}
