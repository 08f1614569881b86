import { hasMessage } from '../../contract/format-sentence';
import { sentence, type Sentence } from '../../domain/sentence';

const DOUBTS: ReadonlySet<string> = new Set(['nothing-connected', 'reading', 'source-gap', 'source-stale', 'window-not-covered', 'volume-unusual', 'rows-parked', 'never-derived', 'evidence-stale', 'evidence-removed']);

/** Reasons come from the judge, the protections and the workflow; each has its own family of words. */
export function whyLeftAlone(reason: string): Sentence {
  if (DOUBTS.has(reason)) return sentence(`listening.${reason}`);
  for (const family of ['abstain', 'protected', 'way']) if (hasMessage(`${family}.${reason}`)) return sentence(`${family}.${reason}`);
  return sentence(`left-alone.${reason}`);
}

/** Why an item that is due was not closed yet. */
export function whyWaiting(note: string): Sentence {
  const id = `waits.${note}`;
  return sentence(hasMessage(id) ? id : 'waits.other');
}
