import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { ClosingSettingsView, Policy, PolicyCorrection } from '../../../../../src/contract/backlog';
import { formatNumber } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { NotDone } from './not-done';
import { QuietDays } from './quiet-days';
import { useAct } from './use-act';

const FIELDS = [
  ['minimumAgeDays', 'Days an item must be old'], ['minimumIdleDays', 'Days without anyone touching it'], ['evidenceWindowDays', 'Days that silence must reach back'],
  ['silenceMaxConfidence', 'Most likely mention that silence may overlook'], ['silenceMaxThemeStrength', 'Strongest theme that silence may overlook'], ['graceDays', 'Days between notice and close'],
  ['batchSize', 'Proposals a week'], ['runCap', 'Closes in one round'], ['dailyCap', 'Closes a day and project'], ['keepDays', 'Days that Keep lasts'], ['protectVotes', 'Votes that protect an item'],
  ['protectWatchers', 'Watchers that protect an item'], ['reopenAfterCustomers', 'New customers that bring an item back'],
] as const;
type Field = (typeof FIELDS)[number][0];
type Texts = 'protectedLabels' | 'protectedReporters';
type Wish = Partial<Pick<Policy, Field | Texts | 'reopenBy' | 'timeZone' | 'freezes'>>;

const TEXTS: readonly (readonly [Texts, string])[] = [['protectedLabels', 'Labels that protect an item, with commas between them'], ['protectedReporters', 'Account ids of reporters whose items are never closed, with commas']];

/** The rules of closing. Each number is held to a floor and a ceiling in code, and the answer says where one held. */
export function PolicyForm({ product, view, onView }: { readonly product: string; readonly view: ClosingSettingsView; readonly onView: (view: ClosingSettingsView) => void }) {
  const [wish, setWish] = useState<Wish>({});
  const [corrections, setCorrections] = useState<readonly PolicyCorrection[] | undefined>(undefined);
  const { isSaving, failure, act } = useAct();
  const now = { ...view.policy, ...wish };
  const isComplete = FIELDS.every(([field]) => !Number.isNaN(now[field]));
  const save = (event: FormEvent): void => {
    event.preventDefault();
    void act(() => call('admin.changePolicy', { product, wish: changed(wish) }), (answer) => {
      setCorrections(answer.corrections);
      setWish({});
      onView(answer.settings);
    });
  };
  return (
    <details>
      <summary className="rs-link">Rules of closing</summary>
      <form className="rs-form rs-policy" onSubmit={save}>
        {FIELDS.map(([field, label]) => {
          const bounds = view.bounds[field];
          return (
            <label key={field} className="rs-policy-field">
              <span>{label}{bounds !== undefined && <span className="rs-note rs-block">{formatNumber(bounds.floor)} to {formatNumber(bounds.ceiling)}</span>}</span>
              <input type="number" step="any" value={Number.isNaN(now[field]) ? '' : now[field]} onChange={(event) => setWish({ ...wish, [field]: event.currentTarget.valueAsNumber })} />
            </label>
          );
        })}
        <label className="rs-field">
          When customers ask for a closed item again
          <select value={now.reopenBy} onChange={(event) => setWish({ ...wish, reopenBy: event.currentTarget.value === 'itself' ? 'itself' : 'proposal' })}>
            <option value="proposal">Propose to reopen it</option>
            <option value="itself">Reopen it at once</option>
          </select>
        </label>
        {TEXTS.map(([field, label]) => (
          <label key={field} className="rs-field">{label}<Textfield value={now[field].join(', ')} onChange={(event) => setWish({ ...wish, [field]: event.currentTarget.value.split(',').map((name) => name.trimStart()) })} /></label>
        ))}
        <label className="rs-field">Time zone of office hours, such as Europe/Berlin<Textfield value={now.timeZone} onChange={(event) => setWish({ ...wish, timeZone: event.currentTarget.value.trim() })} /></label>
        <QuietDays freezes={now.freezes} onChange={(freezes) => setWish({ ...wish, freezes })} />
        <div className="rs-acts"><Button type="submit" isDisabled={Object.keys(wish).length === 0 || !isComplete} isLoading={isSaving}>Save the rules</Button></div>
        <NotDone failure={failure} />
      </form>
      <p role="status" className="rs-note">{corrections === undefined ? '' : corrections.length === 0 ? 'Saved.' : `Saved, within the bounds: ${corrections.map(({ field, asked, used }) => `${nameOf(field)}: ${used} instead of ${asked}`).join('; ')}.`}</p>
    </details>
  );
}

/** What goes over the wire: names without blanks around them, and no empty one. */
function changed({ protectedLabels, protectedReporters, freezes, ...rest }: Wish) {
  const names = (list: readonly string[]): string[] => list.map((name) => name.trim()).filter((name) => name !== '');
  return {
    ...rest,
    ...(protectedLabels === undefined ? {} : { protectedLabels: names(protectedLabels) }),
    ...(protectedReporters === undefined ? {} : { protectedReporters: names(protectedReporters) }),
    ...(freezes === undefined ? {} : { freezes: [...freezes] }),
  };
}

function nameOf(field: string): string {
  if (field === 'timeZone') return 'Time zone';
  return FIELDS.find(([one]) => one === field)?.[1] ?? field;
}
