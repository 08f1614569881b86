import Lozenge from '@atlaskit/lozenge';
import type { BacklogView } from '../../../../../src/contract/backlog';
import { formatDay, formatSentence } from '../../../../../src/contract/format-sentence';
import { MODE_WORDS } from '../../mode-words';
import { Icon } from '../../components/icon';

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
