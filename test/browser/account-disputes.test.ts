import { accountsView, manyAccounts, noAccounts } from '../../static/app/dev/fixtures/accounts';
import { ADMIN_STATES } from '../../static/app/dev/fixtures/admin';
import { raiseStage } from '../../static/app/dev/open-screen';
import type { Stage } from '../../static/app/dev/open-screen';
import { ok } from '../../static/app/dev/fixtures/panel';
import type { AccountsView } from '../../src/contract/accounts';

let stage: Stage;
beforeAll(async () => {
  stage = await raiseStage();
}, 180_000);
afterAll(async () => stage.close());

/** The part "Said differently" as lines, and how many rows are drawn; nothing where it is not there. */
async function said(view: AccountsView, more?: string): Promise<{ readonly lines: readonly string[]; readonly rows: number }> {
  const { page, complaints } = await stage.open('admin.html', { 'admin.open': () => ok(ADMIN_STATES['running'] ?? { products: [], projects: [], synthetic: false }), 'admin.accounts': () => ok(view) });
  await page.getByText(/is listed yet|are listed/).first().waitFor();
  const part = page.locator('.rs-stack').filter({ has: page.getByRole('heading', { name: 'Said differently' }) }).last();
  if (more !== undefined) await part.getByRole('button', { name: more }).click();
  const isThere = (await page.getByRole('heading', { name: 'Said differently' }).count()) > 0;
  const lines = isThere ? (await part.innerText()).split('\n').map((line) => line.trim()).filter((line) => line !== '') : [];
  const rows = isThere ? await part.locator('li').count() : 0;
  expect(complaints).toEqual([]);
  await page.close();
  return { lines, rows };
}

describe('what is said differently of an account', () => {
  it('tells what counts, who says it, since when, and who says otherwise', async () => {
    expect((await said(accountsView)).lines).toEqual([
      'Said differently',
      'Of 2 accounts not everybody says the same. Your list counts first, then whatever a source said last. To decide, name the account in a list.',
      'Acme, plan: enterprise (your list) counts.',
      'Not counted: pro (Zendesk, since 1 Apr 2025)',
      'Not counted: starter (kept earlier, since 20 Nov 2024)',
      'Nordlicht Versorgungs- und Verwaltungsgesellschaft mbH & Co. KG, Niederlassung Süd, revenue a year: 120,000 EUR (Intercom, since 2 May 2025) counts.',
      'Not counted: 90,000 (Zendesk, since 1 Mar 2025)',
    ]);
  });

  it('is not there where everybody says the same', async () => {
    expect(await said({ ...accountsView, disputed: 0, differences: 0, disputes: [] })).toEqual({ lines: [], rows: 0 });
    expect(await said(noAccounts)).toEqual({ lines: [], rows: 0 });
  });

  it('of more than a screen holds says how many are not listed, and how many were not compared', async () => {
    const first = await said(manyAccounts);
    expect(first.rows).toBe(8);
    expect(first.lines[1]).toContain('Of 1,204 accounts not everybody says the same; 740 more of which several tell something were not compared.');
    expect(first.lines.at(-1)).toBe('1,480 more are not listed here; what counts is found in the same way.');
  });
});
