import type { z } from 'zod';
import { SourceCheckpointLost } from '../../domain/source-errors';
import type { Feed, FeedAsk, FeedPage } from '../../ports/connector';
import type { Checkpoint } from '../../domain/source-record';

/**
 * A feed whose checkpoint has a shape: what was stored is parsed before it is used, and a checkpoint that this version of the connector
 * cannot read counts as lost, so that reading begins again rather than somewhere wrong.
 */
export function typedFeed<Item, Shape extends Checkpoint>(
  schema: z.ZodType<Shape>,
  read: (ask: FeedAsk, checkpoint: Shape | undefined) => Promise<Omit<FeedPage<Item>, 'checkpoint'> & { readonly checkpoint: Shape }>,
): Feed<Item> {
  return (ask) => {
    if (ask.checkpoint === undefined) return read(ask, undefined);
    const checkpoint = schema.safeParse(ask.checkpoint);
    if (!checkpoint.success) throw new SourceCheckpointLost('the stored checkpoint has another shape', { cause: checkpoint.error });
    return read(ask, checkpoint.data);
  };
}
