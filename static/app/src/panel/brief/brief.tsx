import { formatSentence } from '../../../../../src/contract/format-sentence';
import { useAsk } from '../../use-ask';
import { BriefBody } from './brief-body';

/** What to know before deciding on this issue. It loads after the panel, which does not wait for it. */
export function Brief() {
  const { ask, again } = useAsk('agent.brief', {});
  if (ask.kind === 'loading') return <div className="rs-bone rs-bone-row" aria-busy="true" aria-label="Loading the brief" />;
  if (ask.kind === 'failed' && ask.last === undefined) {
    return (
      <p className="rs-note" role="alert">
        The brief could not be loaded: {formatSentence({ id: `failure.${ask.failure.code}`, params: {} })}.{' '}
        <button type="button" className="rs-link" onClick={() => void again()}>Try again</button>
      </p>
    );
  }
  const view = ask.kind === 'ready' ? ask.value : ask.last?.value;
  return view === undefined ? null : <BriefBody view={view} />;
}
