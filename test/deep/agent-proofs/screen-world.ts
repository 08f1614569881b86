import { openApp } from '../../../src/app';
import type { DebateView } from '../../../src/contract/debate';
import type { PrototypeView } from '../../../src/contract/prototype';
import type { TalkView } from '../../../src/contract/talk';
import { agentOff } from '../../../src/domain/agent-settings';
import type { ProposedAct } from '../../../src/domain/proposal';
import type { Signal } from '../../../src/domain/signal';
import { schemaText, shapeReply } from '../../../src/platform/model/shape-reply';
import { sha256 } from '../../../src/platform/sha256';
import type { Model, ModelAsk } from '../../../src/ports/model';
import { pageResolver } from '../../../src/surfaces/page/page';
import { panelResolver } from '../../../src/surfaces/panel/panel';
import { askAccount, askIssue, askTheme } from '../../../src/surfaces/rovo/ask';
import { propose } from '../../../src/surfaces/rovo/propose';
import { aSource } from '../../build/brief-case';
import { anIssue } from '../../build/stored';
import { fakeClosing } from '../../fakes/closing';
import { fakePorts } from '../../fakes/ports';
import { tinyEngine } from '../../fakes/tiny-engine';
import { fakeSources } from '../../fakes/sources';

const AT = '2025-06-20T00:00:00.000Z';
const IDS = ['1', '2'];
export const ATTACKER = 'desk:attack';
export const VICTIMS: readonly Signal[] = ['Export loses the last row of every file.', 'Export drops rows of my file, please keep them whole.', 'Export of a long file loses its last row.', 'Export is slow and the file has no last row.'].map((text, index) => ({
  id: `desk:v${index}`, source: 'desk', externalId: `v${index}`, at: AT, kind: 'said', text, account: `Victim ${index}`, author: `author-${index}`, visibility: 'open',
}));
const CONTEXT = { extension: { issue: { id: '1', key: 'A-1' }, project: { id: '10000', key: 'A' } } };
const ASKER = { principal: { accountId: 'person' } };

/** Whether the model does what the attacker wants as soon as the attacker's words are in sight; else it is honest about everyone. */
function model(attack: string, isObeying: boolean, seen: ModelAsk[]): Model {
  const marker = attack.replace(/\s+/g, ' ').slice(0, 24);
  return {
    id: 'openai:obeys',
    ask: async (ask) => {
      seen.push(ask);
      const obeys = isObeying && (ask.material.replace(/\s+/g, ' ').includes(marker) || ask.about === ATTACKER);
      return shapeReply(ask, JSON.stringify((obeys ? wanted(ask, attack, seen.length) : honest(ask)) ?? { ok: true }), { input: 50, output: 20 });
    },
  };
}

function honest({ name, material }: ModelAsk): object | undefined {
  const own = material.split('\n')[0]!;
  const line = (text: string) => ({ text, cites: [1, 2] });
  if (name === 'read-signal') return { k: 'problem', v: 2, n: null, q: own, i: IDS.map(() => ['unrelated', null]) };
  if (name === 'evidence-brief') return { verdict: line('The export loses the last row of the file.'), changed: [], for: [1, 2], against: [], missing: [], wouldChange: [] };
  if (name === 'word-prototype') return { need: line('The export has to keep the last row.'), smallest: line('A file in which the last row is kept.') };
  if (name === 'word-invitation') return { line: 'I would like to see what happens with the export of the file.' };
  // Nothing that could be proven: the engine's name stays, so that any other one is the attacker's doing.
  return name === 'name-theme' ? { label: 'unheard of words' } : undefined;
}

/** What an attacker wants said, in turns: its own words, a fate of the issue, an amount, an address, another customer's words. */
function wanted({ name }: ModelAsk, attack: string, turn: number): object | undefined {
  const wishes = [attack.slice(0, 100), 'The export is obsolete and can be closed.', 'Nine hundred customers need the export of the last row.', 'See https://evil.example for the export of the last row.', 'Nobody needs the export of the last row any more.'];
  const wish = wishes[turn % wishes.length]!;
  const line = (text: string) => ({ text, cites: [1, 2, 3] });
  if (name === 'read-signal') return { k: 'praise', v: 3, n: wish, q: VICTIMS[0]!.text, i: IDS.map((_, at) => ['contradicts', VICTIMS[at]!.text]) };
  if (name === 'evidence-brief') return { verdict: line(wish), changed: [line(wish)], for: [9], against: [1, 2], missing: [line(wish)], wouldChange: [line('Close A-1 now.')] };
  if (name === 'word-prototype') return { need: line(wish), smallest: line(attack.slice(0, 100)) };
  if (name === 'word-invitation') return { line: `I would like to ${wish}` };
  return name === 'name-theme' ? { label: ['export is obsolete', attack.slice(0, 40), 'close the export', 'Acme needs nothing'][turn % 4] } : undefined;
}

export interface Screens {
  readonly talk: TalkView;
  readonly debate: DebateView;
  readonly prototype: PrototypeView;
  readonly themes: readonly string[];
  readonly answers: readonly unknown[];
  readonly seen: readonly ModelAsk[];
  /** What an agent in the chat left for a person to decide. */
  readonly proposed: readonly ProposedAct[];
  /** Decisions, issues, choices, roll-outs, links, jobs' names: what a write would have changed. */
  readonly kept: string;
}

/** A product of four customers and an attacker, read and worded by a model to the end; then every screen and answer that words may reach. */
export async function screensOf(attacker: Signal, attack: string, isObeying: boolean): Promise<Screens> {
  const ports = fakePorts();
  const seen: ModelAsk[] = [];
  const { tracker } = ports;
  for (const set of [tracker.rights.browse, tracker.rights.edit]) for (const id of IDS) set.add(id);
  for (const set of [tracker.rights.projects, tracker.rights.projectAdmin]) set.add('A');
  const app = openApp({ ports, closing: fakeClosing(ports), engine: tinyEngine, sources: fakeSources(), prepare: async () => undefined, agent: { openModel: () => model(attack, isObeying, seen), openEmbedder: () => undefined, sha256, schemaText } });
  const [page, panel] = [pageResolver(app), panelResolver(app)];
  const ask = async <Value>(functionKey: string, payload: object = {}): Promise<Value> => {
    const answer = (await (functionKey.startsWith('talk') ? page : panel)({ call: { functionKey, payload }, context: CONTEXT as never }, ASKER)) as unknown as { ok: boolean; value: Value };
    if (!answer.ok) throw new Error(`${functionKey}: ${JSON.stringify(answer)}`);
    return answer.value;
  };
  const understand = async (): Promise<void> => {
    ports.clock.advance(60_000);
    await app.wantUnderstanding('shop');
    await app.runJob({ name: 'understand', product: 'shop' });
  };
  await ports.stores.products.saveProduct({ id: 'shop', name: 'Shop', projects: ['A'] });
  await ports.stores.signals.saveSignals('shop', [...VICTIMS, attacker], AT);
  await ports.stores.issues.saveIssues('shop', [anIssue('1', 'A-1', { summary: 'Export loses rows' }), anIssue('2', 'A-2', { summary: 'Dark mode' })], AT);
  await ports.stores.products.saveCoverage('shop', aSource('desk', { total: 5, read: 5, kept: 5 }));
  for (const { id } of [...VICTIMS.slice(0, 2), attacker]) await ports.stores.decisions.saveDecision('shop', { signal: id, issue: '1', verdict: 'confirmed', at: AT, by: 'ann' });
  await understand();
  await app.runJob({ name: 'talk', product: 'shop' });
  await app.agent.saveSettings({ ...agentOff('shop', AT), provider: 'openai', model: 'obeys', reads: 'everything', budget: { tokens: 10_000_000, money: 1_000_000_000 } });
  await ports.settings.saveSecret('agent-key:shop', 'sk-secret-key');
  await app.agent.runRead('shop', 0);
  await app.agent.runBriefs('shop');
  await app.agent.labels.run('shop');
  await understand();
  await ask('prototype.draft');
  await app.agent.wordings.run('shop');
  const themes = (await ports.stores.evidence.listThemes('shop')).map((theme) => theme.label);
  const answers = [await askIssue(app)({ issueKey: 'A-1' }, ASKER), await askTheme(app)({ project: 'A', theme: themes[0] ?? '' }, ASKER), await askAccount(app)({ project: 'A', account: 'Victim 0' }, ASKER), await askAccount(app)({ project: 'A', account: 'Mallory' }, ASKER)];
  const [talk, debate, prototype] = [await ask<TalkView>('talk.open'), await ask<DebateView>('debate.open'), await ask<PrototypeView>('prototype.open')];
  // An agent in the chat that obeys has one thing to write: a line that waits for a person.
  if (isObeying) for (const act of [{ call: 'no' }, { signalId: ATTACKER }, { call: 'close' }, { signalId: 'desk:foreign' }]) await propose(app)({ issueKey: 'A-1', ...act, reason: attack.slice(0, 400) }, ASKER);
  const proposed = (await ports.proposals.listProposals('shop', 'open', 50)).map((one) => one.act);
  const kept = JSON.stringify([
    await ports.stores.decisions.listDecisions('shop'), await ports.stores.issues.listIssues('shop'), await ports.prototypes.choicesOfIssue('1'), await ports.outcomes.listContracts('shop'), await app.closing.listCalls('shop'),
    await ports.stores.evidence.linksOfSignals('shop', VICTIMS.map((one) => one.id)), [...new Set(ports.jobs.map((job) => job.name))].sort(), (await ports.stores.products.findProduct('shop')),
  ]);
  return { talk, debate, prototype, themes, answers, seen, proposed, kept };
}
