import type { Signal } from '../../domain/signal';
import type { Theme } from '../../domain/theme';
import type { Clock } from '../../ports/clock';
import type { LabelStore, ThemeLabel } from '../../ports/label-store';
import type { Model } from '../../ports/model';
import type { Sha256 } from '../../ports/sha256';
import { askProven } from '../model/ask-proven';
import { endOf, type RunEnd } from '../model/without-reply';
import { exemplarTexts, LABEL_REPAIR, LABEL_VERSION, labelQuestion } from './label-question';
import { provenLabel } from './proven-label';

/** Fewer examples that anyone may read have nothing in common that could be proven. */
const FEWEST_EXAMPLES = 2;

/** Signals by id, as far as anyone may read them. */
export type Exemplars = ReadonlyMap<string, Signal>;

/**
 * Themes with the names that a model proposed, as far as they hold for today's examples; a name that no longer does gives way to the
 * engine's. A name that a person gave is not looked at.
 */
export function withLabels(themes: readonly Theme[], labels: readonly ThemeLabel[], signals: Exemplars): readonly Theme[] {
  const byTheme = new Map(labels.map((one) => [one.theme, one]));
  const names = new Map(themes.map((theme) => [theme.id, theme.label]));
  return themes.map((theme) => {
    const kept = byTheme.get(theme.id)?.label;
    if (kept === undefined || theme.labelAuthor === 'person') return theme;
    names.delete(theme.id);
    const label = provenLabel(kept, { texts: textsOf(theme, signals), terms: theme.terms, taken: [...names.values()] });
    names.set(theme.id, label ?? theme.label);
    return label === undefined ? theme : { ...theme, label, labelAuthor: 'model' };
  });
}

export interface Naming {
  readonly product: string;
  readonly themes: readonly Theme[];
  readonly signals: Exemplars;
  readonly model: Model;
  readonly store: LabelStore;
  readonly sha256: Sha256;
  readonly clock: Clock;
  readonly budgetMs: number;
}

/** Asks for names where the engine's stands, once per set of examples. `named`: how many new ones there are. Safe to repeat and to kill. */
export async function nameThemes({ product, themes, signals, model, store, sha256, clock, budgetMs }: Naming): Promise<{ readonly end: RunEnd; readonly named: number }> {
  const until = clock.monotonicMs() + budgetMs;
  const asked = new Map((await store.listLabels(product)).map((one) => [one.theme, one.madeFrom]));
  const names = new Map(themes.map((theme) => [theme.id, theme.label]));
  let named = 0;
  for (const theme of themes) {
    if (clock.monotonicMs() >= until) return { end: { kind: 'more' }, named };
    const texts = textsOf(theme, signals);
    const madeFrom = sha256(JSON.stringify([LABEL_VERSION, model.id, theme.terms, texts]));
    if (theme.labelAuthor !== 'engine' || texts.length < FEWEST_EXAMPLES || asked.get(theme.id) === madeFrom) continue;
    const taken = [...names].filter(([id]) => id !== theme.id).map(([, name]) => name);
    const answer = await askProven(model, labelQuestion(theme, texts), (reply) => provenLabel(reply.label, { texts, terms: theme.terms, taken }), LABEL_REPAIR);
    const end = answer.kind === 'proven' || answer.kind === 'unproven' ? undefined : endOf(answer);
    if (end !== undefined) return { end, named };
    // Answered badly: the engine's name stays, and it is not paid for again.
    const label = answer.kind === 'proven' ? answer.value : undefined;
    await store.saveLabel(product, { theme: theme.id, madeFrom, model: model.id, exemplars: theme.exemplars.filter((id) => signals.has(id)), ...(label === undefined ? {} : { label }) });
    if (label === undefined) continue;
    names.set(theme.id, label);
    named += 1;
  }
  return { end: { kind: 'done' }, named };
}

function textsOf(theme: Theme, signals: Exemplars): readonly string[] {
  return exemplarTexts(theme.exemplars.flatMap((id) => signals.get(id) ?? []));
}
