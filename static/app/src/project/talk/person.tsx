import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { useState } from 'react';
import type { Consent, TalkPerson, TalkSlotView, TalkView } from '../../../../../src/contract/talk';
import type { Answer } from '../../../../../src/contract/answer';
import { formatSentence } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { CopyButton } from '../../components/copy-button';
import { Quote } from '../../components/quote';
import { WhoIsThis } from './who-is-this';

interface Props {
  readonly slot: TalkSlotView;
  readonly theme: string;
  readonly canEdit: boolean;
  readonly isSaving: boolean;
  readonly onAct: (ask: () => Promise<Answer<TalkView>>) => void;
  readonly onLog: (person: string) => void;
}

const STATES = { invited: 'Invited', talked: 'Talked', declined: 'Declined' } as const;
const CONSENTS: readonly (readonly [Consent, string])[] = [['not-asked', 'Consent not asked'], ['agreed', 'Agreed to be asked'], ['do-not-contact', 'Do not contact']];

/** One reason to talk: who, why, their words, a draft; or why there is nobody. */
export function Person({ slot, ...rest }: Props) {
  const { reason, person, none } = slot;
  const name = formatSentence({ id: `talk.reason.${reason}`, params: {} });
  if (person === undefined) {
    return (
      <li className="rs-person">
        <div>
          <p className="rs-person-head"><Lozenge>{name}</Lozenge></p>
          <p className="rs-note">{none === undefined ? 'Nobody' : formatSentence(none)}.</p>
        </div>
      </li>
    );
  }
  return (
    <li className="rs-person">
      <div>
        <p className="rs-person-head">
          <b dir="auto">{whoText(person)}</b>
          <Lozenge>{name}</Lozenge>
          {person.state !== undefined && <Lozenge appearance="inprogress">{STATES[person.state]}</Lozenge>}
        </p>
        <p className="rs-person-why">{formatSentence(person.why)}.</p>
        <Quote quote={person.quote} showStanding={false} />
        <p className="rs-note">{contactText(person)}</p>
        {rest.canEdit && person.name === undefined && person.consent !== 'do-not-contact' && <p><WhoIsThis signal={person.quote.signal} /></p>}
      </div>
      <Draft person={person} {...rest} />
    </li>
  );
}

/** The account with the person's name where Jira shows one; else who they are to their source. Service desks often write the account into the name: then it is not said twice. */
function whoText({ name, account, quote }: TalkPerson): string {
  const who = account ?? `A customer in ${quote.source.name}`;
  if (name === undefined) return who;
  return account !== undefined && name.endsWith(account) ? name : `${name}, ${who}`;
}

function contactText({ lastContact, consent }: TalkPerson): string {
  const last = lastContact === undefined ? { id: 'talk.contact.none', params: {} } : { id: `talk.contact.${lastContact.kind}`, params: { at: lastContact.at } };
  return `${formatSentence(last)} · ${formatSentence({ id: `talk.consent.${consent}`, params: {} })}`;
}

function Draft({ person, theme, canEdit, isSaving, onAct, onLog }: Omit<Props, 'slot'> & { readonly person: TalkPerson }) {
  const [text, setText] = useState(() => formatSentence(person.draft));
  const mark = (state: 'invited' | 'talked' | 'declined' | 'passed' | 'open'): void => onAct(() => call('talk.mark', { theme, person: person.person, state }));
  return (
    <div className="rs-person-draft">
      <label className="rs-field">
        Draft, not sent{person.draftBy === 'model' ? '; one sentence by the agent in their words, the rest by rule' : person.draftBy === 'rules' ? '; written by rule' : ''}
        <textarea rows={5} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </label>
      <div className="rs-acts">
        <CopyButton text={() => text}>Copy</CopyButton>
        {canEdit && person.state === undefined && (
          <>
            <Button spacing="compact" isDisabled={isSaving} onClick={() => mark('invited')}>Mark invited</Button>
            {person.hasNext && <Button spacing="compact" appearance="subtle" isDisabled={isSaving} onClick={() => mark('passed')}>Someone else</Button>}
          </>
        )}
        {canEdit && person.state === 'invited' && (
          <>
            <Button spacing="compact" isDisabled={isSaving} onClick={() => onLog(person.person)}>We talked</Button>
            <Button spacing="compact" isDisabled={isSaving} onClick={() => mark('declined')}>Declined</Button>
          </>
        )}
        {canEdit && person.state !== undefined && <Button spacing="compact" appearance="subtle" isDisabled={isSaving} onClick={() => mark('open')}>Undo</Button>}
      </div>
      {canEdit && (
        <label className="rs-field rs-inline rs-consent">
          <span className="rs-sr">Consent of {whoText(person)}</span>
          <select value={person.consent} disabled={isSaving} onChange={(event) => noteConsent(event.currentTarget.value, theme, person, onAct)}>
            {CONSENTS.map(([value, words]) => <option key={value} value={value}>{words}</option>)}
          </select>
        </label>
      )}
    </div>
  );
}

function noteConsent(value: string, theme: string, { person }: TalkPerson, onAct: Props['onAct']): void {
  const consent = CONSENTS.find(([one]) => one === value)?.[0];
  if (consent !== undefined) onAct(() => call('talk.consent', { theme, person, consent }));
}
