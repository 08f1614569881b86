import { domainName } from '../../domain/domain-name';
import type { SignalOrigin } from '../../domain/inbound';

/** Providers of addresses to anybody: a domain that says nothing about an organisation. */
const ANYBODYS = new Set(
  ('gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com rocketmail.com aol.com icloud.com me.com mac.com gmx.de gmx.net gmx.com gmx.at gmx.ch web.de t-online.de freenet.de ' +
    'mail.ru yandex.ru yandex.com qq.com 163.com 126.com proton.me protonmail.com pm.me tutanota.com tuta.io fastmail.com hey.com zoho.com mail.com inbox.com orange.fr wanadoo.fr free.fr sfr.fr laposte.net ' +
    'libero.it virgilio.it alice.it tin.it tiscali.it btinternet.com sky.com virginmedia.com ntlworld.com talktalk.net comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net ' +
    'shaw.ca rogers.com bigpond.com optusnet.com.au xtra.co.nz uol.com.br bol.com.br terra.com.br naver.com daum.net rediffmail.com seznam.cz wp.pl onet.pl o2.pl interia.pl abv.bg ukr.net telenet.be skynet.be ' +
    'ziggo.nl kpnmail.nl planet.nl hetnet.nl bluewin.ch sunrise.ch chello.at aon.at telia.com online.no').split(' '),
);
const ANYBODYS_NAMES = /^(?:yahoo|hotmail|live|outlook|gmx|yandex)\.[a-z]{2,3}(?:\.[a-z]{2})?$/;

/** The domain of an address, when it can stand for an organisation. */
export function organisationDomain(address: string): string | undefined {
  const domain = domainName(/@([^@\s>]+)>?\s*$/.exec(address)?.[1] ?? '');
  if (domain === undefined || ANYBODYS.has(domain) || ANYBODYS_NAMES.test(domain)) return undefined;
  return domain;
}

/** What a row tells about where its author belongs, read before the address itself is taken out. */
export function originOf({ author, account }: { readonly author?: string; readonly account?: string }): SignalOrigin {
  const domain = organisationDomain(author ?? '') ?? organisationDomain(account ?? '');
  return {
    ...(domain === undefined ? {} : { domain }),
    ...(account === undefined || account.includes('@') ? {} : { organisation: account }),
  };
}
