import type { KeptCallView } from '../../../../../src/contract/calls';
import { formatNumber } from '../../../../../src/contract/format-sentence';

/** What became of every turn: kept, or left out with its reason. */
export function CallResult({ kept }: { readonly kept: KeptCallView }) {
  return (
    <div className="rs-stack" role="status">
      <p>
        <b>{formatNumber(kept.said)}</b> {kept.said === 1 ? 'turn' : 'turns'} of customers {kept.said === 1 ? 'is' : 'are'} being read in.
        {kept.takenBack > 0 && ` ${formatNumber(kept.takenBack)} from the earlier attribution were taken back.`}
      </p>
      {kept.skipped.length > 0 && <p className="rs-note">Left out: {kept.skipped.map(({ reason, turns }) => `${formatNumber(turns)} ${reason}`).join(', ')}.</p>}
    </div>
  );
}
