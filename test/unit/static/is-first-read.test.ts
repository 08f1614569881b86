import type { ConnectionView } from '../../../src/contract/sources';
import { isFirstRead } from '../../../static/app/src/admin/sources/is-first-read';

const coverage = { read: 0 } as NonNullable<ConnectionView['coverage']>;
const run = { read: 40 } as ConnectionView['receipts'][number];
const AT = '2026-03-02T08:46:00.000Z';

it('says that a source is read for the first time until a run ended, also while its checkpoint has moved and nothing is counted yet', () => {
  expect(isFirstRead({ receipts: [] })).toBe(true);
  expect(isFirstRead({ lastReadAt: AT, receipts: [], coverage })).toBe(true);
  expect(isFirstRead({ lastReadAt: AT, receipts: [] })).toBe(true);
  expect(isFirstRead({ lastReadAt: AT, receipts: [run], coverage })).toBe(true);
});

it('says so no more once a run was told, or something is here whose runs are forgotten', () => {
  expect(isFirstRead({ lastReadAt: AT, receipts: [{ ...run, read: 0 }], coverage })).toBe(false);
  expect(isFirstRead({ lastReadAt: AT, receipts: [run, run], coverage })).toBe(false);
  expect(isFirstRead({ lastReadAt: AT, receipts: [run], coverage: { ...coverage, read: 40 } })).toBe(false);
  expect(isFirstRead({ lastReadAt: AT, receipts: [], coverage: { ...coverage, read: 3 } })).toBe(false);
});
