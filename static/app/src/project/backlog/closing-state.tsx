import Lozenge from '@atlaskit/lozenge';
import type { BacklogView, Mode } from '../../../../../src/contract/backlog';
import { formatDay, formatSentence } from '../../../../../src/contract/format-sentence';
import { Icon } from '../../components/icon';

export const MODE_WORDS: Readonly<Record<Mode, { readonly name: string; readonly text: string }>> = {
  off: { name: 'Off', text: 'Nothing is looked at for closing.' },
  observe: { name: 'Observe', text: 'We say what we would propose. Nothing can be closed.' },
  suggest: { name: 'Suggest', text: 'We propose, a person approves, the reporter is told, then it closes.' },
  'notice-only': { name: 'Notice only', text: 'Notices go out by themselves. A person closes.' },
  live: { name: 'Live', text: 'Notices and closes happen by themselves, within the caps.' },
};

/** How far closing may go here, and whether it stands still. */
export function ClosingState({ view }: { readonly view: Pick<BacklogView, 'mode' | 'stopped' | 'breaker'> }) {
  const { name, text } = MODE_WORDS[view.mode];
  return (
    <>
      <p className="rs-when">
        <Lozenge>{name}</Lozenge> <span className="rs-note">{text}</span>
      </p>
      {(view.stopped || view.breaker !== undefined) && (
        <div className="rs-alert">
          <Icon name="warning" />
          <div>
            <p className="rs-alert-title">{view.stopped ? 'Closing is stopped by an admin' : 'Closing stands still'}</p>
            <p className="rs-alert-text">
              {view.breaker === undefined ? 'No notice goes out and nothing closes until it is started again.' : `${formatSentence(view.breaker.reason)}, on ${formatDay(view.breaker.at)}. An admin has to arm it again.`}
            </p>
          </div>
        </div>
      )}
    </>
  );
}
