import { LLMock } from '@copilotkit/aimock';
import { z } from 'zod';
import type { ForgeModels } from '../forge/model-contract';
import { SCRIPTED_MODEL, scriptedReply, scriptedVector } from './scripted-replies';

/** The script behind the contract of Atlassian's models. */
export function scriptedForgeModels(): ForgeModels {
  return {
    models: [{ model: SCRIPTED_MODEL, status: 'active' }],
    chat: async (_model, { messages, tools }) => {
      const [task, material] = ['system', 'user'].map((role) => textOf(messages.find((one) => one.role === role)?.content));
      const reply = scriptedReply(task ?? '', material ?? '');
      if (reply === undefined) return { status: 400, body: { code: 'NOT_SCRIPTED', message: 'this question is not in the script' } };
      const usage = { input_tokens: Math.ceil(((task ?? '').length + (material ?? '').length) / 4), output_tokens: Math.ceil(reply.length / 4) };
      const wantsTool = tools?.some((tool) => tool.function.name === 'answer') === true;
      const message = wantsTool
        ? { role: 'assistant', content: '', tool_calls: [{ id: 'scripted', type: 'function', index: 0, function: { name: 'answer', arguments: JSON.parse(reply) as object } }] }
        : { role: 'assistant', content: reply };
      return { status: 200, body: { choices: [{ index: 0, finish_reason: wantsTool ? 'tool_use' : 'end_turn', message }], usage } };
    },
  };
}

/** The script behind OpenAI's protocol, on a server that is not ours (aimock). */
export async function openScriptedServer(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const mock = new LLMock({ port: 0, chunkSize: 2_000 });
  mock.on({ predicate: () => true }, ({ messages }) => {
    const [task, material] = ['system', 'user'].map((role) => textOf(messages.find((one) => one.role === role)?.content));
    const reply = scriptedReply(task ?? '', material ?? '');
    return reply === undefined ? { error: { message: 'this question is not in the script' }, status: 400 } : { content: reply };
  });
  // aimock has one vector for a whole request: what is scripted has one a text, and is served beside it.
  mock.mount('/v1/embeddings', {
    handleRequest: async (request, response) => {
      const { input, model } = await bodyOf(request);
      const data = input.map((text, index) => ({ object: 'embedding', index, embedding: scriptedVector(text) }));
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ object: 'list', data, model, usage: { prompt_tokens: Math.ceil(input.join(' ').length / 4), total_tokens: Math.ceil(input.join(' ').length / 4) } }));
      return true;
    },
  });
  await mock.start();
  return { url: mock.url, close: () => mock.stop() };
}

const EmbeddingRequest = z.object({ model: z.string(), input: z.array(z.string()) });

async function bodyOf(request: AsyncIterable<unknown>): Promise<z.output<typeof EmbeddingRequest>> {
  let text = '';
  for await (const part of request) text += String(part);
  return EmbeddingRequest.parse(JSON.parse(text));
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((part: unknown) => (typeof part === 'object' && part !== null && 'text' in part ? String(part.text) : '')).join('');
}
