import type Resolver from '@forge/resolver';
import { AgentProduct, SaveAgent, SaveAgentKey, type AgentSettingsView, type BriefView } from '../../contract/agent';
import { Nothing } from '../../contract/panel';
import type { App } from '../../app';
import { hasEmbeddings, isDated } from '../../domain/agent-settings';
import { BadInput, NotFound } from '../../domain/errors';
import { sentence } from '../../domain/sentence';
import type { Caller } from '../caller';
import { endpoint } from '../endpoint';
import { issueViewer, siteAdmin } from '../permissions';
import { briefView } from './brief-view';
import { settingsView } from './settings-view';

const MICRO = 1_000_000;
const DATED = /\d{4}-?\d{2}-?\d{2}(?!\d)/;

/** The brief on the panel: of the issue that the platform says it stands on. */
export function defineBrief(resolver: Resolver, app: App): void {
  resolver.define('agent.brief', endpoint('agent.brief', Nothing, issueViewer(app.ports.tracker), (_, caller) => openBrief(app, caller)));
}

/** How a product uses a model: every endpoint needs Administer Jira. */
export function defineAgentAdmin(resolver: Resolver, app: App): void {
  const admin = siteAdmin(app.ports.tracker);
  resolver.define('agent.settings', endpoint('agent.settings', AgentProduct, admin, async ({ product }) => view(app, product)));
  resolver.define('agent.save', endpoint('agent.save', SaveAgent, admin, async (input, caller) => save(app, input, caller)));
  resolver.define('agent.saveKey', endpoint('agent.saveKey', SaveAgentKey, admin, async ({ product, key }) => {
    await known(app, product);
    await app.agent.saveKey(product, key);
    return settingsView(app, product);
  }));
  resolver.define('agent.try', endpoint('agent.try', AgentProduct, admin, async ({ product }) => {
    await known(app, product);
    return { answer: sentence(`agent.try.${await app.agent.tryModel(product)}`) };
  }));
  resolver.define('agent.readAgain', endpoint('agent.readAgain', AgentProduct, admin, async ({ product }) => {
    await known(app, product);
    await app.agent.readAgain(product);
    return settingsView(app, product);
  }));
}

async function openBrief(app: App, { issueId }: Caller): Promise<BriefView> {
  const found = issueId === undefined ? undefined : await app.ports.stores.issues.findIssue(issueId);
  const brief = found === undefined ? undefined : await app.agent.brief(found.issue.id);
  if (found === undefined || brief === undefined) throw new NotFound('no such issue');
  const sources = await app.ports.stores.products.listSources(found.product);
  return briefView(brief, new Map(sources.map(({ id, name, kind }) => [id, { name, kind }])));
}

async function save(app: App, input: ReturnType<typeof SaveAgent.parse>, { accountId }: Caller): Promise<AgentSettingsView> {
  const { product, provider, model, address, inputPrice, outputPrice, reads, embeddings, tokens, dollars } = input;
  await known(app, product);
  if (provider !== 'none' && model === undefined) throw new BadInput('agent.save', 'model', 'a model has to be chosen');
  if (model !== undefined && isDated(provider) && !DATED.test(model)) throw new BadInput('agent.save', 'model', 'a version with its date is needed, like gpt-4.1-mini-2025-04-14');
  if (provider === 'compatible' && address === undefined) throw new BadInput('agent.save', 'address', 'an address is needed');
  if (embeddings !== undefined && !hasEmbeddings(provider)) throw new BadInput('agent.save', 'embeddings', 'this provider has no embeddings');
  await app.agent.saveSettings({
    product, provider, reads,
    ...(provider === 'none' || model === undefined ? {} : { model }),
    ...(provider === 'compatible' && address !== undefined ? { address } : {}),
    ...(embeddings === undefined ? {} : { embeddings: { model: embeddings.model, price: Math.ceil(embeddings.price * MICRO) } }),
    price: { input: Math.ceil(inputPrice * MICRO), output: Math.ceil(outputPrice * MICRO) },
    budget: { tokens, money: Math.floor(dollars * MICRO) },
    by: accountId,
    at: app.ports.clock.now(),
  });
  return settingsView(app, product);
}

async function view(app: App, product: string): Promise<AgentSettingsView> {
  await known(app, product);
  return settingsView(app, product);
}

async function known(app: App, product: string): Promise<void> {
  if ((await app.ports.stores.products.findProduct(product)) === undefined) throw new NotFound('no such product');
}
