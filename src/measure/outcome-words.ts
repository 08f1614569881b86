import type { AdverseTheme, ConfirmedState, Outcome, OutcomeContract, OutcomeCounts, RatioEstimate } from '../domain/outcome';
import { sentence, type Sentence } from '../domain/sentence';
import { DAY_IN_MS, epochMs } from '../domain/time';

/** A contract written down later than this after its release says so: its themes were grouped with later signals in view. */
export const LATE_DAYS = 7;
/** Beyond so many times as many, the number means only "many". */
const MOST_TIMES = 20;

/** The verdict in words, with its counts. The texts stand in the contract's messages. */
export function titleOf(contract: OutcomeContract, outcome: Outcome): Sentence {
  const { verdict, counts } = outcome;
  const params = {
    release: contract.release.name,
    unit: outcome.unit,
    ...(counts === undefined
      ? {}
      : { before: counts.themeBefore, after: counts.themeAfter, weeksBefore: counts.weeksBefore, weeksAfter: counts.weeksAfter }),
  };
  switch (verdict.kind) {
    case 'fewer':
    case 'no-clear-change':
    case 'too-few-to-tell':
      return sentence(`outcome.${verdict.kind}${suffixOf(outcome)}`, params);
    case 'more':
      return sentence(verdict.by === 'guard' ? 'outcome.more-guard' : `outcome.more${suffixOf(outcome)}`, params);
    case 'not-attributable':
      return sentence(`outcome.not-attributable.${verdict.reason}${verdict.reason === 'no-control' && outcome.comparison === 'exposed-against-not-yet' ? '-ring' : ''}`, params);
    case 'cannot-judge':
      return sentence(`outcome.cannot-judge.${verdict.reason}`, {
        ...params,
        ...(verdict.at === undefined ? {} : { at: verdict.at }),
        ...(verdict.source === undefined ? {} : { source: verdict.source }),
      });
  }
}

/** What rose after a release though nobody promised anything about it. @param theme what the theme is called */
export function flagTitle({ release, unit }: OutcomeContract, { observed, expected }: AdverseTheme, theme: string): Sentence {
  return sentence('outcome.flag', { theme, release: release.name, observed, expected: expected < 1 ? expected : Math.round(expected), unit });
}

/** Behaviour has its own words: "did this less", not "hit this". */
function suffixOf({ measure }: Outcome): string {
  return measure.kind === 'event' ? '-did' : '';
}

export function notesOf(contract: OutcomeContract, outcome: Outcome): Sentence[] {
  const { verdict, estimate, expected, detectableDrop, counts } = outcome;
  const notes: Sentence[] = [];
  if (verdict.kind === 'fewer') notes.push(confirmedNote(outcome.confirmed));
  if (estimate !== undefined && verdict.kind !== 'cannot-judge') notes.push(estimateNote(estimate));
  if (counts !== undefined && expected !== undefined) {
    notes.push(detectableDrop === undefined
      ? sentence('outcome.nothing-visible', { expected })
      : sentence('outcome.detectable', { expected, drop: percent(detectableDrop) }));
    if (counts.controlBefore > 0 && counts.weeksAfter > 0) notes.push(controlsNote(counts, outcome.comparison));
  }
  if (outcome.expectedFromDecay !== undefined) notes.push(sentence('outcome.by-itself', { count: outcome.expectedFromDecay, unit: outcome.unit }));
  const late = Math.floor((epochMs(contract.frozenAt) - epochMs(contract.release.releasedAt)) / DAY_IN_MS);
  if (late > LATE_DAYS) notes.push(sentence('outcome.frozen-late', { at: contract.frozenAt, days: late }));
  if (contract.mode === 'short-baseline') notes.push(sentence('outcome.short-baseline', { weeks: counts?.weeksBefore ?? 0 }));
  for (const phase of ['unheard', 'incident'] as const) {
    const weeks = outcome.weeks.filter((week) => week.phase === phase).length;
    if (weeks > 0) notes.push(sentence(`outcome.${phase}-weeks`, { weeks }));
  }
  notes.push(sentence(`outcome.unit-${outcome.unit}`));
  for (const one of contract.leftOut) notes.push(sentence(`outcome.left-out.${one.reason}`, { source: one.source, at: one.at }));
  for (const edit of contract.edits) notes.push(sentence(`outcome.edit.${edit.what}`, { at: edit.at, ...(edit.detail === undefined ? {} : { detail: edit.detail }) }));
  if (outcome.silentAccounts.length > 0) notes.push(sentence('outcome.silent-accounts', { count: outcome.silentAccounts.length, until: outcome.judgedAt }));
  return notes;
}

function confirmedNote(state: ConfirmedState): Sentence {
  switch (state.kind) {
    case 'not-yet-confirmed':
      return sentence('outcome.not-yet-confirmed');
    case 'confirmed':
      return state.customers === 0 ? sentence('outcome.confirmed-by-usage') : sentence('outcome.confirmed', { customers: state.customers });
    case 'disputed':
      return sentence('outcome.disputed', { customers: state.customers });
  }
}

/** A change that lies wholly on one side says how much; one that does not says what fits. A multiple is easier to read than a thousand per cent. */
function estimateNote({ ratio, low, high, level, shrunk }: RatioEstimate): Sentence {
  const best = shrunk ?? ratio;
  const likely = percent(level);
  if (high < 1) return sentence('outcome.estimate-fewer', { change: percent(1 - best), from: percent(1 - high), to: percent(1 - low), level: likely });
  const [least, most] = [tenths(low), tenths(high)];
  if (low <= 1) return sentence(high > MOST_TIMES ? 'outcome.estimate-open-end' : 'outcome.estimate-open', { fewer: percent(1 - low), most, level: likely });
  if (high > MOST_TIMES) return sentence('outcome.estimate-at-least', { least, level: likely });
  return sentence('outcome.estimate-more', { times: tenths(best), from: least, to: most, level: likely });
}

function controlsNote(counts: OutcomeCounts, comparison: Outcome['comparison']): Sentence {
  const change = percent(counts.controlAfter / counts.weeksAfter / (counts.controlBefore / counts.weeksBefore) - 1);
  const way = change === 0 ? 'level' : change < 0 ? 'down' : 'up';
  return sentence(`outcome.controls${comparison === 'exposed-against-not-yet' ? '-ring' : ''}-${way}`, { change: Math.abs(change) });
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

function percent(share: number): number {
  return Math.round(share * 100);
}
