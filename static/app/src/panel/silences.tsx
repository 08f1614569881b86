import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { NavigationTarget, router } from '@forge/bridge';
import type { ReactNode } from 'react';
import type { CoverageLine } from '../../../../src/contract/coverage';
import { formatDay, formatNumber } from '../../../../src/contract/format-sentence';
import { gapText, gapWords, parkedWords } from '../../../../src/contract/source-messages';
import type { PanelView } from '../../../../src/contract/panel';
import { Words } from '../words';
import type { ListName } from './open-list';

type State<Kind extends PanelView['kind']> = Extract<PanelView, { kind: Kind }>;
interface Props<Kind extends PanelView['kind']> {
  readonly view: State<Kind>;
  readonly onList: (list: ListName) => void;
}

const ADMIN_PAGE = 'admin-page';

export function NotConnected({ canConnect }: { readonly canConnect: boolean }) {
  const open = (): void => void router.navigate({ target: NavigationTarget.Module, moduleKey: ADMIN_PAGE });
  return (
    <Silence title="No source is connected yet.">
      <p>
        {canConnect
          ? 'Give Resurface a file of tickets, reviews or survey answers and this panel fills by itself. It needs no key.'
          : 'So nothing is known about this issue’s customers. A Jira admin can connect a source.'}
      </p>
      {canConnect && (
        <div className="rs-acts">
          <Button appearance="primary" onClick={open}>
            Connect a source
          </Button>
        </div>
      )}
    </Silence>
  );
}

export function Reading({ coverage }: { readonly coverage: CoverageLine }) {
  const share = coverage.total === 0 ? 0 : coverage.read / coverage.total;
  return (
    <Silence title="Reading your customers.">
      <progress className="rs-progress" value={share} max={1} aria-label="Signals read" />
      <p className="rs-ends">
        <span>{coverage.total === 0 ? 'Waiting for the first signal' : `${formatNumber(coverage.read)} of ${formatNumber(coverage.total)} signals`}</span>
        {coverage.total > 0 && <span>{Math.floor(share * 100)} %</span>}
      </p>
      <p>No verdict before everything is read. Reading goes on when you leave.</p>
    </Silence>
  );
}

export function Silent({ view, onList }: Props<'silent'>) {
  const { coverage } = view;
  return (
    <Silence title={`Nobody in ${formatNumber(coverage.read)} signals mentions this.`}>
      <p>
        {coverage.sources === 1 ? 'One source was' : `${formatNumber(coverage.sources)} sources were`} read without a gap
        {view.since !== undefined && <> since {formatDay(view.since)}</>}, and customers of issues like this one can be recognised.
      </p>
      {view.nearestTheme !== undefined && <p className="rs-note">Nearest theme, not the same need: {view.nearestTheme}</p>}
      <Possible count={view.possibleSignals} onList={onList} />
    </Silence>
  );
}

export function CannotRecognise({ view, onList }: Props<'not-searchable'>) {
  return (
    <Silence mark="Cannot tell" title="We could not have recognised this issue’s customers.">
      <p>Nothing was found, and that means nothing:</p>
      <ul className="rs-plain">
        {view.reasons.map((reason) => (
          <li key={reason.id}>
            <Words of={reason} />
          </li>
        ))}
      </ul>
      <p className="rs-note">A line in the description in a customer’s words would help.</p>
      <Possible count={view.possibleSignals} onList={onList} />
    </Silence>
  );
}

export function SourceGap({ view, onList }: Props<'gap'>) {
  return (
    <Silence mark="Cannot tell" title="A source is missing, so silence is no answer.">
      <ul className="rs-plain">
        {view.coverage.gaps.map((gap) => (
          <li key={`${gap.source} ${gap.from}`}>
            {gap.source}: {gapText(gap, formatDay)} ({gap.parked === undefined ? gapWords(gap.reason) : parkedWords(gap.parked, formatNumber)})
          </li>
        ))}
      </ul>
      <p className="rs-note">No verdict, and no proposal to close, until these weeks are read.</p>
      <Possible count={view.possibleSignals} onList={onList} />
    </Silence>
  );
}

function Possible({ count, onList }: { readonly count: number; readonly onList: (list: ListName) => void }) {
  if (count === 0) return null;
  return (
    <p>
      <button type="button" className="rs-link" onClick={() => onList('possible')}>
        {formatNumber(count)} possible {count === 1 ? 'signal' : 'signals'}
      </button>{' '}
      <span className="rs-note">too unlike this issue to suggest</span>
    </p>
  );
}

function Silence({ mark, title, children }: { readonly mark?: string; readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="rs-silence">
      {mark !== undefined && <Lozenge appearance="moved">{mark}</Lozenge>}
      <h2 className="rs-verdict">{title}</h2>
      {children}
    </section>
  );
}
