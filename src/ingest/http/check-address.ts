import { SourceAddressRefused } from '../../domain/source-errors';

/** A host of at least two labels in plain letters, digits and dashes; its last label is a name, so no number in disguise is one. */
const HOST = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;
/** Everything after the host in visible ASCII, without what parsers read differently: no backslash, no quotes, no blanks. */
const ADDRESS = /^https:\/\/([^/?#]+)((?:[/?#][!#-;=?-[\]_a-z~]*)?)$/;

/**
 * The address when it is https, without user-info and port, on exactly one of `hosts`. Compared as text before any parser sees it, so that
 * no two parsers can disagree about where it leads; names that resolve to somewhere inside are the egress list's matter.
 * @throws SourceAddressRefused
 */
export function checkAddress(address: string, hosts: readonly string[]): URL {
  const host = ADDRESS.exec(address)?.[1];
  if (host === undefined || !HOST.test(host)) throw new SourceAddressRefused('not an address that we call');
  if (!hosts.includes(host)) throw new SourceAddressRefused(`${host} is not on the list of this connection`);
  const url = new URL(address);
  if (url.host !== host || url.protocol !== 'https:' || url.username !== '' || url.password !== '') throw new SourceAddressRefused('not an address that we call');
  return url;
}

/** What an admin typed as a host, in the form that is compared; undefined when it is none of the connector's. */
export function hostOf(typed: string, pattern: RegExp): string | undefined {
  const host = typed.trim().toLowerCase();
  return HOST.test(host) && new RegExp(`^(?:${pattern.source})$`).test(host) ? host : undefined;
}
