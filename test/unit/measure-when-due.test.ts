import { rounds } from '../../src/compose-rounds';
import { markMeasured, mayMeasure, measureWaiting } from '../../src/measure-when-due';
import type { Job } from '../../src/ports/job-queue';
import { changingProduct } from '../build/changing-product';

async function opened() {
  const product = await changingProduct();
  const jobs: Job[] = [];
  return { product, jobs, ports: { ...product.ports, queue: { push: async (job: Job) => void jobs.push(job) } } };
}

it('what was turned away because something waited to be counted is asked for again as soon as that was linked, if only in part', async () => {
  const { product, jobs, ports } = await opened();
  await product.happen({ kind: 'said', who: 50, need: 0, lead: 1 });
  expect(await mayMeasure(ports, product.id)).toBe(false);
  expect(await product.keepUp()).toBe('part');
  await measureWaiting(ports, product.id);
  expect(jobs).toEqual([{ name: 'measure', product: product.id }]);
  expect(await mayMeasure(ports, product.id)).toBe(true);
  await markMeasured(ports, product.id);
  await measureWaiting(ports, product.id);
  expect(jobs).toHaveLength(1);
});

it('is asked for every hour until it is done, and then once a day', async () => {
  const { product, jobs, ports } = await opened();
  const { measureOncePerDay } = rounds(ports);
  await measureOncePerDay(product.id);
  await measureOncePerDay(product.id);
  expect(jobs).toHaveLength(2);
  await markMeasured(ports, product.id);
  ports.clock.advance(23 * 3_600_000);
  await measureOncePerDay(product.id);
  expect(jobs).toHaveLength(2);
  ports.clock.advance(3_600_000);
  await measureOncePerDay(product.id);
  expect(jobs).toHaveLength(3);
});
