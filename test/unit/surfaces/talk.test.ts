import type { TalkView } from '../../../src/contract/talk';
import { openMailSite, runJobs, type MailSite } from '../../build/mail-site';

const onProject = { extension: { project: { id: '1', key: 'TB' } } };
const people = (view: TalkView): string[] => view.slots.flatMap(({ person }) => person?.person ?? []);
async function opened(site: MailSite): Promise<TalkView> {
  const answer = await site.ask<TalkView>('talk.open', {}, onProject);
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
}

describe('the talk tab', () => {
  it('names different customers with their literal words, and offers a draft', async () => {
    const site = await openMailSite();
    const view = await opened(site);
    expect(people(view).length).toBeGreaterThanOrEqual(2);
    expect(new Set(people(view)).size).toBe(people(view).length);
    for (const { person } of view.slots) {
      const [signal] = person === undefined ? [] : await site.ports.stores.signals.findSignals('mail', [person.quote.signal]);
      expect(person === undefined || (signal?.text ?? '').includes(person.quote.text)).toBe(true);
    }
  });

  it('chooses once a week: the same people until Monday, others after', async () => {
    const site = await openMailSite();
    const before = people(await opened(site));
    await site.app.runJob({ name: 'talk', product: 'mail' });
    expect(people(await opened(site))).toEqual(before);
    site.ports.clock.advance(7 * 86_400_000);
    await site.app.runJob({ name: 'talk', product: 'mail' });
    expect(people(await opened(site))[0]).not.toBe(before[0]);
  });

  it('takes the next one when someone else is asked for, and never shows again who asked not to be contacted', async () => {
    const site = await openMailSite();
    const view = await opened(site);
    const [first] = people(view);
    const theme = view.theme?.id ?? '';
    const passed = await site.ask<TalkView>('talk.mark', { theme, person: first, state: 'passed' }, onProject);
    expect(passed.ok && people(passed.value)).not.toContain(first);
    await site.ask('talk.mark', { theme, person: first, state: 'open' }, onProject);
    const barred = await site.ask<TalkView>('talk.consent', { theme, person: first, consent: 'do-not-contact' }, onProject);
    expect(barred.ok && people(barred.value)).not.toContain(first);
    site.ports.clock.advance(35 * 86_400_000);
    expect(people(await opened(site))).not.toContain(first);
  });

  it('brings a conversation back as a signal, in the log, and as the last contact', async () => {
    const site = await openMailSite();
    const view = await opened(site);
    const [first] = people(view);
    const words = 'When compacting starts I walk away and make tea, that is how long it takes.';
    const logged = await site.ask<TalkView>('talk.log', { theme: view.theme?.id, person: first, heldAt: site.ports.clock.now(), words, took: 'Tea is a measure.', visibility: 'open' }, onProject);
    if (!logged.ok) throw new Error(`${logged.code} ${logged.detail}`);
    expect(logged.value.conversations).toMatchObject({ total: 1, rows: [{ quote: { text: words }, took: 'Tea is a measure.', theme: { id: view.theme?.id } }] });
    expect(logged.value.slots.find(({ person }) => person?.person === first)?.person).toMatchObject({ state: 'talked', lastContact: { kind: 'talked' } });
    expect(site.ports.jobs.some((job) => job.name === 'understand')).toBe(true);
    await runJobs(site);
    expect((await site.ports.stores.evidence.findRun('mail'))?.signals).toBe(241);
    expect(await site.ports.stores.products.listCoverage('mail')).toContainEqual(expect.objectContaining({ source: 'conversations', kind: 'conversation', kept: 1, read: 1, total: 1 }));
  });

  it('keeps no telephone number or address of what was written down', async () => {
    const site = await openMailSite();
    const logged = await site.ask<TalkView>('talk.log', { heldAt: site.ports.clock.now(), words: 'Call me on +44 20 7946 0958 about the folders.', took: 'Write to ann@example.com.', visibility: 'open' }, onProject);
    expect(logged.ok && logged.value.conversations.rows[0]).toMatchObject({ quote: { text: 'Call me on [phone] about the folders.' }, took: 'Write to [e-mail].' });
  });

  it('keeps a conversation for numbers only, without words, note or account on any screen', async () => {
    const site = await openMailSite();
    const logged = await site.ask<TalkView>('talk.log', { account: 'zebrafinch ltd', heldAt: site.ports.clock.now(), words: 'quetzal words nobody may read', took: 'quetzal note', visibility: 'counts' }, onProject);
    expect(logged.ok && logged.value.conversations.total).toBe(1);
    await runJobs(site);
    const answers = await Promise.all(['talk.open', 'talk.week', 'talk.conversations', 'page.week', 'page.signal'].map((endpoint) => site.ask(endpoint, {}, onProject)));
    expect(JSON.stringify([logged, ...answers])).not.toMatch(/quetzal|zebrafinch/);
  });

  it('lets a viewer read and change nothing, and an outsider neither', async () => {
    const site = await openMailSite();
    const view = await opened(site);
    const theme = view.theme?.id;
    const acts: readonly (readonly [string, object])[] = [
      ['talk.mark', { theme, person: people(view)[0], state: 'invited' }],
      ['talk.consent', { theme, person: people(view)[0], consent: 'agreed' }],
      ['talk.log', { theme, heldAt: site.ports.clock.now(), words: 'made up demand', visibility: 'open' }],
    ];
    site.ports.tracker.rights.projectAdmin.clear();
    expect((await opened(site)).canEdit).toBe(false);
    for (const [endpoint, payload] of acts) expect(await site.ask(endpoint, payload, onProject)).toMatchObject({ ok: false, code: 'access/not-allowed' });
    site.ports.tracker.rights.projects.clear();
    for (const endpoint of ['talk.open', 'talk.week', 'talk.conversations']) expect(await site.ask(endpoint, {}, onProject)).toMatchObject({ ok: false, code: 'access/not-allowed' });
    expect(await site.ports.talk.listMarks('mail', '')).toEqual([]);
    expect(await site.ports.stores.signals.countSignals('mail')).toBe(240);
  });

  it('answers the same whatever stands in signals that may not be shown', async () => {
    const answers: string[] = [];
    for (const secret of ['quetzal one', 'quetzal two, quite another story that is longer']) {
      const site = await openMailSite({ hidden: [secret, `${secret} again`] });
      answers.push(JSON.stringify(await site.ask('talk.open', {}, onProject)));
    }
    expect(answers[0]).toBe(answers[1]);
    expect(answers[0]).not.toContain('quetzal');
  });

  it('shows a name only as Jira shows it to whoever asks', async () => {
    const site = await openMailSite({ kind: 'jsm' });
    const view = await opened(site);
    const author = view.slots.flatMap(({ person }) => person?.person ?? [])[0]?.replace('author:', '') ?? '';
    expect(JSON.stringify(view)).not.toContain('"name":"Ann');
    site.ports.tracker.names.set(author, 'Ann Example');
    expect((await opened(site)).slots.map(({ person }) => person?.name)).toContain('Ann Example');
    expect(JSON.stringify(await site.ports.talk.listLists('mail', ''))).not.toContain('Ann Example');
  });
});
