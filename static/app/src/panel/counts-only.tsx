import type { PanelView } from '../../../../src/contract/panel';
import { Icon } from '../components/icon';
import { Words } from '../words';
import { Facts } from './facts';

/** Numbers that an admin chose to share, from sources that this person may not read. */
export function CountsOnly({ view }: { readonly view: Extract<PanelView, { kind: 'counts-only' }> }) {
  return (
    <>
      <h2 className="rs-verdict">
        <Words of={view.verdict} />
      </h2>
      <Facts counts={view.counts} trend={view.trend} asOf={view.coverage.asOf} />
      <div className="rs-quiet">
        <Icon name="lock" />
        <p>You may see how many, not who or what they said. Words and names stay with the people who may read the source.</p>
      </div>
    </>
  );
}
