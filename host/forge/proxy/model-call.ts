import { z } from 'zod';
import { ModelRequest, type ForgeModels } from '../model-contract';
import type { Manifest } from '../manifest';
import { json, unsupported, type Answer } from './answer';
import { streamLines } from './model-stream';

interface Needs {
  readonly manifest: Pick<Manifest, 'modelFamilies'>;
  readonly models?: ForgeModels;
}

/**
 * `@forge/llm`: chat, stream and list, with the checks of the platform before a model is asked. The limits per minute are not emulated.
 */
export async function answerModelCall({ manifest, models }: Needs, { target, method }: { readonly target: { readonly model?: string | undefined }; readonly method: string }, body: unknown): Promise<Answer> {
  if (models === undefined) return unsupported('language models when none was given to it');
  if (manifest.modelFamilies.length === 0) return refusal(403, 'MODULE_MISSING', 'the manifest has no llm module');
  if (method === 'GET') return json({ models: models.models });
  const { model } = target;
  if (model === undefined || !models.models.some((one) => one.model === model)) return refusal(404, 'MODEL_NOT_FOUND', 'no such model');
  const request = ModelRequest.safeParse(body);
  if (!request.success) return refusal(400, 'INVALID_REQUEST', z.prettifyError(request.error));
  const answer = await models.chat(model, request.data);
  if (request.data.stream && answer.status === 200) return { status: 200, headers: { 'content-type': 'application/x-ndjson' }, body: streamLines(answer.body) };
  return json(answer.body, answer.status);
}

function refusal(status: number, code: string, message: string): Answer {
  return json({ code, message }, status);
}
