import type { Citation } from '../../domain/evidence';
import { quoteProver } from '../../domain/quote-proof';
import type { PairReading, SignalReading } from '../../domain/reading';
import { isSaid, type Signal } from '../../domain/signal';

/**
 * What was read of a signal, as it may be shown now: labels of words that are for the reader, and of these only what rests on words that
 * still stand there. A need without its words goes; a stance without them is `unproven`. Undefined where nothing may be shown.
 */
export function shownReading(signal: Signal, reading: SignalReading): SignalReading | undefined {
  if (!isSaid(signal) || signal.visibility !== 'open') return undefined;
  const prove = quoteProver(signal);
  const stands = (at: Citation): boolean => {
    const text = signal[at.field]?.slice(at.start, at.end);
    return text !== undefined && prove({ text, at }) !== undefined;
  };
  const { need, ...labels } = reading;
  return {
    ...labels,
    ...(need !== undefined && stands(need.citation) ? { need } : {}),
    pairs: reading.pairs.map((pair): PairReading => (pair.kind === 'read' && pair.stance !== 'unrelated' && !stands(pair.citation) ? { issue: pair.issue, kind: 'unproven' } : pair)),
  };
}
