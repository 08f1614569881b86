import type { ConnectionView, ReceiptView } from '../../src/contract/sources';
import { ADMIN_STATES } from '../../static/app/dev/fixtures/admin';
import { ok } from '../../static/app/dev/fixtures/panel';
import { SOURCE_STATES, earlierRuns } from '../../static/app/dev/fixtures/sources';
import { raiseStage } from '../../static/app/dev/open-screen';
import type { Stage } from '../../static/app/dev/open-screen';
import type { Script } from '../../static/app/dev/serve';

let stage: Stage;
beforeAll(async () => {
  stage = await raiseStage();
}, 180_000);
afterAll(async () => stage.close());

const heard = SOURCE_STATES['heard'] ?? { connectors: [], connections: [], asOf: '2025-06-30T09:00:00.000Z' };
const withRuns = (...receipts: ReceiptView[]): Script => ({
  'admin.open': () => ok(ADMIN_STATES['running'] ?? { products: [], projects: [], synthetic: false }),
  'sources.open': () => ok({ ...heard, connections: heard.connections.map((one): ConnectionView => ({ ...one, receipts })) }),
  'sources.runs': () => ok(earlierRuns),
});
const run: ReceiptView = { startedAt: '2025-06-30T08:00:00.000Z', finishedAt: '2025-06-30T08:00:04.000Z', outcome: 'complete', read: 3, kept: 2, unchanged: 0, removed: 0, skipped: { internal: 1 }, requests: 4, oldestAt: '2025-06-28T21:14:00.000Z', newestAt: '2025-06-30T07:52:00.000Z', gaps: [{ from: '2024-06-30T00:00:00.000Z', to: '2024-07-14T00:00:00.000Z', reason: 'shown for a week only' }] };

async function factsOf(script: Script): Promise<readonly string[]> {
  const { page, complaints } = await stage.open('admin.html', script);
  await page.getByText(/^Runs: the last/).click();
  await page.locator('.rs-run > summary').first().click();
  const facts = await page.locator('.rs-run-facts').first().locator('div').evaluateAll((rows) => rows.map((row) => [...row.children].map((part) => part.textContent).join(': ')));
  const [line = ''] = await page.locator('.rs-run > summary').first().allInnerTexts();
  expect(complaints).toEqual([]);
  await page.close();
  return [line.split(/\s+/).join(' '), ...facts];
}

describe('the runs of a source', () => {
  it('say everything that a receipt says, and that a total was not told rather than a nought', async () => {
    expect(await factsOf(withRuns(run))).toEqual([
      '08:00 UTC read to the end 3 read, 2 new or changed', 'Total at the source: not told by the vendor', 'Read: 3 records', 'Kept: 2 new or changed, 0 as before', 'Left out: 1 internal, not for customers',
      'Gone at the source: none that we know of', 'Oldest and newest: 28 Jun 2025 to 30 Jun 2025', 'Lost for good: 30 Jun 2024 to 14 Jul 2024: shown for a week only', 'Asked: 4 requests in 4 s',
    ]);
    expect(await factsOf(withRuns({ ...run, totalAtSource: 12_034 }))).toContain('Total at the source: 12,034');
  });

  it('call nothing that was not believed nothing new', async () => {
    const facts = await factsOf(withRuns({ ...run, outcome: 'blind', blindBecause: 'source/unreadable', read: 0, kept: 0, skipped: {}, gaps: [] }));
    expect(facts).toEqual(['08:00 UTC not believed it was not heard', 'Total at the source: not told in this run', 'Read: nothing that can be believed', 'Asked: 4 requests in 4 s']);
  });

  it('go on to earlier ones and to days, each once, until there is nothing before', async () => {
    const { page, harness } = await stage.open('admin.html', withRuns(run));
    await page.getByText(/^Runs: the last/).click();
    await page.getByRole('button', { name: 'Show earlier runs' }).click();
    await page.getByText('Nothing was read before.').waitFor();
    expect(await page.locator('.rs-run-when').allInnerTexts()).toEqual(['08:00 UTC', '29 Jun, 21:00 UTC', '20 May 2025']);
    expect(harness.calls.find(({ endpoint }) => endpoint === 'sources.runs')?.input).toEqual({ id: 'desk', before: run.startedAt });
  });
});
