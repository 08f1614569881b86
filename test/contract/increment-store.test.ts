import fc from 'fast-check';
import type { EngineShelf } from '../../src/domain/engine-shelf';
import { markOf } from '../../src/domain/engine-shelf';
import type { LookedAt } from '../../src/ports/increment-store';
import type { Stores } from '../../src/ports/stores';
import { shelfBytes, shelfOf } from '../../src/platform/store/shelf-bytes';
import { openStores } from '../../src/platform/store/stores';
import { aDigest, aLink, anIssue, aRun, aSignal, aTheme } from '../build/stored';
import { changingProduct, type Happening } from '../build/changing-product';
import { fakeStores } from '../fakes/stores';
import { openSqlDatabase, sqlEngines, type SqlDatabase } from '../fixtures/sql-database';

const T1 = '2025-07-01T00:00:00.000Z';
const T2 = '2025-07-02T00:00:00.000Z';

const shelves = fc.record({ texts: fc.array(fc.array(fc.tuple(fc.nat(70_000), fc.integer({ min: 1, max: 900 }), fc.integer()), { maxLength: 6 }), { maxLength: 8 }), words: fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }) }).map(({ texts, words }): EngineShelf => {
  const entries = texts.flat();
  const starts = Int32Array.from([0, ...texts.map((_, row) => texts.slice(0, row + 1).flat().length)]);
  return {
    ids: texts.map((_, row) => `forum:${row}`), marks: texts.map((_, row) => markOf(String(row))), words, themes: ['t'], places: Int32Array.from(texts, (_, row) => (row % 2) - 1),
    texts: { counts: { rows: texts.length, starts, columns: Int32Array.from(entries, ([column]) => column), weights: Float32Array.from(entries, ([, weight]) => weight) }, lengths: Float32Array.from(texts, (row) => row.length * 3), sentences: Int32Array.from(entries, ([, , bits]) => bits) },
    issues: [{ id: '1', mark: 'm', floor: 0.25, signals: texts.map((_, row) => row) }], exactCounts: [['e1234', 3]], letters: [['tb', false]], weights: [1, 0.5], shift: { offset: 0.1, slope: 1 },
  };
});

it('reads a shelf as it was written, and says that half of one is none', () => {
  fc.assert(
    fc.property(shelves, fc.double({ min: 0, max: 0.99, noNaN: true }), (shelf, share) => {
      const bytes = shelfBytes(shelf);
      expect(shelfOf(bytes)).toEqual(shelf);
      expect(() => shelfOf(bytes.subarray(0, Math.floor(bytes.length * share)))).toThrow('store:engine_shelves');
    }),
    { numRuns: 100 },
  );
});

it('marks equal texts alike and others differently, wherever one ends and the next begins', () => {
  fc.assert(fc.property(fc.array(fc.string()), fc.array(fc.string()), (a, b) => expect(markOf(...a) === markOf(...b)).toBe(JSON.stringify(a) === JSON.stringify(b))));
  expect(markOf('ab', 'c')).not.toBe(markOf('a', 'bc'));
});

const [aShelf] = fc.sample(shelves, { numRuns: 1, seed: 4 });
const looked = (id: string, over: Partial<LookedAt> = {}): LookedAt => ({ kind: 'signal', id, mark: 'm1', beside: ['1'], isNew: true, ...over });

function suite(name: string, open: () => Promise<Stores>): void {
  describe(`linking between two runs: ${name}`, () => {
    let stores: Stores;
    beforeEach(async () => {
      stores = await open();
      await stores.signals.saveSignals('mail', [aSignal('1'), aSignal('2', { visibility: 'hidden' }), aSignal('3', { visibility: 'counts' })], T1);
      await stores.issues.saveIssues('mail', [anIssue('1', 'TB-1'), anIssue('2', 'TB-2')], T1);
      await stores.evidence.saveRun('mail', aRun({ computedAt: T1, signals: 1, digests: [aDigest('1', ['forum:1']), aDigest('2', ['forum:1'])], links: [aLink('forum:1', '1', 1)], themes: [aTheme('t', 1)], assignments: [{ signal: 'forum:1', theme: 't', fit: 0.5 }] }));
    });

    it('marks every live signal with words, differently when it says or shows something else', async () => {
      await stores.signals.saveSignals('mail', [aSignal('4', { kind: 'did', event: 'x' })], T1);
      const marks = async () => new Map((await stores.signals.pageMarks('mail', undefined, 10)).rows.map((row) => [row.id, row.mark]));
      const before = await marks();
      expect([...before.keys()]).toEqual(['forum:1', 'forum:2', 'forum:3']);
      await stores.signals.saveSignals('mail', [aSignal('1'), aSignal('2', { text: 'other', visibility: 'hidden' })], T2);
      await stores.signals.removeSignals('mail', ['forum:3'], T2);
      const after = await marks();
      expect([after.get('forum:1') === before.get('forum:1'), after.get('forum:2') === before.get('forum:2'), after.has('forum:3')]).toEqual([true, false, false]);
      await stores.signals.showSource('mail', 'forum', 'counts');
      const shown = await marks();
      await stores.signals.showSource('mail', 'forum', 'open');
      expect((await marks()).get('forum:1')).not.toBe(shown.get('forum:1'));
      const first = await stores.signals.pageMarks('mail', undefined, 1);
      expect([first.next, (await stores.signals.pageMarks('mail', first.next, 1)).rows[0]?.id]).toEqual(['forum:1', 'forum:2']);
    });

    it('keeps a shelf with its run', async () => {
      expect(await stores.increments.findShelf('mail', T1)).toBeUndefined();
      await stores.increments.saveShelf('mail', T1, aShelf!);
      expect(await stores.increments.findShelf('mail', T1)).toEqual(aShelf);
      expect([await stores.increments.findShelf('mail', T2), await stores.increments.findShelf('other', T1)]).toEqual([undefined, undefined]);
      await stores.increments.removeOld('mail', T1);
      expect(await stores.increments.findShelf('mail', T1)).toEqual(aShelf);
      await stores.increments.removeOld('mail', T2);
      expect(await stores.increments.findShelf('mail', T1)).toBeUndefined();
    });

    it('writes into the current run, leaves what it does not name, and shows nothing hidden', async () => {
      const digest = { ...aDigest('1', ['forum:3', 'forum:2', 'forum:1']), computedAt: T2 };
      await stores.increments.saveIncrement('mail', T1, {
        digests: [digest], links: [aLink('forum:3', '1', 1), aLink('forum:2', '1', 1)],
        assignments: [{ signal: 'forum:3', theme: 't', fit: 0.4 }, { signal: 'forum:1', theme: 'other', fit: 1 }],
        lookedAt: [looked('forum:3'), looked('forum:2'), looked('1', { kind: 'issue', isNew: false, beside: ['forum:3'] })],
        forgotten: [],
      });
      const found = await stores.evidence.findDigest('1');
      expect(found?.evidence.map((row) => [row.signal, row.visibility])).toEqual([['forum:3', 'counts'], ['forum:1', 'open']]);
      expect(found?.computedAt).toBe(T2);
      expect((await stores.evidence.findDigest('2'))?.computedAt).toBe(aDigest('2', []).computedAt);
      expect((await stores.evidence.linksOfSignals('mail', ['forum:1', 'forum:2', 'forum:3'])).map((link) => `${link.signal} ${link.visibility}`)).toEqual(['forum:1 open', 'forum:3 counts']);
      expect((await stores.evidence.pageAssignments('mail', undefined, 10)).rows.map((one) => `${one.signal} ${one.theme}`)).toEqual(['forum:1 t', 'forum:3 t']);
      expect(await stores.increments.listLookedAt('mail', T1)).toEqual([looked('1', { kind: 'issue', isNew: false, beside: ['forum:3'] }), looked('forum:2'), looked('forum:3')]);
      await stores.increments.saveIncrement('mail', T1, { digests: [], links: [], assignments: [], lookedAt: [looked('forum:3', { mark: 'gone', beside: [], isNew: false })], forgotten: [] });
      expect((await stores.increments.listLookedAt('mail', T1)).at(-1)).toEqual(looked('forum:3', { mark: 'gone', beside: [] }));
      expect(await stores.evidence.linksOfSignals('mail', ['forum:3'])).toEqual([]);
    });

    it('forgets what was derived from an issue, and leaves signals their other links', async () => {
      const links = [aLink('forum:1', '1', 1), aLink('forum:1', '11', 2), aLink('forum:1', '2', 3), aLink('forum:3', '1', 1)];
      const run = aRun({ computedAt: T2, signals: 2, digests: [aDigest('1', ['forum:1']), aDigest('11', ['forum:1'])], links, themes: [aTheme('t', 1)], themeIssues: ['1', '11'].map((issue) => ({ theme: 't', issue, strength: 0.5, signals: 3 })) });
      await stores.evidence.saveRun('mail', run);
      await stores.increments.saveIncrement('mail', T2, { digests: [], links: [], assignments: [], lookedAt: [looked('1', { kind: 'issue', mark: 'gone', beside: [], isNew: false })], forgotten: ['1'] });
      expect((await stores.evidence.listDigests('mail', ['1', '11'])).map((digest) => digest.issue)).toEqual(['11']);
      expect((await stores.evidence.listThemeIssues('mail')).map((one) => one.issue)).toEqual(['11']);
      expect((await stores.evidence.linksOfSignals('mail', ['forum:1', 'forum:3'])).map((link) => `${link.signal} ${link.issue} ${link.rank}`)).toEqual(['forum:1 11 1', 'forum:1 2 2']);
    });

    it('reads what was looked at whole, however long its lists are', async () => {
      const beside = Array.from({ length: 100 }, (_, at) => `forum:${String(at).padStart(290, '0')}`);
      const all = Array.from({ length: 150 }, (_, at) => looked(String(at).padStart(3, '0'), { kind: 'issue', isNew: false, beside }));
      const others = Array.from({ length: 1_001 }, (_, at) => looked(`forum:${String(at).padStart(4, '0')}`));
      await stores.increments.saveIncrement('mail', T1, { digests: [], links: [], assignments: [], lookedAt: [...all, ...others], forgotten: [] });
      expect(await stores.increments.listLookedAt('mail', T1)).toEqual([...all, ...others]);
    });

    it('counts signals for the run that it knows, and refuses to write into another', async () => {
      await stores.increments.countSignals('mail', T1, 7);
      await stores.increments.countSignals('mail', T2, 9);
      expect((await stores.evidence.findRun('mail'))?.signals).toBe(7);
      await expect(stores.increments.saveIncrement('mail', T2, { digests: [], links: [], assignments: [], lookedAt: [looked('forum:3')], forgotten: [] })).rejects.toThrow('another run');
      await stores.evidence.saveRun('mail', aRun({ computedAt: T2 }));
      await stores.increments.removeOld('mail', T2);
      expect(await stores.increments.listLookedAt('mail', T1)).toEqual([]);
    });
  });
}

suite('fake', async () => fakeStores());

describe.each(sqlEngines())('over %s', (engine) => {
  let database: SqlDatabase;
  beforeAll(async () => {
    database = await openSqlDatabase(engine);
  });
  beforeEach(() => database.clear());
  afterAll(() => database.close());

  suite(engine, async () => openStores());

  const steps: readonly Happening[] = [
    { kind: 'said', who: 50, need: 0, lead: 4 }, { kind: 'edited', who: 1, need: 3, lead: 2 }, { kind: 'gone', who: 6 },
    { kind: 'issue', which: 7, title: 1 }, { kind: 'deleted', which: 4 }, { kind: 'decided', who: 2, which: 2, verdict: 'rejected' },
  ];
  const settled = async (product: Awaited<ReturnType<typeof changingProduct>>) => {
    const { digests, lookedAt, ...rest } = await product.derived();
    return { ...rest, digests: digests.map(({ computedAt: _when, ...digest }) => digest), lookedAt: lookedAt.map(({ beside, ...one }) => ({ ...one, beside: [...beside].sort() })) };
  };

  it('ends in the same rows however often it was killed in between', async () => {
    const whole = await changingProduct(openStores());
    for (const step of steps) await whole.happen(step);
    database.statements();
    await whole.keepUp();
    const statements = database.statements();
    const expected = await settled(whole);
    await database.clear();
    const killed = await changingProduct(openStores());
    for (const step of steps) await killed.happen(step);
    const ends: string[] = [];
    for (let after = 0; after < statements; after += 1) {
      database.failAfter(after);
      ends.push(await killed.keepUp().catch((error: Error) => error.message));
      database.failAfter(undefined);
    }
    await killed.keepUp();
    expect(ends.filter((end) => end === 'killed').length).toBeGreaterThan(20);
    expect(await settled(killed)).toEqual(expected);
  });
});
