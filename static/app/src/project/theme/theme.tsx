import { Fragment, useState } from 'react';
import Button from '@atlaskit/button/new';
import type { RoadmapColumn, ThemeView } from '../../../../../src/contract/page';
import { formatCount, formatNumber, formatSentence } from '../../../../../src/contract/format-sentence';
import { DecideForm } from '../../components/decide-form';
import { Asked } from '../../components/asked';
import { CoverageFoot } from '../../components/coverage-foot';
import { Quote } from '../../components/quote';
import { KindsByAgent, ReadByAgent } from '../../components/read-by-agent';
import { useAsk } from '../../use-ask';
import type { Edits } from '../edits';
import { RECENT_WEEKS, ThisWeek } from '../customers';
import { To } from '../to';
import { MergeForm } from './merge-form';
import { RenameForm } from './rename-form';
import { ThemeIssues } from './theme-issues';
import { WeekGrid } from './week-grid';

/** One theme: its size, its voices, where and when it was heard, its work, and what a person may change. */
export function Theme({ theme, column, edits }: { readonly theme: string; readonly column: RoadmapColumn | undefined; readonly edits: Edits }) {
  const { ask, again } = useAsk('page.theme', { theme });
  return (
    <Asked ask={ask} onRetry={() => void again()} instead={gone}>
      {(view) => <ThemeBody view={view} column={column} edits={edits} />}
    </Asked>
  );
}

function gone(code: string) {
  if (code !== 'access/not-found') return undefined;
  return (
    <section className="rs-empty">
      <h2>This theme is no longer here.</h2>
      <p>It may have been merged into another one. <To route={{ at: 'signal', show: 'all', find: '' }}>See all themes</To></p>
    </section>
  );
}

function ThemeBody({ view, column, edits }: { readonly view: ThemeView; readonly column: RoadmapColumn | undefined; readonly edits: Edits }) {
  const [form, setForm] = useState<'rename' | 'merge' | 'decide' | undefined>(undefined);
  const { theme } = view;
  const close = (): void => setForm(undefined);
  const sources = view.grid.filter(({ weeks }) => weeks.some((count) => count > 0));
  return (
    <>
      <p className="rs-crumb"><To route={{ at: 'signal', show: 'all', find: '' }}>Signal</To> / Theme</p>
      <header className="rs-top rs-theme-head">
        {form === 'rename' ? <RenameForm theme={theme} edits={edits} onClose={close} /> : <h1 dir="auto">{theme.label}</h1>}
        {view.canEdit && form === undefined && (
          <div className="rs-acts">
            <Button onClick={() => setForm('rename')}>Rename</Button>
            <Button onClick={() => setForm('merge')}>Merge</Button>
            <Button appearance="primary" onClick={() => setForm('decide')}>Decide</Button>
          </div>
        )}
      </header>
      {theme.labelAuthor === 'model' && form !== 'rename' && <p className="rs-note">Named by the agent, in words that several of these customers use.</p>}
      {form === 'decide' && <DecideForm subject={{ kind: 'theme', id: theme.id }} unit={theme.unit} onClose={close} />}
      {form === 'merge' && <MergeForm theme={theme} edits={edits} onClose={close} />}
      <div>
        <p className="rs-lead">
          <To route={{ at: 'customers', theme: theme.id, page: 1 }}>{formatCount(theme.customers, theme.unit)}</To> in{' '}
          <To route={{ at: 'signals', theme: theme.id, page: 1 }}>{formatCount(theme.signals, 'signal')}</To>,{' '}
          <To route={{ at: 'customers', theme: theme.id, weeks: RECENT_WEEKS, page: 1 }}>{formatNumber(theme.recentCustomers)}</To> of them in 12 weeks. This week <ThisWeek theme={theme} />
          {theme.expected === undefined ? '; too early to say what is usual.' : `, usually ${formatNumber(theme.expected.low)} to ${formatNumber(theme.expected.high)}${theme.isAbove ? ': above it.' : '.'}`}
        </p>
        {theme.echoes !== undefined && <p className="rs-note">{formatCount(theme.echoes, theme.unit)} more only {theme.echoes === 1 ? 'repeats' : 'repeat'} a long text of another in the same words: in the lists, counted once here.</p>}
        <KindsByAgent read={view.read} all={theme.signals} />
      </div>
      {theme.signals > 0 && (
        <section>
          <h2>In their words</h2>
          {view.exemplars.map((quote) => <Fragment key={quote.signal}><Quote quote={quote} showStanding={false} /><ReadByAgent read={quote.read} quoted={quote.text} /></Fragment>)}
          <To route={{ at: 'signals', theme: theme.id, page: 1 }}>All {formatCount(theme.signals, 'signal')}</To>
        </section>
      )}
      <section>
        <h2>{heardIn(sources.map(({ name }) => name), view.grid.length)}</h2>
        <WeekGrid theme={theme.id} grid={view.grid} weekStarts={view.weekStarts} releases={view.releases} />
      </section>
      <ThemeIssues theme={theme.id} issues={view.issues} column={column} />
      {view.history.length > 0 && (
        <section>
          <h2>History</h2>
          <ul className="rs-lines">{view.history.map((event, index) => <li key={index}>{formatSentence(event)}</li>)}</ul>
        </section>
      )}
      <CoverageFoot coverage={view.coverage} />
    </>
  );
}

function heardIn(names: readonly string[], all: number): string {
  if (names.length === 0) return 'Not heard in the last 12 weeks';
  if (names.length === 1) return `Heard in ${names[0] ?? ''} only, in the last 12 weeks`;
  return `Heard in ${formatNumber(names.length)} of ${formatNumber(all)} sources in the last 12 weeks`;
}
