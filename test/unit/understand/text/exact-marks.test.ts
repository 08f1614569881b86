import fc from 'fast-check';
import { exactMarks } from '../../../../src/understand/text/exact-marks';

function marksIn(text: string): string[] {
  const found: string[] = [];
  exactMarks(text, (mark) => found.push(mark));
  return found;
}

it.each([
  ['See https://www.example.com/Settings/billing?tab=2#top.', ['address:example.com/Settings/billing']],
  ['(app.example.com/orders/1234/print)', ['address:app.example.com/orders/*/print']],
  ['open https://app.example.com/#/team/roles', ['address:app.example.com/#/team/roles']],
  ['It says 0x80070005, again', ['code:0x80070005']],
  ['"NS_ERROR_NET_TIMEOUT"', ['code:ns_error_net_timeout']],
  ['HTTP 502 or error: 404', ['code:502', 'code:404']],
  ['Fehler 1722', ['code:1722']],
  ['E1234 and CVE-2021-38153', ['code:e1234', 'code:cve-2021-38153']],
  ['failed with -25300', ['code:-25300']],
  ['at org.acme.net.Wire.open(Wire.java:12)', ['name:org.acme.net.wire.open']],
  ['crash in nsMsgDatabase::ClearHdrCache()', ['name:nsmsgdatabase::clearhdrcache']],
  ['Uncaught TimeoutError here', ['name:timeouterror']],
  ['set mail.compose.attach_images to true', ['name:mail.compose.attach_images']],
  ['delete folderCache.json first', ['file:foldercache.json']],
  ['since 128.3.1esr and version 12.4', ['version:128.3.1', 'version:12.4']],
])('reads "%s" letter by letter', (text, marks) => {
  expect(marksIn(text).map((mark) => mark.toLowerCase())).toEqual(marks.map((mark) => mark.toLowerCase()));
});

it.each(['I paid 200 dollars on 2024-11-05 at 12:30', 'my iPhone and McDonald, e.g. in the U.S.A.', 'https://example.com/', 'https://example.com/1234567', 'write to me@mail.example.com', '192.168.1.12', 'and/or', '[e-mail] [IP address]', ''])('reads nothing exact in "%s"', (text) => {
  expect(marksIn(text)).toEqual([]);
});

it('hands on spans that lie in the text, whatever the text', () => {
  const part = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('https://a.b/c/1?x', '0x80070005', 'HTTP 502', 'a.b.c.d', 'x::y', 'A_B_C', '1.2.3', '-25300', '\n', '('));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = parts.join(' ');
      exactMarks(text, (mark, _kind, start, end) => {
        expect(mark).toBe(mark.toLowerCase());
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(start, end)).not.toMatch(/\s/);
      });
    }),
    { numRuns: 300 },
  );
});

it('finds a mark wherever it stands, and the same one whatever stands around it', () => {
  fc.assert(
    fc.property(fc.constantFrom('0x80070005', 'NS_ERROR_FAILURE', 'acme::Store', 'folderCache.json', 'shop.example.com/cart/pay', 'ConnectTimeoutException'), fc.constantFrom('', '(', '"', '['), fc.constantFrom('', ')', '",', '.', '!', ']:'), fc.lorem({ maxCount: 12 }), (mark, open, close, words) => {
      const [alone] = marksIn(mark);
      expect(alone).toBeDefined();
      expect(marksIn(`${words} ${open}${mark}${close} ${words}`)).toContain(alone);
    }),
    { numRuns: 200 },
  );
});
