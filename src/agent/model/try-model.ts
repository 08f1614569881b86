import { z } from 'zod';
import type { Model, ModelFailureCode } from '../../ports/model';

const Hello = z.strictObject({ ok: z.boolean() });

/** Does the model answer at all? One small question without anything a customer wrote. */
export async function tryModel(model: Model): Promise<'answers' | 'refused' | ModelFailureCode> {
  const answer = await model.ask({ name: 'hello', schema: Hello, task: 'Reply that you are there.', material: `Are you there? ${model.id}`, about: 'nobody', longestReply: 50 });
  if (answer.kind === 'reply') return 'answers';
  if (answer.kind === 'refusal') return 'refused';
  return answer.kind === 'look' ? 'wrong-shape' : answer.code;
}
