import { sentencesOf } from '../../domain/spoken-sentences';
import type { Citation } from '../../domain/evidence';
import type { Signal } from '../../domain/signal';

/** Plain ways to say "leave it as it is", in the languages of our test data. What is not among them is not heard: this is no reading. */
const CONTENT = [
  /\b(works|working|worked) (fine|great|well|perfectly) (for me|for us|as it is|now|already)\b/i,
  /\b(please )?(do not|don['’]t) (change|remove|touch|replace) (it|this|that|the)\b/i,
  /\b(we|i) (do not|don['’]t) need (this|it|that|such)\b/i,
  /\b(we|i) (prefer|like|love) (it|this|the \w+) (the way|as|exactly as|just as) (it|they)\b/i,
  /\bno need (for|to)\b/i,
  /\b(never|not) (been )?a problem for (me|us)\b/i,
  /\bbitte nicht (ändern|entfernen)\b/i,
  /\b(brauchen|brauche) (wir|ich) (das |es )?nicht\b/i,
  /\bn['’](avons|ai) pas besoin\b/i,
  /\bno (lo |la )?(necesitamos|necesito)\b/i,
  /\bnão (precisamos|preciso)\b/i,
];
/** What turns such a sentence round. */
const TURNS = /\b(but|except|until|unless|however|although|used to|aber|außer|mais|sauf|pero|excepto|mas|exceto)\b/i;

/** A literal sentence that, by its wording alone, may speak against a change. Undefined is not "nobody is against". */
export function againstByWording(signal: Pick<Signal, 'text'>): Citation | undefined {
  const text = signal.text ?? '';
  const found = sentencesOf(text).find(({ start, end }) => {
    const sentence = text.slice(start, end);
    return !TURNS.test(sentence) && CONTENT.some((way) => way.test(sentence));
  });
  return found === undefined ? undefined : { field: 'text', start: found.start, end: found.end };
}
