import { whoSaidIt } from '../../../src/surfaces/talk/who-said-it';
import { loadPage } from '../../../src/surfaces/page/load-page';
import type { Signal } from '../../../src/domain/signal';
import { openMailSite } from '../../build/mail-site';

const onProject = { extension: { project: { id: '1', key: 'TB' } } };

describe('who wrote a signal', () => {
  it('is asked by who administers the project alone, and of signals whose words may be shown', async () => {
    const site = await openMailSite();
    const [signal] = (await site.ports.stores.signals.pageSignals('mail', undefined, 1)).rows;
    if (signal === undefined) throw new Error('no signal');
    const asked: unknown[] = [];
    const app = { ...site.app, sources: { ...site.app.sources, fetchPerson: async (one: Pick<Signal, 'author'>) => (asked.push(one.author), { kind: 'not-told' as const, why: 'Apple tells a nickname and no person.' }) } };
    expect(await whoSaidIt(app, await loadPage(site.ports, 'TB'), signal.id)).toEqual({ why: { id: 'talk.person.not-told', params: { why: 'Apple tells a nickname and no person.' } } });
    expect(asked).toEqual([signal.author]);
    for (const visibility of ['counts', 'hidden'] as const) {
      await site.ports.stores.signals.saveSignals('mail', [{ ...signal, visibility }], site.ports.clock.now());
      expect(await site.ask('talk.person', { signal: signal.id }, onProject)).toMatchObject({ ok: false, code: 'access/not-found' });
    }
    expect(await site.ask('talk.person', { signal: 'other:1' }, onProject)).toMatchObject({ ok: false, code: 'access/not-found' });
    site.ports.tracker.rights.projectAdmin.clear();
    expect(await site.ask('talk.person', { signal: signal.id }, onProject)).toMatchObject({ ok: false, code: 'access/not-allowed' });
  });

  it('in Jira is who Jira shows this person, and a name that is not shown is said to be none', async () => {
    const site = await openMailSite();
    const { ports, app } = site;
    await ports.stores.products.saveSource({ id: 'desk', product: 'mail', kind: 'jira', name: 'Service desk', visibility: 'open' });
    const signal: Signal = { id: 'desk:1', source: 'desk', externalId: '1', at: ports.clock.now(), kind: 'said', text: 'It stops', author: 'acc-1', visibility: 'open' };
    await ports.stores.signals.saveSignals('mail', [signal, { ...signal, id: 'desk:2', externalId: '2', author: 'acc-2' }], ports.clock.now());
    ports.tracker.names.set('acc-1', 'Ann Example');
    const page = await loadPage(ports, 'TB');
    expect(await whoSaidIt(app, page, 'desk:1')).toEqual({ name: 'Ann Example', source: 'Service desk' });
    expect(await whoSaidIt(app, page, 'desk:2')).toEqual({ why: { id: 'talk.person.jira-none', params: {} } });
  });
});
