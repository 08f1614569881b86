import { useCallback, useEffect, useState } from 'react';
import type { PanelView, Quote } from '../../../../src/contract/panel';
import { call } from '../api';
import type { Failure } from '../api';
import { useAsk } from '../use-ask';
import type { Ask } from '../use-ask';

export type Verdict = 'confirmed' | 'rejected' | 'related';
/** Undo stands beside the answer for this long. */
export const UNDO_IN_MS = 10_000;
const READING_POLL_IN_MS = 5_000;

/** The last answer, folded to a line. */
export interface Answered {
  readonly quote: Quote;
  readonly verdict: Verdict;
}

export interface PanelState {
  readonly ask: Ask<PanelView>;
  readonly again: () => Promise<void>;
  readonly answered: Answered | undefined;
  readonly isDeciding: boolean;
  readonly failure: Failure | undefined;
  /** For the live region. */
  readonly said: string;
  readonly decide: (quote: Quote, verdict: Verdict) => Promise<void>;
  readonly undo: () => Promise<void>;
}

const DONE: Readonly<Record<Verdict, string>> = { confirmed: 'Confirmed', rejected: 'Not this', related: 'Related' };
export const doneWord = (verdict: Verdict): string => DONE[verdict];

/** The panel's data and the answers given in it. */
export function usePanel(): PanelState {
  const { ask, again, replace } = useAsk('panel.open', {});
  const [answered, setAnswered] = useState<Answered | undefined>(undefined);
  const [isDeciding, setDeciding] = useState(false);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [said, setSaid] = useState('');
  const isReading = ask.kind === 'ready' && ask.value.kind === 'reading';

  useEffect(() => {
    if (!isReading) return undefined;
    const timer = setInterval(() => void again(), READING_POLL_IN_MS);
    return () => clearInterval(timer);
  }, [isReading, again]);

  useEffect(() => {
    if (answered === undefined) return undefined;
    const timer = setTimeout(() => setAnswered(undefined), UNDO_IN_MS);
    return () => clearTimeout(timer);
  }, [answered]);

  const decide = useCallback(
    async (quote: Quote, verdict: Verdict) => {
      setDeciding(true);
      const answer = await call('panel.decide', { signal: quote.signal, verdict });
      setDeciding(false);
      setFailure(answer.ok ? undefined : answer);
      if (!answer.ok) return setSaid('Not saved.');
      replace(answer.value);
      setAnswered({ quote, verdict });
      setSaid(`${DONE[verdict]}. Press U to undo.`);
    },
    [replace],
  );

  const undo = useCallback(async () => {
    if (answered === undefined) return;
    setDeciding(true);
    const answer = await call('panel.undo', { signal: answered.quote.signal });
    setDeciding(false);
    setFailure(answer.ok ? undefined : answer);
    if (!answer.ok) return setSaid('Not undone.');
    replace(answer.value);
    setAnswered(undefined);
    setSaid('Undone.');
  }, [answered, replace]);

  return { ask, again, answered, isDeciding, failure, said, decide, undo };
}
