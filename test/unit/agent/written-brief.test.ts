import { carriedLine } from '../../../src/agent/brief/carried-line';
import { showBrief, signalsOf } from '../../../src/agent/brief/show-brief';
import { writtenBrief } from '../../../src/agent/brief/written-brief';
import { storeLooks } from '../../../src/agent/tools/store-looks';
import type { BriefReply } from '../../../src/agent/brief/brief-question';
import { extractiveBrief } from '../../../src/agent/brief/extractive-brief';
import { sha256 } from '../../../src/platform/sha256';
import { aBriefCase, aReading, aVoice, NOW } from '../../build/brief-case';
import { fakeClock } from '../../fakes/ports';
import { failing, scriptedModel } from '../../fakes/scripted-model';
import { fakeStores } from '../../fakes/stores';

const ann = aVoice('ann', 'The export loses the last row every single time.');
const bob = aVoice('bob', 'Our export file is always one row short since the update.');
const cat = aVoice('cat', 'Leave the export alone, the short file suits our importer.');
const readings = new Map([aReading(cat, { issue: '1', kind: 'read', stance: 'contradicts', citation: { field: 'text', start: 0, end: cat.text!.length } })]);
const brief = aBriefCase([ann], [bob, cat], { readings, agentReads: true });
const REPLY: BriefReply = {
  verdict: { text: 'Customers need the export file to keep the last row.', cites: [1, 2] },
  changed: [{ text: 'The file is short since the update.', cites: [2] }],
  for: [2, 1, 3],
  against: [3, 1],
  missing: [{ text: 'Importer users who suit the short file.', cites: [3] }],
  wouldChange: [],
};

async function write(reply: unknown, more: { readonly cases?: typeof brief } = {}) {
  const stores = fakeStores();
  await stores.signals.saveSignals('shop', [ann, bob, cat, aVoice('dan', 'A row was missing from the printed export list.')], NOW);
  await stores.signals.saveSignals('other', [aVoice('eve', 'A secret export row of another product.')], NOW);
  const clock = fakeClock(NOW);
  const model = scriptedModel(typeof reply === 'function' ? (reply as never) : () => reply);
  const { kept, end } = await writtenBrief(more.cases ?? brief, 'x', { model, looks: storeLooks(stores, 'shop', clock), clock, sha256 });
  const plain = extractiveBrief(brief, kept?.outcome.kind === 'by-rule' ? kept.outcome.because : 'unproven');
  const signals = await stores.signals.findSignals('shop', signalsOf(plain, kept));
  return { written: showBrief(plain, kept, new Map(signals.map((signal) => [signal.id, signal])), sha256), kept, end, model };
}

describe('the brief in a model’s words', () => {
  it('shows what is proven, and the numbers of the store before it', async () => {
    const { written } = await write(REPLY);
    expect(written).toMatchObject({ wordedBy: { kind: 'model', model: 'openai:scripted' }, verdict: { kind: 'written', text: REPLY.verdict.text, cites: ['desk:ann', 'desk:bob'] } });
    expect(written.changed[0]).toMatchObject({ kind: 'rule' });
    expect(written.changed.at(-1)).toEqual({ kind: 'written', text: 'The file is short since the update.', cites: ['desk:bob'] });
    expect(written.missing.at(-1)).toEqual({ kind: 'written', text: 'Importer users who suit the short file.', cites: ['desk:cat'] });
  });

  it('lets a model choose among the quotes of a side, never move one to the other side or name one that is not there', async () => {
    const { written } = await write({ ...REPLY, for: [3, 2, 99, -1], against: [1, 2] });
    expect(written.strongestFor.map((one) => one.signal)).toEqual(['desk:bob']);
    expect(written.strongestAgainst.map((one) => one.signal)).toEqual(['desk:cat']);
  });

  it.each([
    ['has no quote', { text: 'Customers need the export file to keep the last row.', cites: [] }],
    ['names a quote that is not there', { text: 'Customers need the export file to keep the last row.', cites: [1, 77] }],
    ['is one customer’s alone where there are more', { text: 'The export has to keep the last row.', cites: [1] }],
    ['counts', { text: 'Hundreds of customers need the export to keep the last row.', cites: [1, 2] }],
    ['counts in digits', { text: 'Of 12 customers the export loses the last row.', cites: [1, 2] }],
    ['says that nobody is there', { text: 'Nobody needs the last row of the export file.', cites: [1, 2] }],
    ['says what becomes of the issue', { text: 'The export row can be closed as fixed.', cites: [1, 2] }],
    ['leads away', { text: 'See www.example.com for the last export row.', cites: [1, 2] }],
    ['is in another language', { text: 'Der Export verliert die letzte Zeile.', cites: [1, 2] }],
    ['says what the quotes do not', { text: 'Payment approval for enterprise tenants is the blocker.', cites: [1, 2] }],
    ['has over twenty words', { text: `The export ${'row '.repeat(20)}is short.`, cites: [1, 2] }],
    ['hides characters', { text: 'The export loses the last\u200B row.', cites: [1, 2] }],
  ])('says by rule what a verdict says that %s', async (_, verdict) => {
    const { written, kept } = await write({ ...REPLY, verdict });
    expect(kept?.outcome).toEqual({ kind: 'by-rule', because: 'unproven' });
    expect(written).toMatchObject({ wordedBy: { kind: 'rules', because: 'unproven' }, verdict: { kind: 'rule' } });
  });

  it.each([
    ['a refusal', { kind: 'refusal', use: { input: 1, output: 0 } }, 'refused'], ['a broken reply', failing('truncated'), 'failed'], ['a text that is not taken', failing('not-accepted'), 'failed'],
    ['a reply that is too large', failing('too-large'), 'failed'], ['another shape, twice', { verdict: 'no' }, 'failed'],
  ])('keeps %s as a brief by rule: it is not paid for again, and stops nobody', async (_, answer, because) => {
    const { kept, end, written } = await write(answer);
    expect(kept).toMatchObject({ issue: '1', madeFrom: 'x', outcome: { kind: 'by-rule', because } });
    expect(end).toBeUndefined();
    expect(written).toMatchObject({ wordedBy: { kind: 'rules', because }, verdict: { kind: 'rule' } });
  });

  it.each([['over-budget', 'stopped'], ['off', 'stopped'], ['no-access', 'stopped'], ['other-model', 'stopped'], ['unreachable', 'wait'], ['rate-limited', 'wait'], ['server-error', 'wait']] as const)('keeps nothing where nobody answered (%s), and ends the run', async (code, kind) => {
    const { kept, end } = await write(failing(code));
    expect(kept).toBeUndefined();
    expect(end?.kind).toBe(kind);
  });

  it('keeps a lost answer, which may have been paid for, and ends the run', async () => {
    const { kept, end } = await write(failing('lost'));
    expect(kept?.outcome).toEqual({ kind: 'by-rule', because: 'failed' });
    expect(end?.kind).toBe('wait');
  });

  it('looks into its own product only, a bounded number of times', async () => {
    const { written, model } = await write((ask: { turns?: readonly unknown[]; tools?: unknown }) =>
      ask.tools === undefined ? REPLY : { kind: 'look', calls: [{ id: 'c', tool: 'search-signals', input: { words: 'export row secret' } }], use: { input: 1, output: 1 } },
    );
    expect(written.wordedBy.kind).toBe('model');
    expect(model.asked).toHaveLength(5);
    const seen = JSON.stringify(model.asked);
    expect(seen).toContain('printed export list');
    expect(seen).not.toContain('another product');
    expect(seen).not.toMatch(/desk:|shop/);
  });

  it('tells a model that a look was not understood, and never lets it write', async () => {
    const { model } = await write((ask: { turns?: readonly { results: readonly string[] }[] }) =>
      (ask.turns ?? []).length > 0 ? REPLY : { kind: 'look', calls: [{ id: 'a', tool: 'search-signals', input: { sql: 'DROP' } }, { id: 'b', tool: 'close-issue', input: {} }], use: { input: 1, output: 1 } },
    );
    expect(model.asked.at(-1)?.turns?.[0]?.results).toEqual(['This look needs: words.', 'There is no such look.']);
  });
});

describe('a line that quotes carry', () => {
  it('is made of their words', () => {
    const quotes = [{ signal: 'a', text: 'The export loses the last row' }];
    expect(carriedLine('The exports lose a row.', [1], quotes, 20)).toEqual({ kind: 'written', text: 'The exports lose a row.', cites: ['a'] });
    expect(carriedLine('The invoices are late.', [1], quotes, 20)).toBeUndefined();
  });
});
