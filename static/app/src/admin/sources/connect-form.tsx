import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { testWords } from '../../../../../src/contract/source-messages';
import type { ConnectionView, ConnectorView, SourceEndpoints, SourcePreviewView, SourceTest } from '../../../../../src/contract/sources';
import { call } from '../../api';
import type { Failure } from '../../api';
import { failureText } from '../../components/failure';
import { FieldInput } from './field-input';
import { PreviewList } from './preview-list';
import { REACHES } from './reaches';
import { TestNote } from './test-note';

type Form = SourceEndpoints['sources.connect']['input'];

interface Props {
  readonly connector: ConnectorView;
  readonly connection?: ConnectionView;
  readonly product: string;
  readonly productName: string;
  readonly onClose: () => void;
  readonly onConnected: () => void;
}

/** A source's own fields, what it cannot do said first; tried and shown before anything is kept. */
export function ConnectForm({ connector, connection, product, productName, onClose, onConnected }: Props) {
  const nameId = useId();
  const [name, setName] = useState(connection?.name ?? connector.name);
  const [visibility, setVisibility] = useState<Form['visibility']>(connection?.visibility ?? 'open');
  const [days, setDays] = useState(365);
  const [fields, setFields] = useState<Readonly<Record<string, string>>>(connection?.settings ?? {});
  const [busy, setBusy] = useState<'test' | 'look' | 'connect' | undefined>(undefined);
  const [tested, setTested] = useState<SourceTest | undefined>(undefined);
  const [preview, setPreview] = useState<SourcePreviewView | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const form: Form = { connector: connector.id, product, name, visibility, days, fields: { ...fields }, ...(connection === undefined ? {} : { id: connection.id }) };
  // Another place is looked at before it is connected; a new key is tried by connecting itself.
  const isElsewhere = connection === undefined || connector.fields.some((field) => field.kind !== 'secret' && (fields[field.name] ?? '').trim() !== (connection.settings[field.name] ?? ''));
  const needsLook = connector.isPolled && isElsewhere && preview === undefined;
  const test = async (): Promise<boolean> => {
    const answer = await call('sources.test', form);
    if (answer.ok) setTested(answer.value);
    else setFailure(answer);
    return answer.ok && answer.value.ok;
  };
  /** The test first: it says precisely what is wrong. */
  const look = async (): Promise<void> => {
    if (!(await test())) return;
    const answer = await call('sources.preview', form);
    if (answer.ok) setPreview(answer.value);
    else setFailure(answer);
  };
  const connect = async (mark: Pick<Form, 'looked' | 'withoutLooking'>): Promise<void> => {
    const answer = await call('sources.connect', { ...form, ...mark });
    if (!answer.ok) return setFailure(answer);
    if (answer.value.connected) onConnected();
    else setTested(answer.value.test);
  };
  const run = async (what: NonNullable<typeof busy>, act: () => Promise<unknown>): Promise<void> => {
    setBusy(what);
    setFailure(undefined);
    await act();
    setBusy(undefined);
  };
  const change = (field: string, value: string): void => {
    setFields((before) => ({ ...before, [field]: value }));
    setTested(undefined);
    setPreview(undefined);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void (needsLook ? run('look', look) : run('connect', () => connect(preview === undefined ? {} : { looked: preview.looked })));
  };
  return (
    <form className="rs-form rs-connect" onSubmit={submit} aria-label={`Connect ${connector.name}`}>
      <p className="rs-kind-name">{connection === undefined ? `Connect ${connector.name} to ${productName}` : `Change ${connection.name}`}</p>
      <p>{connector.about}</p>
      <ul className="rs-limits" aria-label="What to know first">{connector.limits.map((limit) => <li key={limit}>{limit}</li>)}</ul>
      <p className="rs-note">{connector.egress.length === 0 ? 'Nothing leaves Atlassian for this source.' : `The app calls ${connector.egress.join(', ')} for it, and sends nothing but the key and the question.`}</p>
      {connector.fields.map((field) => (
        <FieldInput
          key={field.name} field={field} value={fields[field.name] ?? ''} isSet={connection?.secretsSet.includes(field.name) === true}
          problem={tested?.ok === false && tested.field === field.name ? tested.problem : undefined} onChange={(value) => change(field.name, value)}
        />
      ))}
      <label className="rs-field" htmlFor={nameId}>
        Name of the source
        <Textfield id={nameId} value={name} maxLength={80} onChange={(event) => setName(event.currentTarget.value)} />
      </label>
      <div className="rs-pair">
        <label className="rs-field">
          Who may see it
          <select value={visibility} onChange={(event) => setVisibility(event.currentTarget.value === 'hidden' ? 'hidden' : event.currentTarget.value === 'counts' ? 'counts' : 'open')}>
            <option value="open">Who may see the Jira issue</option>
            <option value="counts">Everyone the numbers, nobody the words</option>
            <option value="hidden">Nobody</option>
          </select>
        </label>
        {connection === undefined && connector.isPolled && !connector.readsAll && (
          <label className="rs-field">
            First read goes back
            <select value={days} onChange={(event) => setDays(Number(event.currentTarget.value))}>
              {REACHES.map(([reach, label]) => <option key={reach} value={reach}>{label}</option>)}
            </select>
          </label>
        )}
      </div>
      {connector.readsAll && connection === undefined && <p className="rs-note">All that it has is read, from its beginning.</p>}
      {!connector.isPolled && connection === undefined && <p className="rs-note">Once it is connected you get the address to which it sends; what it sends from then on is kept.</p>}
      {needsLook && tested === undefined && <p className="rs-note">First it is tested, and you see what would be kept; nothing is kept before you connect it.</p>}
      {tested !== undefined && <TestNote tested={tested} />}
      {failure !== undefined && <p role="alert" className="rs-problem">{failedText(failure)}</p>}
      {preview !== undefined && <PreviewList preview={preview} />}
      <div className="rs-acts">
        <Button type="submit" appearance="primary" isLoading={busy === (needsLook ? 'look' : 'connect')} isDisabled={name.trim() === ''}>
          {needsLook ? 'Show the first twenty' : connector.isPolled ? (connection === undefined ? 'Connect and read' : 'Save and read') : connection === undefined ? 'Connect' : 'Save'}
        </Button>
        <Button onClick={() => void run('test', test)} isLoading={busy === 'test'}>Test</Button>
        {needsLook && <Button appearance="subtle" isLoading={busy === 'connect'} isDisabled={name.trim() === ''} onClick={() => void run('connect', () => connect({ withoutLooking: true }))}>{connection === undefined ? 'Connect without looking' : 'Save without looking'}</Button>}
        <Button appearance="subtle" onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

/** What the source did wrong in the words of a test; else our own failure, with the field that is to blame. */
function failedText(failure: Failure): string {
  const [, code] = /^source: (source\/[a-z-]+)$/.exec(failure.detail ?? '') ?? [];
  if (code !== undefined) return testWords(code);
  return `${failureText(failure)}${failure.detail === undefined ? '' : `: ${failure.detail.replace(/^[a-z]+: /, '')}`}`;
}
