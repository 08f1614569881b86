import { z } from 'zod';
import type { VirtualClock } from '../clock';
import type { Limits } from '../limits';
import { functionOf, type Manifest } from '../manifest';
import { empty, json, type Answer } from '../proxy/answer';
import type { Tenant } from '../tenants';
import type { NewWork, WorkStore } from './work-store';

const Event = z.looseObject({
  body: z.record(z.string(), z.unknown()),
  delayInSeconds: z.number().optional(),
  concurrency: z.object({ key: z.string(), limit: z.number().int().positive() }).optional(),
});
const Push = z.looseObject({ queueName: z.string(), jobId: z.string(), payload: z.array(Event).min(1) });
const OfJob = z.looseObject({ queueName: z.string(), jobId: z.string() });

export interface QueueContext {
  readonly manifest: Manifest;
  readonly limits: Limits;
  readonly clock: VirtualClock;
  readonly store: WorkStore;
  readonly tenant: Tenant;
  readonly onPushed: () => void;
}

/** publish, stats and cancel, as `@forge/events` calls them. Undefined for another path. */
export function answerQueue(context: QueueContext, path: string, body: unknown): Answer | undefined {
  if (path.startsWith('/webhook/queue/publish/')) return publish(context, Push.safeParse(body));
  if (path.startsWith('/webhook/queue/stats/')) return stats(context, OfJob.parse(body));
  if (path.startsWith('/webhook/queue/cancel/')) return cancel(context, OfJob.parse(body));
  return undefined;
}

function publish({ manifest, limits, clock, store, tenant, onPushed }: QueueContext, parsed: ReturnType<typeof Push.safeParse>): Answer {
  if (!parsed.success) return json({ message: parsed.error.message, code: 400 }, 400);
  const { queueName, jobId, payload } = parsed.data;
  const consumer = manifest.consumers.find(({ queue }) => queue === queueName);
  if (consumer === undefined) return json({ message: `manifest.yml has no consumer for the queue ${queueName}`, code: 404 }, 404);
  if (payload.length > limits.queuePushEvents) return json({ errorMessage: `At most ${limits.queuePushEvents} events per push` }, 413);
  if (Buffer.byteLength(JSON.stringify(payload)) > limits.queuePushBytes) return json({ errorMessage: `At most ${limits.queuePushBytes} bytes per push` }, 413);
  if (payload.some(({ delayInSeconds = 0 }) => delayInSeconds < 0 || delayInSeconds > limits.queueDelaySeconds)) return json({ message: `delayInSeconds is 0 to ${limits.queueDelaySeconds}`, code: 400 }, 400);
  const isLong = (functionOf(manifest, consumer.function).timeoutSeconds ?? 0) > limits.backgroundDefaultSeconds;
  const now = clock.now();
  const accepted: NewWork[] = [];
  const failedEvents: { index: string; errorMessage: string }[] = [];
  payload.forEach((event, index) => {
    if (isLong && Buffer.byteLength(JSON.stringify(event.body)) > limits.queueLongEventBytes) {
      failedEvents.push({ index: String(index), errorMessage: `An event of a function that may run longer than ${limits.backgroundDefaultSeconds} s has at most ${limits.queueLongEventBytes} bytes` });
      return;
    }
    accepted.push({
      tenant: tenant.name,
      kind: 'queue',
      module: consumer.key,
      job: jobId,
      body: event.body,
      createdAt: now,
      dueAt: now + (event.delayInSeconds ?? 0) * 1000,
      ...(event.concurrency === undefined ? {} : { concurrency: event.concurrency }),
    });
  });
  store.add(accepted);
  onPushed();
  return failedEvents.length > 0 ? json({ failedEvents }, 202) : json({}, 201);
}

function stats({ manifest, store, tenant }: QueueContext, { queueName, jobId }: z.infer<typeof OfJob>): Answer {
  const found = store.stats(tenant.name, consumerKey(manifest, queueName), jobId);
  return found === undefined ? json({ message: 'unknown job' }, 404) : json(found);
}

function cancel({ manifest, store, tenant }: QueueContext, { queueName, jobId }: z.infer<typeof OfJob>): Answer {
  return store.cancel(tenant.name, consumerKey(manifest, queueName), jobId) ? empty() : json({ message: 'unknown job' }, 404);
}

function consumerKey(manifest: Manifest, queueName: string): string {
  return manifest.consumers.find(({ queue }) => queue === queueName)?.key ?? '';
}
