import { classOf, isShownAnew, sourceInput } from '../../../static/app/src/admin/source-draft';

const KNOWN = [{ id: 'forum-2', name: 'Support forum', kind: 'forum', visibility: 'hidden' }] as const;

describe('a source as somebody types it', () => {
  it('goes on under the name that is known, and is shown as it was until somebody chooses', () => {
    expect(sourceInput({ name: ' support FORUM ', kind: 'tickets' }, KNOWN)).toEqual({ id: 'forum-2', kind: 'forum', name: 'Support forum', visibility: 'hidden' });
    expect(isShownAnew({ name: 'Support forum' }, KNOWN)).toBe(false);
    expect(sourceInput({ name: 'Support forum', kind: 'tickets', visibility: 'counts' }, KNOWN).visibility).toBe('counts');
    expect(isShownAnew({ name: 'Support forum', visibility: 'counts' }, KNOWN)).toBe(true);
  });

  it('is open where it is new', () => {
    expect(sourceInput({ name: 'Exit survey 2025', kind: 'survey' }, KNOWN)).toEqual({ id: 'exit-survey-2025', kind: 'survey', name: 'Exit survey 2025', visibility: 'open' });
    expect([classOf({ name: '' }, KNOWN), isShownAnew({ name: 'New', visibility: 'hidden' }, KNOWN)]).toEqual(['open', false]);
  });
});
