import { canaryQuery, isAboutMissing } from '../../../src/connectors/github/canaries';

describe('canaries of GitHub', () => {
  it('are asked for by their issue or discussion, each under a name of its own, and nothing else is', () => {
    const { text, asked } = canaryQuery(['harbor/mail#12', 'harbor/mail#12/c345', 'harbor/a.b_c/d7', 'harbor/mail/d7/c9', 'unreadable-1', 'harbor/mail#1") { x } y: repository(owner: "z', 'harbor/mail/unreadable-3']);
    expect(asked).toEqual(['harbor/mail#12', 'harbor/mail#12/c345', 'harbor/a.b_c/d7', 'harbor/mail/d7/c9']);
    expect(text.split('\n').map((line) => line.trim())).toEqual([
      'c0: repository(owner: "harbor", name: "mail") { issue(number: 12) { number } }', 'c1: repository(owner: "harbor", name: "mail") { issue(number: 12) { number } }',
      'c2: repository(owner: "harbor", name: "a.b_c") { discussion(number: 7) { number } }', 'c3: repository(owner: "harbor", name: "mail") { discussion(number: 7) { number } }',
    ]);
  });

  it('are found where GitHub shows the issue or discussion they stand in', () => {
    const { foundIn } = canaryQuery(['harbor/mail#12', 'harbor/mail#13', 'harbor/mail/d7/c9', 'harbor/gone#1']);
    expect(foundIn({ repository: {}, c0: { issue: { number: 12 } }, c1: { issue: null }, c2: { discussion: { number: 7 } }, c3: null })).toEqual(['harbor/mail#12', 'harbor/mail/d7/c9']);
    expect(foundIn(null)).toEqual([]);
  });

  it('that are missing are no failure, and any other error is one', () => {
    expect(isAboutMissing([{ type: 'NOT_FOUND', path: ['c3', 'issue'] }, { type: 'NOT_FOUND', path: ['c10'] }])).toBe(true);
    expect(isAboutMissing([{ type: 'NOT_FOUND', path: ['repository'] }, { type: 'NOT_FOUND', path: ['c1'] }])).toBe(false);
    expect(isAboutMissing([{ type: 'FORBIDDEN', path: ['c1', 'issue'] }])).toBe(false);
    expect(isAboutMissing([{ type: 'NOT_FOUND', path: ['nodes', 4] }])).toBe(true);
    expect(isAboutMissing([])).toBe(false);
  });
});
