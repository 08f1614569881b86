import fc from 'fast-check';
import { exactView, markValue } from '../../../../src/understand/evidence/exact-view';
import { mentionFinder, wordsOf } from '../../../../src/understand/evidence/issue-mentions';
import type { MarkKind } from '../../../../src/understand/text/exact-marks';
import { understand } from '../../../../src/understand/understand';
import { corpusOf, issueOf, optionsOf, said } from '../corpus-of';

const kinds: fc.Arbitrary<MarkKind> = fc.constantFrom('address', 'code', 'name', 'file', 'version');

it('says less the more signals or issues hold a mark, and nothing of one that half of the signals hold', () => {
  fc.assert(
    fc.property(kinds, fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 50 }), (kind, signals, held, issues) => {
      const holders = Math.min(held, signals);
      const value = markValue(kind, holders, signals, issues);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
      expect(markValue(kind, holders + 1, signals + 1, issues + 1)).toBeLessThanOrEqual(markValue(kind, holders, signals + 1, issues));
      expect(markValue(kind, Math.max(4, Math.ceil(signals / 2)), signals, issues)).toBe(0);
    }),
  );
});

it('ranks a code that one issue names above a file, and a file above a version', () => {
  expect(markValue('code', 2, 1000, 1)).toBeGreaterThan(markValue('file', 2, 1000, 1));
  expect(markValue('file', 2, 1000, 1)).toBeGreaterThan(markValue('version', 2, 1000, 1));
});

it('finds the same pairs as comparing every signal with every issue', () => {
  const codes = ['0x80070005', 'NS_ERROR_FAILURE', 'HTTP 502', 'app.example.com/cart/pay', 'a plain word', 'acme::Store'];
  const texts = fc.array(fc.subarray(codes), { maxLength: 8 });
  fc.assert(
    fc.property(texts, texts, (signals, issues) => {
      const view = exactView(signals.map((held, at) => said(`s${at}`, `Hello ${held.join(' and ')}`)), issues.map((held, at) => issueOf(String(at), `About ${held.join(' or ')}`)));
      const share = (code: string, among: readonly (readonly string[])[]): number => among.filter((held) => held.includes(code)).length;
      signals.forEach((held, signal) => {
        const near = view?.issuesNear(signal) ?? new Map<number, number>();
        issues.forEach((asked, issue) => {
          const values = held.filter((code) => asked.includes(code) && code !== 'a plain word').map((code) => markValue('code', share(code, signals), signals.length, share(code, issues)));
          const most = Math.max(0, ...values);
          expect(near.get(issue) ?? 0).toBeCloseTo(most >= 0.3 ? most : 0, 10);
        });
      });
    }),
    { numRuns: 200 },
  );
});

const TALK = Array.from({ length: 60 }, (_, at) => said(`t${at}`, `The van board number ${at} froze on a Monday`));

it('joins a customer of another language to the issue whose code they hold, and quotes where it stands', () => {
  const trace = 'Beim Abgleich kommt nichts an.\nUncaught exception 0x80070005 in Wire::open at line 12\nWas tun?';
  const issues = [issueOf('1', 'Access denied while syncing', { description: 'Log shows 0x80070005' }), issueOf('2', 'Van board')];
  const { evidence, links } = understand(corpusOf([...TALK, said('s', trace)], issues), optionsOf());
  const row = evidence.find((one) => one.issue === '1' && one.signal === 's');
  expect(row?.reasons).toContain('exact-mark');
  expect(trace.slice(row?.citation?.start, row?.citation?.end)).toBe('Uncaught exception 0x80070005 in Wire::open at line 12');
  expect(links.find((link) => link.signal === 's' && link.rank === 1)?.issue).toBe('1');
});

it('lifts the confidence of a pair, but shows nothing for a code alone', () => {
  const issues = [issueOf('1', 'Access denied while syncing', { description: 'Log shows 0x80070005' }), issueOf('2', 'Van board')];
  const confidenceOf = (text: string): number => understand(corpusOf([...TALK, said('s', text)], issues), optionsOf()).evidence.find((one) => one.issue === '1' && one.signal === 's')?.confidence ?? 0;
  expect(confidenceOf('Syncing says access is not there, 0x80070005')).toBeGreaterThan(2 * confidenceOf('Syncing says access is not there, 0x80070006'));
  const alone = understand(corpusOf([...TALK, said('s', 'Es kommt 0x80070005 bei uns')], issues), optionsOf()).evidence.find((one) => one.issue === '1' && one.signal === 's');
  expect(alone?.shown).toBe(false);
});

it('says nothing of a code that half of the signals hold', () => {
  const loud = TALK.map((one) => ({ ...one, text: `${one.text} with 0x80070005` }));
  const issues = [issueOf('1', 'Access denied while syncing', { description: 'Log shows 0x80070005' }), issueOf('2', 'Van board')];
  const { evidence } = understand(corpusOf(loud, issues), optionsOf());
  expect(evidence.filter((row) => row.issue === '1' && row.reasons.includes('exact-mark'))).toEqual([]);
});

it('reads a key in small letters only where its letters are no word of the customers', () => {
  const issues = [issueOf('a', 'One', { key: 'CRW-12' }), issueOf('b', 'Two', { key: 'VAN-12' })];
  const find = mentionFinder(issues, wordsOf(TALK));
  expect(find('same as crw-12 please')).toEqual([0]);
  expect(find('we drive van-12')).toEqual([]);
  expect(find('VAN-12')).toEqual([1]);
});
