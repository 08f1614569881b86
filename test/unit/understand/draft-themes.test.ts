import type { SourceCoverage } from '../../../src/domain/coverage';
import { changingProduct } from '../../build/changing-product';

type Product = Awaited<ReturnType<typeof changingProduct>>;
const DESK: SourceCoverage = { source: 'desk', name: 'Desk', kind: 'zendesk', total: 500, totalBy: 'source', read: 40, kept: 40, skipped: {}, gaps: [] };
const cover = (product: Product, over: Partial<SourceCoverage> = {}): Promise<void> => product.ports.stores.products.saveCoverage(product.id, { ...DESK, ...over });
const DONE = { read: 500, lastReadAt: '2026-02-01T00:00:00.000Z' };

async function say(product: Product, from: number, to: number): Promise<void> {
  for (let who = from; who < to; who += 1) await product.happen({ kind: 'said', who, need: (who * who) % 6, lead: who % 5 });
}

/** A product whose first run was made while a source was read for the first time. */
async function firstReading(): Promise<Product> {
  const product = await changingProduct(undefined, (stores) => stores.products.saveCoverage('mail', DESK));
  await say(product, 40, 75);
  return product;
}

it('what was grouped of a part of the first reading decides nothing: once all is read, everything is grouped anew, and ids that still hold are kept', async () => {
  const product = await firstReading();
  const drafts = new Set((await product.derived()).themes.map((one) => one.id));
  expect(await product.keepUp()).toBe('part');
  await cover(product, DONE);
  await say(product, 75, 76);
  expect(await product.keepUp()).toBe('whole');
  expect(product.seen.at(-1)?.isDraft).toBe(true);
  const themes = (await product.derived()).themes;
  expect(themes.filter((one) => drafts.has(one.id)).length).toBeGreaterThan(0);
});

it('themes that were made of everything are never drafts again, whatever is connected later', async () => {
  const product = await changingProduct();
  await cover(product);
  await say(product, 40, 60);
  expect(await product.wholeRun()).toBe('whole');
  expect(product.seen.at(-1)?.isDraft).toBeUndefined();
  await cover(product, DONE);
  await say(product, 60, 61);
  expect(await product.keepUp()).toBe('part');
});

it('is no draft where the source that is missing cannot be read', async () => {
  const product = await changingProduct(undefined, (stores) => stores.products.saveCoverage('mail', { ...DESK, gaps: [{ from: '2026-01-01T00:00:00.000Z', reason: 'unauthorised' }] }));
  await say(product, 40, 41);
  expect(await product.wholeRun()).toBe('whole');
  expect(product.seen.at(-1)?.isDraft).toBeUndefined();
});
