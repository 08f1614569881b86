/** What a release really did to the need it was made for, and so what an honest reading must say. */
export interface ReleaseTruth {
  readonly project: 'DSP' | 'CRW';
  readonly release: string;
  readonly need: string;
  readonly outcome: 'fewer' | 'more' | 'no clear change' | 'too few to tell' | 'not attributable' | 'gap in the window' | 'too early';
  readonly why: string;
}

export const RELEASE_TRUTHS: readonly ReleaseTruth[] = [
  { project: 'DSP', release: '5.5', need: 'sync-duplicates', outcome: 'fewer', why: 'The sync was rebuilt; from about 13 signals a week to under 2.' },
  { project: 'CRW', release: '3.7', need: 'offline-photos', outcome: 'fewer', why: 'Nothing is lost offline any more; from about 10 a week to under 2.' },
  { project: 'DSP', release: '6.0', need: 'new-board', outcome: 'more', why: 'The new schedule board: a spike, and a level that stays far above the one before.' },
  { project: 'CRW', release: '3.9', need: 'crash', outcome: 'more', why: 'It did not start on older phones; put right a week later.' },
  { project: 'CRW', release: '3.8', need: 'battery-gps', outcome: 'no clear change', why: 'The fix did not reach the cause; about 8 a week before and after.' },
  { project: 'DSP', release: '5.6', need: 'payroll-export', outcome: 'too few to tell', why: 'Twenty signals in ten months.' },
  { project: 'DSP', release: '5.4', need: 'price-rise', outcome: 'not attributable', why: 'The anger after 5 May decayed by 28 % a week by itself, before and after the new plan page.' },
  { project: 'CRW', release: '4.0', need: 'timesheets', outcome: 'gap in the window', why: 'About a third fewer in truth, but Intercom was blind for the second week after it shipped: that week is no silence, whatever is said of the change.' },
  { project: 'CRW', release: '4.1', need: 'signature', outcome: 'too early', why: 'Two weeks old. Signatures vanish; complaints went up sevenfold: a warning, not yet a verdict.' },
];

/** A spike of complaints that decays by itself before the release that might be credited with its end. */
export const SPIKE_TRUTH = { need: 'price-rise', from: '2025-05-05', decay: 0.72, release: '5.4', releasedAt: '2025-06-16' } as const;
