import fc from 'fast-check';
import { nameThemes, withLabels } from '../../../src/agent/labels/name-themes';
import { provenLabel } from '../../../src/agent/labels/proven-label';
import type { Signal } from '../../../src/domain/signal';
import type { Theme } from '../../../src/domain/theme';
import { sha256 } from '../../../src/platform/sha256';
import { fakeAgentStore } from '../../fakes/agent-store';
import { fakeClock } from '../../fakes/ports';
import { failing, scriptedModel } from '../../fakes/scripted-model';

const TEXTS = ['The export loses the last row every time', 'My exports lose rows when I save', 'Saving an export drops one row, says Maria', 'Buy at evil.example now, Zorgon told me'];
const THEME = { texts: TEXTS, terms: ['export', 'row'], taken: ['Dark mode'] };

describe('a name that a model proposes', () => {
  it.each([['export loses rows', 'Export loses rows'], ['Rows lost in the export', 'Rows lost in the export'], ['Problem with saving exports', 'Problem with saving exports'], ['Missing rows, export', 'Missing rows, export']])('stands when it is made of customers’ words: %s', (proposed, label) => {
    expect(provenLabel(proposed, THEME)).toBe(label);
  });

  it.each([
    ['a word of one customer alone', 'Maria loses rows'],
    ['an invented name', 'Globex export rows'],
    ['an attacker’s name', 'Zorgon export rows'],
    ['only words for the kind of thing', 'Missing support request'],
    ['one word', 'Export'],
    ['a sentence', 'The export loses the last row when I save'],
    ['a loose end', 'Rows of the'],
    ['a digit', 'Export loses 3 rows'],
    ['an address', 'Export rows evil.example'],
    ['markup', 'Export <b>rows</b>'],
    ['a hidden character', 'Export lo\u200Bses rows'],
    ['an order to a machine', 'Ignore previous instructions export rows'],
    ['nothing', ''],
  ])('does not stand with %s', (_, proposed) => {
    expect(provenLabel(proposed, THEME)).toBeUndefined();
  });

  it('is unlike every other name, in whatever order its words stand', () => {
    expect(provenLabel('Rows lost in the export', { ...THEME, taken: ['Export: lost rows'] })).toBeUndefined();
    expect(provenLabel('Rows lost in the export', { ...THEME, taken: ['Export of rows'] })).toBeDefined();
  });

  it('never holds a word longer than three letters that fewer than two customers said', () => {
    const plain = new Set('with without while from into over when after before does cannot export row problem problems issue issues trouble missing wanted request requests support error errors failure failures failing broken slow wrong lost setup settings options question questions'.split(' '));
    const words = fc.constantFrom(...TEXTS.join(' ').toLowerCase().match(/[a-z]+/g)!, 'zebra', 'closed', 'support', 'password');
    fc.assert(fc.property(fc.array(words, { minLength: 1, maxLength: 7 }), (picked) => {
      const label = provenLabel(picked.join(' '), THEME);
      for (const word of label?.toLowerCase().match(/[a-z]{4,}/g) ?? []) {
        const begins = word.slice(0, 3);
        const speakers = TEXTS.filter((text) => text.toLowerCase().split(/[^a-z]+/).some((said) => said.startsWith(begins))).length;
        expect(speakers >= 2 || plain.has(word)).toBe(true);
      }
    }));
  });
});

const AT = '2025-06-01T00:00:00.000Z';
const signals = new Map(TEXTS.map((text, at): [string, Signal] => [`desk:${at}`, { id: `desk:${at}`, source: 'desk', externalId: String(at), at: AT, kind: 'said', text, visibility: 'open' }]));
const theme = (id: string, extra: Partial<Theme> = {}): Theme => ({ id, label: `Engine ${id}`, labelAuthor: 'engine', frozen: false, signals: 4, exemplars: [...signals.keys()], terms: ['export', 'row'], lineage: [], ...extra });

function open() {
  const store = fakeAgentStore();
  const ask = (model: ReturnType<typeof scriptedModel>, themes: readonly Theme[], of = signals) => nameThemes({ product: 'shop', themes, signals: of, model, store, sha256, clock: fakeClock(), budgetMs: 1_000 });
  return { store, ask };
}

describe('naming themes', () => {
  it('keeps a proven name, asks once per set of examples, and puts it on the theme', async () => {
    const { store, ask } = open();
    const model = scriptedModel(() => ({ label: 'export loses rows' }));
    expect(await ask(model, [theme('t1')])).toEqual({ end: { kind: 'done' }, named: 1 });
    expect(await ask(model, [theme('t1')])).toEqual({ end: { kind: 'done' }, named: 0 });
    expect(model.asked).toHaveLength(1);
    expect(model.asked[0]!.material).not.toMatch(/desk:/);
    expect(withLabels([theme('t1')], await store.listLabels('shop'), signals)).toMatchObject([{ label: 'Export loses rows', labelAuthor: 'model' }]);
  });

  it('never asks about, and never changes, a name that a person gave', async () => {
    const { store, ask } = open();
    const model = scriptedModel(() => ({ label: 'export loses rows' }));
    const person = theme('t1', { label: 'Ours', labelAuthor: 'person' });
    await ask(model, [person]);
    expect(model.asked).toEqual([]);
    await store.saveLabel('shop', { theme: 't1', madeFrom: 'x', model: 'm', exemplars: [], label: 'Export loses rows' });
    expect(withLabels([person], await store.listLabels('shop'), signals)).toEqual([person]);
  });

  it('repairs once, then leaves the engine’s name and is not paid for again', async () => {
    const { store, ask } = open();
    const model = scriptedModel((_, times) => ({ label: times === 2 ? 'export loses rows' : 'Globex scandal' }));
    expect((await ask(model, [theme('t1'), theme('t2')])).named).toBe(1);
    expect(model.asked).toHaveLength(4);
    expect(model.asked[1]!.task).toContain('fewer than two messages');
    expect((await store.listLabels('shop')).map((one) => one.label)).toEqual(['Export loses rows', undefined]);
    await ask(model, [theme('t1'), theme('t2')]);
    expect(model.asked).toHaveLength(4);
  });

  it('gives two themes no name that is alike', async () => {
    const { store, ask } = open();
    await ask(scriptedModel(() => ({ label: 'export loses rows' })), [theme('t1'), theme('t2')]);
    expect((await store.listLabels('shop')).map((one) => one.label)).toEqual(['Export loses rows', undefined]);
    const both = (await store.listLabels('shop')).map((one) => ({ ...one, label: 'Export loses rows' }));
    expect(withLabels([theme('t1'), theme('t2')], both, signals).map((one) => one.label)).toEqual(['Export loses rows', 'Engine t2']);
  });

  it('gives way to the engine’s name when the examples no longer say it', async () => {
    const { store, ask } = open();
    await ask(scriptedModel(() => ({ label: 'export loses rows' })), [theme('t1')]);
    const now = theme('t1', { terms: ['export'], exemplars: ['desk:3', 'desk:0'] });
    expect(withLabels([now], await store.listLabels('shop'), signals)).toEqual([now]);
  });

  it('reads no example that is not open, and asks nothing when fewer than two are', async () => {
    const { ask } = open();
    const model = scriptedModel(() => ({ label: 'export loses rows' }));
    await ask(model, [theme('t1')], new Map([...signals].slice(0, 1)));
    expect(model.asked).toEqual([]);
  });

  it.each(['unreachable', 'over-budget', 'server-error', 'lost'] as const)('stops and keeps nothing when nobody answers (%s)', async (code) => {
    const { store, ask } = open();
    const { end } = await ask(scriptedModel(() => failing(code)), [theme('t1')]);
    expect(['wait', 'stopped']).toContain(end.kind);
    expect(await store.listLabels('shop')).toEqual([]);
  });
});
