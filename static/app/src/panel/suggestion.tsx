import Button from '@atlaskit/button/new';
import type { PanelView } from '../../../../src/contract/panel';
import { formatNumber } from '../../../../src/contract/format-sentence';
import { failureText } from '../components/failure';
import { Quote } from '../components/quote';
import { ReadByAgent } from '../components/read-by-agent';
import { reasonsText } from '../words';
import type { ListName } from './open-list';
import { doneWord } from './use-panel';
import type { PanelState, Verdict } from './use-panel';

interface Props {
  readonly view: Extract<PanelView, { kind: 'evidence' }>;
  readonly panel: PanelState;
  readonly keysOn: boolean;
  readonly onToggleKeys: () => void;
  readonly onList: (list: ListName) => void;
}

const ANSWERS: readonly { readonly verdict: Verdict; readonly word: string; readonly key: string }[] = [
  { verdict: 'confirmed', word: 'Confirm', key: 'Y' },
  { verdict: 'rejected', word: 'Not this', key: 'N' },
  { verdict: 'related', word: 'Related', key: 'R' },
];

/** The answer just given, as a line with a way back; then the next suggestion with its reason. */
export function Suggestion({ view, panel, keysOn, onToggleKeys, onList }: Props) {
  const { answered, decide, undo, isDeciding, failure } = panel;
  const next = view.suggestions[0];
  if (next === undefined && answered === undefined) return null;
  const total = view.counts.suggestedSignals;
  return (
    <section aria-label="Suggestions" aria-busy={isDeciding}>
      {answered !== undefined && (
        <div className="rs-done">
          <span>
            {doneWord(answered.verdict)}: {answered.quote.account ?? answered.quote.source.name}
          </span>
          <Button spacing="compact" appearance="subtle" isDisabled={isDeciding} onClick={() => void undo()}>
            Undo <Key letter="U" shown={keysOn} />
          </Button>
        </div>
      )}
      {failure !== undefined && <p role="alert" className="rs-problem">Not saved. {failureText(failure)}</p>}
      {next !== undefined && (
        <div className="rs-wait">
          <p className="rs-why">
            <button type="button" className="rs-link" onClick={() => onList('suggested')}>
              Suggested, 1 of {formatNumber(total)}
            </button>
            <span>{reasonsText(next.reasons)}</span>
          </p>
          <Quote quote={next} showStanding={false} />
          <ReadByAgent read={next.read} quoted={next.text} />
          {view.canDecide ? (
            <div className="rs-answers">
              {ANSWERS.map(({ verdict, word, key }) => (
                <Button key={verdict} spacing="compact" isDisabled={isDeciding} onClick={() => void decide(next, verdict)}>
                  {word} <Key letter={key} shown={keysOn} />
                </Button>
              ))}
              <button type="button" className="rs-link rs-keys" aria-pressed={keysOn} onClick={onToggleKeys}>
                Keys {keysOn ? 'on' : 'off'}
              </button>
            </div>
          ) : (
            <p className="rs-note">You may read this issue, not answer for it.</p>
          )}
        </div>
      )}
    </section>
  );
}

function Key({ letter, shown }: { readonly letter: string; readonly shown: boolean }) {
  return shown ? <kbd className="rs-key">{letter}</kbd> : null;
}
