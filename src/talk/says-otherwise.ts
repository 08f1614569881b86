import { spokenSpans } from '../domain/spoken-spans';
import type { Citation } from '../domain/evidence';
import type { Signal } from '../domain/signal';
import { sentencesOf } from '../domain/spoken-sentences';

/**
 * Words with which customers say the opposite of a complaint. Few and plain on purpose: a rule that guesses would put words into
 * somebody's mouth. English only; in other languages nobody is found by rule, and that is said.
 */
const OTHERWISE: readonly RegExp[] = [
  /\bwork(s|ed|ing)? (just |perfectly |really |absolutely )?(fine|great|well|perfectly|flawlessly) (for|here|on|with|at) (me|us|my|our|here|mine|ours)\b/i,
  /\b(please )?(do not|don'?t|never) (change|remove|touch|take away|get rid of) (this|that|it|the)\b/i,
  /\b(have|had|has|having) (not|never) had (any|a|one|a single) (problem|issue|trouble|complaint)s?\b/i,
  /\b(never|not) (had|seen|have|noticed) (any|a single) (problem|issue|trouble)s? with\b/i,
  /\b(it|this|that|everything) (is|was|has been|seems|got) (finally )?(fixed|solved|sorted|resolved)\b/i,
  /\bworks again\b/i,
];
/** A hope, a question or a negation turns the words around. */
const TURNED = /\b(if|when|once|until|unless|hope|wish|would be|should|could|can you|will (it|this|that)|was supposed|not|isn'?t|wasn'?t|hasn'?t|never (got|was|been)|thought)\b[^.!?]{0,60}$|\?\s*$/i;

/** The first sentence that a rule takes to say otherwise, as a place in the text; undefined when none does. */
export function saysOtherwise(text: string): { readonly start: number; readonly end: number } | undefined {
  if (spokenSpans(text).length === 0) return undefined;
  return sentencesOf(text).find(({ start, end }) => isOtherwise(text.slice(start, end)));
}

function isOtherwise(sentence: string): boolean {
  if (/\?\s*$/.test(sentence)) return false;
  return OTHERWISE.some((pattern) => {
    const match = pattern.exec(sentence);
    return match !== null && !TURNED.test(sentence.slice(0, match.index));
  });
}

/** Those among the signals whose words may be shown and say otherwise, newest first. */
export function otherwiseAmong(signals: readonly Signal[]): readonly { readonly signal: Signal; readonly citation: Citation }[] {
  return signals
    .filter((signal) => signal.visibility === 'open' && signal.text !== undefined)
    .flatMap((signal) => {
      const place = saysOtherwise(signal.text ?? '');
      return place === undefined ? [] : [{ signal, citation: { field: 'text' as const, ...place } }];
    })
    .sort((a, b) => (a.signal.at < b.signal.at ? 1 : -1));
}
