import { bestSentence, firstSentence, longWords } from '../domain/best-sentence';
import type { Citation } from '../domain/evidence';
import type { Signal } from '../domain/signal';
import type { Theme } from '../domain/theme';
import { saysOtherwise } from './says-otherwise';

/** Where in a signal the words stand that say the theme (or, for who contradicts, the opposite): a place in the text as it is stored now. */
export function quotePlace(signal: Signal, theme: Pick<Theme, 'label' | 'terms'>, isOtherwise: boolean): Citation | undefined {
  if (signal.text === undefined) return undefined;
  const opposite = isOtherwise ? saysOtherwise(signal.text) : undefined;
  if (opposite !== undefined) return { field: 'text', ...opposite };
  return bestSentence(signal.text, longWords([theme.label, ...theme.terms].join(' ')))?.citation ?? firstSentence(signal.text);
}
