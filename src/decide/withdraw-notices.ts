import { APP } from '../domain/ledger';
import { advance } from './advance';
import type { Closing } from './closing';
import { comment } from './courtesy';
import { withdrawnText } from './notice';
import { noticeOp, withdrawOp } from './operation';
import { record } from './record';

/** Takes every standing notice back: on the issue, in the panel, in the record. */
export async function withdrawNotices(closing: Closing, product: string, reason: string): Promise<number> {
  const noticed = await closing.sweeps.listItems(product, ['noticed']);
  for (const item of noticed) {
    const op = noticeOp(item, closing.sha256);
    await record(closing, { id: `notice-withdrawn:${op}`, product, kind: 'notice-withdrawn', by: APP, issue: item.issue, op, body: { item: item.id, reason } });
    await comment(closing, item, withdrawOp(item, closing.sha256), withdrawnText());
    await advance(closing, item, { state: 'withdrawn', note: reason });
  }
  return noticed.length;
}
