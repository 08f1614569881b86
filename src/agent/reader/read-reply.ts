import { plainSentence } from '../plain-sentence';
import { quoteProver, wholeSentences, type ProvenQuote } from '../../domain/quote-proof';
import { SEVERITIES, type PairReading, type SignalReading } from '../../domain/reading';
import type { Signal } from '../../domain/signal';
import { readableText, type ReadingReply } from './reading-question';

/**
 * What may be kept of a reply: labels of this signal only, each stance with words that are proven to stand in it. What was said with
 * words that do not is dropped and named `unproven`, which is not "unrelated".
 */
export function readReply(signal: Signal, issues: readonly string[], reply: ReadingReply): Pick<SignalReading, 'needKind' | 'severity' | 'need' | 'pairs' | 'hidden'> {
  const prove = quoteProver(signal);
  const literal = (words: string | null): ProvenQuote | undefined => {
    const quote = words === null ? undefined : prove({ text: words });
    return quote === undefined ? undefined : wholeSentences(signal, quote);
  };
  const pairs = reply.i.map(([stance, words], index): PairReading => {
    const issue = issues[index]!;
    if (stance === 'unrelated') return { issue, kind: 'read', stance };
    const quote = literal(words);
    return quote === undefined ? { issue, kind: 'unproven' } : { issue, kind: 'read', stance, citation: quote.citation };
  });
  const need = reply.n === null ? undefined : plainSentence(reply.n);
  const carried = literal(reply.q) ?? reply.i.map(([, words]) => literal(words)).find((quote) => quote !== undefined);
  return {
    needKind: reply.k,
    severity: SEVERITIES[reply.v]!,
    ...(need === undefined || carried === undefined ? {} : { need: { text: need, citation: carried.citation } }),
    pairs,
    hidden: readableText(signal).hidden,
  };
}
