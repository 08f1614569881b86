import { openApp } from '../../../src/app';
import { noModel } from '../../../src/agent/model/no-model';
import { sha256 } from '../../../src/platform/sha256';
import { adminResolver } from '../../../src/surfaces/admin/admin';
import { fakePorts } from '../../fakes/ports';

async function open() {
  const ports = fakePorts();
  ports.tracker.rights.siteAdmin = true;
  await ports.stores.products.saveProduct({ id: 'shop', name: 'Shop', projects: ['A'] });
  const resolver = adminResolver(openApp({ ports, prepare: async () => undefined, agent: { openModel: () => noModel, openEmbedder: () => undefined, sha256, schemaText: () => '' } }));
  return (provider: string, model: string) =>
    resolver({ call: { functionKey: 'agent.save', payload: { product: 'shop', provider, model, ...(provider === 'compatible' ? { address: 'https://models.example/v1' } : {}), inputPrice: 1, outputPrice: 1, reads: 'candidates', tokens: 1, dollars: 1 } }, context: {} as never }, { principal: { accountId: 'admin' } }) as Promise<{ ok: boolean }>;
}

describe('the model that an admin chooses', () => {
  it.each([
    ['openai', 'gpt-4.1-mini', false], ['openai', 'gpt-4.1-mini-2025-04-14', true], ['forge', 'claude-haiku-4-5', false], ['forge', 'claude-haiku-4-5-20251001', true],
    ['compatible', 'llama-3.3-70b-instruct', true], ['compatible', 'whatever-latest', false],
  ])('of %s may be %s: %s', async (provider, model, isTaken) => {
    const save = await open();
    expect((await save(provider, model)).ok).toBe(isTaken);
  });
});
