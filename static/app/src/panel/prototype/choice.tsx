import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { ChoiceView, DebateView, ReleaseOption } from '../../../../../src/contract/debate';
import type { Answer } from '../../../../../src/contract/answer';
import { formatDay, formatNumber } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';

interface Props {
  readonly view: DebateView;
  readonly isSaving: boolean;
  readonly onAct: (ask: () => Promise<Answer<DebateView>>) => Promise<boolean>;
}

const OPTIONS: readonly (readonly [ReleaseOption, string, string])[] = [
  ['all', 'To everyone', 'Compared before and after.'],
  ['ring', 'To a ring first', 'Accounts that said so get it first and are compared with those that do not have it yet.'],
  ['flag', 'Behind a flag', 'As a ring: who has it on is compared with who does not.'],
  ['hold', 'Hold it', 'Not now; the reason stays.'],
];

/** How it goes out: a person's choice with a reason, and what became of it. */
export function Choice({ view, isSaving, onAct }: Props) {
  const [standing, ...before] = view.choices;
  const [isChoosing, setChoosing] = useState(false);
  return (
    <section>
      <h3>{standing === undefined ? 'How it goes out is not decided' : `${nameOf(standing)}, decided ${formatDay(standing.at)}`}</h3>
      {standing !== undefined && <p dir="auto">{standing.reason}{standing.accounts.length > 0 && <span className="rs-note"> {standing.accounts.join(', ')}</span>}</p>}
      {standing !== undefined && <RollOut view={view} isSaving={isSaving} onAct={onAct} />}
      {view.canChoose && !isChoosing && <div className="rs-acts"><Button appearance={standing === undefined ? 'primary' : 'default'} onClick={() => setChoosing(true)}>{standing === undefined ? 'Decide' : 'Decide anew'}</Button></div>}
      {isChoosing && <ChoiceForm affected={view.affected} isSaving={isSaving} onAct={onAct} onClose={() => setChoosing(false)} />}
      {before.length > 0 && <p className="rs-note">Before: {before.map((one) => `${nameOf(one)} (${formatDay(one.at)})`).join(', ')}</p>}
    </section>
  );
}

function nameOf({ option, accounts }: ChoiceView): string {
  const name = OPTIONS.find(([one]) => one === option)?.[1] ?? option;
  return accounts.length === 0 ? name : `${name}, ${formatNumber(accounts.length)} ${accounts.length === 1 ? 'account' : 'accounts'}`;
}

function RollOut({ view, isSaving, onAct }: Props) {
  const { rollOut, canStart, toCome } = view;
  const act = (name: 'start' | 'back' | 'all'): void => void onAct(() => call('debate.rollOut', { act: name }));
  const isRunning = rollOut?.state === 'live' && rollOut.everyoneSince === undefined;
  return (
    <>
      {rollOut !== undefined && <p className="rs-note">{stateOf(rollOut)}</p>}
      {canStart && (toCome > 0 || isRunning) && (
        <div className="rs-acts">
          {toCome > 0 && <Button isLoading={isSaving} onClick={() => act('start')}>{isRunning ? `${formatNumber(toCome)} more have it now` : 'They have it now'}</Button>}
          {isRunning && <Button isLoading={isSaving} onClick={() => act('all')}>Everyone has it now</Button>}
          {isRunning && <Button appearance="subtle" isLoading={isSaving} onClick={() => act('back')}>Taken back</Button>}
          {toCome > 0 && !isRunning && <span className="rs-note">From then on the outcome is measured; it stands under Releases.</span>}
        </div>
      )}
    </>
  );
}

function stateOf({ state, startedAt, accounts, everyoneSince }: NonNullable<DebateView['rollOut']>): string {
  const who = `${formatNumber(accounts)} ${accounts === 1 ? 'account has' : 'accounts have'} it since ${formatDay(startedAt)}`;
  if (state !== 'live') return `Given to ${formatNumber(accounts)} ${accounts === 1 ? 'account' : 'accounts'} on ${formatDay(startedAt)}, and taken back.`;
  return everyoneSince === undefined ? `${who}; read out under Releases.` : `${who}, everyone since ${formatDay(everyoneSince)}; read out under Releases.`;
}

function ChoiceForm({ affected, isSaving, onAct, onClose }: { readonly affected: readonly string[]; readonly onClose: () => void } & Pick<Props, 'isSaving' | 'onAct'>) {
  const [option, setOption] = useState<ReleaseOption>('all');
  const [accounts, setAccounts] = useState(affected.join('\n'));
  const [reason, setReason] = useState('');
  const isRing = option === 'ring' || option === 'flag';
  const chosen = accounts.split('\n').map((one) => one.trim()).filter((one) => one !== '');
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await onAct(() => call('debate.choose', { option, accounts: isRing ? chosen : [], reason: reason.trim() }))) onClose();
  };
  return (
    <form className="rs-edit" aria-label="How it goes out" onSubmit={(event) => void save(event)}>
      <div className="rs-toggle" role="group" aria-label="Release">
        {OPTIONS.map(([value, name]) => <button key={value} type="button" aria-pressed={value === option} onClick={() => setOption(value)}>{name}</button>)}
      </div>
      <p className="rs-note">{OPTIONS.find(([value]) => value === option)?.[2]}</p>
      {isRing && <label className="rs-field">Accounts that get it first, one a line, as the sources name them<textarea rows={4} value={accounts} onChange={(event) => setAccounts(event.currentTarget.value)} /></label>}
      <Textfield aria-label="Reason" placeholder="Why" value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} />
      <div className="rs-acts">
        <Button type="submit" appearance="primary" isLoading={isSaving} isDisabled={reason.trim() === '' || (isRing && chosen.length === 0)}>Note the decision</Button>
        <Button appearance="subtle" onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
