import type { AgentSettingsView, BriefView } from '../../src/contract/agent';
import type { BacklogView } from '../../src/contract/backlog';
import type { PanelView } from '../../src/contract/panel';
import { closingSeed } from '../build/closing-seed';
import { generatedSeed } from '../build/generated-seed';
import { openScriptedProvider } from '../fixtures/scripted-provider';
import { openTestSite, type TestSite } from './open-test-site';

/** A backlog at risk of being closed, and a model that is out of money, gone in mid-run, away for an hour, and back: on the host, as one story. */
const MINUTE = 60_000;
jest.setTimeout(240_000);
const ON = { product: 'mail', provider: 'openai', model: 'gpt-4.1-mini-2025-04-14', inputPrice: 0.4, outputPrice: 1.6, reads: 'candidates', tokens: 100_000_000, dollars: 100 } as const;
const { arrivals: _, ...seed } = closingSeed();
const ISSUES = seed.issues.map(({ id, key }) => ({ id, key }));

let site: TestSite;
let provider: Awaited<ReturnType<typeof openScriptedProvider>>;
let baseline: Awaited<ReturnType<typeof whatIsSaid>>;
beforeAll(async () => {
  provider = await openScriptedProvider();
  site = await openTestSite([seed, { ...generatedSeed({ tenant: 'alder', signals: 1, canary: 'zebrafinch' }), products: [] }], undefined, { 'https://api.openai.com': provider.url });
  await site.site.host.advanceClock(5 * MINUTE);
  await site.site.host.idle();
  baseline = await whatIsSaid();
}, 300_000);
afterAll(async () => {
  await site?.close();
  await provider?.close();
});

const ask = async <Value>(endpoint: string, payload: object = {}, extension: object = {}): Promise<Value> => {
  const answer = await site.ask<Value>('larch', 'larch:admin', endpoint, payload, extension);
  if (!answer.ok) throw new Error(`${endpoint}: ${answer.code} ${answer.detail ?? ''}`);
  return answer.value;
};
const onIssue = ({ id, key }: { readonly id: string; readonly key: string }) => ({ issue: { id, key }, project: { id: '10000', key: 'MAIL' } });
const brief = async (issue: { readonly id: string; readonly key: string }): Promise<BriefView> =>
  ((await site.site.host.invoke('larch', { functionKey: 'agent.brief', moduleKey: 'evidence-panel', accountId: 'larch:admin', payload: {}, extension: onIssue(issue) })) as { readonly value: BriefView }).value;
const switchOn = async (more: object = {}): Promise<void> => {
  await ask('agent.save', { ...ON, ...more });
  await ask('agent.saveKey', { product: 'mail', key: 'sk-scripted-key' });
};
const settings = (): Promise<AgentSettingsView> => ask('agent.settings', { product: 'mail' });
/** Lets time pass in steps, as a person would see it, with the hourly round. */
const pass = async (minutes: number): Promise<void> => {
  site.site.host.runScheduled('larch', 'hourly');
  for (let left = minutes; left > 0; left -= 15) {
    await site.site.host.advanceClock(Math.min(15, left) * MINUTE);
    await site.site.host.idle();
  }
};

/** Verdicts, counts and proposals as they are said, and what stands in Jira. */
async function whatIsSaid() {
  const panels = new Map<string, PanelView>();
  const statuses = new Map<string, string>();
  for (const issue of ISSUES) {
    const panel = await ask<PanelView>('panel.open', {}, onIssue(issue));
panels.set(issue.key, panel);
    const answer = await fetch(`${site.site.jira.url}/rest/api/3/issue/${issue.key}?fields=status,comment`, { headers: { 'x-emulated-tenant': 'larch', 'x-emulated-actor': 'larch:admin' } });
    const { fields } = (await answer.json()) as { readonly fields: { readonly status: { readonly name: string }; readonly comment: { readonly total: number } } };
    statuses.set(issue.key, `${fields.status.name}, ${fields.comment.total} comments`);
  }
  const backlog = await ask<BacklogView>('backlog.open', {}, { project: { id: '10000', key: 'MAIL' } });
  return { panels, statuses, proposals: backlog.proposals.map(({ issue, reason }) => [issue.key, reason]), underWay: backlog.underWay.length, standing: { suggested: backlog.standing.suggested, unsupported: backlog.standing.unsupported }, stopped: backlog.stopped };
}

/** What a model has no say in: kinds, verdicts and counts. */
const said = ({ panels }: typeof baseline) => [...panels].map(([key, panel]) => [key, panel.kind, 'verdict' in panel ? panel.verdict : undefined, 'counts' in panel ? panel.counts : undefined]);
const stands = ({ panels: _panels, ...rest }: typeof baseline) => rest;
const WITH_CUSTOMERS = ISSUES[7]!;

it('starts from a backlog that nobody mentions, proposed for closing', async () => {
  expect(baseline.proposals.length).toBeGreaterThanOrEqual(5);
  expect(await brief(WITH_CUSTOMERS)).toMatchObject({ wordedBy: { kind: 'rules', because: { id: 'brief.because.off' } } });
});

it('on a budget of zero asks nothing, says so, and says what it said before', async () => {
  await switchOn({ tokens: 0, dollars: 0 });
  await pass(60);
  expect(provider.requests).toBe(0);
  expect(await brief(WITH_CUSTOMERS)).toMatchObject({ wordedBy: { kind: 'rules', because: { id: 'brief.because.over-budget' } }, agent: { read: 0 } });
  const after = await whatIsSaid();
  expect([said(after), stands(after)]).toEqual([said(baseline), stands(baseline)]);
});

it('away for an hour: the panel answers, says that the model does not, and nothing is closed or reworded', async () => {
  provider.state = 'down';
  await switchOn();
  await pass(60);
  expect(provider.requests).toBeGreaterThan(0);
  const view = await settings();
  expect(view).toMatchObject({ progress: { read: 0, parked: [] }, spent: { tokens: 0, heldTokens: 0 } });
  expect(view.progress.waiting).toBeGreaterThan(0);
  expect(view.trouble).toMatchObject({ id: 'agent.trouble.server-error' });
  expect(await brief(WITH_CUSTOMERS)).toMatchObject({ wordedBy: { kind: 'rules', because: { id: 'brief.because.server-error' } }, agent: { read: 0 } });
  const after = await whatIsSaid();
  expect([said(after), stands(after)]).toEqual([said(baseline), stands(baseline)]);
});

it('out of money in mid-run stops, hard, says so, and nothing is closed or reworded', async () => {
  provider.state = 'up';
  await switchOn({ tokens: 20_000 });
  await pass(60);
  const view = await settings();
  expect(view.trouble).toBeUndefined();
  expect(view.progress.read).toBeGreaterThan(5);
  expect(view.progress.waiting).toBeGreaterThan(5);
  expect(view.spent.tokens + view.spent.heldTokens).toBeLessThanOrEqual(20_000);
  expect(view.spent.isOver).toBe(true);
  expect(await brief(WITH_CUSTOMERS)).toMatchObject({ wordedBy: { kind: 'rules', because: { id: 'brief.because.over-budget' } } });
  const { requests } = provider;
  await pass(60);
  // What is left of the month may still hold a short question; a long one never comes through.
  expect(provider.requests - requests).toBeLessThan(20);
  expect((await settings()).spent.tokens).toBeLessThanOrEqual(20_000);
  const after = await whatIsSaid();
  expect([said(after), stands(after)]).toEqual([said(baseline), stands(baseline)]);
});

it('back, reads the rest, words what it can prove, and changes no verdict, count, proposal or issue; away again, what was written stays', async () => {
  await switchOn();
  await pass(90);
  expect(await settings()).toMatchObject({ progress: { waiting: 0 }, spent: { isOver: false } });
  const written = await brief(WITH_CUSTOMERS);
  expect(written).toMatchObject({ wordedBy: { kind: 'model' }, verdict: { kind: 'written' } });
  expect(written.agent?.read).toBe(written.agent?.shown);
  const after = await whatIsSaid();
  expect([said(after), stands(after)]).toEqual([said(baseline), stands(baseline)]);
  provider.state = 'down';
  await pass(60);
  expect((await brief(WITH_CUSTOMERS)).verdict).toEqual(written.verdict);
  const later = await whatIsSaid();
  expect([said(later), stands(later)]).toEqual([said(baseline), stands(baseline)]);
});

it('searches by meaning too once every block is embedded, away in between; what is shown and open stays as it was, and nearness only adds doubt', async () => {
  provider.state = 'down';
  await switchOn({ embeddings: { model: 'text-embedding-3-small', price: 0.02 } });
  await pass(30);
  expect((await settings()).vectors).toMatchObject({ embedded: 0, parked: 0 });
  provider.state = 'up';
  await pass(60);
  const { vectors } = await settings();
  expect(vectors).toMatchObject({ waiting: 0, parked: 0 });
  expect(vectors?.embedded).toBeGreaterThan(10);
  const after = await whatIsSaid();
  expect([...after.panels.values()].every((panel) => panel.engineVersion?.endsWith('+openai:text-embedding-3-small') ?? false)).toBe(true);
  const shown = ({ panels }: typeof baseline) => [...panels].map(([key, panel]) => [key, 'counts' in panel ? [panel.counts.confirmed, panel.counts.suggested] : undefined]);
  expect([shown(after), after.statuses]).toEqual([shown(baseline), baseline.statuses]);
  const turned = [...after.panels].filter(([key, panel]) => panel.kind !== baseline.panels.get(key)?.kind).map(([key, panel]) => [baseline.panels.get(key)?.kind, panel.kind]);
  for (const kinds of turned) expect(kinds).toEqual(['silent', 'not-searchable']);
  expect(after.proposals.length).toBeLessThanOrEqual(baseline.proposals.length);
});
