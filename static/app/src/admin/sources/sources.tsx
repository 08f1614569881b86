import Button from '@atlaskit/button/new';
import { useEffect, useRef, useState } from 'react';
import type { AdminView } from '../../../../../src/contract/admin';
import type { ConnectionView, ConnectorView, SourcesView } from '../../../../../src/contract/sources';
import { FailureNote } from '../../components/failure';
import { FirstOf } from '../../components/first-of';
import { useAsk } from '../../use-ask';
import { ConnectForm } from './connect-form';
import { ConnectionCard } from './connection-card';
import { isFirstRead } from './is-first-read';
import { useWatch } from './use-watch';

interface Props {
  readonly products: AdminView['products'];
  readonly product: string;
  /** Changes when something was done elsewhere on the page that makes sources be read anew. */
  readonly awaited: number;
  readonly onChange: () => void;
}

/** Where customers speak: what is connected and how fresh, and what can be connected. */
export function Sources({ products, product, awaited, onChange }: Props) {
  const { ask, again } = useAsk('sources.open', {});
  const [choice, setChoice] = useState<{ readonly connector: ConnectorView; readonly connection?: ConnectionView } | undefined>(undefined);
  const view = ask.kind === 'ready' ? ask.value : ask.kind === 'failed' ? ask.last?.value : undefined;
  const connections = view?.connections ?? [];
  // What needs somebody is shown whatever product was chosen.
  const shown = connections.filter((one) => one.product === product || one.state === 'needs-attention' || one.blind !== undefined);
  const elsewhere = products.map(({ id, name }) => ({ name, count: connections.filter((one) => one.product === id && !shown.includes(one)).length })).filter(({ count }) => count > 0);
  const watch = useWatch(view !== undefined && connections.some((one) => isAwaited(one, view.connectors)), again, onChange);
  const before = useRef(awaited);
  useEffect(() => {
    if (before.current === awaited) return;
    before.current = awaited;
    watch();
  }, [awaited, watch]);
  const refresh = (): void => {
    watch();
    void again();
    onChange();
  };
  return (
    <section className="rs-connections" aria-labelledby="rs-connections-title">
      <h3 id="rs-connections-title">Where do your customers speak?</h3>
      {ask.kind === 'failed' && <FailureNote failure={ask.failure} isAsking={ask.isAsking} onRetry={() => void again()}>{view === undefined ? 'What is connected goes on being read.' : 'Below is what was known before.'}</FailureNote>}
      {ask.kind === 'loading' && <div className="rs-skeleton" aria-busy="true"><div className="rs-bone rs-bone-wait" /></div>}
      {view !== undefined && choice === undefined && (
        <>
          {shown.length > 0 && (
            <FirstOf rows={[...shown].sort((a, b) => rank(a) - rank(b))} first={20} name="sources">{(some) => (
            <ul className="rs-connection-list">
              {some.map((one) => (
                <ConnectionCard
                  key={one.id} connection={one} asOf={view.asOf} connector={view.connectors.find(({ id }) => id === one.connector)}
                  productName={products.find(({ id }) => id === one.product)?.name ?? one.product}
                  onEdit={(connector) => setChoice({ connector, connection: one })} onChange={refresh}
                />
              ))}
            </ul>
            )}</FirstOf>
          )}
          {elsewhere.length > 0 && <p className="rs-note">{elsewhere.map(({ name, count }) => `${count} more ${count === 1 ? 'is' : 'are'} connected to ${name}`).join(', ')}: choose it above.</p>}
          {view.connections.length === 0
            ? <Chooser view={view} onChoose={(connector) => setChoice({ connector })} />
            : (
              <details className="rs-more">
                <summary>Connect another source</summary>
                <Chooser view={view} onChoose={(connector) => setChoice({ connector })} />
              </details>
            )}
        </>
      )}
      {choice !== undefined && (
        <ConnectForm
          {...choice} product={choice.connection?.product ?? product} productName={products.find(({ id }) => id === (choice.connection?.product ?? product))?.name ?? ''}
          onClose={() => setChoice(undefined)} onConnected={() => { setChoice(undefined); refresh(); }}
        />
      )}
    </section>
  );
}

/** Nothing was read to its end yet, and nothing stands against it: what it brings shows by itself. */
function isAwaited(connection: ConnectionView, connectors: readonly ConnectorView[]): boolean {
  const { connector, state, blind } = connection;
  return state === 'active' && blind === undefined && isFirstRead(connection) && connectors.find(({ id }) => id === connector)?.isPolled !== false;
}

/** What needs somebody comes first. */
function rank({ state, blind }: ConnectionView): number {
  return state === 'needs-attention' ? 0 : blind === undefined ? 2 : 1;
}

function Chooser({ view, onChoose }: { readonly view: SourcesView; readonly onChoose: (connector: ConnectorView) => void }) {
  return (
    <>
      {view.isAtlassianOnly === true && <p className="rs-note">Nothing leaves Atlassian in this edition of the app, so help desks, app stores, surveys and calls elsewhere cannot be connected: bring what was said there as a file, or let a system of yours send it.</p>}
      <ul className="rs-chooser" aria-label="Kinds of source">
        {view.connectors.map((one) => (
          <li key={one.id} className="rs-kind">
            <p className="rs-kind-name">{one.name}{one.staysOnAtlassian && <span className="rs-note"> stays on Atlassian</span>}</p>
            <p className="rs-note">{one.about}</p>
            <Button spacing="compact" onClick={() => onChoose(one)}>{`Connect ${one.name}`}</Button>
          </li>
        ))}
        {ELSEWHERE.map(({ place, name, about, button }) => (
          <li key={name} className="rs-kind">
            <p className="rs-kind-name">{name}<span className="rs-note"> stays on Atlassian</span></p>
            <p className="rs-note">{about}</p>
            <Button spacing="compact" onClick={() => goTo(place)}>{button}</Button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is not asked over the network stands further down on the same page. */
const ELSEWHERE = [
  { place: 'rs-files', name: 'Files', about: 'Surveys, NPS answers, exit surveys, reviews and tickets as CSV or JSON Lines; columns are matched before anything is kept.', button: 'Go to files' },
  { place: 'rs-files', name: 'Transcripts of calls', about: 'Sales and success calls as WebVTT, SubRip, text or JSON: you say who is a customer, and only their turns are kept.', button: 'Go to transcripts' },
  { place: 'rs-own-systems', name: 'Your own systems', about: 'Anything that was said, used or left behind, sent to us with a signature: usage, churn, chats.', button: 'Go to senders' },
] as const;

function goTo(id: string): void {
  const place = document.getElementById(id);
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector<HTMLElement>('button, input')?.focus({ preventScroll: true });
}
