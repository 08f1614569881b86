import { LLMock } from '@copilotkit/aimock';
import { openEmbedder } from '../../src/platform/model/open-model';
import { openAiEmbedder } from '../../src/platform/model/openai-embedder';
import { agentOff } from '../../src/domain/agent-settings';

const servers: LLMock[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});

/** A server that is not ours (aimock); with `body`, what it answers is scripted by hand. */
async function open(body?: unknown, status = 200) {
  const mock = new LLMock({ port: 0, logLevel: 'silent' });
  const requests: string[] = [];
  if (body !== undefined) {
    mock.mount('/scripted', {
      handleRequest: async (request, response) => {
        for await (const part of request) requests.push(String(part));
        response.writeHead(status, { 'content-type': 'application/json', ...(status === 429 ? { 'retry-after': '7' } : {}) });
        response.end(typeof body === 'string' ? body : JSON.stringify(body));
        return true;
      },
    });
  }
  await mock.start();
  servers.push(mock);
  return { requests, embedder: openAiEmbedder({ id: 'compatible:e-1', model: 'text-embedding-3-small', key: 'sk-secret', address: body === undefined ? `${mock.url}/v1` : `${mock.url}/scripted` }) };
}
const one = (index: number, embedding: readonly unknown[]) => ({ object: 'embedding', index, embedding });
const UNIT = [1, 0, 0, 0, 0, 0, 0, 0];

describe('embeddings of a server that speaks OpenAI’s protocol', () => {
  it('come for every text, in order, as directions', async () => {
    const { embedder } = await open();
    const answer = await embedder.embed(['one', 'two', 'one']);
    expect(answer).toMatchObject({ kind: 'vectors' });
    const vectors = answer.kind === 'vectors' ? answer.vectors : [];
    expect(vectors.map((vector) => vector.length)).toEqual([256, 256, 256]);
    expect(vectors[0]).toEqual(vectors[2]);
    expect(vectors[0]).not.toEqual(vectors[1]);
    expect(answer.use.input).toBeGreaterThan(0);
  });

  it('are put in the order of the texts, whatever order they come in, and are counted as the provider counts', async () => {
    const { embedder, requests } = await open({ data: [one(1, [0, -2, 0, 0, 0, 0, 0, 1]), one(0, UNIT)], usage: { prompt_tokens: 9, total_tokens: 9 } });
    expect(await embedder.embed(['a', 'b'])).toEqual({ kind: 'vectors', use: { input: 9, output: 0 }, vectors: [Int8Array.from([127, 0, 0, 0, 0, 0, 0, 0]), Int8Array.from([0, -127, 0, 0, 0, 0, 0, 64])] });
    expect(JSON.parse(requests[0]!)).toEqual({ model: 'text-embedding-3-small', input: ['a', 'b'], encoding_format: 'float', dimensions: 256 });
  });

  it.each([
    ['one too few', { data: [one(0, UNIT)] }],
    ['the same place twice', { data: [one(0, UNIT), one(0, UNIT)] }],
    ['two lengths', { data: [one(0, UNIT), one(1, [...UNIT, 1])] }],
    ['no direction', { data: [one(0, UNIT), one(1, UNIT.map(() => 0))] }],
    ['words for numbers', { data: [one(0, UNIT), one(1, UNIT.map(String))] }],
    ['too long', { data: [one(0, UNIT), one(1, Array.from({ length: 5_000 }, () => 1))] }],
    ['another shape', { vectors: [UNIT, UNIT] }],
  ])('are the wrong shape with %s', async (_, body) => {
    const { embedder } = await open(body);
    expect(await embedder.embed(['a', 'b'])).toMatchObject({ kind: 'failure', code: 'wrong-shape', retryable: false });
  });

  it.each([[429, 'rate-limited'], [500, 'server-error'], [401, 'no-access'], [404, 'no-access'], [400, 'not-accepted']])('name the status %i', async (status, code) => {
    const { embedder } = await open({ error: { message: 'scripted' } }, status);
    expect(await embedder.embed(['a'])).toMatchObject({ kind: 'failure', code, use: { input: 0, output: 0 } });
  });

  it('name a server that is not there', async () => {
    const { embedder } = await open();
    await servers.splice(0)[0]!.stop();
    expect(await embedder.embed(['a'])).toMatchObject({ kind: 'failure', code: 'unreachable' });
  });
});

describe('which embedder a product has', () => {
  const on = { ...agentOff('shop', '2025-06-01T00:00:00.000Z'), embeddings: { model: 'e-1', price: 1 } };

  it('is none where they are off, and none of Atlassian’s models', () => {
    expect(openEmbedder({ ...agentOff('shop', on.at), provider: 'openai' }, 'sk')).toBeUndefined();
    expect(openEmbedder({ ...on, provider: 'forge' }, 'sk')).toBeUndefined();
    expect(openEmbedder({ ...on, provider: 'none' }, 'sk')).toBeUndefined();
  });

  it('has no access without a key or an address', async () => {
    expect(await openEmbedder({ ...on, provider: 'openai' }, undefined)?.embed(['a'])).toMatchObject({ code: 'no-access' });
    expect(await openEmbedder({ ...on, provider: 'compatible' }, 'sk')?.embed(['a'])).toMatchObject({ code: 'no-access' });
  });
});
