import type { ConfirmedState, Outcome, OutcomeContract } from '../domain/outcome';
import { sentence, type Sentence } from '../domain/sentence';

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

/** Behaviour has its own words: "did this less", not "hit this". */
function suffixOf({ measure }: Outcome): string {
  return measure.kind === 'event' ? '-did' : '';
}

export function notesOf(contract: OutcomeContract, outcome: Outcome): Sentence[] {
  const { verdict, estimate, expected, detectableDrop, counts } = outcome;
  const notes: Sentence[] = [];
  if (verdict.kind === 'fewer') notes.push(confirmedNote(outcome.confirmed));
  if (estimate !== undefined && verdict.kind !== 'cannot-judge') {
    notes.push(sentence(estimate.ratio <= 1 ? 'outcome.estimate-fewer' : 'outcome.estimate-more', changeParams(estimate.shrunk ?? estimate.ratio, estimate.low, estimate.high, estimate.level)));
  }
  if (counts !== undefined && expected !== undefined) {
    notes.push(detectableDrop === undefined
      ? sentence('outcome.nothing-visible', { expected })
      : sentence('outcome.detectable', { expected, drop: percent(detectableDrop) }));
    if (counts.controlBefore > 0 && counts.weeksAfter > 0) {
      const change = (counts.controlAfter / counts.weeksAfter / (counts.controlBefore / counts.weeksBefore) - 1) * 100;
      notes.push(sentence(outcome.comparison === 'exposed-against-not-yet' ? 'outcome.controls-ring' : 'outcome.controls', { change: Math.round(change) }));
    }
  }
  if (outcome.expectedFromDecay !== undefined) notes.push(sentence('outcome.by-itself', { count: outcome.expectedFromDecay, unit: outcome.unit }));
  if (contract.mode === 'short-baseline') notes.push(sentence('outcome.short-baseline', { weeks: counts?.weeksBefore ?? 0 }));
  notes.push(sentence(`outcome.unit-${outcome.unit}`));
  for (const one of contract.leftOut) notes.push(sentence(`outcome.left-out.${one.reason}`, { source: one.source, at: one.at }));
  for (const edit of contract.edits) notes.push(sentence(`outcome.edit.${edit.what}`, { at: edit.at, ...(edit.detail === undefined ? {} : { detail: edit.detail }) }));
  if (outcome.silentAccounts.length > 0) notes.push(sentence('outcome.silent-accounts', { count: outcome.silentAccounts.length }));
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

/** Changes in per cent without a sign, the smaller end of the interval first. A rise without upper end says so with "any". */
function changeParams(ratio: number, low: number, high: number, level: number): Record<string, string | number> {
  return {
    change: percent(Math.abs(1 - ratio)),
    ratio: Math.round(ratio * 100) / 100,
    low: Math.round(low * 100) / 100,
    high: Math.round(high * 100) / 100,
    level: percent(level),
  };
}

function percent(share: number): number {
  return Math.round(share * 100);
}
