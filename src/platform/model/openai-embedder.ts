import OpenAI from 'openai';
import { z } from 'zod';
import { packVector } from '../../domain/text-vectors';
import type { Embedder } from '../../ports/embedder';
import { failureOf } from './openai-failure';
import type { OpenAiAccess } from './openai-model';

const TIMEOUT_MS = 60_000;
/** OpenAI's third generation gives shorter vectors of nearly the same worth: a sixth of the room and of the work. */
const SHORTENED = { models: /^text-embedding-3-/, length: 256 };
const LONGEST = 4_096;

const Reply = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).min(8).max(LONGEST) })),
  usage: z.object({ prompt_tokens: z.number() }).nullish(),
});

/**
 * OpenAI's protocol for embeddings. Vectors come for every text and in one length, or not at all.
 * @see https://platform.openai.com/docs/api-reference/embeddings/create
 */
export function openAiEmbedder({ id, model, key, address }: OpenAiAccess): Embedder {
  const client = new OpenAI({ apiKey: key, maxRetries: 0, timeout: TIMEOUT_MS, ...(address === undefined ? {} : { baseURL: address }) });
  const shortened = SHORTENED.models.test(model) ? { dimensions: SHORTENED.length } : {};
  return {
    id,
    async embed(texts) {
      const guess = { input: Math.ceil(texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 3), output: 0 };
      try {
        const parsed = Reply.safeParse(await client.embeddings.create({ model, input: [...texts], encoding_format: 'float', ...shortened }));
        const counted = parsed.data?.usage?.prompt_tokens ?? 0;
        const use = counted > 0 ? { input: counted, output: 0 } : guess;
        const vectors = parsed.success ? inOrder(parsed.data.data, texts.length) : undefined;
        if (vectors === undefined) return { kind: 'failure', code: 'wrong-shape', retryable: false, detail: 'not one vector a text', use };
        return { kind: 'vectors', vectors, use };
      } catch (error) {
        return failureOf(error, guess);
      }
    },
  };
}

function inOrder(data: readonly { readonly index: number; readonly embedding: readonly number[] }[], count: number): Int8Array[] | undefined {
  const vectors = Array.from({ length: count }, (_, at) => packVector(data.find((one) => one.index === at)?.embedding ?? []));
  const whole = vectors.filter((one) => one !== undefined && one.length === vectors[0]?.length);
  return data.length === count && whole.length === count ? (whole as Int8Array[]) : undefined;
}
