import { openStores } from '../../src/platform/store/stores';
import { aDigest, aLink, aRun, aTheme } from '../build/stored';
import { openSqlDatabase, sqlEngines, type SqlDatabase } from '../fixtures/sql-database';
import { storesSuite } from './stores.suite';

describe.each(sqlEngines())('on %s', (engine) => {
  let database: SqlDatabase;
  beforeAll(async () => {
    database = await openSqlDatabase(engine);
  });
  afterAll(() => database.close());

  storesSuite(`Forge SQL on ${engine}`, async () => {
    await database.clear();
    return openStores();
  });

  describe('a run of the engine that is killed', () => {
    const run = (version: string, count: number) =>
      aRun({
        engineVersion: version,
        digests: Array.from({ length: count }, (_, index) => aDigest(`${100 + index}`, [`forum:${version}`])),
        links: Array.from({ length: count }, (_, index) => aLink(`forum:${index}`, '100', 1)),
        themes: [aTheme(`t-${version}`, 1)],
        assignments: Array.from({ length: count }, (_, index) => ({ signal: `forum:${index}`, theme: `t-${version}`, fit: 1 })),
        themeIssues: [{ theme: `t-${version}`, issue: '100', strength: 1, signals: 1 }],
      });
    const versionSeen = async (): Promise<readonly unknown[]> => {
      const { evidence } = openStores();
      return [
        (await evidence.findRun('mail'))?.engineVersion,
        (await evidence.findDigest('100'))?.evidence[0]?.signal,
        (await evidence.listThemes('mail')).map((theme) => theme.id),
        (await evidence.pageAssignments('mail', undefined, 100)).rows.length,
        (await evidence.linksOfSignals('mail', ['forum:0', 'forum:6'])).length,
        (await evidence.listThemeIssues('mail')).map((one) => one.theme),
      ];
    };
    const whole = (version: string, count: number): readonly unknown[] => [version, `forum:${version}`, [`t-${version}`], count, count > 6 ? 2 : 1, [`t-${version}`]];

    it('leaves the old run or the new one readable, whichever statement was the last, and the next run clears what it left', async () => {
      await database.clear();
      const { evidence } = openStores();
      await evidence.saveRun('mail', run('1', 7));
      database.statements();
      await evidence.saveRun('mail', run('1', 7));
      const statements = database.statements();
      for (let last = 0; last < statements; last += 1) {
        await database.clear();
        await evidence.saveRun('mail', run('1', 7));
        await evidence.saveRun('other', { ...run('o', 2), digests: [] });
        database.failAfter(last);
        await expect(evidence.saveRun('mail', run('2', 5))).rejects.toThrow('killed');
        database.failAfter(undefined);
        const seen = await versionSeen();
        expect([whole('1', 7), whole('2', 5)]).toContainEqual(seen);
        await evidence.saveRun('mail', run('3', 7));
        expect(await versionSeen()).toEqual(whole('3', 7));
        for (const table of ['digests', 'links', 'themes', 'assignments', 'theme_issues']) {
          expect(await database.run(`SELECT COUNT(DISTINCT run_no) AS n FROM ${table} WHERE product = 'mail'`)).toEqual([{ n: '1' }]);
        }
        expect((await evidence.pageAssignments('other', undefined, 10)).rows).toHaveLength(2);
      }
    }, 120_000);

    it('of two at once one is refused, and what is read is whole', async () => {
      await database.clear();
      const { evidence } = openStores();
      await evidence.saveRun('mail', run('1', 7));
      const results = await Promise.allSettled([evidence.saveRun('mail', run('2', 5)), evidence.saveRun('mail', run('3', 6))]);
      const refused = results.filter((result) => result.status === 'rejected').map((result): unknown => result.reason);
      expect(refused.length).toBeLessThan(2);
      for (const reason of refused) expect(reason).toMatchObject({ code: 'store/unavailable', retryable: true });
      expect([whole('2', 5), whole('3', 6)]).toContainEqual(await versionSeen());
      await evidence.saveRun('mail', run('4', 7));
      expect(await versionSeen()).toEqual(whole('4', 7));
    });
  });

  it('takes coverage of a source that is read by itself, written before anybody kept since when, as read since its last reading only', async () => {
    await database.clear();
    const { products } = openStores();
    const one = { source: 'desk', name: 'Desk', kind: 'zendesk', total: 1, totalBy: 'offered', read: 1, kept: 1, skipped: {}, oldestAt: '2020-01-01T00:00:00.000Z', lastReadAt: '2025-07-01T00:00:00.000Z', readAgainBy: '2025-07-01T06:00:00.000Z', gaps: [] } as const;
    await products.saveCoverage('mail', one);
    const old = JSON.stringify([{ from: one.lastReadAt, reason: 'not-read', dueAt: one.readAgainBy }]);
    await database.run(`UPDATE coverage SET gaps = '${old}' WHERE product = 'mail'`);
    expect(await products.listCoverage('mail')).toEqual([{ ...one, readSince: one.lastReadAt }]);
  });

  it('says that the store is unavailable when the database refuses, without quoting anybody', async () => {
    await database.clear();
    const { signals } = openStores();
    const long = { id: `forum:${'x'.repeat(400)}`, source: 'forum', externalId: 'x', at: '2025-07-01T00:00:00.000Z', kind: 'said', text: 'secret words', visibility: 'open' } as const;
    await expect(signals.saveSignals('mail', [long], long.at)).rejects.toMatchObject({ code: 'store/unavailable', message: expect.not.stringContaining('secret') });
  });
});
