import { z } from 'zod';
import type { Checkpoint } from '../../../domain/source-record';
import type { IsoTime } from '../../../domain/time';

const InTurn = z.object({ turns: z.object({ readAt: z.record(z.string(), z.string()) }) });

/** One of several apps, repositories, forms or surveys that are read in turn, and until when it was. */
export interface ScopeRead {
  readonly scope: string;
  readonly readAt: IsoTime;
}

/** What takes turns in a connection, the one first that waits longest; empty where there is one scope or none. Of what was taken out of the connection nothing is said. */
export function scopesRead(settings: Readonly<Record<string, string>>, checkpoint: Checkpoint | undefined): readonly ScopeRead[] {
  const parsed = InTurn.safeParse(checkpoint);
  if (!parsed.success) return [];
  const named = new Set(Object.values(settings).flatMap((value) => value.split(',')).map((one) => one.trim().toLowerCase()));
  const scopes = Object.entries(parsed.data.turns.readAt).filter(([scope]) => named.has(scope.toLowerCase())).map(([scope, readAt]) => ({ scope, readAt }));
  return scopes.length < 2 ? [] : scopes.sort((a, b) => (a.readAt < b.readAt ? -1 : Number(a.readAt > b.readAt)));
}
