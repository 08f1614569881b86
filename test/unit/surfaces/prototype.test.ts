import type { DebateView } from '../../../src/contract/debate';
import type { PanelView, SignalList } from '../../../src/contract/panel';
import type { PrototypeView } from '../../../src/contract/prototype';
import { onIssue, openMailSite, runJobs, type MailSite } from '../../build/mail-site';

async function demand<Value>(site: MailSite, endpoint: string, payload: object = {}, issue = '1'): Promise<Value> {
  const answer = await site.ask<Value>(endpoint, payload, onIssue(issue));
  if (!answer.ok) throw new Error(`${endpoint}: ${answer.code} ${answer.detail ?? ''}`);
  return answer.value;
}

/** An issue on which a person confirmed three signals. */
async function confirmedSite(description?: string): Promise<MailSite> {
  const site = await openMailSite(description === undefined ? {} : { description });
  for (const list of ['suggested', 'possible']) {
    const { rows } = await demand<SignalList>(site, 'panel.list', { list, page: 1 });
    for (const row of rows.slice(0, 3)) await demand(site, 'panel.decide', { signal: row.signal, verdict: 'confirmed' });
  }
  site.ports.jobs.length = 0;
  return site;
}

describe('a prototype on an issue', () => {
  it('goes from brief over link to what customers said, and their words come back as evidence', async () => {
    const site = await confirmedSite();
    const brief = (await demand<PrototypeView>(site, 'prototype.draft')).brief;
    expect(brief).toMatchObject({ wordedBy: 'rules', isExpired: false });
    expect(brief?.words).toBeLessThanOrEqual(250);
    for (const quote of brief?.quotes ?? []) {
      const [signal] = await site.ports.stores.signals.findSignals('mail', [quote.signal]);
      expect(`${signal?.title}\n${signal?.text}`).toContain(quote.text);
    }
    site.ports.clock.advance(2 * 86_400_000);
    await demand(site, 'prototype.link', { url: 'https://prototype.test/a' });
    site.ports.clock.advance(86_400_000);
    const before = await demand<PanelView>(site, 'panel.open');
    const person = brief?.showTo[0]?.person;
    await demand(site, 'prototype.review', { answer: 'yes', words: 'Yes, this is exactly what compacting should look like.', person });
    const view = await demand<PrototypeView>(site, 'prototype.review', { answer: 'no', words: 'No, I would never press that.', account: 'nay ltd' });
    expect(view.answers).toEqual({ yes: 1, change: 0, no: 1 });
    expect(view.clock).toMatchObject({ params: { link: '2 days', seen: 'one day' } });
    expect(site.ports.jobs.some((job) => job.name === 'understand')).toBe(true);
    await runJobs(site);
    const after = await demand<PanelView>(site, 'panel.open');
    expect(after.kind === 'evidence' && before.kind === 'evidence' && after.counts.confirmedSignals - before.counts.confirmedSignals).toBe(1);
    const debate = await demand<DebateView>(site, 'debate.open');
    expect(debate.against.quotes.map((quote) => quote.text)).toContain('No, I would never press that.');
    expect(debate.for.quotes.map((quote) => quote.text)).not.toContain('No, I would never press that.');
  });

  it('is written by a person in at most 250 words, and refused otherwise', async () => {
    const site = await confirmedSite();
    await demand(site, 'prototype.draft');
    const words = { hypothesis: 'Mine.', riskiest: 'Mine too.', smallest: 'One thing.', kill: 'Stop on Friday.' };
    expect((await demand<PrototypeView>(site, 'prototype.save', words)).brief).toMatchObject({ ...words, wordedBy: 'person' });
    expect(await site.ask('prototype.save', { ...words, kill: 'stop '.repeat(119), riskiest: 'risk '.repeat(110) }, onIssue('1'))).toMatchObject({ ok: false, code: 'edge/bad-input' });
  });

  it('takes only web addresses, and shows nothing before there is something to show', async () => {
    const site = await confirmedSite();
    await demand(site, 'prototype.draft');
    expect(await site.ask('prototype.review', { answer: 'yes', words: 'Nice.' }, onIssue('1'))).toMatchObject({ ok: false, code: 'edge/bad-input' });
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'nothing', 'https://a b']) expect(await site.ask('prototype.link', { url }, onIssue('1'))).toMatchObject({ ok: false, code: 'edge/bad-input' });
  });

  it('drops a quote when its customer’s words are gone', async () => {
    const site = await confirmedSite();
    const [quote] = (await demand<PrototypeView>(site, 'prototype.draft')).brief?.quotes ?? [];
    await site.ports.stores.signals.removeSignals('mail', [quote?.signal ?? ''], site.ports.clock.now());
    const brief = (await demand<PrototypeView>(site, 'prototype.open')).brief;
    expect(brief?.quotes.map((one) => one.signal)).not.toContain(quote?.signal);
    expect(brief?.markdown.match(/^> /gm) ?? []).toHaveLength((brief?.quotes.length ?? 0) * 2);
  });

  it('counts what a long description claims', async () => {
    const site = await confirmedSite(`${'Background of the component. '.repeat(500)}Customers say compacting folders fails with no disk space error. Users want purple elephant buttons everywhere.`);
    expect((await demand<PrototypeView>(site, 'prototype.open')).claims).toMatchObject({ supported: [{ claim: expect.stringContaining('compacting') as unknown }] });
    expect((await demand<PrototypeView>(await confirmedSite(), 'prototype.open')).claims).toBeUndefined();
  });
});

describe('for and against', () => {
  it('puts a customer whom the agent read as against into no list for it, no number for it and no brief', async () => {
    const site = await confirmedSite();
    const before = await demand<DebateView>(site, 'debate.open');
    const quoted = before.for.quotes[0]?.signal ?? '';
    const [signal] = await site.ports.stores.signals.findSignals('mail', [quoted]);
    await site.ports.agent.queueReadings('mail', [{ signal: quoted, hash: 'h', issues: ['1'], size: 1 }]);
    await site.ports.agent.saveReading('mail', { signal: quoted, hash: 'h', needKind: 'praise', severity: 'none', pairs: [{ issue: '1', kind: 'read', stance: 'contradicts', citation: { field: 'text', start: 0, end: signal?.text?.length ?? 0 } }], hidden: 0, model: 'm', readAt: site.ports.clock.now() });
    const after = await demand<DebateView>(site, 'debate.open');
    expect(after.for.quotes.map((quote) => quote.signal)).not.toContain(quoted);
    expect(after.against.quotes.map((quote) => quote.signal)).toContain(quoted);
    const said = (view: DebateView) => view.for.points.find(({ id }) => id === 'debate.for.customers')?.params;
    const all = (view: DebateView) => Number(said(view)?.['confirmed']) + Number(said(view)?.['suggested']);
    expect(all(before) - all(after)).toBe(1);
    expect(after.for.points).toContainEqual({ id: 'debate.for.left-out', params: { count: 1, unit: said(after)?.['unit'] } });
    expect((await demand<PrototypeView>(site, 'prototype.draft')).brief?.quotes.map((quote) => quote.signal)).not.toContain(quoted);
  });
});

describe('how it goes out', () => {
  it('is chosen by a person, and a ring is read by the release outcomes once its accounts have it', async () => {
    const site = await confirmedSite();
    expect(await site.ask('debate.choose', { option: 'ring', accounts: [], reason: 'first the loud ones' }, onIssue('1'))).toMatchObject({ ok: false, code: 'edge/bad-input' });
    await demand(site, 'debate.choose', { option: 'hold', accounts: ['x'], reason: 'not yet' });
    site.ports.clock.advance(60_000);
    const chosen = await demand<DebateView>(site, 'debate.choose', { option: 'ring', accounts: ['acme', 'birch', 'acme'], reason: 'first the loud ones' });
    expect(chosen.choices.map(({ option, accounts }) => [option, accounts])).toEqual([['ring', ['acme', 'birch']], ['hold', []]]);
    expect(chosen.rollOut).toBeUndefined();
    const started = await demand<DebateView>(site, 'debate.rollOut', { act: 'start' });
    expect(started.rollOut).toMatchObject({ state: 'live', startedAt: site.ports.clock.now() });
    expect((await site.ports.outcomes.listContracts('mail'))[0]).toMatchObject({ release: { name: 'TB-1, first ring' }, exposure: [{ account: 'acme' }, { account: 'birch' }] });
    expect((await demand<DebateView>(site, 'debate.rollOut', { act: 'back' })).rollOut).toMatchObject({ state: 'withdrawn' });
  });
});

describe('a ring that runs', () => {
  const choose = (site: MailSite, option: string, accounts: readonly string[]): Promise<DebateView> => {
    site.ports.clock.advance(60_000);
    return demand<DebateView>(site, 'debate.choose', { option, accounts, reason: 'so' });
  };
  const act = (site: MailSite, name: 'start' | 'back' | 'all'): Promise<DebateView> => {
    site.ports.clock.advance(60_000);
    return demand<DebateView>(site, 'debate.rollOut', { act: name });
  };

  it('is widened by a newer choice, in one contract in which each account keeps its own day', async () => {
    const site = await confirmedSite();
    await choose(site, 'ring', ['acme']);
    const began = (await act(site, 'start')).rollOut?.startedAt;
    expect(await choose(site, 'flag', ['acme', 'birch'])).toMatchObject({ toCome: 1, rollOut: { state: 'live', accounts: 1 } });
    expect(await act(site, 'start')).toMatchObject({ toCome: 0, rollOut: { startedAt: began, accounts: 2 } });
    const contracts = await site.ports.outcomes.listContracts('mail');
    expect(contracts).toHaveLength(1);
    expect(contracts[0]?.exposure).toEqual([{ account: 'acme', at: began }, { account: 'birch', at: site.ports.clock.now() }]);
  });

  it.each(['all', 'back'] as const)('can still be ended (%s) after somebody decided to hold, and once only', async (end) => {
    const site = await confirmedSite();
    await choose(site, 'ring', ['acme']);
    await act(site, 'start');
    expect(await choose(site, 'hold', [])).toMatchObject({ toCome: 0, rollOut: { state: 'live' } });
    const ended = (await act(site, end)).rollOut;
    expect(ended).toMatchObject(end === 'all' ? { state: 'live', everyoneSince: site.ports.clock.now() } : { state: 'withdrawn' });
    expect(await site.ask('debate.rollOut', { act: end }, onIssue('1'))).toMatchObject({ ok: false, code: 'edge/bad-input' });
    expect(await site.ask('debate.rollOut', { act: 'start' }, onIssue('1'))).toMatchObject({ ok: false, code: 'edge/bad-input' });
  });

  it('that was taken back does not stand in the way of a new one', async () => {
    const site = await confirmedSite();
    await choose(site, 'ring', ['acme']);
    await act(site, 'start');
    await act(site, 'back');
    expect(await choose(site, 'ring', ['acme', 'birch'])).toMatchObject({ toCome: 2 });
    expect((await act(site, 'start')).rollOut).toMatchObject({ state: 'live', accounts: 2 });
    expect(await site.ports.outcomes.listContracts('mail')).toHaveLength(2);
  });
});

describe('rights', () => {
  it('let a viewer read and write nothing, and an outsider neither; a restricted issue is as good as absent', async () => {
    const site = await confirmedSite();
    await demand(site, 'prototype.draft');
    site.ports.tracker.rights.edit.clear();
    const acts: readonly (readonly [string, object])[] = [
      ['prototype.draft', {}], ['prototype.save', { hypothesis: 'a', riskiest: 'b', smallest: 'c', kill: 'd' }], ['prototype.link', { url: 'https://x.test' }], ['prototype.review', { answer: 'yes', words: 'x' }],
      ['debate.choose', { option: 'all', accounts: [], reason: 'x' }], ['debate.rollOut', { act: 'start' }],
    ];
    for (const [endpoint, payload] of acts) expect(await site.ask(endpoint, payload, onIssue('1'))).toMatchObject({ ok: false, code: 'access/not-allowed' });
    expect(await demand<PrototypeView>(site, 'prototype.open')).toMatchObject({ canEdit: false });
    for (const endpoint of ['prototype.open', 'debate.open']) {
      expect(await site.ask(endpoint, {}, onIssue('3'))).toEqual(await site.ask(endpoint, {}, { extension: { issue: { id: '1000', key: 'TB-1000' } } }).then((answer) => ({ ...answer, code: 'access/not-found' })));
      site.ports.tracker.rights.browse.delete('2');
      expect(await site.ask(endpoint, {}, onIssue('2'))).toMatchObject({ ok: false, code: 'access/not-allowed' });
    }
  });

  it('a roll-out needs the right to administer the project as well', async () => {
    const site = await confirmedSite();
    await demand(site, 'debate.choose', { option: 'ring', accounts: ['acme'], reason: 'x' });
    site.ports.tracker.rights.projectAdmin.clear();
    expect(await site.ask('debate.rollOut', { act: 'start' }, onIssue('1'))).toMatchObject({ ok: false, code: 'access/not-allowed' });
  });
});
