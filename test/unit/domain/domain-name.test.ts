import { domainOfAddress, domainOfSite } from '../../../src/connectors/_shared/domain-of';
import { domainName } from '../../../src/domain/domain-name';
import { organisationDomain } from '../../../src/ingest/accounts/origin';

describe('a domain', () => {
  it.each([
    ['Bücher.DE', 'xn--bcher-kva.de'], ['xn--bcher-kva.de', 'xn--bcher-kva.de'], ['почта.рф', 'xn--80a1acny.xn--p1ai'], ['कंपनी.भारत', 'xn--i1b1b4ch5i.xn--h2brj9c'],
    ['Mail.Northwind.example.', 'mail.northwind.example'], ['bu\u0308cher.de', 'xn--bcher-kva.de'],
  ])('is the same however it is written: %s', (written, name) => {
    expect(domainName(written)).toBe(name);
    expect(domainOfAddress(`ana@${written}`)).toBe(name);
    expect(domainOfSite(`www.${written}`)).toBe(name);
    // What a list of accounts says and what a mail brings meet.
    expect(organisationDomain(`x@${written}`)).toBe(name);
  });

  it.each(['', 'localhost', 'a..de', '-a.de', '1.2.3.4', 'a b.de', 'a.de/x', 'a.de:80', 'a@b.de', 'a.d', 'a_b.de'])('is nothing else: %j', (text) => {
    expect(domainName(text)).toBeUndefined();
  });
});
