import fc from 'fast-check';
import { customerKey } from '../../../src/domain/customer';
import { authorIn, inSpace, organisationIn, outOfSpace } from '../../../src/domain/id-space';

const word = fc.stringMatching(/^[a-z0-9.-]{1,40}$/);
const id = fc.stringMatching(/^[\w:/|-]{1,40}$/).filter((text) => !text.startsWith('person-'));

describe('ids of two vendors', () => {
  it('are one customer exactly where the vendor and the id are the same', () => {
    fc.assert(fc.property(word, word, id, id, (first, second, one, other) => {
      const key = (name: string, author: string): string => customerKey({ id: 's', author: authorIn({ word: name, sharesPeople: false }, author) });
      expect(key(first, one) === key(second, other)).toBe(first === second && one === other);
    }));
  });

  it('reach the vendor again as it gave them', () => {
    fc.assert(fc.property(word, id, (name, author) => {
      expect(outOfSpace(name, inSpace(name, author))).toBe(author);
    }));
  });

  it('stay as they are where they mean the same person anywhere', () => {
    expect(inSpace('acme.zendesk.com', 'person-0f3a')).toBe('person-0f3a');
    expect(authorIn({ word: 'jira', sharesPeople: true }, '712020:7a')).toBe('712020:7a');
    expect(authorIn(undefined, '4711')).toBe('4711');
    expect(organisationIn({ word: 'jira', sharesPeople: true }, '7')).toBe('jira:7');
    expect(organisationIn(undefined, '7')).toBe('7');
  });
});
