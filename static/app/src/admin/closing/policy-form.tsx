import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { ClosingSettingsView, PolicyCorrection } from '../../../../../src/contract/backlog';
import { formatNumber } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { NotDone } from './not-done';
import { useAct } from './use-act';

const FIELDS = [
  ['minimumAgeDays', 'Days an item must be old'], ['minimumIdleDays', 'Days without anyone touching it'], ['evidenceWindowDays', 'Days that silence must reach back'], ['graceDays', 'Days between notice and close'],
  ['batchSize', 'Proposals a week'], ['dailyCap', 'Closes a day and project'], ['keepDays', 'Days that Keep lasts'], ['protectVotes', 'Votes that protect an item'], ['protectWatchers', 'Watchers that protect an item'], ['reopenAfterCustomers', 'New customers that bring an item back'],
] as const;
type Field = (typeof FIELDS)[number][0];

/** The numbers of the policy. Each is held to a floor and a ceiling in code, and the answer says where one held. */
export function PolicyForm({ product, view, onView }: { readonly product: string; readonly view: ClosingSettingsView; readonly onView: (view: ClosingSettingsView) => void }) {
  const [wish, setWish] = useState<Readonly<Partial<Record<Field, number>>>>({});
  const [corrections, setCorrections] = useState<readonly PolicyCorrection[] | undefined>(undefined);
  const { isSaving, failure, act } = useAct();
  const save = (event: FormEvent): void => {
    event.preventDefault();
    void act(() => call('admin.changePolicy', { product, wish }), (answer) => {
      setCorrections(answer.corrections);
      setWish({});
      onView(answer.settings);
    });
  };
  return (
    <details>
      <summary className="rs-link">Numbers of the policy</summary>
      <form className="rs-form rs-policy" onSubmit={save}>
        {FIELDS.map(([field, label]) => {
          const bounds = view.bounds[field];
          return (
            <label key={field} className="rs-policy-field">
              <span>{label}{bounds !== undefined && <span className="rs-note rs-block">{formatNumber(bounds.floor)} to {formatNumber(bounds.ceiling)}</span>}</span>
              <input type="number" value={wish[field] ?? view.policy[field]} onChange={(event) => setWish({ ...wish, [field]: event.currentTarget.valueAsNumber })} />
            </label>
          );
        })}
        <div className="rs-acts"><Button type="submit" isDisabled={Object.keys(wish).length === 0 || Object.values(wish).some((value) => Number.isNaN(value))} isLoading={isSaving}>Save the numbers</Button></div>
        <NotDone failure={failure} />
      </form>
      <p role="status" className="rs-note">{corrections === undefined ? '' : corrections.length === 0 ? 'Saved.' : `Saved, within the bounds: ${corrections.map(({ field, asked, used }) => `${nameOf(field)}: ${used} instead of ${asked}`).join('; ')}.`}</p>
    </details>
  );
}

function nameOf(field: string): string {
  return FIELDS.find(([one]) => one === field)?.[1] ?? field;
}
