import { scopesRead } from '../../../src/surfaces/admin/sources/scopes-read';

const checkpoint = { repo: 'harbor/mail', turns: { readAt: { 'harbor/mail': '2025-06-30T08:00:00.000Z', 'harbor/docs': '2025-06-30T06:00:00.000Z', 'harbor/left': '2025-06-01T06:00:00.000Z' }, totals: {}, done: 0 } };

describe('scopes that are read in turn', () => {
  it('are told with the one first that waits longest, without what was taken out', () => {
    expect(scopesRead({ repositories: 'Harbor/Mail, harbor/docs' }, checkpoint)).toEqual([{ scope: 'harbor/docs', readAt: '2025-06-30T06:00:00.000Z' }, { scope: 'harbor/mail', readAt: '2025-06-30T08:00:00.000Z' }]);
  });

  it('are no matter of a connection that has one, or none', () => {
    expect(scopesRead({ repositories: 'harbor/mail' }, checkpoint)).toEqual([]);
    expect(scopesRead({ host: 'acme.zendesk.com' }, { cursor: 'x' })).toEqual([]);
    expect(scopesRead({}, undefined)).toEqual([]);
  });
});
