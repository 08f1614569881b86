import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import type { AgentStore } from '../../ports/agent-store';
import { NO_TOKENS, type Model, type ModelAsk } from '../../ports/model';
import type { Sha256 } from '../../ports/sha256';

const Json = z.string().transform((text, context) => {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.name : 'not JSON' });
    return z.NEVER;
  }
});

/** A model that is not asked the same twice: the key is a hash of model, task, shape, material and what looks have shown. Only replies that fit are kept. */
export function cachedModel(model: Model, product: string, store: Pick<AgentStore, 'findReply' | 'saveReply'>, sha256: Sha256): Model {
  return {
    id: model.id,
    async ask(ask) {
      // A question with looks into the store has another answer when the store has changed.
      if (ask.tools !== undefined) return model.ask(ask);
      const key = replyKey(model.id, product, ask, sha256);
      const kept = await store.findReply(key);
      if (kept !== undefined) return { kind: 'reply', value: parseAt('model-cache', ask.schema, parseAt('model-cache', Json, kept)), use: NO_TOKENS };
      const answer = await model.ask(ask);
      if (answer.kind === 'reply') await store.saveReply(product, key, JSON.stringify(answer.value), ask.about);
      return answer;
    },
  };
}

export function replyKey(model: string, product: string, { name, task, material, longestReply, turns = [] }: ModelAsk, sha256: Sha256): string {
  return sha256(JSON.stringify([product, model, name, task, material, longestReply, turns]));
}
