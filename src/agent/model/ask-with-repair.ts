import type { z } from 'zod';
import type { Model, ModelAnswer, ModelAsk, ModelFailureCode } from '../../ports/model';

const NOT_ANSWERED: ReadonlySet<ModelFailureCode> = new Set(['off', 'over-budget', 'no-access', 'other-model', 'unreachable', 'rate-limited', 'server-error']);

/**
 * Asks, and where the reply has not the wanted shape asks once more and says what was wrong. A second wrong shape is a failure: it is
 * parked by the caller as not analysed. Tokens of both are counted.
 */
export async function askWithRepair<Schema extends z.ZodType>(model: Model, ask: ModelAsk<Schema>): Promise<ModelAnswer<z.output<Schema>>> {
  const first = await model.ask(ask);
  if (first.kind !== 'failure' || first.code !== 'wrong-shape') return first;
  const second = await model.ask({ ...ask, task: `${ask.task}\nYour last reply did not fit: ${first.detail ?? 'not JSON'}.` });
  // Not asked, or not answered: what is known is the first reply.
  if (second.kind === 'failure' && NOT_ANSWERED.has(second.code)) return first;
  return { ...second, use: { input: first.use.input + second.use.input, output: first.use.output + second.use.output } };
}
