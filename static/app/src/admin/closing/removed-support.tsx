import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ClosingSettingsView } from '../../../../../src/contract/backlog';
import { formatDay, formatNumber } from '../../../../../src/contract/format-sentence';
import { call } from '../../api';
import { NotDone } from './not-done';
import { useAct } from './use-act';

interface Props {
  readonly product: string;
  readonly removed: NonNullable<ClosingSettingsView['removed']>;
  readonly onView: (view: ClosingSettingsView) => void;
}

/** Customers spoke to these items, and their words went with a source: that is no silence, until somebody who knows says that they counted for nothing. */
export function RemovedSupport({ product, removed: { items, at, until }, onView }: Props) {
  const [isAsked, setAsked] = useState(false);
  const { isSaving, failure, act } = useAct();
  return (
    <div className="rs-quiet">
      <div className="rs-stack rs-grow">
        <p>{items === 1 ? 'One open item is' : `${formatNumber(items)} open items are`} not proposed for closing: customers spoke there, and their words went with a source that was removed{items === 1 ? '' : ', the last'} on {formatDay(at)}. {items === 1 ? 'It is' : 'They are'} left alone until {formatDay(until)}.</p>
        <div><Button spacing="compact" onClick={() => setAsked(!isAsked)}>What went counts for nothing</Button></div>
        {isAsked && (
          <div className="rs-leaving">
            <p>Then the silence of the other sources is an answer for {items === 1 ? 'it' : 'them'} too, and {items === 1 ? 'it' : 'they'} may be proposed for closing. Say so if what was removed were no customers, for example test data.</p>
            <Button spacing="compact" isLoading={isSaving} onClick={() => void act(() => call('admin.forgetRemoved', { product }), onView)}>Count it for nothing</Button>
          </div>
        )}
        <NotDone failure={failure} />
      </div>
    </div>
  );
}
