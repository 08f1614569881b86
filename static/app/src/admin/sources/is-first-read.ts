import type { ConnectionView } from '../../../../../src/contract/sources';

/** Nothing of it is here yet: also while its first run has moved on or ended, and what it brought is still being counted. */
export function isFirstRead({ lastReadAt, receipts, coverage }: Pick<ConnectionView, 'lastReadAt' | 'receipts' | 'coverage'>): boolean {
  if (lastReadAt === undefined) return true;
  const [only, ...more] = receipts;
  return (coverage?.read ?? 0) === 0 && more.length === 0 && (only === undefined || only.read > 0);
}
