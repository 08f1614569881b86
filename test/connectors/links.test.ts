import { acceptLoss } from '../../src/ingest/sources/change-source';
import { anIssue } from '../build/stored';
import { CONNECTION, openBench, PRODUCT, type SourceBench } from './bench-source';
import { findConnectors, linkingFolders } from './find-connectors';

const ISSUE = { id: '100', key: 'TB-1' };

async function open(folder: string): Promise<SourceBench> {
  const found = (await findConnectors()).find((one) => one.folder === folder);
  if (found?.openWorld === undefined) throw new Error(`no world for ${folder}`);
  const bench = await openBench(found.connector, found.openWorld, `links of ${folder}`);
  await bench.ports.stores.issues.saveIssues(PRODUCT, [anIssue(ISSUE.id, ISSUE.key)], bench.clock.now());
  return bench;
}

/** Read twice a day. */
async function days(bench: SourceBench, count: number): Promise<void> {
  for (let half = 0; half < 2 * count + 1; half += 1) {
    bench.clock.advance(11 * 3_600_000);
    await bench.cycle();
  }
}

async function said(bench: SourceBench): Promise<readonly string[]> {
  const decisions = await bench.ports.stores.decisions.decisionsOfIssue(PRODUCT, ISSUE.id);
  return decisions.map((one) => `${one.signal.slice(CONNECTION.length + 1)} ${one.verdict} ${one.by}`).sort();
}

const bySource = (id: string): string => `${id} confirmed source:${CONNECTION}`;

describe.each(linkingFolders())('links that people made in %s', (folder) => {
  it('are confirmed evidence, said by the source; one taken back there loses its confirmation within a week, and the receipt counts it', async () => {
    const bench = await open(folder);
    const [one, two] = ['export fails', 'sync fails', 'print fails'].map((text) => bench.world.speak(text)) as [string, string];
    bench.world.link?.(one, ISSUE);
    bench.world.link?.(two, ISSUE);
    await bench.cycle(2);
    expect(await said(bench)).toEqual([bySource(one), bySource(two)].sort());
    bench.world.unlink?.(one, ISSUE);
    await days(bench, 8);
    expect(await said(bench)).toEqual([bySource(two)]);
    const receipts = await bench.needs.connections.listReceipts(CONNECTION, 500);
    expect(receipts.reduce((sum, receipt) => sum + (receipt.linksConfirmed ?? 0), 0)).toBe(2);
    expect(receipts.reduce((sum, receipt) => sum + (receipt.linksWithdrawn ?? 0), 0)).toBe(1);
  });

  it('leave a person\'s own word alone, and what stood below it does not come back', async () => {
    const bench = await open(folder);
    const [one, two, three] = ['export fails', 'sync fails', 'print fails'].map((text) => bench.world.speak(text)) as [string, string, string];
    bench.world.link?.(one, ISSUE);
    bench.world.link?.(two, ISSUE);
    await bench.cycle(2);
    const decide = (id: string, verdict: 'confirmed' | 'rejected'): Promise<void> => bench.ports.stores.decisions.saveDecision(PRODUCT, { signal: `${CONNECTION}:${id}`, issue: ISSUE.id, verdict, at: bench.clock.now(), by: 'person' });
    await decide(one, 'confirmed');
    await decide(two, 'rejected');
    await decide(three, 'confirmed');
    bench.world.unlink?.(one, ISSUE);
    await days(bench, 8);
    expect(await said(bench)).toEqual([`${one} confirmed person`, `${two} rejected person`, `${three} confirmed person`].sort());
    await bench.ports.stores.decisions.undoDecision(PRODUCT, `${CONNECTION}:${one}`, ISSUE.id, 'person', bench.clock.now());
    await days(bench, 8);
    expect(await said(bench)).toEqual([`${two} rejected person`, `${three} confirmed person`].sort());
  });

  it('stay while the list shows (nearly) none of them at once, until a person says that it is so', async () => {
    const bench = await open(folder);
    const ids = Array.from({ length: 8 }, (_, index) => bench.world.speak(`words of customer ${index}`));
    for (const id of ids) bench.world.link?.(id, ISSUE);
    await bench.cycle(2);
    const feed = findFeed(bench);
    Object.assign(bench.needs, { findConnector: () => ({ ...feed, links: async () => ({ items: [], checkpoint: {}, isLast: true, isWhole: true }) }) });
    await days(bench, 8);
    expect(await said(bench)).toHaveLength(8);
    await acceptLoss(bench.needs, CONNECTION);
    await days(bench, 1);
    expect(await said(bench)).toEqual([]);
  });
});

describe.each(linkingFolders())('links of %s of which one cannot be read', (folder) => {
  const linked = async (): Promise<readonly [SourceBench, readonly string[]]> => {
    const bench = await open(folder);
    const ids = Array.from({ length: 4 }, (_, index) => bench.world.speak(`words of customer ${index}`));
    for (const id of ids) bench.world.link?.(id, ISSUE);
    await bench.cycle(2);
    return [bench, ids];
  };
  /** From now on one link comes so that only its record, or not even that, can be told. */
  const breakOne = (bench: SourceBench, isNamed: boolean): void => {
    const connector = findFeed(bench);
    const { links } = connector;
    let broken: string | undefined;
    Object.assign(bench.needs, { findConnector: () => ({ ...connector, links: async (...asked: Parameters<NonNullable<typeof links>>) => {
      const page = await links?.(...asked);
      const [first] = page?.items ?? [];
      if (page === undefined) throw new RangeError('no links');
      const groupOf = ({ from }: (typeof page.items)[number]): string => ('group' in from ? from.group : from.externalId);
      broken ??= first === undefined ? undefined : groupOf(first);
      const left = page.items.filter((one) => groupOf(one) === broken);
      return { ...page, items: page.items.filter((one) => !left.includes(one)), ...(page.listedFor === undefined ? {} : { listedFor: page.listedFor.filter((id) => id !== broken) }), skipped: left.length === 0 || broken === undefined ? [] : [{ externalId: isNamed ? broken : 'unreadable-1', revision: '', reason: 'unreadable: created_at', ...(isNamed ? {} : { isUnnamed: true as const }) }] };
    } }) });
  };

  it('keeps the confirmation that it made, and takes back what was taken back', async () => {
    const [bench, ids] = await linked();
    breakOne(bench, true);
    bench.world.unlink?.(ids[3] ?? '', ISSUE);
    await days(bench, 9);
    expect(await said(bench)).toHaveLength(3);
  });

  it('keeps them all where nobody can tell which it is, and says so', async () => {
    const [bench, ids] = await linked();
    breakOne(bench, false);
    await days(bench, 9);
    expect(await said(bench)).toEqual(ids.map(bySource).sort());
    expect((await bench.needs.connections.findFeed(CONNECTION, 'links')).blind?.reason).toBe('links-unread');
  });
});

function findFeed(bench: SourceBench): NonNullable<ReturnType<SourceBench['needs']['findConnector']>> {
  const connector = bench.needs.findConnector(bench.world.connector);
  if (connector === undefined) throw new Error('no connector');
  return connector;
}

describe('links in Jira', () => {
  it('that are gone when their request is read again are taken back at once', async () => {
    const bench = await open('jira');
    const id = bench.world.speak('export fails');
    bench.world.link?.(id, ISSUE);
    await bench.cycle(2);
    bench.world.unlink?.(id, ISSUE);
    bench.world.rewrite(id, 'export fails again');
    await days(bench, 2);
    expect(await said(bench)).toEqual([]);
  });

  it('to an issue that we do not see say nothing, and take nothing back', async () => {
    const bench = await open('jira');
    const id = bench.world.speak('export fails');
    bench.world.link?.(id, ISSUE);
    await bench.cycle(2);
    bench.world.link?.(id, { id: '999', key: 'OTHER-1' });
    bench.world.unlink?.(id, ISSUE);
    bench.world.rewrite(id, 'export fails again');
    await days(bench, 8);
    expect(await said(bench)).toEqual([bySource(id)]);
  });
});

describe('an address of another Jira site', () => {
  it.each(['github', 'intercom'])('in %s confirms nothing: our issue of the same key is another one', async (folder) => {
    const bench = await open(folder);
    const id = bench.world.speak('export fails');
    bench.world.link?.(id, ISSUE);
    const told = bench.world.answer;
    Object.assign(bench.world, {
      answer: (call: Parameters<typeof told>[0]) => {
        const reply = told(call);
        return { ...reply, body: JSON.parse(JSON.stringify(reply.body).replaceAll('//acme.atlassian.net', '//another.atlassian.net')) as unknown };
      },
    });
    await days(bench, 1);
    expect(await said(bench)).toEqual([]);
    Object.assign(bench.world, { answer: told });
    await days(bench, 8);
    expect(await said(bench)).toEqual([bySource(id)]);
  });
});
