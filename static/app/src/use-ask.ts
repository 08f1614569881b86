import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from './api';
import type { EndpointName, Failure, Input, Output } from './api';

/** The three states of a question, so that a screen has to say something about each. */
export type Ask<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: Value; readonly at: Date; readonly isAsking: boolean }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly isAsking: boolean; readonly last?: { readonly value: Value; readonly at: Date } };

export interface Asked<Value> {
  readonly ask: Ask<Value>;
  readonly again: () => Promise<void>;
  /** A newer answer that came another way, e.g. with a decision. */
  readonly replace: (value: Value) => void;
}

/** Asks once per input and keeps the last good answer when a later one fails. */
export function useAsk<Name extends EndpointName>(endpoint: Name, input: Input<Name>): Asked<Output<Name>> {
  const [ask, setAsk] = useState<Ask<Output<Name>>>({ kind: 'loading' });
  const key = JSON.stringify(input);
  const newest = useRef(0);
  const again = useCallback(async () => {
    newest.current += 1;
    const mine = newest.current;
    setAsk((before) => (before.kind === 'loading' ? before : { ...before, isAsking: true }));
    const parsed: Input<Name> = JSON.parse(key);
    const answer = await call(endpoint, parsed);
    if (mine !== newest.current) return;
    setAsk((before) => (answer.ok ? { kind: 'ready', value: answer.value, at: new Date(), isAsking: false } : failed(before, answer)));
  }, [endpoint, key]);
  const replace = useCallback((value: Output<Name>) => {
    newest.current += 1;
    setAsk({ kind: 'ready', value, at: new Date(), isAsking: false });
  }, []);
  useEffect(() => {
    setAsk({ kind: 'loading' });
    void again();
  }, [again]);
  return { ask, again, replace };
}

function failed<Value>(before: Ask<Value>, failure: Failure): Ask<Value> {
  if (before.kind === 'ready') return { kind: 'failed', failure, isAsking: false, last: { value: before.value, at: before.at } };
  if (before.kind === 'failed' && before.last !== undefined) return { kind: 'failed', failure, isAsking: false, last: before.last };
  return { kind: 'failed', failure, isAsking: false };
}
