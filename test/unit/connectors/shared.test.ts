import { z } from 'zod';
import { readEach } from '../../../src/connectors/_shared/read-each';
import { typedFeed } from '../../../src/connectors/_shared/typed-feed';
import { SourceCheckpointLost } from '../../../src/domain/source-errors';
import type { FeedAsk } from '../../../src/ports/connector';

const ask: FeedAsk = {
  http: { json: async () => ({}), send: async () => ({ status: 200, headers: {}, text: '' }), weigh: () => undefined, requests: () => 0, received: () => 0 },
  settings: {}, secret: () => 'key', now: '2025-07-01T00:00:00.000Z', since: '2025-01-01T00:00:00.000Z', pseudonym: (text) => text,
};

describe('a typed feed', () => {
  const feed = typedFeed(z.object({ after: z.string() }), async (_ask, checkpoint) => ({ items: [], checkpoint: checkpoint ?? { after: 'first' }, isLast: true }));

  it('hands the checkpoint over as it was stored', async () => {
    expect((await feed({ ...ask, checkpoint: { after: 'x' } })).checkpoint).toEqual({ after: 'x' });
    expect((await feed(ask)).checkpoint).toEqual({ after: 'first' });
  });

  it('takes a checkpoint of another shape for lost, and does not read from anywhere', () => {
    expect(() => feed({ ...ask, checkpoint: { page: 7 } })).toThrow(SourceCheckpointLost);
  });
});

describe('reading records one by one', () => {
  const Shape = z.object({ id: z.int(), text: z.string() });
  const map = ({ id, text }: { id: number; text: string }) =>
    text === '' ? { externalId: String(id), revision: '1', reason: 'no-words' } : { externalId: String(id), revision: '1', at: ask.now, kind: 'said' as const, text };

  it('keeps the good ones, names the chosen and the unreadable ones, and loses none', () => {
    const sorted = readEach([{ id: 1, text: 'a' }, { id: 2, text: '' }, { id: 3, text: null }, 'rubbish'], Shape, map);
    expect(sorted.items.map((item) => item.externalId)).toEqual(['1']);
    expect(sorted.skipped.map(({ externalId, reason }) => [externalId, reason])).toEqual([['2', 'no-words'], ['3', 'unreadable: text'], ['unreadable-3', 'unreadable: (whole)']]);
    expect(sorted.skipped.map(({ isUnnamed }) => isUnnamed)).toEqual([undefined, undefined, true]);
  });
});
