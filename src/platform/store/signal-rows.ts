import { z } from 'zod';
import type { Signal } from '../../domain/signal';
import { visibility } from './columns';
import { contentHash } from './content-hash';
import { bytesOfValue } from './insert-rows';
import { present } from './present';
import type { Value } from './statement';

const text = z.string().nullable();

/** Columns that hold the signal itself, in the order of `valuesOf`. */
export const SIGNAL_VALUES = [
  'source', 'said_at', 'kind', 'title', 'body', 'event', 'author', 'account', 'locale', 'url', 'rating', 'amount', 'status', 'app_version', 'visibility', 'reactions',
];

export const SignalRow = z.object({
  signal_id: z.string(),
  source: z.string(),
  said_at: z.string(),
  kind: z.enum(['said', 'did']),
  title: text,
  body: text,
  event: text,
  author: text,
  account: text,
  locale: text,
  url: text,
  rating: z.number().nullable(),
  amount: z.number().nullable(),
  status: text,
  app_version: text,
  visibility,
  reactions: z.number().nullable(),
});

export function signalOf(row: z.output<typeof SignalRow>): Signal {
  return {
    id: row.signal_id,
    source: row.source,
    externalId: row.signal_id.slice(row.source.length + 1),
    at: row.said_at,
    kind: row.kind,
    visibility: row.visibility,
    ...present({
      title: row.title,
      text: row.body,
      event: row.event,
      author: row.author,
      account: row.account,
      locale: row.locale,
      url: row.url,
      rating: row.rating,
      value: row.amount,
      status: row.status,
      version: row.app_version,
      reactions: row.reactions,
    }),
  };
}

function valuesOf(signal: Signal): readonly Value[] {
  return [
    signal.source, signal.at, signal.kind, signal.title ?? null, signal.text ?? null, signal.event ?? null, signal.author ?? null, signal.account ?? null,
    signal.locale ?? null, signal.url ?? null, signal.rating ?? null, signal.value ?? null, signal.status ?? null, signal.version ?? null, signal.visibility, signal.reactions ?? null,
  ];
}

/** A signal ready to be stored: its values, their hash, and their size in an answer. */
export function packed(signal: Signal): { readonly values: readonly Value[]; readonly hash: string; readonly bytes: number } {
  const values = valuesOf(signal);
  const names = SIGNAL_VALUES.join().length + 3 * SIGNAL_VALUES.length;
  const bytes = values.reduce<number>((sum, value) => sum + bytesOfValue(value), names + bytesOfValue(signal.id));
  // Without reactions the hash is the one from before they were kept, so that nothing counts as changed.
  return { values, hash: contentHash(signal.reactions === undefined ? values.slice(0, -1) : values), bytes };
}
