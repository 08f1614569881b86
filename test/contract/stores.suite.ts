import { importedIssueId } from '../../src/domain/issue';
import type { Stores } from '../../src/ports/stores';
import { aDigest, aLink, aRun, aSignal, anIssue, aTheme, anImportRun } from '../build/stored';

const T1 = '2025-07-01T00:00:00.000Z';
const T2 = '2025-07-02T00:00:00.000Z';
const T3 = '2025-07-03T00:00:00.000Z';

/** What every set of stores does, whatever it is made of. `open` answers empty stores. */
export function storesSuite(name: string, open: () => Promise<Stores>): void {
  describe(`stores: ${name}`, () => {
    let stores: Stores;
    beforeEach(async () => {
      stores = await open();
    });

    describe('products', () => {
      it('finds the product that owns a project, and refuses a project that another product has', async () => {
        await stores.products.saveProduct({ id: 'mail', name: 'Mail', projects: ['TB', 'CAL'] });
        await stores.products.saveProduct({ id: 'mail', name: 'Mail app', projects: ['TB', 'CAL'] });
        expect(await stores.products.findProductOfProject('CAL')).toEqual({ id: 'mail', name: 'Mail app', projects: ['TB', 'CAL'] });
        expect(await stores.products.findProductOfProject('ZZ')).toBeUndefined();
        await expect(stores.products.saveProduct({ id: 'other', name: 'Other', projects: ['TB'] })).rejects.toThrow('belongs to mail');
        expect(await stores.products.listProducts()).toHaveLength(1);
      });

      it('keeps sources and coverage by product', async () => {
        const source = { id: 'forum', product: 'mail', kind: 'file', name: 'Forum', visibility: 'counts' } as const;
        await stores.products.saveSource(source);
        await stores.products.saveSource({ ...source, name: 'The forum' });
        expect(await stores.products.listSources('mail')).toEqual([{ ...source, name: 'The forum' }]);
        expect(await stores.products.listSources('other')).toEqual([]);
        const coverage = {
          source: 'forum', name: 'Forum', kind: 'file', total: 12, totalBy: 'offered', read: 12, kept: 10, skipped: { 'not a date': 2 },
          oldestAt: T1, newestAt: T2, lastReadAt: T3, readAgainBy: '2025-07-03T06:00:00.000Z', readSince: T1, gaps: [{ from: T1, reason: 'down' }, { from: T1, to: T2, reason: 'limit' }], outages: [{ from: T1, to: T3, reason: 'unreadable' }], filled: [{ from: T1, to: T2, file: 'reviews-2024.csv' }],
        } as const;
        await stores.products.saveCoverage('mail', { ...coverage, kept: 1 });
        await stores.products.saveCoverage('mail', coverage);
        await stores.products.saveCoverage('other', { source: 'a', name: 'A', kind: 'file', total: 0, totalBy: 'source', read: 0, kept: 0, skipped: {}, gaps: [] });
        expect(await stores.products.listCoverage('mail')).toEqual([coverage]);
        const { readSince: _all, ...whole } = coverage;
        const { readAgainBy: _never, ...handedIn } = whole;
        for (const one of [{ ...coverage, nothingBefore: true } as const, whole, { ...handedIn, held: { from: T1, to: T2 } }, { ...whole, held: { from: T1 }, nothingBefore: true } as const]) {
          await stores.products.saveCoverage('mail', one);
          expect(await stores.products.listCoverage('mail')).toEqual([one]);
        }
        await stores.products.saveSource({ ...source, product: 'other', id: 'a' });
        await stores.products.dropSource('mail', 'forum');
        expect([await stores.products.listCoverage('mail'), await stores.products.listSources('mail')]).toEqual([[], []]);
        expect([(await stores.products.listCoverage('other')).length, (await stores.products.listSources('other')).length]).toEqual([1, 1]);
      });
    });

    it('keeps which issues lost customers with a source, the last time each, until an admin says that they count for nothing', async () => {
      expect(await stores.evidence.listRemoved('mail')).toEqual(new Map());
      await stores.evidence.noteRemoved('mail', ['1', '2'], T1);
      await stores.evidence.noteRemoved('mail', ['2', '3'], T2);
      await stores.evidence.noteRemoved('other', ['1'], T3);
      await stores.evidence.noteRemoved('mail', [], T3);
      expect(await stores.evidence.listRemoved('mail')).toEqual(new Map([['1', T1], ['2', T2], ['3', T2]]));
      await stores.evidence.forgetRemoved('mail');
      expect([await stores.evidence.listRemoved('mail'), await stores.evidence.listRemoved('other')]).toEqual([new Map(), new Map([['1', T3]])]);
    });

    describe('signals', () => {
      it('keeps every field of a signal, and leaves absent ones absent', async () => {
        const whole = aSignal('1', {
          title: 'Título "quoted" \\ 😀', text: 'line\nשלום 🚀', author: 'a1', account: 'acme', locale: 'en-US', url: 'https://x.test/1',
          rating: 2.5, value: 1e6, reactions: 12, status: 'open', version: '128.0', visibility: 'counts',
        });
        const bare = aSignal('2', { kind: 'did', event: 'feature-used:export' });
        await stores.signals.saveSignals('mail', [whole, bare], T1);
        expect(await stores.signals.findSignals('mail', [bare.id, 'forum:none', whole.id, bare.id])).toEqual([bare, whole]);
      });

      it('takes a signal again that the source shows after all, and leaves a live one alone', async () => {
        await stores.signals.saveSignals('mail', [aSignal('1'), aSignal('2')], T1);
        await stores.signals.removeSignals('mail', [aSignal('1').id], T2);
        expect(await stores.signals.saveSignals('mail', [aSignal('1')], T2)).toEqual(['unchanged']);
        await stores.signals.readmitSignals('mail', [aSignal('1').id, aSignal('2').id, 'forum:none']);
        expect(await stores.signals.countSignals('mail')).toBe(1);
        expect(await stores.signals.saveSignals('mail', [aSignal('1')], T3)).toEqual(['added']);
        expect(await stores.signals.countSignals('mail')).toBe(2);
      });

      it('shows every signal of a source to whom it may be shown now, and no other source\'s', async () => {
        const other = { ...aSignal('3'), id: 'desk:3', source: 'desk' };
        await stores.signals.saveSignals('mail', [aSignal('1'), aSignal('2'), other], T1);
        await stores.signals.showSource('mail', 'forum', 'hidden');
        expect((await stores.signals.findSignals('mail', [aSignal('1').id, aSignal('2').id, other.id])).map((one) => `${one.id} ${one.visibility}`).sort()).toEqual(['desk:3 open', 'forum:1 hidden', 'forum:2 hidden']);
        await stores.signals.saveSignals('mail', [aSignal('1')], T2);
        expect((await stores.signals.findSignals('mail', [aSignal('1').id]))[0]?.visibility).toBe('open');
      });

      it('says what happened to each row, and the newest content wins', async () => {
        const one = aSignal('1', { text: 'first' });
        expect(await stores.signals.saveSignals('mail', [one, aSignal('2')], T1)).toEqual(['added', 'added']);
        expect(await stores.signals.saveSignals('mail', [aSignal('2'), { ...one, text: 'second' }], T2)).toEqual(['unchanged', 'changed']);
        expect((await stores.signals.findSignals('mail', [one.id]))[0]?.text).toBe('second');
        expect(await stores.signals.countSignals('mail')).toBe(2);
      });

      it('of one id given twice in a call the last counts', async () => {
        const rows = [aSignal('1', { text: 'old' }), aSignal('1', { text: 'new' }), aSignal('1', { text: 'new' })];
        expect(await stores.signals.saveSignals('mail', rows, T1)).toEqual(['unchanged', 'unchanged', 'added']);
        expect((await stores.signals.findSignals('mail', ['forum:1']))[0]?.text).toBe('new');
      });

      it('gives a repeated call the answers of the first', async () => {
        await stores.signals.saveSignals('mail', [aSignal('1', { text: 'old' })], T1);
        const rows = [aSignal('1', { text: 'new' }), aSignal('2')];
        expect(await stores.signals.saveSignals('mail', rows, T2)).toEqual(['changed', 'added']);
        expect(await stores.signals.saveSignals('mail', rows, T2)).toEqual(['changed', 'added']);
        expect(await stores.signals.saveSignals('mail', rows, T3)).toEqual(['unchanged', 'unchanged']);
      });

      it('pages through all in order of id, each once, also ids that differ in case or lie beyond the basic plane', async () => {
        const ids = ['a', 'A', 'b', '😀', '\uFB01', 'z', 'ä'];
        await stores.signals.saveSignals('mail', ids.map((id) => aSignal(id)), T1);
        const seen: string[] = [];
        for (let after: string | undefined, pages = 0; pages < 20; pages += 1) {
          const page = await stores.signals.pageSignals('mail', after, 2);
          expect(page.rows.length).toBeLessThanOrEqual(2);
          seen.push(...page.rows.map((signal) => signal.externalId));
          if (page.next === undefined) break;
          after = page.next;
        }
        expect(seen).toEqual(['A', 'a', 'b', 'z', 'ä', '\uFB01', '😀']);
      });

      it('answers large texts in pages that fit', async () => {
        const text = 'x'.repeat(64_000);
        const many = Array.from({ length: 120 }, (_, index) => aSignal(String(1000 + index), { text }));
        await stores.signals.saveSignals('mail', many, T1);
        let rows = 0;
        for (let after: string | undefined; ; ) {
          const page = await stores.signals.pageSignals('mail', after, 1000);
          rows += page.rows.length;
          after = page.next;
          if (after === undefined) break;
        }
        expect(rows).toBe(120);
        expect(await stores.signals.findSignals('mail', many.map((signal) => signal.id))).toHaveLength(120);
      });

      it('keeps products apart', async () => {
        await stores.signals.saveSignals('mail', [aSignal('1')], T1);
        expect(await stores.signals.saveSignals('other', [aSignal('1', { text: 'theirs' })], T1)).toEqual(['added']);
        expect(await stores.signals.countSignals('mail')).toBe(1);
        expect((await stores.signals.findSignals('mail', ['forum:1']))[0]?.text).not.toBe('theirs');
      });

      it('forgets a removed signal for good, also when it is offered again', async () => {
        await stores.signals.saveSignals('mail', [aSignal('1'), aSignal('2')], T1);
        await stores.signals.removeSignals('mail', ['forum:1'], T2);
        expect(await stores.signals.countSignals('mail')).toBe(1);
        expect(await stores.signals.findSignals('mail', ['forum:1'])).toEqual([]);
        expect(await stores.signals.saveSignals('mail', [aSignal('1', { text: 'late delivery' })], T3)).toEqual(['unchanged']);
        expect((await stores.signals.pageSignals('mail', undefined, 10)).rows.map((signal) => signal.id)).toEqual(['forum:2']);
      });

      it('keeps the newest of several versions, whoever writes it last, and says what was older', async () => {
        const version = (order: string, text: string, id = '1') => ({ signal: aSignal(id, { text }), order });
        expect(await stores.signals.saveNewest('mail', [version('2', 'second'), version('1', 'first'), version('1', 'other', '2')], T1)).toEqual(['unchanged', 'added', 'added']);
        expect(await stores.signals.saveNewest('mail', [version('1', 'first')], T2)).toEqual(['older']);
        expect(await stores.signals.saveNewest('mail', [version('2', 'second')], T2)).toEqual(['unchanged']);
        expect(await stores.signals.saveNewest('mail', [version('3', 'third')], T2)).toEqual(['changed']);
        // As a job that ran twice.
        expect(await stores.signals.saveNewest('mail', [version('3', 'third')], T2)).toEqual(['changed']);
        expect((await stores.signals.findSignals('mail', ['forum:1', 'forum:2'])).map((one) => one.text)).toEqual(['third', 'other']);
        // Sent again in the same words: no change, and from now on an older one is older than that.
        expect(await stores.signals.saveNewest('mail', [version('5', 'third')], T3)).toEqual(['unchanged']);
        expect(await stores.signals.saveNewest('mail', [version('4', 'fourth')], T3)).toEqual(['older']);
        expect(await stores.signals.firstAdded('mail', ['forum'], { since: T3, from: T1 })).toBeUndefined();
        // Stored by somebody who tells no order: any version is newer.
        await stores.signals.saveSignals('mail', [aSignal('3', { text: 'from a file' })], T1);
        expect(await stores.signals.saveNewest('mail', [version('1', 'sent', '3')], T2)).toEqual(['changed']);
      });

      it('keeps the newest, and what is gone gone, where several write at once', async () => {
        const orders = ['3', '5', '1', '4', '2'];
        const write = (id: string, order: string): Promise<unknown> => stores.signals.saveNewest('mail', [{ signal: aSignal(id, { text: `version ${order}` }), order }], T1);
        await Promise.all(orders.map((order) => write('1', order)));
        await Promise.all([...orders.map((order) => write('1', `6${order}`)), ...orders.map((order) => write('2', order)), stores.signals.buryIds('mail', 'forum', ['forum:2'], T2), write('2', '9')]);
        expect((await stores.signals.pageSignals('mail', undefined, 10)).rows.map((one) => [one.id, one.text])).toEqual([['forum:1', 'version 65']]);
      });

      it('buries ids for good, whether they came or not', async () => {
        await stores.signals.saveSignals('mail', [aSignal('1')], T1);
        await stores.signals.buryIds('mail', 'forum', ['forum:1', 'forum:2'], T2);
        await stores.signals.buryIds('mail', 'forum', ['forum:2'], T3);
        expect(await stores.signals.saveNewest('mail', ['1', '2'].map((id) => ({ signal: aSignal(id), order: '9' })), T3)).toEqual(['older', 'older']);
        expect(await stores.signals.saveSignals('mail', [aSignal('2')], T3)).toEqual(['unchanged']);
        expect([await stores.signals.countSignals('mail'), await stores.signals.findSignals('mail', ['forum:1', 'forum:2']), (await stores.signals.spanOfSource('mail', 'forum')).signals]).toEqual([0, [], 0]);
      });

      it('measures one source', async () => {
        await stores.signals.saveSignals('mail', [aSignal('1', { at: T2 }), aSignal('2', { at: T1 }), aSignal('9', { at: T3 }, 'store')], T3);
        expect(await stores.signals.spanOfSource('mail', 'forum')).toEqual({ signals: 2, oldestAt: T1, newestAt: T2 });
        expect(await stores.signals.spanOfSource('mail', 'none')).toEqual({ signals: 0 });
        expect(await stores.signals.daysOfSource('mail', 'forum')).toEqual([{ day: T1.slice(0, 10), signals: 1 }, { day: T2.slice(0, 10), signals: 1 }]);
        expect(await stores.signals.daysOfSource('mail', 'none')).toEqual([]);
      });

      it('finds when the earliest was said of what was added since, not of what was edited only, is gone or comes from elsewhere', async () => {
        await stores.signals.saveSignals('mail', [aSignal('1', { at: T2 }), aSignal('2', { at: T1 })], T1);
        const added = (sources: readonly string[], from = T1) => stores.signals.firstAdded('mail', sources, { since: T2, from });
        expect(await added(['forum'])).toBeUndefined();
        await stores.signals.saveSignals('mail', [aSignal('1', { at: T2, text: 'edited' }), aSignal('3', { at: T3 }), aSignal('4', { at: T1 }), aSignal('9', { at: T1 }, 'store')], T2);
        expect([await added(['forum', 'none']), await added(['forum'], T2), await added(['none']), await added([])]).toEqual([T1, T3, undefined, undefined]);
        await stores.signals.removeSignals('mail', ['forum:4'], T3);
        expect(await added(['forum'])).toBe(T3);
      });

      it('takes more rows than one statement may hold', async () => {
        const many = Array.from({ length: 1203 }, (_, index) => aSignal(String(index)));
        expect(new Set(await stores.signals.saveSignals('mail', many, T1))).toEqual(new Set(['added']));
        expect(new Set(await stores.signals.saveSignals('mail', many, T2))).toEqual(new Set(['unchanged']));
        expect(await stores.signals.countSignals('mail')).toBe(1203);
      });
    });

    describe('issues and releases', () => {
      it('keeps an issue with all its fields and knows its product', async () => {
        const issue = anIssue('10001', 'TB-1', { description: 'd "x"', votes: 3, labels: ['a'], fixVersions: ['1.0'], parent: '10000', visibility: 'hidden' });
        expect(await stores.issues.saveIssues('mail', [issue], T1)).toEqual(['added']);
        expect(await stores.issues.saveIssues('mail', [{ ...issue }], T2)).toEqual(['unchanged']);
        expect(await stores.issues.saveIssues('mail', [{ ...issue, status: 'Done', statusCategory: 'done' }], T3)).toEqual(['changed']);
        expect(await stores.issues.findIssue('10001')).toEqual({ product: 'mail', issue: { ...issue, status: 'Done', statusCategory: 'done' } });
        expect(await stores.issues.findIssue('404')).toBeUndefined();
        await stores.issues.removeIssues(['10001', '404']);
        expect(await stores.issues.listIssues('mail')).toEqual([]);
      });

      it("lets Jira's own record win over an imported one, whichever came first", async () => {
        const imported = (key: string) => anIssue(importedIssueId('mail', key), key, { summary: 'from a file' });
        await stores.issues.saveIssues('mail', [imported('TB-1'), imported('TB-2')], T1);
        expect(await stores.issues.saveIssues('mail', [anIssue('10001', 'TB-1')], T2)).toEqual(['added']);
        expect(await stores.issues.saveIssues('mail', [imported('TB-1')], T3)).toEqual(['unchanged']);
        expect((await stores.issues.listIssues('mail')).map((issue) => issue.id)).toEqual(['10001', importedIssueId('mail', 'TB-2')]);
      });

      it('lists more issues than one answer may hold', async () => {
        const description = 'y'.repeat(30_000);
        const many = Array.from({ length: 150 }, (_, index) => anIssue(String(20_000 + index), `TB-${index}`, { description }));
        await stores.issues.saveIssues('mail', many, T1);
        expect(await stores.issues.listIssues('mail')).toEqual(many);
      });

      it('keeps releases by product', async () => {
        const release = { id: 'r1', product: 'mail', name: '128.0', releasedAt: T1, issues: ['TB-1'] };
        expect(await stores.issues.saveReleases([release, { id: 'r2', product: 'mail', name: 'next', issues: [] }])).toEqual(['added', 'added']);
        expect(await stores.issues.saveReleases([{ ...release, issues: ['TB-1', 'TB-2'] }, { ...release, product: 'other' }])).toEqual(['changed', 'added']);
        expect(await stores.issues.saveReleases([{ ...release, product: 'other' }])).toEqual(['unchanged']);
        expect(await stores.issues.listReleases('mail')).toEqual([
          { ...release, issues: ['TB-1', 'TB-2'] },
          { id: 'r2', product: 'mail', name: 'next', issues: [] },
        ]);
        await stores.issues.removeReleases('mail', ['r1', 'never-there']);
        expect((await stores.issues.listReleases('mail')).map((one) => one.id)).toEqual(['r2']);
        expect(await stores.issues.listReleases('other')).toHaveLength(1);
      });
    });

    describe('evidence', () => {
      it('knows nothing before the first run', async () => {
        expect(await stores.evidence.findRun('mail')).toBeUndefined();
        expect(await stores.evidence.findDigest('10001')).toBeUndefined();
        expect(await stores.evidence.listThemes('mail')).toEqual([]);
        expect(await stores.evidence.pageAssignments('mail', undefined, 10)).toEqual({ rows: [] });
      });

      it('replaces a run as a whole, and each product has its own', async () => {
        await stores.evidence.saveRun('mail', aRun({ engineVersion: '1', signals: 7, digests: [aDigest('10001', ['forum:1']), aDigest('10002', [])] }));
        await stores.evidence.saveRun('other', aRun({ engineVersion: 'o', digests: [aDigest('20001', ['forum:9'], 'other')] }));
        const next = aRun({
          engineVersion: '2', computedAt: T2, signals: 8, digests: [aDigest('10001', ['forum:2', 'forum:3'])], themes: [aTheme('t1', 1), aTheme('t2', 5)],
          assignments: [{ signal: 'forum:2', theme: 't2', fit: 0.5 }, { signal: 'forum:1', fit: 0 }],
          themeIssues: [{ theme: 't1', issue: '10001', strength: 0.2, signals: 1 }, { theme: 't2', issue: '10001', strength: 0.9, signals: 4 }],
          links: [aLink('forum:1', '10002', 2), aLink('forum:1', '10001', 1), aLink('forum:1', '3', 3), aLink('forum:1', '4', 4), aLink('forum:2', '10001', 1)],
        });
        await stores.evidence.saveRun('mail', next);
        await stores.evidence.saveRun('mail', next);
        expect(await stores.evidence.findRun('mail')).toEqual({ engineVersion: '2', computedAt: T2, signals: 8 });
        expect(await stores.evidence.findDigest('10002')).toBeUndefined();
        const digest = await stores.evidence.findDigest('10001');
        expect(digest?.evidence.map((row) => row.signal)).toEqual(['forum:2', 'forum:3']);
        expect(digest?.evidence[0]).toEqual({ ...aDigest('10001', ['forum:2']).evidence[0], visibility: 'open' });
        expect((await stores.evidence.listDigests('mail', ['404', '10001'])).map((one) => one.issue)).toEqual(['10001']);
        expect((await stores.evidence.linksOfSignals('mail', ['forum:2', 'forum:1', 'none'])).map((link) => [link.signal, link.issue])).toEqual([
          ['forum:2', '10001'], ['forum:1', '10001'], ['forum:1', '10002'], ['forum:1', '3'],
        ]);
        expect((await stores.evidence.listThemes('mail')).map((theme) => [theme.id, theme.signals, theme.openSignals])).toEqual([['t2', 5, 5], ['t1', 1, 1]]);
        expect((await stores.evidence.listThemes('mail'))[1]).toEqual({ ...aTheme('t1', 1), openSignals: 1 });
        expect((await stores.evidence.listThemeIssues('mail')).map((one) => one.theme)).toEqual(['t2', 't1']);
        expect(await stores.evidence.pageAssignments('mail', undefined, 1)).toEqual({ rows: [{ signal: 'forum:1', fit: 0, visibility: 'open' }], next: 'forum:1' });
        expect((await stores.evidence.pageAssignments('mail', 'forum:1', 10)).rows).toEqual([{ signal: 'forum:2', theme: 't2', fit: 0.5, visibility: 'open' }]);
        expect((await stores.evidence.findRun('other'))?.engineVersion).toBe('o');
        expect((await stores.evidence.findDigest('20001'))?.evidence).toHaveLength(1);
      });

      it('keeps a hundred rows of evidence an issue', async () => {
        await stores.evidence.saveRun('mail', aRun({ digests: [aDigest('10001', Array.from({ length: 130 }, (_, index) => `forum:${index}`))] }));
        expect((await stores.evidence.findDigest('10001'))?.evidence).toHaveLength(100);
      });

      it('puts the class of its signal and issue on every row, and stores nothing that derives from a hidden one', async () => {
        await stores.signals.saveSignals('mail', [aSignal('1'), aSignal('2', { visibility: 'counts' }), aSignal('3', { visibility: 'hidden' })], T1);
        await stores.issues.saveIssues('mail', [anIssue('10001', 'TB-1'), anIssue('10009', 'TB-9', { visibility: 'hidden' })], T1);
        const all = ['forum:1', 'forum:2', 'forum:3'];
        await stores.evidence.saveRun('mail', aRun({
          digests: [aDigest('10001', all), aDigest('10009', all)],
          links: all.flatMap((signal) => [aLink(signal, '10009', 1), aLink(signal, '10001', 2)]),
          themes: [{ ...aTheme('t1', 3), exemplars: all }],
          assignments: all.map((signal) => ({ signal, theme: 't1', fit: 1 })),
          themeIssues: ['10001', '10009'].map((issue) => ({ theme: 't1', issue, strength: 1, signals: 2 })),
        }));
        expect((await stores.evidence.findDigest('10001'))?.evidence.map((row) => [row.signal, row.visibility])).toEqual([['forum:1', 'open'], ['forum:2', 'counts']]);
        expect(await stores.evidence.findDigest('10009')).toBeUndefined();
        expect((await stores.evidence.linksOfSignals('mail', all)).map((link) => [link.signal, link.issue, link.visibility])).toEqual([
          ['forum:1', '10001', 'open'], ['forum:2', '10001', 'counts'],
        ]);
        expect(await stores.evidence.listThemes('mail')).toMatchObject([{ signals: 2, openSignals: 1, exemplars: ['forum:1', 'forum:2'] }]);
        expect((await stores.evidence.pageAssignments('mail', undefined, 9)).rows.map((one) => one.visibility)).toEqual(['open', 'counts']);
        expect((await stores.evidence.listThemeIssues('mail')).map((one) => one.issue)).toEqual(['10001']);
      });
    });

    describe('themes', () => {
      const run = aRun({
        themes: [aTheme('t1', 2), aTheme('t2', 1)],
        assignments: [{ signal: 'forum:1', theme: 't1', fit: 0.9 }, { signal: 'forum:2', theme: 't1', fit: 0.8 }, { signal: 'store:3', theme: 't2', fit: 0.7 }, { signal: 'forum:4', fit: 0 }],
      });
      beforeEach(async () => {
        const signals = [aSignal('1', { at: T1, account: 'acme', title: 'words' }), aSignal('2', { at: T2, visibility: 'counts' }), aSignal('3', {}, 'store'), aSignal('4')];
        await stores.signals.saveSignals('mail', signals, T1);
        await stores.evidence.saveRun('mail', run);
      });

      it('lists members whose words may be shown, newest first, and counts members without words', async () => {
        const query = { product: 'mail', theme: 't1' };
        expect((await stores.themes.listMembers(query, { offset: 0, limit: 5 })).map((signal) => signal.id)).toEqual(['forum:1']);
        expect(await stores.themes.countMembers(query)).toBe(1);
        const page = await stores.themes.pageMemberIds(query, undefined, 1);
        expect(page).toEqual({ rows: [{ id: 'forum:1', source: 'forum', externalId: '1', at: T1, kind: 'said', visibility: 'open', account: 'acme' }], next: 'forum:1' });
        expect((await stores.themes.pageMemberIds(query, page.next, 5)).rows.map((signal) => signal.id)).toEqual(['forum:2']);
        expect(await stores.themes.countMembers({ product: 'mail', theme: null })).toBe(1);
        expect(await stores.themes.countMembers({ product: 'mail', theme: 't2', source: 'forum' })).toBe(0);
        expect(await stores.themes.countMembers(query, 'counts')).toBe(1);
        expect(await stores.themes.countMembers({ ...query, from: T1, to: T2 })).toBe(1);
        expect(await stores.themes.countMembers({ ...query, to: T1 })).toBe(0);
        expect(await stores.themes.countMembers({ ...query, from: T2 }, 'counts')).toBe(1);
        expect((await stores.themes.findPlace('mail', 'store:3'))?.theme).toBe('t2');
        expect(await stores.themes.findPlace('mail', 'none')).toBeUndefined();
      });

      it('changes themes and places of the current run', async () => {
        await stores.themes.changeRun('mail', { themes: [{ ...aTheme('t1', 3), label: 'Merged' }], removed: ['t2'], places: [{ signal: 'store:3', theme: 't1', fit: 0.7 }] });
        expect((await stores.evidence.listThemes('mail')).map((theme) => [theme.id, theme.label, theme.signals])).toEqual([['t1', 'Merged', 3]]);
        expect(await stores.themes.findPlace('mail', 'store:3')).toEqual({ signal: 'store:3', theme: 't1', fit: 0.7, visibility: 'open' });
        await stores.themes.changeRun('mail', { themes: [], removed: [], places: [{ signal: 'forum:1', fit: 0 }] });
        expect((await stores.themes.findPlace('mail', 'forum:1'))?.theme).toBeUndefined();
      });

      it('keeps edits, oldest first, until they are taken back', async () => {
        const edit = { id: 'e1', product: 'mail', at: T2, by: 'ann', change: { kind: 'rename', theme: 't1', label: 'New' }, before: { themes: [aTheme('t1', 2)], places: [['forum:1', null]] } } as const;
        await stores.themes.saveEdit(edit);
        await stores.themes.saveEdit({ ...edit, id: 'e0', at: T3 });
        await stores.themes.saveEdit({ ...edit, by: 'bob' });
        expect(await stores.themes.listEdits('mail')).toEqual([edit, { ...edit, id: 'e0', at: T3 }]);
        expect(await stores.themes.removeEdit('mail', 'e1')).toEqual(edit);
        expect(await stores.themes.removeEdit('mail', 'e1')).toBeUndefined();
        expect(await stores.themes.listEdits('other')).toEqual([]);
      });

      it('keeps the digest of a run until it is old', async () => {
        const digest = {
          product: 'mail', computedAt: T2, unit: 'signal', unassigned: { customers: 1, signals: 1 }, planned: [],
          themes: [{ theme: { ...aTheme('t1', 2), label: '😀'.repeat(300_001) }, customers: 2, recentCustomers: 1, signals: 2, weeks: [0, 2], sources: { forum: [0, 2] }, issues: [], quotes: [{ signal: 'forum:1', at: T1, citation: { field: 'text', start: 0, end: 5 } }] }],
        } as const;
        await stores.themes.saveDigest(digest);
        await stores.themes.saveDigest({ ...digest, computedAt: T3, themes: [] });
        expect(await stores.themes.findDigest('mail', T2)).toEqual(digest);
        expect(await stores.themes.findDigest('mail', T1)).toBeUndefined();
        await stores.themes.removeOldDigests('mail', T3);
        expect(await stores.themes.findDigest('mail', T2)).toBeUndefined();
        expect((await stores.themes.findDigest('mail', T3))?.themes).toEqual([]);
      });
    });

    describe('decisions', () => {
      const decision = { signal: 'forum:1', issue: '10001', verdict: 'confirmed', at: T1, by: 'ann' } as const;

      it('has the newest decision of each pair in force, and an undo brings the one before back', async () => {
        await stores.decisions.saveDecision('mail', decision);
        await stores.decisions.saveDecision('mail', { ...decision, verdict: 'rejected', at: T2 });
        await stores.decisions.saveDecision('mail', { ...decision, issue: '10002', at: T1, verdict: 'related' });
        expect((await stores.decisions.listDecisions('mail')).map((one) => [one.issue, one.verdict])).toEqual([['10001', 'rejected'], ['10002', 'related']]);
        expect(await stores.decisions.undoDecision('mail', 'forum:1', '10001', 'bob', T3)).toBe('rejected');
        expect(await stores.decisions.decisionsOfIssue('mail', '10001')).toEqual([decision]);
        expect(await stores.decisions.undoDecision('mail', 'forum:1', '10001', 'bob', T3)).toBe('confirmed');
        expect(await stores.decisions.undoDecision('mail', 'forum:1', '10001', 'bob', T3)).toBeUndefined();
        expect(await stores.decisions.listDecisions('other')).toEqual([]);
      });

      it('answers those in force of a page of signals', async () => {
        await stores.decisions.saveDecision('mail', decision);
        await stores.decisions.saveDecision('mail', { ...decision, issue: '10002', verdict: 'related', at: T2 });
        await stores.decisions.saveDecision('mail', { ...decision, signal: 'forum:2' });
        await stores.decisions.saveDecision('mail', { ...decision, signal: 'forum:3' });
        await stores.decisions.undoDecision('mail', 'forum:3', '10001', 'ann', T2);
        const of = async (signals: readonly string[]) => (await stores.decisions.decisionsOfSignals('mail', signals)).map((one) => `${one.signal} ${one.issue} ${one.verdict}`).sort();
        expect(await of(['forum:1', 'forum:3', 'forum:1'])).toEqual(['forum:1 10001 confirmed', 'forum:1 10002 related']);
        expect(await of([...Array.from({ length: 600 }, (_, n) => `none:${n}`), 'forum:2'])).toEqual(['forum:2 10001 confirmed']);
        expect([await of([]), await stores.decisions.decisionsOfSignals('other', ['forum:1'])]).toEqual([[], []]);
      });

      it('takes a decision that is said twice once, and the same one anew after an undo', async () => {
        await stores.decisions.saveDecision('mail', decision);
        await stores.decisions.saveDecision('mail', decision);
        await stores.decisions.undoDecision('mail', 'forum:1', '10001', 'ann', T1);
        expect(await stores.decisions.listDecisions('mail')).toEqual([]);
        await stores.decisions.saveDecision('mail', decision);
        expect(await stores.decisions.listDecisions('mail')).toEqual([decision]);
      });
    });

    describe('imports', () => {
      const chunk = (seq: number, text = `{"id":"${seq}"}`) => ({ importId: 'i1', seq, firstLine: seq * 10 + 1, text });

      it('keeps a run, newest first', async () => {
        const run = anImportRun('i1', { header: 'id,at', source: 'forum', chunks: 3, finishedAt: T3 });
        await stores.imports.saveRun({ ...run, state: 'reading' });
        await stores.imports.saveRun(run);
        await stores.imports.saveRun(anImportRun('i2', { startedAt: T2 }));
        expect(await stores.imports.findRun('i1')).toEqual(run);
        expect(await stores.imports.findRun('none')).toBeUndefined();
        expect((await stores.imports.listRuns('mail', 5)).map((one) => one.id)).toEqual(['i2', 'i1']);
        expect(await stores.imports.listRuns('mail', 1)).toHaveLength(1);
        expect(await stores.imports.listRuns('other', 5)).toEqual([]);
      });

      it('hands out unread chunks in order, each until it is finished, and counts a result once', async () => {
        await stores.imports.saveRun(anImportRun('i1'));
        for (const seq of [5, 0, 1, 2, 3, 4]) await stores.imports.saveChunk(chunk(seq));
        await stores.imports.saveChunk(chunk(0, 'sent again'));
        expect((await stores.imports.listChunks('i1', 10)).map((one) => one.seq)).toEqual([0, 1, 2, 3, 4, 5]);
        expect(await stores.imports.listChunks('i1', 1)).toEqual([chunk(0)]);
        const problem = { importId: 'i1', line: 4, field: 'at', reason: 'not a date' };
        const result = { offered: 5, kept: 3, unchanged: 1, problems: [problem, { ...problem, line: 5, note: true as const }] };
        await stores.imports.finishChunk('i1', 0, result);
        await stores.imports.finishChunk('i1', 0, { ...result, offered: 50 });
        await stores.imports.finishChunk('i1', 1, { offered: 2, kept: 2, unchanged: 0, problems: [] });
        await stores.imports.saveChunk(chunk(0));
        expect((await stores.imports.listChunks('i1', 10)).map((one) => one.seq)).toEqual([2, 3, 4, 5]);
        expect(await stores.imports.findRun('i1')).toMatchObject({ offered: 7, kept: 5, unchanged: 1, rejected: 1 });
        expect(await stores.imports.countChunks('i1')).toEqual({ received: 6, finished: 2, highest: 5 });
        expect(await stores.imports.countChunks('none')).toEqual({ received: 0, finished: 0 });
      });

      it('takes away what waits to be read, and keeps what was read', async () => {
        for (const seq of [0, 1, 2]) await stores.imports.saveChunk(chunk(seq));
        await stores.imports.finishChunk('i1', 1, { offered: 2, kept: 2, unchanged: 0, problems: [] });
        await stores.imports.dropChunks('i1');
        await stores.imports.dropChunks('i1');
        expect(await stores.imports.listChunks('i1', 10)).toEqual([]);
        expect(await stores.imports.countChunks('i1')).toEqual({ received: 1, finished: 1, highest: 1 });
      });

      it('gives a chunk back as it was, also one of very many rows', async () => {
        const text = JSON.stringify(Array.from({ length: 30_000 }, (_, line) => ({ line, at: '2025-06-01T00:00:00.000Z', text: `wörds "${line}"` })));
        await stores.imports.saveChunk(chunk(0, text));
        expect((await stores.imports.listChunks('i1', 1))[0]?.text === text).toBe(true);
      });

      it('pages problems by line and counts rejections by reason', async () => {
        await stores.imports.saveChunk(chunk(0));
        const problems = [
          { importId: 'i1', line: 12, field: 'at', reason: 'not a date' },
          { importId: 'i1', line: 2, field: 'id', reason: 'missing' },
          { importId: 'i1', line: 2, field: 'at', reason: 'a note', note: true as const },
          { importId: 'i1', line: 0, field: 'colour', reason: 'unknown column', note: true as const },
          { importId: 'i1', line: 13, field: 'at', reason: 'not a date' },
        ];
        await stores.imports.finishChunk('i1', 0, { offered: 3, kept: 0, unchanged: 0, problems });
        const first = await stores.imports.pageProblems('i1', undefined, 3);
        expect(first.rows.map((one) => [one.line, one.field])).toEqual([[0, 'colour'], [2, 'at'], [2, 'id']]);
        const second = await stores.imports.pageProblems('i1', first.next, 3);
        expect(second.rows).toEqual([problems[0], problems[4]]);
        expect(second.next).toBeUndefined();
        expect(await stores.imports.countProblems('i1')).toEqual({ missing: 1, 'not a date': 2 });
      });
    });
  });
}
