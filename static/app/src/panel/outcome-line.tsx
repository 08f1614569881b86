import { Suspense, lazy, useState } from 'react';
import type { FlagView, OutcomeLineView, PromiseView } from '../../../../src/contract/outcomes';
import { formatCount, formatSentence } from '../../../../src/contract/format-sentence';
import { Members } from '../components/outcome-members';
import type { MembersOf } from '../components/outcome-members';
import { VerdictMark } from '../components/verdict-mark';
import { useAsk } from '../use-ask';

const OutcomeChart = lazy(async () => ({ default: (await import('../components/outcome-chart')).OutcomeChart }));
const NOT_SHIPPED = 'outcome.no-contract';

/** What happened after this shipped, or when that will be known. Nothing where nothing was shipped. */
export function OutcomeLine() {
  const { ask, again } = useAsk('outcomes.ofIssue', {});
  const [of, setOf] = useState<MembersOf | undefined>(undefined);
  if (ask.kind === 'loading') return null;
  if (ask.kind === 'failed') {
    return (
      <p className="rs-note" role="alert">
        What happened after the release could not be read.{' '}
        <button type="button" className="rs-link" onClick={() => void again()}>Try again</button>
      </p>
    );
  }
  const { line, view, flags, contract } = ask.value;
  if (of !== undefined) return <Members of={of} onPanel onBack={() => setOf(undefined)} />;
  return (
    <>
      <Flagged flags={flags} onMembers={(flag) => setOf({ kind: 'flag', flag })} />
      {view === undefined ? line.id !== NOT_SHIPPED && <p className="rs-note">{formatSentence(line)}</p> : <Outcome view={view} onMembers={(window) => setOf({ kind: 'promise', contract: contract ?? '', promise: view, window })} />}
    </>
  );
}

/** What rose after a release that this issue has to do with. */
function Flagged({ flags, onMembers }: Pick<OutcomeLineView, 'flags'> & { readonly onMembers: (flag: FlagView) => void }) {
  return flags.map((flag) => (
    <section key={`${flag.contract} ${flag.theme}`} className="rs-outcome">
      <header className="rs-sec"><h3>Since {flag.release}</h3></header>
      <VerdictMark kind="more" />
      <p>{formatSentence(flag.title)}.</p>
      <p className="rs-note">{formatSentence(flag.note)}.</p>
      <button type="button" className="rs-link" onClick={() => onMembers(flag)}>{formatCount(flag.observed, flag.unit)} since, {formatCount(flag.signals, 'signal')}</button>
    </section>
  ));
}

function Outcome({ view, onMembers }: { readonly view: PromiseView; readonly onMembers: (window: 'before' | 'after') => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="rs-outcome">
      <header className="rs-sec"><h3>After {view.release.name}</h3></header>
      <VerdictMark kind={view.verdict.kind} isEvent={view.measure.kind === 'event'} confirmed={view.confirmed.kind} />
      <p>{formatSentence(view.title)}.</p>
      {view.labels.length > 0 && <p className="rs-note" dir="auto">Measured by: {view.labels.join(', ')}</p>}
      {view.notes[0] !== undefined && <p className="rs-note">{formatSentence(view.notes[0])}</p>}
      {view.lists.length > 0 && (
        <p className="rs-window-links">
          {view.lists.map((list) => <button key={list.window} type="button" className="rs-link" onClick={() => onMembers(list.window)}>{formatCount(list.count, view.unit)} {list.window}, {formatCount(list.signals, 'signal')}</button>)}
        </p>
      )}
      {view.points.length > 0 && (
        <button type="button" className="rs-link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{isOpen ? 'Hide the weeks' : 'Show the weeks'}</button>
      )}
      {isOpen && <Suspense fallback={<div className="rs-bone rs-bone-wait" />}><OutcomeChart view={view} /></Suspense>}
    </section>
  );
}
