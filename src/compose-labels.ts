import { nameThemes, withLabels, type Exemplars } from './agent/labels/name-themes';
import { mayAsk, type AgentSettings } from './domain/agent-settings';
import type { Signal } from './domain/signal';
import type { Model } from './ports/model';
import type { Ports } from './ports/ports';
import type { Sha256 } from './ports/sha256';
import type { NameThemes } from './understand/understand-product';
import { wantUnderstanding } from './understand/want-understanding';

/** One run of a job fits a minute: a name is a question, and Forge allows an invocation a hundred in one. */
const RUN = { ms: 50_000, seconds: 60 };

export interface LabelOutside {
  readonly sha256: Sha256;
  readonly settingsOf: (product: string) => Promise<AgentSettings>;
  readonly modelOf: (settings: AgentSettings) => Promise<Model>;
  /** Seconds until somebody who did not answer is asked again. */
  readonly waitFor: (product: string, seconds: number) => Promise<number>;
}

/** The use cases of themes named by a model: what fails leaves the engine's name, and a person's is never looked at. */
export function labelDesk(ports: Ports, { sha256, settingsOf, modelOf, waitFor }: LabelOutside) {
  const { stores, clock, queue } = ports;
  const store = ports.agent;
  return {
    /** Names for a run of the engine, as far as they still hold; none where no model is on. */
    apply: (async (product, themes, signals) => {
      if ((await settingsOf(product)).provider === 'none') return themes;
      return withLabels(themes, await store.listLabels(product), readable(signals));
    }) satisfies NameThemes,

    /** One run of asking; the next run of the engine puts what is new on the themes. */
    async run(product: string): Promise<void> {
      const settings = await settingsOf(product);
      if (!mayAsk(settings)) return;
      const themes = await stores.evidence.listThemes(product);
      const signals = readable(await stores.signals.findSignals(product, [...new Set(themes.flatMap((theme) => theme.exemplars))]));
      const { end, named } = await nameThemes({ product, themes, signals, model: await modelOf(settings), store, sha256, clock, budgetMs: RUN.ms });
      ports.logger.info('agent.label', { product, end: end.kind, named });
      if (named > 0) await wantUnderstanding(ports, product);
      if (end.kind === 'more') await queue.push({ name: 'label', product }, RUN.seconds);
      if (end.kind === 'wait') await queue.push({ name: 'label', product }, await waitFor(product, end.seconds));
    },
  };
}

function readable(signals: readonly Signal[]): Exemplars {
  return new Map(signals.filter((signal) => signal.visibility === 'open').map((signal) => [signal.id, signal]));
}
