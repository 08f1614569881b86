import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { z } from 'zod';
import { openAiModel } from '../../src/platform/model/openai-model';
import { openCompatibleServer } from '../fixtures/compatible-server';
import { modelSuite } from './model.suite';

const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});
const modelAt = (address: string) => openAiModel({ id: 'compatible:model-2025-01-01', model: 'model-2025-01-01', key: 'sk-secret', address });
const ask = { name: 'judge', schema: z.strictObject({ a: z.number() }), task: 'Judge.', material: 'x', about: 'desk:1', longestReply: 10, timeoutMs: 500 };

modelSuite('a server that speaks OpenAI’s protocol', async (behaviour) => {
  const server = await openCompatibleServer(behaviour);
  servers.push(server);
  return { model: modelAt(server.url), requests: server.requests };
});

describe('the connection to a server that speaks OpenAI’s protocol', () => {
  it('waits as long as it is told', async () => {
    const server = await openCompatibleServer({ kind: 'status', status: 429, retryAfter: 37 });
    servers.push(server);
    expect(await modelAt(server.url).ask(ask)).toMatchObject({ code: 'rate-limited', retryAfterSeconds: 37 });
  });

  it('knows that nothing was sent where nobody listens', async () => {
    const gone = await openCompatibleServer({ kind: 'refuses' });
    await gone.close();
    expect(await modelAt(gone.url).ask(ask)).toMatchObject({ kind: 'failure', code: 'unreachable', use: { input: 0, output: 0 } });
  });

  it.each([
    ['model-2025-01-01', 'model-2025-01-01', 'reply'], ['vendor/Model-2025-01-01', 'model-2025-01-01', 'reply'], ['model-2025-01-01', 'model', 'reply'], ['', 'model-2025-01-01', 'reply'],
    ['model-2025-06-06', 'model-2025-01-01', 'other-model'], ['model-mini', 'model', 'other-model'], ['another-2025-01-01', 'model-2025-01-01', 'other-model'],
  ])('takes the words of %j for those of %j: %s', async (answered, pinned, outcome) => {
    const server = createHttpServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const chunk = (more: object) => `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, ...(answered === '' ? {} : { model: answered }), ...more })}\n\n`;
      response.end(`${chunk({ choices: [{ index: 0, delta: { content: '{"a":1}' }, finish_reason: 'stop' }] })}${chunk({ choices: [], usage: { prompt_tokens: 7, completion_tokens: 3, total_tokens: 10 } })}data: [DONE]\n\n`);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const answer = await openAiModel({ id: 'x', model: pinned, key: 'sk', address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1` }).ask(ask);
    expect(answer).toMatchObject({ ...(outcome === 'reply' ? { kind: 'reply', value: { a: 1 } } : { kind: 'failure', code: outcome }), use: { input: 7, output: 3 } });
    server.close();
  });

  it.each(['hangs', 'resets'])('takes an answer as lost, and maybe paid for, when the server %s', async (how) => {
    const server = createServer((socket) => void socket.on('error', () => undefined).once('data', () => void (how === 'resets' && socket.destroy())));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const answer = await modelAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`).ask(ask);
    expect(answer).toMatchObject({ kind: 'failure', code: 'lost', retryable: true });
    expect(answer.use.input).toBeGreaterThan(0);
    server.close();
  });
});
