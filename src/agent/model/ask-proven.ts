import type { z } from 'zod';
import type { Model, ModelAsk } from '../../ports/model';
import type { NoReply } from './without-reply';

/** What a model said and could be proven; that it answered and nothing could; or that there is no reply. */
export type Proven<Value> = { readonly kind: 'proven'; readonly value: Value } | { readonly kind: 'unproven' } | NoReply;

/**
 * Asks, proves, and where the reply has another shape or does not hold asks once more and says so: two questions at most.
 * @param prove what may be kept of a reply; undefined when nothing may
 * @param repair said with the second question
 */
export async function askProven<Schema extends z.ZodType, Value>(model: Model, ask: ModelAsk<Schema>, prove: (reply: z.output<Schema>) => Value | undefined, repair: string): Promise<Proven<Value>> {
  const first = await model.ask(ask);
  const kept = first.kind === 'reply' ? prove(first.value) : undefined;
  if (kept !== undefined) return { kind: 'proven', value: kept };
  if (first.kind !== 'reply' && !(first.kind === 'failure' && first.code === 'wrong-shape')) return first;
  const second = await model.ask({ ...ask, task: `${ask.task}\n${first.kind === 'reply' ? repair : `Your last reply did not fit: ${first.detail ?? 'not JSON'}.`}` });
  if (second.kind !== 'reply') return second;
  const mended = prove(second.value);
  return mended === undefined ? { kind: 'unproven' } : { kind: 'proven', value: mended };
}
