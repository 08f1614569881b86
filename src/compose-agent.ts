import { extractiveBrief } from './agent/brief/extractive-brief';
import { loadBriefCase } from './agent/brief/load-brief-case';
import { madeFrom, makeBriefs } from './agent/brief/make-briefs';
import { showBrief, signalsOf, type ShownBrief } from './agent/brief/show-brief';
import { cachedModel } from './agent/model/cached-model';
import { meteredModel } from './agent/model/metered-model';
import { notedModel } from './agent/model/noted-model';
import { notedBudget } from './agent/model/out-of-budget';
import { troubleNote } from './agent/model/trouble-note';
import { tryModel } from './agent/model/try-model';
import { LONGEST_WAIT_SECONDS } from './agent/model/without-reply';
import { planReadings } from './agent/reader/plan-readings';
import { shownReading } from './agent/reader/shown-reading';
import { runReadings, QUESTIONS_A_RUN } from './agent/reader/run-readings';
import { labelDesk } from './compose-labels';
import { outwardStores } from './compose-outward';
import { vectorDesk, type VectorProgress } from './compose-vectors';
import { wordingDesk } from './compose-wordings';
import { agentOff, budgetMonth, isSpent, mayAsk, type AgentSettings, type Spend } from './domain/agent-settings';
import type { WhyRules } from './domain/evidence-brief';
import type { Issue } from './domain/issue';
import { givesOrders } from './domain/machine-orders';
import type { ProviderTrouble } from './domain/provider-trouble';
import { visibleText } from './domain/quote-proof';
import type { SignalReading } from './domain/reading';
import type { Signal } from './domain/signal';
import { epochMs } from './domain/time';
import type { ReadingProgress } from './ports/agent-store';
import type { OpenEmbedder } from './ports/embedder';
import type { Model, ModelAsk, OpenModel } from './ports/model';
import type { Ports } from './ports/ports';
import type { Sha256 } from './ports/sha256';
import { wantUnderstanding } from './understand/want-understanding';

/** One run of a job: it fits a minute, so that the hundred calls that Forge lets an invocation make in one are never passed. */
const RUN_MS = 50_000;
const RUN_SECONDS = 60;
const BRIEFS_MS = 600_000;
/** Forge counts calls to the outside by invocation, its own models by installation: only the former gain from a second job at the same time. */
const LANES = { none: 0, forge: 1, openai: 4, compatible: 4 } as const;

export interface AgentOutside {
  readonly openModel: OpenModel;
  readonly openEmbedder: OpenEmbedder;
  readonly sha256: Sha256;
  /** The reply's schema as it is sent along, for counting. */
  readonly schemaText: (ask: ModelAsk) => string;
}

/** What is said of one issue, with what the agent read of its signals. */
export interface IssueBrief {
  readonly brief: ShownBrief;
  readonly readings: readonly SignalReading[];
  /** Signals that stand as evidence and whose words may be shown. */
  readonly shown: number;
  readonly model: string;
}

/** The use cases of the agent, bound to what they need from outside. */
export type AgentDesk = ReturnType<typeof agentDesk>;

export function agentDesk(ports: Ports, outside: AgentOutside) {
  const { settings: kept, clock, queue } = ports;
  const stores = outwardStores(ports.stores);
  const store = ports.agent;
  const { sha256 } = outside;
  const settingsOf = async (product: string): Promise<AgentSettings> => (await store.findSettings(product)) ?? agentOff(product, clock.now());
  const keyOf = async ({ provider, product }: AgentSettings): Promise<string | undefined> => (provider === 'openai' || provider === 'compatible' ? kept.findSecret(keyName(product)) : undefined);
  const noteOf = ({ product, provider, model }: AgentSettings) => troubleNote(kept, product, JSON.stringify([provider, model]));
  /** Who has been away for long is asked more rarely: after as long as they have been away, up to what a job can be delayed. */
  const waitFor = async (product: string, seconds: number): Promise<number> => {
    const trouble = await noteOf(await settingsOf(product)).find();
    return trouble === undefined ? seconds : Math.max(seconds, Math.min(LONGEST_WAIT_SECONDS, Math.round((epochMs(clock.now()) - epochMs(trouble.since)) / 1_000)));
  };
  const vectors = vectorDesk(ports, { openEmbedder: outside.openEmbedder, sha256, settingsOf, keyOf, waitFor });
  const askedModel = async (settings: AgentSettings): Promise<Model> => {
    const raw = notedModel(outside.openModel(settings, await keyOf(settings)), noteOf(settings), clock);
    const metered = meteredModel(raw, settings, { store, clock, newId: () => `hold-${crypto.randomUUID()}`, schemaText: outside.schemaText });
    return notedBudget(metered, () => kept.save(refusedMark(settings.product), purseOf(settings)));
  };
  /** The month and what it may cost: a refusal says nothing about another. */
  const purseOf = ({ budget }: AgentSettings): string => JSON.stringify([budgetMonth(clock.now()), budget.tokens, budget.money]);
  const isOut = async (settings: AgentSettings): Promise<boolean> =>
    isSpent(settings.budget, await store.findSpend(settings.product, budgetMonth(clock.now()))) || (await kept.find(refusedMark(settings.product))) === purseOf(settings);
  const modelOf = async (settings: AgentSettings): Promise<Model> => cachedModel(await askedModel(settings), settings.product, store, sha256);
  const whyNot = async (settings: AgentSettings): Promise<WhyRules> => {
    if (settings.provider === 'none') return { because: 'off' };
    if (await isOut(settings)) return { because: 'over-budget' };
    const trouble = await noteOf(settings).find();
    return trouble === undefined ? { because: 'not-yet' } : { because: trouble.code, since: trouble.since };
  };
  const wantReading = async (product: string): Promise<void> => {
    const { provider } = await settingsOf(product);
    for (let lane = 0; lane < LANES[provider]; lane += 1) await queue.push({ name: 'read', product, lane });
  };
  const labels = labelDesk(ports, { sha256, settingsOf, modelOf, waitFor });
  const wordings = wordingDesk(ports, { sha256, settingsOf, modelOf, whyNot, waitFor });
  const wantWork = async (product: string): Promise<void> => {
    await wantReading(product);
    if (mayAsk(await settingsOf(product))) await queue.push({ name: 'label', product });
    await wordings.want(product);
    await vectors.want(product);
  };
  return {
    settingsOf,
    /** Asks for everything that a model has still to do for a product. */
    wantWork,
    vectors,
    labels,
    wordings,
    async saveSettings(settings: AgentSettings): Promise<void> {
      const before = await settingsOf(settings.product);
      await store.saveSettings(settings);
      await noteOf(settings).clear();
      if (before.embeddings !== undefined && settings.embeddings === undefined) {
        await vectors.dropAll(settings.product);
        await wantUnderstanding(ports, settings.product);
      }
      await wantWork(settings.product);
    },
    async saveKey(product: string, key: string): Promise<void> {
      await kept.saveSecret(keyName(product), key);
      await noteOf(await settingsOf(product)).clear();
      // What was asked for without a key stopped at once.
      await wantWork(product);
    },
    hasKey: async (product: string): Promise<boolean> => (await kept.findSecret(keyName(product))) !== undefined,
    /** What the agent read of these signals, as it may be shown now; nothing where no model is on. */
    async readingsOf(product: string, signals: readonly Signal[]): Promise<ReadonlyMap<string, SignalReading>> {
      if (signals.length === 0 || (await settingsOf(product)).provider === 'none') return new Map();
      const byId = new Map(signals.map((signal) => [signal.id, signal]));
      const shown = (await store.listReadings(product, [...byId.keys()])).flatMap((reading) => shownReading(byId.get(reading.signal)!, reading) ?? []);
      return new Map(shown.map((reading) => [reading.signal, reading]));
    },
    /** Whether the month no longer holds a question. */
    isOut: async (product: string): Promise<boolean> => isOut(await settingsOf(product)),
    findSpend: (product: string): Promise<Spend> => store.findSpend(product, budgetMonth(clock.now())),
    progress: (product: string): Promise<ReadingProgress> => store.progress(product),
    vectorProgress: (product: string): Promise<VectorProgress | undefined> => vectors.progress(product),
    /** What keeps the provider from answering, as far as anybody asked it. */
    trouble: async (product: string): Promise<ProviderTrouble | undefined> => {
      const settings = await settingsOf(product);
      return settings.provider === 'none' ? undefined : noteOf(settings).find();
    },
    tryModel: async (product: string) => tryModel(await askedModel(await settingsOf(product))),
    async readAgain(product: string): Promise<number> {
      const waiting = await store.readAgain(product);
      await store.askBlocksAgain(product);
      await wantWork(product);
      return waiting;
    },

    /** One run of reading. The first lane also says what there is to read, and writes the briefs when nothing waits. */
    async runRead(product: string, lane: number): Promise<void> {
      const settings = await settingsOf(product);
      if (lane >= LANES[settings.provider] || !mayAsk(settings)) return;
      const model = await modelOf(settings);
      const summaries = new Map((await stores.issues.listIssues(product)).filter(isReadWith).map((issue) => [issue.id, issue.summary]));
      if (lane === 0) await planReadings({ product, stores, store, settings: kept, summaries, reads: settings.reads, model: model.id, sha256 });
      const began = clock.monotonicMs();
      const end = await runReadings({ product, model, store, signals: stores.signals, summaries, clock, budgetMs: RUN_MS, most: QUESTIONS_A_RUN });
      const passed = Math.ceil((clock.monotonicMs() - began) / 1000);
      ports.logger.info('agent.read', { product, lane, end: end.kind });
      const wait = end.kind === 'wait' ? await waitFor(product, end.seconds) : 0;
      if (end.kind === 'more') await queue.push({ name: 'read', product, lane }, Math.max(1, RUN_SECONDS - passed));
      if (end.kind === 'wait') await queue.push({ name: 'read', product, lane }, wait);
      if (end.kind === 'done' && lane === 0) await queue.push({ name: 'brief', product });
    },

    async runBriefs(product: string): Promise<void> {
      const settings = await settingsOf(product);
      if (!mayAsk(settings)) return;
      const end = await makeBriefs({ product, stores, agent: store, model: await modelOf(settings), clock, sha256, budgetMs: BRIEFS_MS });
      ports.logger.info('agent.brief', { product, end: end.kind });
      if (end.kind === 'more') await queue.push({ name: 'brief', product });
      if (end.kind === 'wait') await queue.push({ name: 'brief', product }, end.seconds);
    },

    /** The brief of an issue as it may be shown now: in a model's words where they are up to date, else by rule. Never waits for a model. */
    async brief(issue: string): Promise<IssueBrief | undefined> {
      const found = await stores.issues.findIssue(issue);
      if (found === undefined) return undefined;
      const settings = await settingsOf(found.product);
      const isOn = settings.provider !== 'none';
      const [brief, written] = await Promise.all([loadBriefCase({ stores, agent: store, clock }, issue, isOn), isOn ? store.findBrief(issue) : undefined]);
      if (brief === undefined) return undefined;
      const model = `${settings.provider}:${settings.model ?? ''}`;
      const kept = written?.madeFrom === madeFrom(brief, model, sha256) ? written : undefined;
      const plain = extractiveBrief(brief, kept === undefined ? await whyNot(settings) : kept.outcome.kind === 'by-rule' ? kept.outcome.because : 'unproven');
      const cited = signalsOf(plain, kept);
      const signals = cited.length === 0 ? [] : await stores.signals.findSignals(found.product, cited);
      const shown = [...brief.standings.confirmed, ...brief.standings.suggested].map((one) => one.signal.id);
      return {
        brief: showBrief(plain, kept, new Map(signals.map((signal) => [signal.id, signal])), sha256),
        readings: shown.flatMap((signal) => brief.readings.get(signal) ?? []),
        shown: shown.length,
        model,
      };
    },
  };
}

function refusedMark(product: string): string {
  return `agent-refused:${product}`;
}

/** A title stands in the questions of many customers: one that gives a machine orders is in none, and its issue is not read with. */
function isReadWith({ visibility, summary }: Issue): boolean {
  return visibility === 'open' && !givesOrders(visibleText(summary).text);
}

function keyName(product: string): string {
  return `agent-key:${product}`;
}
