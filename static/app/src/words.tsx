import type { Sentence } from '../../../src/contract/panel';
import { formatSentence } from '../../../src/contract/format-sentence';

/** A sentence from the server, in words. */
export function Words({ of }: { readonly of: Sentence }) {
  return <>{formatSentence(of)}</>;
}

/** Several reasons as one phrase. */
export function reasonsText(reasons: readonly Sentence[]): string {
  return reasons.map(formatSentence).join('; ');
}
