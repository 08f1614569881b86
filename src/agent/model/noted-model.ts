import { PROVIDER_TROUBLES, type ProviderTrouble } from '../../domain/provider-trouble';
import type { Clock } from '../../ports/clock';
import type { Model, ModelAnswer } from '../../ports/model';

/** Where a product's trouble with its provider is kept. */
export interface TroubleNote {
  find(): Promise<ProviderTrouble | undefined>;
  save(trouble: ProviderTrouble): Promise<void>;
  clear(): Promise<void>;
}

/** A model of which is known whether anybody answers, and since when nobody does. Whatever answer comes ends it, good or bad. */
export function notedModel(model: Model, note: TroubleNote, clock: Clock): Model {
  let found: Promise<ProviderTrouble | undefined> | undefined;
  return {
    id: model.id,
    async ask(ask) {
      const answer = await model.ask(ask);
      const code = troubleOf(answer);
      if (code === 'unknown') return answer;
      const known = await (found ??= note.find());
      if (code === known?.code) return answer;
      const trouble = code === undefined ? undefined : { code, since: known?.since ?? clock.now() };
      found = Promise.resolve(trouble);
      if (trouble !== undefined) await note.save(trouble);
      else if (known !== undefined) await note.clear();
      return answer;
    },
  };
}

/** Undefined where somebody answered; `unknown` where nobody was asked, or only to wait. */
function troubleOf(answer: ModelAnswer<unknown>): ProviderTrouble['code'] | 'unknown' | undefined {
  if (answer.kind !== 'failure') return undefined;
  if (answer.code === 'off' || answer.code === 'over-budget' || answer.code === 'rate-limited') return 'unknown';
  return PROVIDER_TROUBLES.find((one) => one === answer.code);
}
