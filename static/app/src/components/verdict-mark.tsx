import Lozenge from '@atlaskit/lozenge';
import type { OutcomeView } from '../../../../src/contract/outcomes';

type Kind = OutcomeView['verdict']['kind'];
/** The words of a verdict, in the order of the scoreboard. */
export const VERDICTS: readonly { readonly kind: Kind; readonly name: string; readonly short: string; readonly shape: string }[] = [
  { kind: 'fewer', name: 'Fewer customers hit this', short: 'Fewer', shape: '↓' },
  { kind: 'no-clear-change', name: 'No clear change', short: 'No clear change', shape: '=' },
  { kind: 'more', name: 'More customers hit this', short: 'More', shape: '↑' },
  { kind: 'too-few-to-tell', name: 'Too few to tell', short: 'Too few to tell', shape: '…' },
  { kind: 'not-attributable', name: 'Not attributable', short: 'Not attributable', shape: '≈' },
  { kind: 'cannot-judge', name: 'Cannot judge', short: 'Cannot judge', shape: '∅' },
];
const APPEARANCES = { fewer: 'success', more: 'removed', 'no-clear-change': 'default', 'too-few-to-tell': 'default', 'not-attributable': 'moved', 'cannot-judge': 'moved' } as const;

/** A verdict as shape, word and colour. For what customers do, fewer and more are neither good nor bad: grey. */
export function VerdictMark({ kind, isEvent = false }: { readonly kind: Kind; readonly isEvent?: boolean }) {
  const verdict = VERDICTS.find((one) => one.kind === kind);
  return (
    <Lozenge appearance={isEvent && (kind === 'fewer' || kind === 'more') ? 'default' : APPEARANCES[kind]} maxWidth="100%">
      {verdict?.shape} {verdict?.short}
    </Lozenge>
  );
}
