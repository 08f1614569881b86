import type { Issue } from '../../domain/issue';
import { visibleText } from '../../domain/quote-proof';
import { isSaid, type Signal } from '../../domain/signal';
import type { Sha256 } from '../../ports/sha256';

/** A text that is to have a vector. */
export interface WantedText {
  /** `signal:` or `issue:` and the id. */
  readonly about: string;
  readonly hash: string;
  readonly text: string;
}

/** Code units of a text that are embedded: what it is about is said first. Below every provider's limit on one text. */
const LONGEST = 2_000;

/** Texts that may leave the product's store: signals whose words anyone may see, and issues that anyone in the project may see. */
export function wantedTexts(signals: readonly Signal[], issues: readonly Issue[], sha256: Sha256): WantedText[] {
  const wanted = [
    ...signals.flatMap((signal) => (isSaid(signal) && signal.visibility === 'open' ? [{ about: `signal:${signal.id}`, text: `${signal.title ?? ''}\n${signal.text}` }] : [])),
    ...issues.flatMap((issue) => (issue.visibility === 'open' ? [{ about: `issue:${issue.id}`, text: issue.summary }] : [])),
  ];
  return wanted.flatMap(({ about, text }) => {
    const read = visibleText(text).text.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
    return read === '' ? [] : [{ about, text: read, hash: sha256(read) }];
  });
}
