import type { SourceLink } from '../../domain/source-record';

/** A Jira issue's address as a person pastes it: `https://acme.atlassian.net/browse/KEY-12`. */
const BROWSE = /https:\/\/([a-z0-9][a-z0-9-]{0,62}\.atlassian\.net)\/browse\/([A-Z][A-Z0-9_]{1,9}-\d{1,9})\b/gu;

/**
 * The Jira issues whose addresses stand in a text, each once, with the site that the address names: another site has issues of the same keys.
 * A bare `KEY-12` is no link: somebody may only have mentioned it.
 */
export function jiraLinksIn(text: string): readonly Extract<SourceLink['issue'], { readonly key: string }>[] {
  const found = new Map([...text.matchAll(BROWSE)].map(([address, site = '', key = '']) => [address, { key, site }]));
  return [...found.values()];
}
