import { domainOfAddress } from '../_shared/domain-of';

type Headers = readonly { readonly Name: string; readonly Value: string }[];

/** `vouched`: the mail came from a server that its sender's domain allows. `contradicted`: it did not. `untold`: nobody says. */
export type Vouching = 'vouched' | 'contradicted' | 'untold';

const REFUSED: ReadonlySet<string> = new Set(['fail', 'softfail']);

/**
 * What the receiving server found out about the sender: SPF vouches for the envelope only, so that the envelope's domain has to be the sender's own.
 * A mail may bring such a head along, so that all of them have to agree. https://www.rfc-editor.org/rfc/rfc7208#section-9.1
 * @param isSame whether a domain is that of whom the mail says it is from
 */
export function vouchingFor(headers: Headers, isSame: (domain: string) => boolean): Vouching {
  const found = valuesOf(headers, 'received-spf').map((value): Vouching => {
    const result = /^\s*([a-z]+)/iu.exec(value)?.[1]?.toLowerCase() ?? '';
    if (REFUSED.has(result)) return 'contradicted';
    const envelope = domainOfAddress(/\benvelope-from\s*=\s*"?<?([^\s;">]+)/iu.exec(value)?.[1]);
    if (result !== 'pass' || envelope === undefined) return 'untold';
    return isSame(envelope) ? 'vouched' : 'contradicted';
  });
  if (found.includes('contradicted')) return 'contradicted';
  return found.length > 0 && found.every((one) => one === 'vouched') ? 'vouched' : 'untold';
}

/** What Postmark's SpamAssassin says: https://postmarkapp.com/developer/webhooks/inbound-webhook */
export function isCalledSpam(headers: Headers): boolean {
  return [...valuesOf(headers, 'x-spam-status'), ...valuesOf(headers, 'x-spam-flag')].some((value) => /^\s*yes\b/iu.test(value));
}

function valuesOf(headers: Headers, name: string): readonly string[] {
  return headers.filter((one) => one.Name.toLowerCase() === name).map((one) => one.Value);
}
