import type { ConnectionView } from '../../../../../src/contract/sources';

/** Nothing of it is here yet: also while its first run has moved on and what it brought is still being counted. */
export function isFirstRead({ lastReadAt, receipts, coverage }: Pick<ConnectionView, 'lastReadAt' | 'receipts' | 'coverage'>): boolean {
  return lastReadAt === undefined || (receipts.length === 0 && (coverage?.read ?? 0) === 0);
}
