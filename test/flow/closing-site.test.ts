import { applySweep } from '../../src/decide/apply-sweep';
import { approveItems } from '../../src/decide/approve-items';
import { giveNotices } from '../../src/decide/give-notices';
import { keepIssue } from '../../src/decide/keep-item';
import { planSweep } from '../../src/decide/plan-sweep';
import { reconcile } from '../../src/decide/reconcile';
import { previewUndo, undoSweep } from '../../src/decide/undo-sweep';
import { acceptReopen, watchClosed } from '../../src/decide/watch-closed';
import { openClosingSite, PRODUCT, type ClosingSite } from '../fixtures/closing-site';
import { sqlEngines } from '../fixtures/sql-database';
import { field, list } from '../unit/jira/a-site';

describe.each(sqlEngines())('closing on the emulated Jira, stores on %s', (engine) => {
  let one: ClosingSite;
  beforeAll(async () => {
    one = await openClosingSite(5, engine);
  });
  afterAll(() => one.close());

  const read = async (key: string, path: string): Promise<unknown> => field((await one.site.call('u-member', 'GET', `/rest/api/3/issue/${key}`)).json, path);
  const comments = async (key: string): Promise<readonly unknown[]> => list((await one.site.call('u-member', 'GET', `/rest/api/3/issue/${key}/comment`)).json, 'comments');
  const later = async (days: number): Promise<void> => {
    one.clock.now = new Date(Date.parse(one.clock.now) + days * 86_400_000).toISOString();
    await one.refresh();
  };

  it('goes from proposal to close, keep, undo, resurfacing and a clean comparison', async () => {
    const { closing } = one;
    const plan = await planSweep(closing, PRODUCT);
    expect(plan.items.map((item) => item.key)).toEqual(['MAIL-1', 'MAIL-2', 'MAIL-3', 'MAIL-4', 'MAIL-5']);
    expect(plan.items[0]?.losses).toEqual([{ field: 'resolution', why: 'workflow-keeps-resolution' }]);
    await approveItems(closing, plan.items.map((item) => item.id), 'u-admin');
    expect((await giveNotices(closing, PRODUCT)).given).toHaveLength(5);
    expect(JSON.stringify(await comments('MAIL-1'))).toContain('None mentions this');
    await keepIssue(closing, PRODUCT, '10001', 'u-member');
    await one.site.call('u-member', 'POST', '/rest/api/3/issue/MAIL-2/comment', { body: { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'we need it' }] }] } });
    await later(14);
    // The answer of the first transition is lost although the work was done.
    one.site.jira.inject('acme', { fault: { kind: 'lost-answer' }, method: 'POST', path: /transitions$/ });
    const run = await applySweep(closing, PRODUCT);
    expect(run.results.map((result) => result.kind).sort()).toEqual(['cancelled', 'closed', 'closed', 'closed']);
    expect(await read('MAIL-1', 'fields.status.name')).toBe('To Do');
    expect(await read('MAIL-2', 'fields.status.name')).toBe('To Do');
    expect(await read('MAIL-3', 'fields.resolution.name')).toBe('No customer evidence');
    expect(await comments('MAIL-3')).toHaveLength(2);
    await later(1);
    expect(await reconcile(closing, PRODUCT)).toMatchObject({ compared: 3, differences: [] });

    const [third] = (await closing.sweeps.listItemsOfIssue('10003')).map((item) => item.id);
    expect(await previewUndo(closing, PRODUCT, { items: [third ?? ''] })).toMatchObject([{ isPossible: true }]);
    expect(await undoSweep(closing, PRODUCT, { items: [third ?? ''] }, 'u-admin')).toMatchObject([{ kind: 'back', lost: [] }]);
    expect(await read('MAIL-3', 'fields.status.name')).toBe('To Do');
    expect(await read('MAIL-3', 'fields.resolution')).toBeNull();
    expect(await read('MAIL-3', 'fields.labels')).toEqual(['old']);

    one.hear('10004', 'quill-and-moss');
    await later(6);
    const watched = await watchClosed(closing, PRODUCT);
    expect(watched).toMatchObject({ proposed: [{ key: 'MAIL-4', reopenSignals: ['forum:quill-and-moss'] }], reopened: [], byPerson: [] });
    const item = watched === 'busy' ? undefined : watched.proposed[0];
    if (item === undefined) throw new Error('nothing proposed');
    expect(await acceptReopen(closing, item, 'u-admin')).toMatchObject({ state: 'reopened-by-evidence' });

    const reopen = list((await one.site.call('u-member', 'GET', '/rest/api/3/issue/MAIL-5/transitions')).json, 'transitions')[0];
    await one.site.call('u-member', 'POST', '/rest/api/3/issue/MAIL-5/transitions', { transition: { id: field(reopen, 'id') } });
    await later(1);
    expect(await watchClosed(closing, PRODUCT)).toMatchObject({ byPerson: [{ key: 'MAIL-5' }] });
    expect(await reconcile(closing, PRODUCT)).toMatchObject({ compared: 0, differences: [] });
    const kinds = (await closing.ledger.page(0, 1_000)).map((entry) => entry.kind);
    expect(kinds.filter((kind) => kind === 'close-intent')).toHaveLength(kinds.filter((kind) => kind === 'close-done').length);
  });
});
