import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { AdminView } from '../../src/contract/admin';
import { ADMIN_STATES, importView, problems } from '../../static/app/dev/fixtures/admin';
import { down, ok } from '../../static/app/dev/fixtures/panel';
import { raiseStage } from '../../static/app/dev/open-screen';
import type { Stage } from '../../static/app/dev/open-screen';
import type { Script } from '../../static/app/dev/serve';

let stage: Stage;
beforeAll(async () => {
  stage = await raiseStage();
}, 180_000);
afterAll(async () => stage.close());

const state = (name: string): AdminView => ADMIN_STATES[name] ?? { products: [], projects: [], synthetic: false };

interface Received {
  readonly starts: unknown[];
  readonly chunks: { readonly seq: number; readonly firstLine: number; readonly text: string }[];
  readonly finishes: unknown[];
}

function receiving(received: Received): Script {
  return {
    'admin.open': () => ok(state('running')),
    'admin.startImport': (input) => {
      received.starts.push(input);
      return ok({ importId: 'i9' });
    },
    'admin.receiveChunk': ({ seq, firstLine, text }) => {
      received.chunks.push({ seq, firstLine, text });
      return ok({ received: seq });
    },
    'admin.finishImport': (input) => {
      received.finishes.push(input);
      return ok(importView({ id: 'i9', offered: 3, kept: 3, rejected: 0 }));
    },
  };
}
const nothing = (): Received => ({ starts: [], chunks: [], finishes: [] });

async function drop(page: Page, name: string, text: string | Buffer): Promise<void> {
  await page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}
async function send(page: Page, source = 'Survey'): Promise<void> {
  await page.getByLabel('Name of the source').fill(source);
  await page.getByRole('button', { name: 'Read this file' }).click();
}
const row = (id: number, text: string): string => JSON.stringify({ id: String(id), at: '2025-06-14T10:00:00Z', text });

describe('a first-time admin', () => {
  it('names a product by ticking projects', async () => {
    const saved: unknown[] = [];
    const { page, harness } = await stage.open('admin.html', { 'admin.open': () => ok(state('first')), 'admin.saveProduct': (input) => { saved.push(input); return ok({ id: 'thunderbird' }); } });
    const save = page.getByRole('button', { name: 'Save product' });
    expect(await save.isDisabled()).toBe(true);
    await page.getByLabel('Name', { exact: true }).fill('Thunderbird');
    await page.getByLabel('Thunderbird Desktop TB').check();
    harness.say({ 'admin.open': () => ok(state('running')), 'admin.saveProduct': (input) => { saved.push(input); return ok({ id: 'thunderbird' }); } });
    await save.click();
    await page.getByText('Drop a file here').waitFor();
    expect(saved).toEqual([{ name: 'Thunderbird', projects: ['TB'] }]);
  });

  it('cannot take a project that another product has', async () => {
    const { page } = await stage.open('admin.html', { 'admin.open': () => ok(state('running')) });
    await page.getByRole('button', { name: 'Add a product' }).click();
    expect(await page.getByLabel('Thunderbird Desktop TB, already in Thunderbird').isDisabled()).toBe(true);
  });

  it('pins the panel and is told what Jira did', async () => {
    let asked = 0;
    const { page, harness } = await stage.open('admin.html', {
      'admin.open': () => ok(state('running')), 'admin.pinPanel': () => ok({ taskId: 't' }),
      'admin.pinStatus': () => { asked += 1; return ok({ state: asked > 1 ? 'complete' : 'running' }); },
    });
    await page.getByRole('button', { name: 'Show the panel in 2 projects' }).click();
    await page.getByText('Jira is pinning the panel in TB, TBA').waitFor();
    await page.getByText('Done: Jira shows the panel on every issue of TB, TBA.').waitFor();
    expect(harness.calls.find(({ endpoint }) => endpoint === 'admin.pinPanel')?.input).toEqual({ projects: ['TB', 'TBA'], pinned: true });
  });
});

describe('a dropped file', () => {
  it('is shown before it is sent, and arrives whole in chunks that fit a call', async () => {
    const received = nothing();
    const lines = Array.from({ length: 3_000 }, (_, index) => row(index, `Olá "${'x'.repeat(400)}"`));
    const { page } = await stage.open('admin.html', receiving(received));
    await drop(page, 'questions.jsonl', `${lines.join('\n')}\n`);
    await page.locator('.rs-preview').waitFor();
    expect(await page.locator('.rs-preview tbody tr').count()).toBe(4);
    await send(page);
    await page.getByText('3 rows: 3 kept').waitFor();
    expect(received.starts).toEqual([{ product: 'thunderbird', kind: 'signals', format: 'jsonl', fileName: 'questions.jsonl', source: { id: 'survey', kind: 'tickets', name: 'Survey', visibility: 'open' } }]);
    expect(received.chunks.length).toBeGreaterThan(2);
    expect(received.chunks.map((chunk) => chunk.text).join('\n')).toBe(lines.join('\n'));
    expect(received.chunks.every((chunk) => Buffer.byteLength(chunk.text) <= 400_000)).toBe(true);
    expect(received.chunks.map((chunk) => chunk.firstLine)).toEqual(received.chunks.map((chunk) => lines.indexOf(chunk.text.split('\n')[0] ?? '') + 1));
    expect(received.finishes).toEqual([{ importId: 'i9', chunks: received.chunks.length }]);
  });

  it('goes on where it stopped', async () => {
    const received = nothing();
    const lines = Array.from({ length: 2_000 }, (_, index) => row(index, 'x'.repeat(500)));
    let isDown = true;
    const { page } = await stage.open('admin.html', {
      ...receiving(received),
      'admin.receiveChunk': (chunk) => {
        if (chunk.seq === 1 && isDown) return { ok: false, code: 'store/unavailable', retryable: false };
        received.chunks.push(chunk);
        return ok({ received: chunk.seq });
      },
    });
    await drop(page, 'questions.jsonl', lines.join('\n'));
    await send(page);
    await page.getByText('What was sent is kept.').waitFor();
    isDown = false;
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByText('3 rows: 3 kept').waitFor();
    expect(received.chunks.map((chunk) => chunk.text).join('\n')).toBe(lines.join('\n'));
    expect(received.starts.length).toBe(1);
  });

  it('tries a call again by itself when that may help', async () => {
    const received = nothing();
    let failures = 2;
    const { page } = await stage.open('admin.html', { ...receiving(received), 'admin.receiveChunk': (chunk) => { if (failures > 0) { failures -= 1; return down; } received.chunks.push(chunk); return ok({ received: chunk.seq }); } });
    await drop(page, 'a.jsonl', row(1, 'a'));
    await send(page);
    await page.getByText('3 rows: 3 kept').waitFor();
    expect(received.chunks.length).toBe(1);
  });

  it('sends a CSV’s header once and its rows at their lines', async () => {
    const received = nothing();
    const { page } = await stage.open('admin.html', receiving(received));
    await drop(page, 'reviews.csv', '\uFEFFid,at,text\r\n1,2025-06-14,"two\nlines"\r\n2,2025-06-15,one\r\n');
    await page.getByLabel(/Numbers only/).check();
    await page.getByRole('combobox', { name: /^Kind/ }).selectOption('app-store');
    await send(page, 'App store reviews');
    await page.getByText('3 rows: 3 kept').waitFor();
    expect(received.starts).toEqual([{ product: 'thunderbird', kind: 'signals', format: 'csv', fileName: 'reviews.csv', header: 'id,at,text', source: { id: 'app-store', kind: 'app-store', name: 'App store reviews', visibility: 'counts' } }]);
    expect(received.chunks).toEqual([{ seq: 0, firstLine: 2, text: '1,2025-06-14,"two\nlines"\n2,2025-06-15,one' }]);
  });

  it('tells of a row that is too long to send', async () => {
    const received = nothing();
    const { page } = await stage.open('admin.html', receiving(received));
    await drop(page, 'a.jsonl', [row(1, 'a'), row(2, 'y'.repeat(900_000)), row(3, 'c')].join('\n'));
    await send(page);
    await page.getByText('3 rows: 3 kept').waitFor();
    expect(received.chunks.map(({ firstLine }) => firstLine)).toEqual([1, 3]);
    expect(received.finishes).toEqual([{ importId: 'i9', chunks: 2, tooLong: [{ line: 2, characters: row(2, 'y'.repeat(900_000)).length }] }]);
  });

  it('tells of a stretch of time that it leaves out', async () => {
    const received = nothing();
    const { page } = await stage.open('admin.html', receiving(received));
    await drop(page, 'a.jsonl', row(1, 'a'));
    await page.getByText('A stretch of time is missing from this file').click();
    await page.getByLabel('From', { exact: true }).fill('2025-03-01');
    await page.getByLabel('Name of the source').fill('Survey');
    expect(await page.getByRole('button', { name: 'Read this file' }).isDisabled()).toBe(true);
    await page.getByLabel('To', { exact: true }).fill('2025-03-31');
    await page.getByLabel('Why it is missing').fill('not exported');
    await send(page);
    await page.getByText('3 rows: 3 kept').waitFor();
    expect(received.starts).toMatchObject([{ source: { gaps: [{ from: '2025-03-01T00:00:00.000Z', to: '2025-03-31T23:59:59.999Z', reason: 'not exported' }] } }]);
  });

  it('is refused with a reason when it is not UTF-8', async () => {
    const received = nothing();
    const { page } = await stage.open('admin.html', receiving(received));
    await drop(page, 'latin.csv', Buffer.concat([Buffer.from('id,at,text\n1,2025-06-14,caf'), Buffer.from([0xe9, 0x0a])]));
    await send(page);
    await page.getByText('The file is not UTF-8 text.').waitFor();
    expect(received.finishes).toEqual([]);
  });

  it('shows words that are HTML as they will be kept, without its tags', async () => {
    const { page } = await stage.open('admin.html', receiving(nothing()));
    await drop(page, 'desk.csv', 'id,at,comment\n1,2025-06-14,<p>The export &amp; the import fail</p>\n2,2025-06-14,a List<String> fails\n');
    const preview = page.getByRole('region', { name: 'First rows of the file' });
    await preview.getByText('The export & the import fail', { exact: true }).waitFor();
    await preview.getByText('a List<String> fails', { exact: true }).waitFor();
  });

  it('is not sent when a needed column is missing', async () => {
    const { page } = await stage.open('admin.html', receiving(nothing()));
    await drop(page, 'a.csv', 'id,notes\n1,x\n');
    await page.getByText('“what they said” or “what they did”').waitFor();
    expect(await page.getByRole('button', { name: 'Read this file' }).isDisabled()).toBe(true);
  });

  it('shows the rows turned away, and all of them as a file', async () => {
    const pageOf = (after: string | undefined) => (after === undefined ? { ...problems, next: 'p2' } : { rows: [{ line: 9_000, field: 'text', reason: '=HYPERLINK("x")' }] });
    const { page } = await stage.open('admin.html', {
      ...receiving(nothing()),
      'admin.finishImport': () => ok(importView({ id: 'i9', offered: 10, kept: 6, rejected: 4 })),
      'admin.importProblems': ({ after }) => ok(pageOf(after)),
    });
    await drop(page, 'a.jsonl', row(1, 'a'));
    await send(page);
    await page.getByText('10 rows: 6 kept, 0 known already, 4 turned away.').waitFor();
    await page.locator('.rs-problems tbody tr').first().waitFor();
    expect(await page.locator('.rs-problems tbody tr').count()).toBe(3);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download all 4' }).click()]);
    const saved = readFileSync(await download.path(), 'utf8').split('\r\n');
    expect(saved.length).toBe(6);
    expect(saved.slice(4)).toEqual(['"9000","text","\'=HYPERLINK(""x"")"', '']);
  });
});
