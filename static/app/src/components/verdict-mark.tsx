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

type Confirmed = OutcomeView['confirmed']['kind'];
/** Fewer contacts are good news only once somebody said so: until then they are no success in word or colour. */
const CONFIRMED: Readonly<Record<Confirmed, { readonly more: string; readonly appearance: 'success' | 'inprogress' | 'moved' }>> = {
  confirmed: { more: ', confirmed', appearance: 'success' },
  'not-yet-confirmed': { more: ', not yet confirmed', appearance: 'inprogress' },
  disputed: { more: ', disputed', appearance: 'moved' },
};

interface Props {
  readonly kind: Kind;
  readonly isEvent?: boolean;
  /** Absent where nothing was promised. */
  readonly confirmed?: Confirmed;
}

/** A verdict as shape, word and colour. For what customers do, fewer and more are neither good nor bad: grey. */
export function VerdictMark({ kind, isEvent = false, confirmed }: Props) {
  const verdict = VERDICTS.find((one) => one.kind === kind);
  const state = kind === 'fewer' && !isEvent && confirmed !== undefined ? CONFIRMED[confirmed] : undefined;
  return (
    <Lozenge appearance={isEvent && (kind === 'fewer' || kind === 'more') ? 'default' : (state?.appearance ?? APPEARANCES[kind])} maxWidth="100%">
      {verdict?.shape} {verdict?.short}{state?.more}
    </Lozenge>
  );
}
