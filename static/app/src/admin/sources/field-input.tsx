import Textfield from '@atlaskit/textfield';
import { useId } from 'react';
import type { FieldView } from '../../../../../src/contract/sources';
import { sentencesOf } from './test-note';

interface Props {
  readonly field: FieldView;
  readonly value: string;
  /** A secret that was entered earlier. */
  readonly isSet: boolean;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One field with what it is for; a secret can be entered and never read again. */
export function FieldInput({ field, value, isSet, problem, onChange }: Props) {
  const id = useId();
  const label = `${field.label}${field.isOptional ? ' (optional)' : ''}`;
  const describedBy = `${id}-help`;
  return (
    <div className="rs-field">
      <label htmlFor={id}>{label}</label>
      {field.kind === 'choice' ? (
        <select id={id} value={value} aria-invalid={problem !== undefined} aria-describedby={describedBy} onChange={(event) => onChange(event.currentTarget.value)}>
          <option value="">Choose</option>
          {field.choices?.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
        </select>
      ) : (
        <Textfield
          id={id} value={value} type={field.kind === 'secret' ? 'password' : 'text'} autoComplete="off" spellCheck={false} isInvalid={problem !== undefined} aria-describedby={describedBy}
          placeholder={field.kind === 'secret' && isSet ? 'Set; enter a new one to replace it' : (field.placeholder ?? '')} onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
      <span id={describedBy}>
        {problem !== undefined && <span className="rs-problem rs-block">{sentencesOf(problem)[0]}</span>}
        <span className="rs-note">{field.help}</span>
      </span>
    </div>
  );
}
