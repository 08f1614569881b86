import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useEffect, useState } from 'react';
import type { AccountHintView, AccountsView } from '../../../../../src/contract/accounts';
import { formatNumber } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import type { Output } from '../../api';
import { NotDone } from '../closing/not-done';
import { useAct } from '../closing/use-act';

interface Props {
  readonly product: string;
  readonly hint: AccountHintView;
  readonly onFixed: (changed: number, view: AccountsView) => void;
  readonly onCancel: () => void;
}

const NONE_FOUND: Output<'admin.searchAccounts'> = { rows: [], found: 0 };

/** Finds a listed account by its name, or makes a new one. */
export function FixForm({ product, hint: { kind, text, source }, onFixed, onCancel }: Props) {
  const [words, setWords] = useState('');
  const [{ rows: found, found: inAll }, setFound] = useState(NONE_FOUND);
  const { isSaving, failure, act } = useAct();
  const name = words.trim();
  useEffect(() => {
    if (name === '') {
      setFound(NONE_FOUND);
      return undefined;
    }
    const timer = setTimeout(() => void call('admin.searchAccounts', { words: name }).then((answer) => (answer.ok ? setFound(answer.value) : undefined)), 200);
    return () => clearTimeout(timer);
  }, [name]);
  const fix = (account: { id: string } | { name: string }): void =>
    void act(() => call('admin.fixAccount', { product, hint: { kind, text, ...(source === undefined ? {} : { source }) }, account }), ({ changed, view }) => onFixed(changed, view));
  return (
    <div className="rs-stack">
      <Textfield autoFocus aria-label={`Account of ${text}`} placeholder="Name of the account" value={words} maxLength={255} onChange={(event) => setWords(event.currentTarget.value)} />
      <div className="rs-acts">
        {found.map((one) => <Button key={one.id} spacing="compact" isDisabled={isSaving} onClick={() => fix({ id: one.id })}>{one.name}</Button>)}
        {name !== '' && found.every((one) => one.name.toLowerCase() !== name.toLowerCase()) && <Button spacing="compact" isDisabled={isSaving} onClick={() => fix({ name })}>New account “{name}”</Button>}
        <Button spacing="compact" appearance="subtle" onClick={onCancel}>Cancel</Button>
      </div>
      {inAll > found.length && <p className="rs-note">{formatNumber(inAll - found.length)} more have “{name}” in their name: type more of it.</p>}
      <NotDone failure={failure} />
    </div>
  );
}
