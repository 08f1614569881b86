import fc from 'fast-check';
import type { CoverageState } from '../../../src/contract/coverage';
import type { LinkDecision } from '../../../src/domain/evidence';
import { panelView } from '../../../src/surfaces/panel/panel-view';
import { NOW, panelCase, row, signal } from '../../build/panel-case';

const decided = (id: string, verdict: LinkDecision['verdict']): LinkDecision => ({ signal: `forum:${id}`, issue: '100', verdict, at: NOW, by: 'someone' });
const coverage = (state: CoverageState) => ({ state, read: 40, total: 100, skipped: 0, sources: state === 'nothing-connected' ? 0 : 1, gaps: [] });

describe('the panel with evidence', () => {
  it('quotes exactly the characters that stand in the stored text', () => {
    const view = panelView(panelCase({ rows: [row('a')], saying: [signal('a')], decisions: [decided('a', 'confirmed')] }));
    expect(view.kind === 'evidence' && view.quotes.map((quote) => quote.text)).toEqual(['The folder will not compact']);
  });

  it('shows no quote when the text was shortened at its source since it was read', () => {
    const view = panelView(panelCase({ rows: [row('a')], saying: [signal('a', { text: 'gone' })], decisions: [decided('a', 'confirmed')] }));
    expect(view.kind === 'evidence' && view.quotes).toEqual([]);
  });

  it('counts a customer once, and one who is confirmed not as suggested too', () => {
    const saying = [signal('a', { author: 'x' }), signal('b', { author: 'x' }), signal('c', { author: 'y' })];
    const view = panelView(panelCase({ rows: ['a', 'b', 'c'].map((id, index) => row(id, { rank: index + 1 })), saying, decisions: [decided('a', 'confirmed')] }));
    expect(view.kind === 'evidence' && view.counts).toMatchObject({ unit: 'author', confirmed: 1, suggested: 1, confirmedSignals: 1, suggestedSignals: 2 });
  });

  it('drops a rejected pair from every list', () => {
    const view = panelView(panelCase({ rows: [row('a')], saying: [signal('a')], decisions: [decided('a', 'rejected')] }));
    expect(view).toMatchObject({ kind: 'silent', possibleSignals: 0 });
  });

  it('says numbers only when no word of a source may be read', () => {
    const view = panelView(panelCase({ rows: [row('a')], saying: [signal('a', { visibility: 'counts' })] }));
    expect(view.kind).toBe('counts-only');
    expect(JSON.stringify(view)).not.toContain('compact,');
    expect(JSON.stringify(view)).not.toContain('author-a');
  });

  it('answers about a hidden signal as if it were absent', () => {
    const hidden = panelView(panelCase({ rows: [row('a')], saying: [signal('a', { visibility: 'hidden' })] }));
    expect(hidden).toEqual(panelView(panelCase({ rows: [row('a')], saying: [] })));
  });
});

describe('the silences', () => {
  it.each<[string, Parameters<typeof panelCase>[0], string]>([
    ['no source', { coverage: coverage('nothing-connected') }, 'not-connected'],
    ['still reading', { coverage: coverage('reading') }, 'reading'],
    ['a gap', { coverage: coverage('gap') }, 'gap'],
    ['an issue the engine has not looked at', { digest: undefined }, 'reading'],
    ['a title that no customer would use', { searchable: false }, 'not-searchable'],
    ['a restricted issue', { issue: { id: '1', key: 'A-1', summary: 's', visibility: 'hidden' } }, 'restricted'],
    ['everything read and nobody said it', {}, 'silent'],
  ])('%s is its own state', (_, changes, kind) => {
    expect(panelView(panelCase(changes)).kind).toBe(kind);
  });

  it('is a finding only after complete reading of a searchable issue', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<CoverageState>('nothing-connected', 'reading', 'gap', 'complete'),
        fc.boolean(),
        fc.boolean(),
        fc.array(fc.record({ shown: fc.boolean(), visibility: fc.constantFrom('open' as const, 'counts' as const, 'hidden' as const) }), { maxLength: 4 }),
        (state, searchable, derived, signals) => {
          const saying = signals.map((one, index) => signal(String(index), { visibility: one.visibility }));
          const rows = signals.map((one, index) => row(String(index), { shown: one.shown, rank: index + 1 }));
          const view = panelView(panelCase({ coverage: coverage(state), searchable, rows, saying, ...(derived ? {} : { digest: undefined }) }));
          if (view.kind === 'silent') expect({ state, searchable, derived }).toEqual({ state: 'complete', searchable: true, derived: true });
        },
      ),
    );
  });
});
