import { ledgerCsv, ledgerJson } from '../../../src/decide/export-ledger';
import { canonical, chainFault, sealEntry } from '../../../src/decide/ledger-chain';
import type { LedgerEntry, LedgerNote } from '../../../src/domain/ledger';
import { seeded } from '../../deep/closing-proofs/random';
import { SHA } from '../../fakes/closing-world';

const note = (at: number): LedgerNote => ({
  id: `n${at}`, product: 'shop', at: new Date(1_750_000_000_000 + at * 1_000).toISOString(), kind: at % 2 === 0 ? 'close-intent' : 'close-done', by: 'owner', issue: String(at % 7), op: SHA(String(at)), body: { item: `b:${at}`, attempt: at, refused: false },
});

function chain(length: number): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (let at = 1; at <= length; at += 1) entries.push(sealEntry(note(at), entries.at(-1), SHA));
  return entries;
}

describe('ledger', () => {
  it('verifies whole, from its beginning or from any head', () => {
    const entries = chain(50);
    expect(chainFault(entries, undefined, SHA)).toBeUndefined();
    expect(chainFault(entries.slice(20), entries[19], SHA)).toBeUndefined();
    expect(chainFault(entries.slice(20), entries[18], SHA)).toEqual({ seq: 21, what: 'hole' });
  });

  it('notices any changed character, a missing entry, and two that changed places', () => {
    const entries = chain(40);
    const random = seeded(11);
    for (let trial = 0; trial < 2_000; trial += 1) {
      const at = random.int(entries.length);
      const text = JSON.stringify(entries[at]);
      const position = random.int(text.length);
      const altered = text.slice(0, position) + (text[position] === '1' ? '2' : '1') + text.slice(position + 1);
      const entry = readable(altered);
      if (entry === undefined || canonical(entry) === canonical(entries[at])) continue;
      const tampered = entries.map((one, index) => (index === at ? entry : one));
      expect(chainFault(tampered, undefined, SHA)).toBeDefined();
    }
    expect(chainFault(entries.filter((_one, at) => at !== 10), undefined, SHA)).toEqual({ seq: 12, what: 'hole' });
    const [a, b] = [entries[5], entries[6]];
    expect(chainFault(entries.map((one, at) => (at === 5 ? (b ?? one) : at === 6 ? (a ?? one) : one)), undefined, SHA)).toBeDefined();
    // The newest entry can be dropped without a trace in the chain itself: that is what the comparison with Jira is for.
    expect(chainFault(entries.slice(0, 39), undefined, SHA)).toBeUndefined();
  });

  it('writes one text for one entry, whatever order its fields came in', () => {
    expect(canonical({ b: 1, a: { d: [1, 'x'], c: undefined } })).toBe(canonical({ a: { d: [1, 'x'] }, b: 1 }));
  });

  it('exports cells that no spreadsheet reads as a formula', () => {
    const entries = chain(2).map((entry) => ({ ...entry, by: '=cmd()' }));
    expect(ledgerCsv(entries).split('\r\n')[1]).toContain(`"'=cmd()"`);
    // A later part of the same file has no header of its own.
    expect(ledgerCsv(entries.slice(0, 1)) + ledgerCsv(entries.slice(1), false)).toBe(ledgerCsv(entries));
    expect(JSON.parse(ledgerJson(entries))).toEqual(entries);
  });
});

function readable(text: string): LedgerEntry | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'hash' in value && 'body' in value ? (value as LedgerEntry) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
