import type { KeepCall, TranscriptView } from '../../../../../src/contract/calls';
import type { z } from 'zod';
import { formatNumber } from '../../../../../src/contract/format-sentence';

export type Sides = z.input<typeof KeepCall>['sides'];

const CHOICES: readonly { readonly side: Sides[string]; readonly name: string }[] = [
  { side: 'customer', name: 'A customer' },
  { side: 'ours', name: 'One of us' },
  { side: 'unknown', name: 'I cannot tell' },
];

/** Who is who. Nobody is a customer until somebody says so: a wrong choice would put words into a customer's mouth. */
export function Speakers({ look, sides, onChange }: { readonly look: TranscriptView; readonly sides: Sides; readonly onChange: (sides: Sides) => void }) {
  return (
    <div className="rs-stack">
      {look.speakers.length === 0 && <p role="alert" className="rs-problem">This transcript names no speaker, so nobody can be told apart and nothing can be kept.</p>}
      {look.speakers.length > 0 && <p>Who is who? Only what you call a customer’s is kept; nobody is a customer until you say so, and you can change it later.</p>}
      {look.speakers.map(({ name, turns, words, first }) => (
        <fieldset key={name} className="rs-radios">
          <legend>{name} <span className="rs-note">{formatNumber(turns)} turns, {formatNumber(words)} words</span></legend>
          <p className="rs-note">“{first}{first.length >= 160 ? '…' : ''}”</p>
          <div className="rs-acts">
            {CHOICES.map((choice) => (
              <label key={choice.side} className="rs-tick">
                <input type="radio" name={`side-${name}`} checked={(sides[name] ?? 'unknown') === choice.side} onChange={() => onChange({ ...sides, [name]: choice.side })} />
                <span>{choice.name}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {look.withoutSpeaker + look.crosstalk > 0 && (
        <p className="rs-note">
          Left out in any case: {formatNumber(look.withoutSpeaker)} turns without a name, {formatNumber(look.crosstalk)} in which several spoke at once.
        </p>
      )}
      {look.problems.length > 0 && <p className="rs-problem">Not readable in this file: {look.problems.join('; ')}</p>}
    </div>
  );
}
