/** A Jira Cloud site: nothing but its name may be chosen. */
export interface SiteAddress {
  /** `acme` of `https://acme.atlassian.net`; also names the local tenant. */
  readonly name: string;
  readonly origin: string;
}

/**
 * The token goes wherever this points, so the form is fixed: https, `<name>.atlassian.net`, no user, no port, no path.
 * @throws Error saying what is wanted
 */
export function siteAddress(given: string): SiteAddress {
  const name = /^https:\/\/([a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?)\.atlassian\.net\/?$/i.exec(given)?.[1]?.toLowerCase();
  if (name === undefined) throw new Error('--jira takes the address of a Jira Cloud site, https://SITE.atlassian.net: no user, port or path.');
  return { name, origin: `https://${name}.atlassian.net` };
}
