import { STARTS_AT } from '../../../../host/seed/demo/calendar';
import { demoSignals } from '../../../../host/seed/demo/signals';
import { demoTruth, nameOf } from '../../../../host/seed/demo/truth';
import { demoSeed } from '../../../../host/seed/demo/demo-seed';
import { nearPairs } from './near-duplicates';

const signals = demoSignals();
const byName = new Map(signals.map((one) => [nameOf(one), one]));
const truth = demoTruth();

/** @throws where the truth names a signal that nobody said */
function signal(name: string): (typeof signals)[number] {
  const found = byName.get(name);
  if (found === undefined) throw new Error(`no signal ${name}`);
  return found;
}

describe('what was planted', () => {
  it('names every signal once', () => {
    expect(byName.size).toBe(signals.length);
  });

  it('gives every signal with words a need, and each need issues, signals of many customers, and a label', () => {
    expect(signals.filter((one) => one.kind === 'said').every((one) => truth.needOf.has(nameOf(one)))).toBe(true);
    const needs = truth.needs.filter((one) => !one.isNoise);
    expect(needs.length).toBeGreaterThanOrEqual(35);
    const keys = new Set(demoSeed().issues.map((one) => one.key));
    for (const need of needs) {
      expect(need.issues.length).toBeGreaterThan(0);
      expect(need.issues.every((key) => keys.has(key))).toBe(true);
      const speakers = new Set(signals.filter((one) => one.need === need.id).map((one) => one.account ?? one.author));
      expect(speakers.size).toBeGreaterThan(need.id === 'payroll-export' ? 4 : 25);
    }
  });

  it('has echoes: one author, one need, different words', () => {
    expect(truth.echoes.length).toBeGreaterThanOrEqual(25);
    for (const names of truth.echoes) {
      const group = names.map(signal);
      expect(group.length).toBeGreaterThanOrEqual(2);
      expect(new Set(group.map((one) => one.author)).size).toBe(1);
      expect(new Set(group.map((one) => one.need)).size).toBe(1);
      expect(new Set(group.map((one) => one.text)).size).toBe(group.length);
    }
  });

  it('has copies, word for word and nearly so', () => {
    expect(truth.exactCopies.length + truth.nearCopies.length).toBe(120);
    for (const names of truth.exactCopies) expect(new Set(names.map((name) => signal(name).text)).size).toBe(1);
    for (const names of truth.nearCopies) {
      const texts = names.map((name) => signal(name).text ?? '');
      expect(new Set(texts).size).toBe(2);
      expect(nearPairs(texts, 0.8)).toEqual([[0, 1]]);
    }
  });

  it('has eight languages besides English', () => {
    expect([...truth.languages.keys()].sort()).toEqual(['de', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt']);
    for (const names of truth.languages.values()) expect(names.length).toBeGreaterThanOrEqual(8);
  });

  it('has personal data where the truth says, letter by letter', () => {
    expect(new Set(truth.personalData.map((one) => one.kind))).toEqual(new Set(['email', 'phone', 'iban', 'card', 'key', 'ip', 'nationalid']));
    for (const { signal: name, value } of truth.personalData) expect(signal(name).text).toContain(value);
    expect(signals.filter((one) => /«[a-z]+:/.test(`${one.title ?? ''}${one.text ?? ''}`))).toEqual([]);
  });

  it('has orders to agents, and a restricted desk whose source is hidden', () => {
    expect(truth.injections.length).toBeGreaterThanOrEqual(20);
    expect(truth.restricted.map((name) => signal(name).place.visibility)).toEqual(truth.restricted.map(() => 'hidden'));
    expect(truth.restrictedIssues.length).toBeGreaterThanOrEqual(15);
  });

  it('has at most five in a hundred signals that nearly repeat another, besides the planted copies', () => {
    const said = signals.filter((one) => one.kind === 'said' && one.at < STARTS_AT);
    const isCopy = (index: number): boolean => said[index]?.origin === 'copy' || said[index]?.origin === 'near-copy';
    const pairs = nearPairs(said.map((one) => one.text ?? ''), 0.8).filter(([a, b]) => !isCopy(a) && !isCopy(b));
    const share = new Set(pairs.flat()).size / said.length;
    process.stdout.write(`Demo tenant: ${(share * 100).toFixed(2)} % of ${said.length} signals nearly repeat another (5-grams, Jaccard 0.8), planted copies left out.\n`);
    expect(share).toBeLessThanOrEqual(0.05);
  });
});
