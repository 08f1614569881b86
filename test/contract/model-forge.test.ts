import type { ForgeModels } from '../../host/forge/model-contract';
import { answerModelCall } from '../../host/forge/proxy/model-call';
import type { Model } from '../../src/ports/model';
import { openTestHost } from '../fixtures/host-setup';
import { modelSuite, type Behaviour } from './model.suite';

const MODEL = 'model-2025-01-01';

/** Atlassian's models as the contract has them, scripted by hand: what they say is what the test wrote. */
function scriptedForgeModels(behaviour: Behaviour, seen: Record<string, unknown>[]): ForgeModels {
  const usage = { input_tokens: 20, output_tokens: 8, total_tokens: 28 };
  const choice = (finish_reason: string | undefined, message: object): object => ({ choices: [{ index: 0, ...(finish_reason === undefined ? {} : { finish_reason }), message: { role: 'assistant', content: '', ...message } }], usage });
  const call = (name: string, input: object): object => choice('tool_use', { content: [{ type: 'text', text: 'Well.' }], tool_calls: [{ id: 't1', type: 'function', index: 0, function: { name, arguments: input } }] });
  const bodyOf = (): object => {
    switch (behaviour.kind) {
      case 'says': return choice('end_turn', { content: [{ type: 'text', text: behaviour.text }] });
      case 'gives': return call('answer', behaviour.value);
      case 'looks': return call(behaviour.tool, behaviour.input);
      case 'refuses': return choice('refusal', { content: 'No.' });
      case 'stops-at-length': return choice('max_tokens', { content: '{"verdict":"y' });
      case 'breaks-off-without-a-reason': return choice(undefined, { content: '{"verdict":"y' });
      case 'status': return { code: 'SCRIPTED', message: 'scripted' };
    }
  };
  return {
    models: [{ model: MODEL, status: 'active' }],
    chat: async (_model, request) => {
      seen.push(request);
      return { status: behaviour.kind === 'status' ? behaviour.status : 200, body: bodyOf() };
    },
  };
}

async function openForgeModel(models: ForgeModels): Promise<Model> {
  Object.assign(globalThis, {
    __forge_runtime__: { tracing: { traceId: 't', spanId: 's' } },
    __forge_fetch__: async (target: { type: string; model?: string }, _path: string, init: { method: string; body?: string }) => {
      const answer = await answerModelCall({ manifest: { modelFamilies: ['claude'] }, models }, { target, method: init.method }, init.body === undefined ? undefined : JSON.parse(init.body));
      return new Response(answer.body as string, { status: answer.status, headers: answer.headers });
    },
  });
  const { forgeModel } = await import('../../src/platform/model/forge-model');
  return forgeModel({ id: `forge:${MODEL}`, model: MODEL });
}

modelSuite('Forge LLM, as the local host has it', async (behaviour) => {
  const seen: Record<string, unknown>[] = [];
  return { model: await openForgeModel(scriptedForgeModels(behaviour, seen)), requests: () => seen };
});

describe('Forge LLM on the host', () => {
  it('answers chat and list of the unmodified SDK in a running function, after the checks of the platform', async () => {
    const host = await openTestHost({ models: scriptedForgeModels({ kind: 'says', text: 'hello' }, []) });
    try {
      expect(await host.call('llm.list')).toEqual({ value: { models: [{ model: MODEL, status: 'active' }] } });
      expect(await host.call('llm.chat', { model: MODEL })).toMatchObject({ value: { choices: [{ finish_reason: 'end_turn', message: { content: [{ type: 'text', text: 'hello' }] } }], usage: { input_tokens: 20 } } });
      expect(await host.call('llm.chat', { model: 'claude-unknown' })).toMatchObject({ class: 'ForgeLlmAPIError', status: 404 });
      expect(await host.call('llm.chat', { model: MODEL, tools: [{ type: 'function', function: { name: 'no good name', description: '', parameters: { type: 'object' } } }] })).toMatchObject({ class: 'ForgeLlmAPIError', status: 400 });
      expect(await host.call('llm.stream', { model: MODEL })).toMatchObject({ class: 'ForgeLlmAPIError', status: 501 });
    } finally {
      await host.close();
    }
  });
});
