import type { SweepItem } from '../domain/sweep';
import type { Sha256 } from '../ports/sha256';

/** Names one operation on one item, the same every time it is worked out. */
export function noticeOp(item: SweepItem, sha256: Sha256): string {
  return sha256(`notice|${item.id}`);
}

/** A new attempt is a new operation: the record tells them apart. */
export function closeOp(item: SweepItem, sha256: Sha256): string {
  return sha256(`close|${item.id}|${item.policyVersion}|${item.attempts + 1}`);
}

export function undoOp(item: SweepItem, sha256: Sha256): string {
  return sha256(`undo|${item.id}|${item.closeOp ?? ''}`);
}

export function withdrawOp(item: SweepItem, sha256: Sha256): string {
  return sha256(`withdraw|${item.id}`);
}
