import type { DebateView, SideView } from '../../../../../src/contract/debate';
import { formatSentence } from '../../../../../src/contract/format-sentence';
import { Asked } from '../../components/asked';
import { failureText } from '../../components/failure';
import { Quote } from '../../components/quote';
import { useAsk } from '../../use-ask';
import { useViewAct } from '../../use-view-act';
import { Choice } from './choice';
import { nothingKnown } from './prototype';

/** Both sides with customers' words, what nobody knows, and how it goes out. */
export function Debate() {
  const { ask, again, replace } = useAsk('debate.open', {});
  return <Asked ask={ask} onRetry={() => void again()} instead={nothingKnown}>{(view) => <DebateBody view={view} onView={replace} />}</Asked>;
}

function DebateBody({ view, onView }: { readonly view: DebateView; readonly onView: (view: DebateView) => void }) {
  const { failure, isSaving, act } = useViewAct(onView);
  return (
    <>
      <h2 dir="auto">{view.issue.key} {view.issue.summary}</h2>
      <div className="rs-sides">
        <Side name="For" side={view.for} none="No customer’s words were found that speak for it." />
        <Side name="Against" side={view.against} none="No customer’s words were found that speak against it. That is not the same as agreement." />
      </div>
      {view.unknown.length > 0 && (
        <section>
          <h3>Not known</h3>
          <ul className="rs-plain">{view.unknown.map((one) => <li key={one.id}>{formatSentence(one)}.</li>)}</ul>
        </section>
      )}
      {failure !== undefined && <p role="alert" className="rs-problem">Not saved. {failureText(failure)}{failure.detail === undefined ? '' : `: ${failure.detail}`}.</p>}
      <Choice view={view} isSaving={isSaving} onAct={act} />
    </>
  );
}

function Side({ name, side, none }: { readonly name: string; readonly side: SideView; readonly none: string }) {
  return (
    <section>
      <h3>{name}</h3>
      <ul className="rs-plain">{side.points.map((point) => <li key={point.id}>{formatSentence(point)}.</li>)}</ul>
      {side.quotes.length === 0 ? <p className="rs-note">{none}</p> : side.quotes.map((quote) => <Quote key={quote.signal} quote={quote} />)}
    </section>
  );
}
