import { invitationWording } from './agent/wording/invitation-wording';
import { prototypeWording } from './agent/wording/prototype-wording';
import { linesFor, runWordings, type WordingCase } from './agent/wording/run-wordings';
import { outwardIssue } from './compose-outward';
import { mayAsk, type AgentSettings } from './domain/agent-settings';
import type { WhyRules } from './domain/evidence-brief';
import type { Signal } from './domain/signal';
import { weekOf } from './domain/talk';
import type { Model } from './ports/model';
import type { Ports } from './ports/ports';
import type { Sha256 } from './ports/sha256';
import { issueQuote } from './talk/issue-quote';
import { quotePlace } from './talk/quote-place';

/** One run of a job fits a minute, and with it the hundred calls that Forge lets an invocation make in one. */
const RUN = { ms: 50_000, seconds: 60 };

export interface WordingOutside {
  readonly sha256: Sha256;
  readonly settingsOf: (product: string) => Promise<AgentSettings>;
  readonly modelOf: (settings: AgentSettings) => Promise<Model>;
  /** Why there are no words of a model yet. */
  readonly whyNot: (settings: AgentSettings) => Promise<WhyRules>;
  /** Seconds until somebody who did not answer is asked again. */
  readonly waitFor: (product: string, seconds: number) => Promise<number>;
}

/** A customer's words in a place that may be worded. */
export interface SaidThere {
  readonly signal: string;
  readonly text: string;
}

/** Whether sentences are in a model's words; with `rules`, why they are not, where a model is on. */
export type Worded = { readonly kind: 'model'; readonly lines: Readonly<Record<string, string>> } | ({ readonly kind: 'rules' } & WhyRules);

/** The use cases of wording prototypes' briefs and invitations. What is shown never waits for a model: without its words, rules word it. */
export function wordingDesk(ports: Ports, { sha256, settingsOf, modelOf, whyNot, waitFor }: WordingOutside) {
  const { stores, clock, queue } = ports;
  const store = ports.agent;
  return {
    /** Asks for words soon, where a model is on. */
    async want(product: string): Promise<void> {
      if (mayAsk(await settingsOf(product))) await queue.push({ name: 'word', product });
    },

    async run(product: string): Promise<void> {
      const settings = await settingsOf(product);
      if (!mayAsk(settings)) return;
      const model = await modelOf(settings);
      const cases = [...(await prototypeCases(product, model.id)), ...(await invitationCases(product, model.id))];
      const end = await runWordings({ product, cases, model, store, clock, budgetMs: RUN.ms });
      ports.logger.info('agent.word', { product, end: end.kind });
      if (end.kind === 'more') await queue.push({ name: 'word', product }, RUN.seconds);
      if (end.kind === 'wait') await queue.push({ name: 'word', product }, await waitFor(product, end.seconds));
    },

    /** Words for a prototype's brief with these quotes. */
    async ofPrototype(product: string, issue: { readonly id: string; readonly summary: string }, quotes: readonly SaidThere[]): Promise<Worded> {
      const [worded] = await lookUp(product, (model) => (quotes.length === 0 ? [] : [prototypeWording(outwardIssue(issue), quotes, model, sha256)]));
      return worded ?? { kind: 'rules', because: 'unproven' };
    },

    /** One sentence for each of these people, in their order. */
    ofInvitations: (product: string, people: readonly (SaidThere & { readonly reason: string })[]): Promise<readonly Worded[]> => lookUp(product, (model) => people.map((one) => invitationWording(one, model, sha256))),
  };

  async function lookUp(product: string, casesOf: (model: string) => readonly WordingCase[]): Promise<readonly Worded[]> {
    const settings = await settingsOf(product);
    const cases = casesOf(`${settings.provider}:${settings.model ?? ''}`);
    if (settings.provider === 'none') return cases.map(() => ({ kind: 'rules', because: 'off' }));
    const found = await store.findWordings(product, cases.map((one) => one.key));
    const late = await whyNot(settings);
    return cases.map((one): Worded => {
      const { isAsked, lines } = linesFor(found, one);
      return lines === undefined ? { kind: 'rules', ...(isAsked ? { because: 'unproven' } : late) } : { kind: 'model', lines };
    });
  }

  /** Briefs that no person worded, each with the quotes that its screen shows. */
  async function prototypeCases(product: string, model: string): Promise<WordingCase[]> {
    const cases: WordingCase[] = [];
    for (const { issue: id, brief } of await ports.prototypes.listPrototypes(product)) {
      const issue = brief.wordedBy === 'rules' ? (await stores.issues.findIssue(id))?.issue : undefined;
      if (issue === undefined || issue.visibility !== 'open') continue;
      const [digest, decisions, signals] = await Promise.all([stores.evidence.findDigest(id), stores.decisions.decisionsOfIssue(product, id), readable(product, brief.quotes.map((one) => one.signal))]);
      const gone = new Set(decisions.filter(({ verdict }) => verdict !== 'confirmed').map((one) => one.signal));
      const quotes = brief.quotes.flatMap(({ signal: quoted }): SaidThere[] => {
        const signal = gone.has(quoted) ? undefined : signals.get(quoted);
        const text = signal === undefined ? undefined : issueQuote(signal, issue, digest?.evidence.find((row) => row.signal === quoted)?.citation);
        return text === undefined ? [] : [{ signal: quoted, text }];
      });
      if (quotes.length > 0) cases.push(prototypeWording(outwardIssue(issue), quotes, model, sha256));
    }
    return cases;
  }

  /** Invitations to whoever is first in this week's lists. */
  async function invitationCases(product: string, model: string): Promise<WordingCase[]> {
    const lists = (await ports.talk.listLists(product, weekOf(clock.now()))).filter((list) => list.week === weekOf(clock.now()));
    const themes = new Map((await stores.evidence.listThemes(product)).map((theme) => [theme.id, theme]));
    const signals = await readable(product, lists.flatMap(({ slots }) => slots.flatMap(({ picks }) => picks[0]?.signal ?? [])));
    return lists.flatMap(({ theme: id, slots }) =>
      slots.flatMap(({ reason, picks }) => {
        const [theme, signal] = [themes.get(id), signals.get(picks[0]?.signal ?? '')];
        const place = theme === undefined || signal === undefined ? undefined : quotePlace(signal, theme, reason === 'contradicting');
        const text = place === undefined ? undefined : signal?.[place.field]?.slice(place.start, place.end);
        return signal === undefined || text === undefined ? [] : [invitationWording({ signal: signal.id, text, reason }, model, sha256)];
      }),
    );
  }

  async function readable(product: string, ids: readonly string[]): Promise<ReadonlyMap<string, Signal>> {
    const found = ids.length === 0 ? [] : await stores.signals.findSignals(product, [...new Set(ids)]);
    return new Map(found.filter((signal) => signal.visibility === 'open').map((signal) => [signal.id, signal]));
  }
}
