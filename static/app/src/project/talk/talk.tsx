import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { TalkView } from '../../../../../src/contract/talk';
import { formatCount, formatDay, formatNumber, formatSentence } from '../../../../../src/contract/format-sentence';
import { Asked } from '../../components/asked';
import { CoverageFoot } from '../../components/coverage-foot';
import { failureText } from '../../components/failure';
import { useAsk } from '../../use-ask';
import { useViewAct } from '../../use-view-act';
import { NotYet, noProduct } from '../not-yet';
import { To } from '../to';
import { useGo } from '../use-route';
import { Conversations } from './conversations';
import { LogForm } from './log-form';
import { Person } from './person';
import './talk.css';

/** Who to talk to this week and why, with their words; and what was heard when somebody did. */
export function Talk({ theme }: { readonly theme: string | undefined }) {
  const { ask, again, replace } = useAsk('talk.open', theme === undefined ? {} : { theme });
  return (
    <Asked ask={ask} onRetry={() => void again()} instead={gone}>
      {(view) => <TalkBody view={view} onView={replace} />}
    </Asked>
  );
}

function gone(code: string) {
  return noProduct(code);
}

/** Whom the form writes about: somebody of the list, or anybody (`undefined`); closed when absent. */
type Logging = { readonly person?: string };

function TalkBody({ view, onView }: { readonly view: TalkView; readonly onView: (view: TalkView) => void }) {
  const [logging, setLogging] = useState<Logging | undefined>(undefined);
  const { failure, isSaving, act } = useViewAct(onView);
  const { theme } = view;
  return (
    <>
      <NotYet coverage={view.coverage} />
      <header className="rs-top rs-theme-head">
        <div className="rs-top">
          <h1>{formatSentence(view.finding)}</h1>
          <p className="rs-lead">Week of {formatDay(view.week)}. Nothing is ever sent from here; a conversation you write down becomes evidence.</p>
        </div>
        {view.canEdit && logging === undefined && <Button appearance="primary" onClick={() => setLogging({})}>Write down a conversation</Button>}
      </header>
      {failure !== undefined && <p role="alert" className="rs-problem">Not saved. {failureText(failure)}.</p>}
      {logging !== undefined && (
        <LogForm view={view} person={logging.person} isSaving={isSaving} onClose={() => setLogging(undefined)} onSave={async (ask) => ((await act(ask)) ? setLogging(undefined) : undefined)} />
      )}
      {view.themes.length > 0 && <ThemeSelect view={view} />}
      {theme !== undefined && (
        <section aria-label="People">
          <ul className="rs-people">
            {view.slots.map((slot) => (
              <Person key={slot.reason} slot={slot} theme={theme.id} canEdit={view.canEdit} isSaving={isSaving} onAct={(ask) => void act(ask)} onLog={(person) => setLogging({ person })} />
            ))}
          </ul>
          {view.unnamed > 0 && <p className="rs-note">{formatSentence({ id: 'talk.unnamed', params: { customers: view.unnamed } })}.</p>}
        </section>
      )}
      <Conversations first={view.conversations} clock={view.clock} />
      <CoverageFoot coverage={view.coverage} synthetic={view.synthetic} />
    </>
  );
}

/** The theme whose people are shown; the first one is that which most asks for it. */
function ThemeSelect({ view }: { readonly view: TalkView }) {
  const go = useGo();
  return (
    <p className="rs-field rs-inline rs-talk-theme">
      <label htmlFor="talk-theme">Theme</label>
      <select id="talk-theme" value={view.theme?.id ?? ''} onChange={(event) => go({ at: 'talk', theme: event.currentTarget.value })}>
        {view.themes.map((one) => <option key={one.id} value={one.id}>{one.label} ({formatNumber(one.customers)})</option>)}
      </select>
      {view.theme !== undefined && <To route={{ at: 'theme', theme: view.theme.id }}>{formatCount(view.themes.find((one) => one.id === view.theme?.id)?.customers ?? 0, view.unit)} in 12 weeks</To>}
    </p>
  );
}
