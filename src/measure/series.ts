/** One whole week: what the theme and what its controls counted, in the unit of the outcome. */
export interface WeekCount {
  readonly theme: number;
  readonly control: number;
  /** Left out of the baseline: the theme was chosen in this week, or the source had an incident. It still teaches the decay model. */
  readonly isExcluded: boolean;
}

/** Two totals of the theme and of its controls, one window after the other. */
export interface WindowTotals {
  readonly themeBefore: number;
  readonly themeAfter: number;
  readonly controlBefore: number;
  readonly controlAfter: number;
}

/** Everything that the statistics look at for one theme and one release. Pure numbers: no ids, no dates, no text. */
export interface ReleaseSeries {
  /** Whole weeks that end at the release, oldest first. */
  readonly before: readonly WeekCount[];
  /** Whole weeks that begin when the adoption gap ends. `isExcluded` is false or an incident. */
  readonly after: readonly WeekCount[];
  /** Weeks between the two, not counted on either side; may be a fraction. */
  readonly gapWeeks: number;
  /** False when nothing else of the same sources can stand beside the theme: then `control` is not looked at. */
  readonly isControlled: boolean;
  /** The same windows one year earlier, where the sources already reported. */
  readonly yearBefore?: WindowTotals;
}
