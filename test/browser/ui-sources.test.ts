import type { ConnectionView, ReceiptView } from '../../src/contract/sources';
import { ADMIN_STATES } from '../../static/app/dev/fixtures/admin';
import { inboundView, keptSources, neverSent } from '../../static/app/dev/fixtures/inbound';
import { down, ok } from '../../static/app/dev/fixtures/panel';
import { leftFiles } from '../../static/app/dev/source-scenes';
import { CARD_STATES, REMEDIED, TESTS, TRANSCRIPTS } from '../../static/app/dev/fixtures/connectors';
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

const admin: Script = { 'admin.open': () => ok(ADMIN_STATES['running'] ?? { products: [], projects: [], synthetic: false }) };
async function cardOf(name: string): Promise<string> {
  const { page } = await stage.open('admin.html', { ...admin, 'sources.open': () => ok(CARD_STATES[name] ?? heard) });
  const text = await page.locator('.rs-connection').first().innerText();
  await page.close();
  return text;
}

describe('the card of a source', () => {
  it('of which a year is lost is not simply heard: the year and its reason stand on it', async () => {
    const text = await cardOf('lost-time');
    expect(text).toContain('Heard, with a gap');
    expect(text).toContain('Nothing is known of 30 Jun 2024 to 23 Jun 2025: Google shows the reviews of the last week only.');
  });

  it('whose reviews are all gone at once says how an admin ends that, and what a file can bring', async () => {
    const text = await cardOf('burst-gone');
    expect(text).toContain('or too old for it to show, say “It is really so”');
    expect(text).toContain('It is really so\n');
    expect(text).toContain('A file that holds such a time fills it: drop it below');
  });

  it('says what was left out and why, and where records without a product are placed', async () => {
    const text = await cardOf('unrouted');
    expect(text).toContain('Left out: 5,000 for which no rule names a product; 14 without words.');
    expect(text).toContain('Heard in part since 3 Jan 2025: 5,000 records are with no product or could not be read. Nothing is called silent because of them. 5,000 wait for a rule that names a product');
  });

  it('that only sends is not called heard before anything came, and offers no reading', async () => {
    const text = await cardOf('pushed');
    expect(text).toContain('Nothing came yet');
    expect(text).not.toMatch(/Heard|Read now|Runs|has nothing itself/);
    const unread = await cardOf('pushed-unread');
    expect(unread).toMatch(/Receives, nothing kept[\s\S]*4 came, none of it kept\./);
    expect(unread).not.toContain('newest');
  });

  it('that is read for the first time shows what it brings without being asked, and nothing is called nought before', async () => {
    const [running, done] = [SOURCE_STATES['first'], SOURCE_STATES['heard']];
    let asked = 0;
    const { page } = await stage.open('admin.html', { ...admin, 'sources.open': () => { asked += 1; return ok((asked < 3 ? running : done) ?? heard); } });
    await page.getByText('First read', { exact: true }).waitFor();
    expect(await page.locator('.rs-connection').innerText()).toContain('It goes on by itself, also when you leave this page.');
    await page.getByText('Heard', { exact: true }).waitFor({ timeout: 20_000 });
    await page.close();
    const never = await cardOf('never-read');
    expect(never).toContain('Nothing read yet. It was never read to its end. Tried again within the hour.');
    expect(never).not.toContain('from its beginning');
  });

  it('is not green while records stand nowhere or its companies are not read, and its schedule that stands still says since when', async () => {
    expect(await cardOf('unrouted')).toContain('Heard, not all placed');
    const { page } = await stage.open('admin.html', { ...admin, 'sources.open': () => ok(SOURCE_STATES['lists-unread'] ?? heard) });
    await page.getByText('Heard in part', { exact: true }).waitFor();
    await page.close();
    const stale = await cardOf('stale');
    expect(stale).toContain('Its next read is overdue.');
    expect(stale).toMatch(/Not heard since 20 Jun, 09:00 UTC\. .*“Read now” asks at once\./);
  });

  it('that only sends says where its address goes, that its silence is never counted, and that a pause loses what is sent meanwhile', async () => {
    const { page } = await stage.open('admin.html', { ...admin, 'sources.open': () => ok(CARD_STATES['pushed'] ?? heard) });
    const card = page.locator('.rs-connection').first();
    expect(await card.innerText()).toMatch(/its silence says nothing and is never counted[\s\S]*Interactivity & Shortcuts/);
    await card.getByRole('button', { name: 'Pause', exact: true }).click();
    expect(await card.locator('.rs-leaving').innerText()).toContain('What is sent meanwhile is refused, and does not come again by itself.');
    await page.close();
  });

  it('says what follows before a loss is called real', async () => {
    const { page, harness } = await stage.open('admin.html', { ...admin, 'sources.open': () => ok(SOURCE_STATES['shrunk'] ?? heard), 'sources.acceptLoss': () => ok({ done: true }) });
    await page.getByRole('button', { name: 'It is really so' }).click();
    expect(await page.locator('.rs-leaving').innerText()).toContain('What does not show then counts as deleted, and its quotes vanish');
    expect(harness.calls.map(({ endpoint }) => endpoint)).not.toContain('sources.acceptLoss');
    await page.getByRole('button', { name: 'Nothing is broken' }).click();
    await page.getByText('It is asked now; what comes shows here by itself.').waitFor();
    await page.close();
  });

  it('of a hundred shows those that need somebody first, and the rest on demand', async () => {
    const { page } = await stage.open('admin.html', { ...admin, 'sources.open': () => ok(CARD_STATES['huge'] ?? heard) });
    await page.getByRole('button', { name: 'Show all 100 sources' }).waitFor();
    expect(await page.locator('.rs-connection').count()).toBe(20);
    expect(await page.locator('.rs-connection').first().innerText()).toContain('Needs you');
    await page.getByRole('button', { name: 'Show all 100 sources' }).click();
    expect(await page.locator('.rs-connection').count()).toBe(100);
    await page.close();
  });
});

describe('a press that failed', () => {
  it.each([
    ['going on with a source', { 'sources.open': () => ok(CARD_STATES['paused'] ?? heard), 'sources.resume': () => down }, 'Go on reading'],
    ['throwing a file away', { ...leftFiles, 'admin.breakOffImport': () => down }, 'Throw it away'],
  ] as const)('says of %s that it was not done', async (_name, script, button) => {
    const { page } = await stage.open('admin.html', { ...admin, ...script });
    await page.getByRole('button', { name: button }).first().click();
    expect(await page.getByRole('alert').first().innerText()).toBe('Not done: what is kept here could not be reached. Try again.');
    await page.close();
  });
});

describe('what a form says', () => {
  it.each(Object.entries(TESTS).filter(([, found]) => !found.ok && found.code !== undefined))('of a test that found %s promises nothing and shows no code', async (_name, found) => {
    const { page } = await stage.open('admin.html', { ...admin, 'sources.open': () => ok(CARD_STATES['everything'] ?? heard), 'sources.test': () => ok(found) });
    await page.getByRole('button', { name: 'Connect Zendesk', exact: true }).click();
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    const said = await page.locator('.rs-connect .rs-alert').innerText();
    expect(said).not.toMatch(/every hour|source\//);
    expect(said.length).toBeGreaterThan(40);
    await page.close();
  });

  it.each(REMEDIED.filter(([name]) => /(?:forbidden|not-there)$/.test(name)).slice(0, 6))('of %s marks its field, and tells the way out once', async (_name, kind, found) => {
    const problem = found.ok ? '' : (found.problem ?? '');
    const { page, complaints } = await stage.open('admin.html', { ...admin, 'sources.open': () => ok(CARD_STATES['everything'] ?? heard), 'sources.test': () => ok(found) });
    await page.getByRole('button', { name: `Connect ${kind}`, exact: true }).click();
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    const note = page.locator('.rs-connect .rs-alert');
    const title = await note.locator('.rs-alert-title').innerText();
    expect((await note.innerText()).replace(/\s+/g, ' ').trim()).toBe(problem);
    expect(await page.locator('.rs-connect .rs-problem').innerText()).toBe(title);
    expect(await page.locator('.rs-connect [aria-invalid="true"]').count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('of a look that failed is said in words', async () => {
    const { page } = await stage.open('admin.html', { ...admin, 'sources.open': () => ok(CARD_STATES['everything'] ?? heard), 'sources.test': () => ok({ ok: true, found: '3 tickets', warnings: [] }), 'sources.preview': () => ({ ok: false, code: 'edge/bad-input', retryable: false, detail: 'source: source/unreadable' }) });
    await page.getByRole('button', { name: 'Connect Zendesk', exact: true }).click();
    await page.getByRole('button', { name: 'Show the first twenty' }).click();
    expect(await page.locator('.rs-connect .rs-problem').innerText()).toBe('Something answers at this address, but not the source: a sign-in page, for example. Check the address above.');
    await page.close();
  });

  it('of what only sends asks for no first read', async () => {
    const { page } = await stage.open('admin.html', { ...admin, 'sources.open': () => ok(CARD_STATES['everything'] ?? heard) });
    await page.getByRole('button', { name: 'Connect Slack', exact: true }).click();
    const said = await page.locator('.rs-connect').innerText();
    expect(said).not.toMatch(/First read goes back|Connect and read/);
    expect(said).toContain('Once it is connected you get the address to which it sends');
    await page.close();
  });
});

it('a transcript without names keeps nothing and asks for nothing; one that cannot be read says why', async () => {
  const drop = async (over: Script): Promise<string> => {
    const { page } = await stage.open('admin.html', { ...admin, ...over });
    await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'call.vtt', mimeType: 'text/vtt', buffer: Buffer.from('WEBVTT') });
    await page.locator('#rs-files .rs-problem, #rs-files .rs-alert').first().waitFor();
    const said = await page.locator('#rs-files').innerText();
    await page.close();
    return said;
  };
  const nameless = await drop({ 'calls.read': () => ok(TRANSCRIPTS['nameless'] ?? { format: '', turns: 0, withoutSpeaker: 0, crosstalk: 0, speakers: [], problems: [] }) });
  expect(nameless).toContain('nothing can be kept');
  expect(nameless).not.toMatch(/Day of the call|Keep what customers said/);
  expect(await drop({ 'calls.read': () => ({ ok: false, code: 'edge/bad-input', retryable: false, detail: 'text: WebVTT captions without a single cue' }) })).toContain('WebVTT captions without a single cue. Nothing of this call was kept.');
});

describe('a sender of one’s own', () => {
  it('that is silent for longer than it promised says so, also when it never sent anything', async () => {
    const { page } = await stage.open('admin.html', { ...admin, 'admin.inbound': () => ok({ ...inboundView, sources: [...inboundView.sources, neverSent] }) });
    const own = page.locator('#rs-own-systems');
    await own.getByText(/^Nothing has come since 12 Jun.*: longer than a week, so it is a gap, and nothing is called silent because of it/).waitFor();
    await own.getByText(/^Nothing has come since it was added, 20 Jun.*: longer than a day, so it is a gap/).waitFor();
    await page.close();
  });

  it('has its silence called empty only after what follows was said', async () => {
    const { page, harness } = await stage.open('admin.html', { ...admin, 'admin.inbound': () => ok(inboundView), 'admin.acceptSilence': () => ok({ ...inboundView, sources: inboundView.sources.map((one) => ({ ...one, quiet: [] })) }) });
    await page.getByRole('button', { name: 'It had nothing to send' }).click();
    expect(await page.locator('.rs-leaving').innerText()).toContain('the silence in it as an answer');
    expect(harness.calls.map(({ endpoint }) => endpoint)).not.toContain('admin.acceptSilence');
    await page.getByRole('button', { name: 'Count it as heard' }).click();
    await page.getByRole('button', { name: 'It had nothing to send' }).waitFor({ state: 'detached' });
    await page.close();
  });

  it('counts as heard since it was made, and since an earlier day only on an admin’s word', async () => {
    const { page, harness } = await stage.open('admin.html', { ...admin, 'admin.inbound': () => ok(inboundView), 'admin.sayHandedOver': () => ok({ ...inboundView, sources: inboundView.sources.map((one) => ({ ...one, heard: { from: '2024-01-01T00:00:00.000Z', isTold: true, isNothingBefore: false, earlier: 0 } })) }) });
    const own = page.locator('#rs-own-systems');
    await own.getByText(/^Heard since it was added, 2 May 2025\. 341 signals of earlier days are kept and may be quoted, and nothing is called silent in the time before\.$/).waitFor();
    await own.getByText('Say since when it handed over everything').first().click();
    // The oldest row that came is no answer: it may be the only one of its year.
    expect(await own.getByLabel('Everything that was said since').first().inputValue()).toBe('2025-05-02');
    await own.getByLabel('Everything that was said since').first().fill('2024-01-01');
    await own.getByRole('button', { name: 'It handed over everything since' }).first().click();
    await own.getByText('Heard since 1 Jan 2024: all that was said since then is handed over, as an admin said.').first().waitFor();
    expect(harness.calls.find(({ endpoint }) => endpoint === 'admin.sayHandedOver')?.input).toEqual({ source: 'telemetry', since: '2024-01-01', isNothingBefore: false });
    await page.close();
  });
});

describe('files that were read', () => {
  it('say from when to when they hold what was said, and take an admin’s word, and back', async () => {
    const { page, harness } = await stage.open('admin.html', { ...admin, 'admin.keptSources': () => ok(keptSources), 'admin.sayHeldTime': () => ok(keptSources) });
    const kept = page.locator('#rs-kept-sources');
    await kept.getByText(/^By its rows it holds what was said from 1 Jul 2024 to 30 Jun 2025: silence in that time is an answer, at any other time it is none\. 2 signals of other days are kept and may be quoted; they say nothing of the others of their time\.$/).waitFor();
    await kept.getByText('Say from when to when it holds everything').first().click();
    await kept.getByLabel('From', { exact: true }).first().fill('2024-01-01');
    await kept.getByText('Nothing is missing before').first().click();
    await kept.getByRole('button', { name: 'It holds everything of that time' }).first().click();
    await kept.getByRole('button', { name: 'By its rows again' }).click();
    while (harness.calls.filter(({ endpoint }) => endpoint === 'admin.sayHeldTime').length < 2) await page.waitForTimeout(20);
    expect(harness.calls.filter(({ endpoint }) => endpoint === 'admin.sayHeldTime').map(({ input }) => input)).toEqual([
      { product: 'thunderbird', source: 'support-forum', time: { from: '2024-01-01', to: '2025-06-30', isNothingBefore: true } }, { product: 'thunderbird', source: 'exit' },
    ]);
    await page.close();
  });
});
