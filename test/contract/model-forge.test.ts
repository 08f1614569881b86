import { z } from 'zod';
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

/** The SDK over a network that a test wrote. */
async function openForge(answer: (body: { readonly stream: boolean }) => Promise<Response>) {
  Object.assign(globalThis, { __forge_runtime__: { tracing: { traceId: 't', spanId: 's' } }, __forge_fetch__: async (_target: object, _path: string, init: { body: string }) => answer(JSON.parse(init.body) as never) });
  return import('../../src/platform/model/forge-model');
}

async function openForgeModel(models: ForgeModels, streamedFrom: number): Promise<Model> {
  Object.assign(globalThis, {
    __forge_runtime__: { tracing: { traceId: 't', spanId: 's' } },
    __forge_fetch__: async (target: { type: string; model?: string }, _path: string, init: { method: string; body?: string }) => {
      const answer = await answerModelCall({ manifest: { modelFamilies: ['claude'] }, models }, { target, method: init.method }, init.body === undefined ? undefined : JSON.parse(init.body));
      return new Response(answer.body as string, { status: answer.status, headers: answer.headers });
    },
  });
  const { forgeModel } = await import('../../src/platform/model/forge-model');
  return forgeModel({ id: `forge:${MODEL}`, model: MODEL, streamedFrom });
}

for (const [how, streamedFrom] of [['whole', Number.POSITIVE_INFINITY], ['streamed', 0]] as const) {
  modelSuite(`Forge LLM, as the local host has it, ${how}`, async (behaviour) => {
    const seen: Record<string, unknown>[] = [];
    return { model: await openForgeModel(scriptedForgeModels(behaviour, seen), streamedFrom), requests: () => seen };
  });
}

describe('a stream of Atlassian’s models', () => {
  const ask = { name: 'judge', schema: z.strictObject({ verdict: z.string() }), task: 'Judge.', material: 'x', about: 'desk:1', longestReply: 900, describesShape: true as const };
  /** The bytes of a stream, in the pieces that the network makes of them. */
  const streamed = async (pieces: readonly Uint8Array[], fails = false) => {
    const { forgeModel } = await openForge(async () => {
      let at = 0;
      return new Response(new ReadableStream<Uint8Array>({ pull: (controller) => (at < pieces.length ? controller.enqueue(pieces[at++]!) : fails ? controller.error(new Error('cut')) : controller.close()) }));
    });
    return forgeModel({ id: 'forge:m', model: 'm' }).ask(ask);
  };
  const bytes = (lines: readonly object[]): Uint8Array => new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const part = (text: string, more: object = {}): object => ({ choices: [{ index: 0, message: { role: 'assistant', content: [{ type: 'text', text }] }, ...more }] });

  it('is one reply, however the network cuts it', async () => {
    const whole = bytes([part('{"verd'), part('ict":"yes"}', { finish_reason: 'end_turn' }), { choices: [], usage: { input_tokens: 7, output_tokens: 3 } }]);
    for (let cut = 1; cut < whole.length; cut += 1) expect(await streamed([whole.slice(0, cut), whole.slice(cut)])).toEqual({ kind: 'reply', value: { verdict: 'yes' }, use: { input: 7, output: 3 } });
  });

  it('that ends without a reason is half a reply, though it may look whole', async () => {
    expect(await streamed([bytes([part('{"verdict":"yes"}')])])).toMatchObject({ kind: 'failure', code: 'truncated', retryable: false });
    expect(await streamed([])).toMatchObject({ kind: 'failure', code: 'truncated' });
  });

  it('that breaks is a lost answer, which may have been paid for', async () => {
    const answer = await streamed([bytes([part('{"verdict":"y')])], true);
    expect(answer).toMatchObject({ kind: 'failure', code: 'lost' });
    expect(answer.use.input).toBeGreaterThan(0);
  });

  it('that lost a letter between two pieces is no reply', async () => {
    const whole = bytes([part('{"verdict":"schön"}', { finish_reason: 'end_turn' })]);
    const cut = new TextDecoder('latin1').decode(whole).indexOf('Ã') + 1;
    expect(await streamed([whole.slice(0, cut), whole.slice(cut)])).toMatchObject({ kind: 'failure', code: 'wrong-shape' });
  });

  it('is for replies that may be long; a short one is asked for whole', async () => {
    const asked: unknown[] = [];
    const { forgeModel } = await openForge(async (body) => {
      asked.push(body.stream);
      return new Response(JSON.stringify({ choices: [] }));
    });
    for (const longestReply of [499, 500]) await forgeModel({ id: 'forge:m', model: 'm' }).ask({ ...ask, longestReply });
    expect(asked).toEqual([false, true]);
  });
});

describe('Forge LLM on the host', () => {
  it('answers chat, stream and list of the unmodified SDK in a running function, after the checks of the platform', async () => {
    const host = await openTestHost({ models: scriptedForgeModels({ kind: 'says', text: 'hello' }, []) });
    try {
      expect(await host.call('llm.list')).toEqual({ value: { models: [{ model: MODEL, status: 'active' }] } });
      expect(await host.call('llm.chat', { model: MODEL })).toMatchObject({ value: { choices: [{ finish_reason: 'end_turn', message: { content: [{ type: 'text', text: 'hello' }] } }], usage: { input_tokens: 20 } } });
      expect(await host.call('llm.chat', { model: 'claude-unknown' })).toMatchObject({ class: 'ForgeLlmAPIError', status: 404 });
      expect(await host.call('llm.chat', { model: MODEL, tools: [{ type: 'function', function: { name: 'no good name', description: '', parameters: { type: 'object' } } }] })).toMatchObject({ class: 'ForgeLlmAPIError', status: 400 });
      expect(await host.call('llm.stream', { model: MODEL })).toMatchObject({ value: [{ choices: [{ message: { content: [{ type: 'text', text: 'hello' }] } }] }, { choices: [{ finish_reason: 'end_turn' }] }, { usage: { input_tokens: 20 } }] });
    } finally {
      await host.close();
    }
  });
});
