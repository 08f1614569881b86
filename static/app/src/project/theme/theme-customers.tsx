import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import type { CustomerList, CustomerRow } from '../../../../../src/contract/page';
import { PANEL_PAGE_SIZE } from '../../../../../src/contract/page-size';
import { capital, formatCount, formatDay, formatNumber, unitWord } from '../../../../../src/contract/format-sentence';
import type { Failure } from '../../api';
import { Asked } from '../../components/asked';
import { failureText } from '../../components/failure';
import { Pager } from '../../components/pager';
import { AccountFacts } from '../../components/account-facts';
import { OpenLink } from '../../components/quote';
import { SourceIcon } from '../../components/icon';
import { saveFile } from '../../save-file';
import { useAsk } from '../../use-ask';
import type { Route } from '../route';
import { To } from '../to';
import { useGo } from '../use-route';
import { exportCustomers } from './export-list';

type Here = Extract<Route, { at: 'customers' }>;

/** The customers behind a number: exactly as many rows, with what each said last and the way to it. */
export function ThemeCustomers({ route }: { readonly route: Here }) {
  const { theme, weeks, page } = route;
  const span = weeks === undefined ? {} : { weeks };
  const { ask, again } = useAsk('page.themeCustomers', { theme, page, ...span });
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const save = async (format: 'csv' | 'json'): Promise<void> => {
    const file = await exportCustomers(theme, weeks, format);
    setFailure(file.ok ? undefined : file);
    if (file.ok) saveFile(file.value.fileName, file.value.text, format === 'csv' ? 'text/csv' : 'application/json');
  };
  return (
    <>
      <p className="rs-crumb">
        <To route={{ at: 'signal', show: 'all', find: '' }}>Signal</To> / {theme === null ? 'Unassigned' : <ThemeName theme={theme} />} / Customers
      </p>
      <Asked ask={ask} onRetry={() => void again()}>
        {(list) => <List list={list} route={route} failure={failure} onSave={(format) => void save(format)} />}
      </Asked>
    </>
  );
}

function ThemeName({ theme }: { readonly theme: string }) {
  const { ask } = useAsk('page.theme', { theme });
  return <To route={{ at: 'theme', theme }}>{ask.kind === 'ready' ? ask.value.theme.label : 'Theme'}</To>;
}

interface ListProps {
  readonly list: CustomerList;
  readonly route: Here;
  readonly failure: Failure | undefined;
  readonly onSave: (format: 'csv' | 'json') => void;
}

function List({ list, route, failure, onSave }: ListProps) {
  const go = useGo();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { total, countsOnly, echoes, unit, rows } = list;
  return (
    <section className="rs-list">
      <header className="rs-list-head">
        <h1 ref={heading} tabIndex={-1} className="rs-list-title">{formatCount(total + countsOnly - echoes, unit)}{spanText(route.weeks)}</h1>
        <div className="rs-list-acts">
          <Button spacing="compact" onClick={() => onSave('csv')}>Export CSV</Button>
          <Button spacing="compact" onClick={() => onSave('json')}>Export JSON</Button>
        </div>
      </header>
      {failure !== undefined && <p role="alert" className="rs-problem">{failureText(failure)}.</p>}
      {echoes > 0 && <p className="rs-note">{formatCount(echoes, unit)} more only {echoes === 1 ? 'repeats' : 'repeat'} a long text of another in the same words: counted once, listed here.</p>}
      {countsOnly > 0 && <p className="rs-note rs-counts-only">{formatNumber(total)} are listed. {formatNumber(countsOnly)} more spoke only in sources of which numbers alone are shared.</p>}
      {rows.length > 0 && (
        <table className="rs-table rs-customers-table">
          <caption className="rs-sr">{capital(unitWord(unit, 2))} behind the number</caption>
          <thead>
            <tr>
              <th scope="col">{capital(unitWord(unit, 1))}</th>
              <th scope="col">Signals</th>
              <th scope="col">Said last</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => <Customer key={row.name ?? `${list.page}-${index}`} row={row} unit={unit} />)}
          </tbody>
        </table>
      )}
      {total > 0 && <Pager list={list} pageSize={PANEL_PAGE_SIZE} page={route.page} onPage={(page) => go({ ...route, page })} />}
    </section>
  );
}

function Customer({ row, unit }: { readonly row: CustomerRow; readonly unit: CustomerList['unit'] }) {
  return (
    <tr>
      <th scope="row">
        {row.name ?? 'Nobody is named'}
        <AccountFacts facts={row.facts} />
        {unit === 'account' && row.isAuthorOnly && <span className="rs-note rs-block">account not known</span>}
      </th>
      <td data-label="Signals">{formatNumber(row.signals)}</td>
      <td>
        {row.last !== undefined && <q className="rs-said-whole" dir="auto" lang={row.last.locale}>{row.last.text}</q>}
        <span className="rs-meta">
          {row.last !== undefined && <><SourceIcon kind={row.last.source.kind} /><span>{row.last.source.name}</span></>}
          <time dateTime={row.lastAt}>{formatDay(row.lastAt)}</time>
          {row.last !== undefined && <OpenLink url={row.last.url} source={row.last.source.name} />}
        </span>
      </td>
    </tr>
  );
}

function spanText(weeks: number | undefined): string {
  if (weeks === undefined) return '';
  return weeks === 1 ? ' this week' : ` in ${weeks} weeks`;
}
