import { sentence, type Sentence } from '../domain/sentence';
import type { CloseGround, Loss } from '../domain/sweep';
import { isoDay } from '../domain/time';

/** Why an item can go, in one sentence. */
export function reasonSentence(ground: CloseGround): Sentence {
  switch (ground.kind) {
    case 'no-support':
      return sentence('close.reason.no-support', { read: ground.read, since: isoDay(ground.since) });
    case 'shipped':
      return sentence(`close.reason.${ground.how === 'obsolete' ? 'obsolete' : 'shipped'}`, { release: ground.releaseName, at: isoDay(ground.releasedAt) });
    case 'duplicate':
      return sentence('close.reason.duplicate', { key: ground.ofKey });
  }
}

/** What an undo may not bring back, in one sentence. */
export function lossSentence({ field, why, instead }: Loss): Sentence {
  return sentence(`close.loss.${why}`, { field, ...(instead === undefined ? {} : { instead }) });
}
