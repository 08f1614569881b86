import fc from 'fast-check';
import { askedSince, comesBack } from '../../../src/decide/resurface';
import { countAskingAgain } from '../../../src/domain/asked-again';
import { customerKey } from '../../../src/domain/customer';
import type { EvidenceRow, LinkDecision } from '../../../src/domain/evidence';
import type { Signal } from '../../../src/domain/signal';
import { POLICY } from './cases';

const CLOSED_AT = '2025-06-01T00:00:00.000Z';
const AFTER = '2025-06-09T00:00:00.000Z';
const LETTER = 'Please bring all-day tasks back as we had them before, for our whole office plans its week with them and nobody can work without.';

const said = (n: number, text: string): Signal => ({ id: `forum:${n}`, source: 'forum', externalId: String(n), at: AFTER, kind: 'said', text, account: `account ${n}`, visibility: 'open' });
const shown = (signal: string, rank: number): EvidenceRow => ({ issue: '1', signal, rank, score: 1, confidence: 0.9, shown: true, reasons: [] });
const confirmed = (signal: string): LinkDecision => ({ signal, issue: '1', verdict: 'confirmed', at: AFTER, by: 'ann' });

/** What a closed item would do, as the watch does it: ids first, then only those with their words. */
function back(signals: readonly Signal[], decisions: readonly LinkDecision[], reopenAfterCustomers: number) {
  const policy = { ...POLICY, reopenAfterCustomers };
  const byId = new Map(signals.map((signal) => [signal.id, signal]));
  const asking = askedSince({ closedAt: CLOSED_AT, evidence: signals.map((one, at) => shown(one.id, at + 1)), decisions, signal: (id) => { const one = byId.get(id); return one && { at: one.at, customer: customerKey(one) }; } }, policy);
  return comesBack(asking.map((id) => byId.get(id)!), decisions, policy);
}

it('is brought back by three customers in their own words, and not by three copies of one letter', () => {
  expect(back([said(1, LETTER), said(2, LETTER), said(3, LETTER)], [], 3)).toBeUndefined();
  expect(back([said(1, LETTER), said(2, 'all-day tasks are gone'), said(3, 'where are all-day tasks')], [], 3)).toMatchObject({ customers: 3 });
});

it('is brought back by copies that a person confirmed: each of them was looked at', () => {
  const letters = [said(1, LETTER), said(2, LETTER), said(3, LETTER)];
  expect(back(letters, letters.map((one) => confirmed(one.id)), 3)).toMatchObject({ customers: 3, signals: ['forum:1', 'forum:2', 'forum:3'] });
});

it('counts what is hidden for nothing', () => {
  expect(back([said(1, 'all-day tasks are gone'), { ...said(2, 'where are all-day tasks'), visibility: 'hidden' }], [], 2)).toBeUndefined();
});

it('comes back exactly when as many customers ask as will be said, and never because a text was copied once more', () => {
  const asked = fc.array(fc.record({ who: fc.nat(6), isLetter: fc.boolean(), isConfirmed: fc.boolean() }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(asked, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 9 }), (all, needed, copies) => {
      const signals = all.map(({ who, isLetter }, n) => ({ ...said(n, isLetter ? LETTER : `all-day tasks number ${n}`), account: `account ${who}` }));
      const decisions = all.flatMap(({ isConfirmed }, n) => (isConfirmed ? [confirmed(`forum:${n}`)] : []));
      const customers = countAskingAgain(signals, decisions);
      expect(back(signals, decisions, needed)?.customers).toBe(customers >= needed ? customers : undefined);
      fc.pre(all.some((one) => one.isLetter));
      const more = [...signals, ...Array.from({ length: copies }, (_, n) => said(100 + n, LETTER))];
      expect(back(more, decisions, needed)?.customers).toBe(customers >= needed ? customers : undefined);
    }),
  );
});
