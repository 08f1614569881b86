import { domainName } from '../../domain/domain-name';

/** The domain of an e-mail address (`domainName`); the rest of the address is not kept. */
export function domainOfAddress(address: string | undefined): string | undefined {
  return plausible(address?.split('@').length === 2 ? address.split('@')[1] : undefined);
}

/** An address as whoever it belongs to is counted by: the same however it was typed. Undefined where it is none. */
export function plainAddress(address: string | undefined): string | undefined {
  return domainOfAddress(address) === undefined ? undefined : address?.trim().toLowerCase();
}

/** The domain of a web address or a bare host, without `www.`. */
export function domainOfSite(site: string | undefined): string | undefined {
  if (site === undefined || site.trim() === '') return undefined;
  const address = /^[a-z]+:\/\//iu.test(site) ? site : `https://${site}`;
  return URL.canParse(address) ? plausible(new URL(address).hostname.replace(/^www\./u, '')) : undefined;
}

function plausible(domain: string | undefined): string | undefined {
  return domain === undefined ? undefined : domainName(domain);
}
