import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { formatDay } from '../../../../../src/contract/format-sentence';
import type { SignalRow } from '../../../../../src/contract/panel';
import type { Failure } from '../../api';
import { failureText } from '../../components/failure';
import { SignalPages } from '../../components/signal-pages';
import { saveFile } from '../../save-file';
import { useAsk } from '../../use-ask';
import type { Edits } from '../edits';
import type { Route } from '../route';
import { To } from '../to';
import { WhoIsThis } from '../talk/who-is-this';
import { useGo } from '../use-route';
import { exportSignals } from './export-list';
import { SelectionBar } from './selection-bar';
import { SourceFilter } from './source-filter';

type Here = Extract<Route, { at: 'signals' }>;

interface Props {
  readonly route: Here;
  readonly edits: Edits;
}

/** Every signal of a theme, or of none, with what a person may move. */
export function ThemeSignals({ route, edits }: Props) {
  // Who may take signals out of no theme is decided by the server when it is tried.
  if (route.theme === null) return <Signals route={route} edits={edits} title="Signals in no theme" canEdit />;
  return <NamedSignals route={route} edits={edits} theme={route.theme} />;
}

function NamedSignals({ route, edits, theme }: Props & { readonly theme: string }) {
  const { ask } = useAsk('page.theme', { theme });
  const view = ask.kind === 'ready' ? ask.value : undefined;
  return <Signals route={route} edits={edits} title={view === undefined ? 'Signals of this theme' : `Signals of “${view.theme.label}”`} canEdit={view?.canEdit ?? false} />;
}

function Signals({ route, edits, title, canEdit }: Props & { readonly title: string; readonly canEdit: boolean }) {
  const go = useGo();
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { theme, page, source, from, to } = route;
  const { ask, again } = useAsk('page.themeSignals', { theme, page, ...(source === undefined ? {} : { source }), ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) });
  const save = async (format: 'csv' | 'json'): Promise<void> => {
    const file = await exportSignals(route, format);
    setFailure(file.ok ? undefined : file);
    if (file.ok) saveFile(file.value.fileName, file.value.text, format === 'csv' ? 'text/csv' : 'application/json');
  };
  const toggle = (signal: string): void => setTicked((before) => new Set(before.has(signal) ? [...before].filter((one) => one !== signal) : [...before, signal]));
  return (
    <SignalPages
      title={title}
      ask={ask}
      onRetry={() => void again()}
      page={page}
      onPage={(next) => go({ ...route, page: next })}
      onBack={() => go(theme === null ? { at: 'signal', show: 'all', find: '' } : { at: 'theme', theme })}
      actions={
        <>
          <Button spacing="compact" onClick={() => void save('csv')}>Export CSV</Button>
          <Button spacing="compact" onClick={() => void save('json')}>Export JSON</Button>
        </>
      }
      rowActions={(row: SignalRow) => canEdit && (
        <>
        <WhoIsThis signal={row.signal} />
        <label className="rs-tick rs-tick-small">
          <input type="checkbox" checked={ticked.has(row.signal)} onChange={() => toggle(row.signal)} />
          <span>Choose<span className="rs-sr"> {row.text.slice(0, 60)}</span></span>
        </label>
        </>
      )}
    >
      {failure !== undefined && <p role="alert" className="rs-problem">{failureText(failure)}.</p>}
      <div className="rs-filters">
        <SourceFilter value={source} onChange={(next) => go(withSource(route, next))} />
        {from !== undefined && to !== undefined && (
          <span className="rs-note">
            {formatDay(from)} to {formatDay(to)} <To route={withoutTimes(route)}>All times</To>
          </span>
        )}
      </div>
      {ticked.size > 0 && <SelectionBar theme={theme} signals={[...ticked]} total={ask.kind === 'ready' ? ask.value.total : ticked.size} edits={edits} onClear={() => setTicked(new Set())} />}
    </SignalPages>
  );
}

function withSource({ source: _before, ...route }: Here, source: string | undefined): Here {
  return { ...route, page: 1, ...(source === undefined ? {} : { source }) };
}

function withoutTimes({ theme, source }: Here): Here {
  return { at: 'signals', theme, page: 1, ...(source === undefined ? {} : { source }) };
}
