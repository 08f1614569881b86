import { Queue } from '@forge/events';
import { z } from 'zod';
import { parseAt } from '../domain/boundary';
import { StoreUnavailable } from '../domain/errors';
import type { Job, JobQueue } from '../ports/job-queue';

/** The queue of `manifest.yml`. */
const QUEUE = 'jobs';

/** Jobs of one product run one after the other: two runs of the engine at once would only race. */
export function forgeQueue(): JobQueue {
  return {
    async push(job, delaySeconds) {
      try {
        await new Queue<{ job: Job }>({ key: QUEUE }).push({
          body: { job },
          ...(delaySeconds === undefined ? {} : { delayInSeconds: delaySeconds }),
          concurrency: { key: laneOf(job), limit: 1 },
        });
      } catch (error) {
        throw new StoreUnavailable(`the queue refused ${job.name}`, { cause: error });
      }
    },
  };
}

function laneOf(job: Job): string {
  if (job.name === 'read') return `read:${job.product}:${job.lane}`;
  if (job.name === 'ingest') return `ingest:${job.importId}`;
  if (job.name === 'poll-source') return `${job.name}:${job.connection}`;
  return 'product' in job ? `${job.name}:${job.product}` : job.name;
}

const JobBody = z.object({
  job: z.discriminatedUnion('name', [
    z.object({ name: z.literal('ingest'), importId: z.string() }),
    z.object({ name: z.literal('sync-issues'), product: z.string(), full: z.boolean(), pageToken: z.string().optional() }),
    z.object({ name: z.literal('poll-source'), connection: z.string() }),
    z.object({ name: z.literal('understand'), product: z.string() }),
    z.object({ name: z.literal('measure'), product: z.string() }),
    z.object({ name: z.literal('sweep'), product: z.string() }),
    z.object({ name: z.literal('talk'), product: z.string() }),
    z.object({ name: z.literal('read'), product: z.string(), lane: z.number().int() }),
    z.object({ name: z.literal('brief'), product: z.string() }),
    z.object({ name: z.literal('embed'), product: z.string() }),
    z.object({ name: z.literal('label'), product: z.string() }),
    z.object({ name: z.literal('word'), product: z.string() }),
    z.object({ name: z.literal('drain-inbound') }),
    z.object({ name: z.literal('apply-accounts'), product: z.string() }),
  ]),
});

/** The job in a delivered event. @throws BadInput */
export function jobOf(body: unknown): Job {
  const { job } = parseAt('queue', JobBody, body);
  if (job.name !== 'sync-issues') return job;
  return { name: job.name, product: job.product, full: job.full, ...(job.pageToken === undefined ? {} : { pageToken: job.pageToken }) };
}
