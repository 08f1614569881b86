import { worldOf, type Issue } from '../../host/sources/github/world';
import { github } from '../../src/connectors/github';
import { CONNECTION, openBench, type SourceBench } from './bench-source';

const HOUR = 3_600_000;

/** One issue of a customer, which others may rename and edit. */
async function open(seed: string): Promise<{ readonly bench: SourceBench; readonly id: string; readonly issue: Issue; readonly touch: (change: Partial<Issue>) => Promise<void> }> {
  const issues: Issue[] = [];
  const bench = await openBench(github, (needs) => worldOf(needs, { repo: 'harbor/mail', key: 'github_pat_key', issues }), seed);
  const id = bench.world.speak('Every second row is missing.');
  const [issue] = issues;
  if (issue === undefined) throw new Error('no issue');
  const touch = async (change: Partial<Issue>): Promise<void> => {
    bench.clock.advance(HOUR);
    Object.assign(issue, change, { updated: Math.floor(Date.parse(bench.clock.now()) / 1000) * 1000 });
    await bench.poll();
  };
  return { bench, id, issue, touch };
}

const missed = async (bench: SourceBench): Promise<readonly (string | undefined)[]> =>
  (await bench.needs.connections.pageUnseen(CONNECTION, '9999', undefined, 100)).flatMap((one) => (one.skipped === undefined ? [] : [`${one.externalId} ${one.skipped}`]));

describe('an issue that others renamed', () => {
  const ME = 'author';
  it.each<[string, readonly (readonly [from: string, by: string])[], string, string]>([
    ['nobody', [], 'Export', 'Export'],
    ['one of us', [['Rows vanish', 'joan']], '[Bug] CSV export', 'Rows vanish'],
    ['two of us', [['Rows vanish', 'joan'], ['[Bug] Rows', 'bo']], '[Bug] CSV export', 'Rows vanish'],
    ['its author', [['Rows vanish', ME]], 'Rows vanish in CSV', 'Rows vanish in CSV'],
    ['its author after one of us', [['Rows vanish', 'joan'], ['[Bug] CSV', ME]], 'Rows vanish in CSV', 'Rows vanish in CSV'],
    ['one of us after its author', [['Rows', ME], ['Rows vanish', 'joan']], '[Bug] CSV export', 'Rows vanish'],
  ])('keeps the title that its author gave it, renamed by %s', async (_who, renames, title, expected) => {
    const { bench, id, issue, touch } = await open('renames');
    await touch({ title, renames: renames.map(([from, by]) => ({ from, by: by === ME ? `U${issue.user}` : by })) });
    expect((await bench.stored()).get(id)).toBe(`${expected}\nEvery second row is missing.`);
  });
});

describe('an issue that others edited', () => {
  it('keeps the words of its author that are known; newer ones are missed until its author edits it again', async () => {
    const { bench, id, issue, touch } = await open('edits');
    await bench.cycle();
    await touch({ body: 'Every second row is missing. Workaround: use the beta.', editor: 'joan' });
    expect((await bench.stored()).get(id)).toBe('An issue\nEvery second row is missing.');
    expect(await missed(bench)).toEqual([`newer:${id} unreadable: whose words`]);
    expect(await bench.coverage()).toBe('gap');
    await touch({ body: 'Every second row is missing, in the beta too.', editor: `u${issue.user}` });
    expect((await bench.stored()).get(id)).toBe('An issue\nEvery second row is missing, in the beta too.');
    expect([await missed(bench), await bench.coverage()]).toEqual([[], 'complete']);
  });

  it('is never taken for its author\'s, where nothing else is known of it', async () => {
    const { bench, id, touch } = await open('edited before');
    await touch({ body: 'We know that CSV export loses rows.', editor: 'joan' });
    expect([...(await bench.stored()).keys()]).toEqual([]);
    expect(await missed(bench)).toEqual([`${id} unreadable: whose words`]);
  });

  it('costs one request more where something changed, and none where nothing did', async () => {
    const { bench, touch } = await open('cost');
    await bench.cycle(3);
    const asked = async (what: () => Promise<void>): Promise<readonly string[]> => {
      const before = bench.arrivals.length;
      await what();
      return bench.arrivals.slice(before).map(({ path }) => path.split('/').at(-1) ?? '');
    };
    expect(await asked(() => bench.cycle())).toEqual(['issues', 'graphql']);
    expect(await asked(() => touch({ label: 'bug' }))).toEqual(['issues', 'graphql', 'comments', 'graphql']);
  });
});
