/** A Jira issue's address as a person pastes it: `https://acme.atlassian.net/browse/KEY-12`. */
const BROWSE = /https:\/\/[a-z0-9][a-z0-9-]{0,62}\.atlassian\.net\/browse\/([A-Z][A-Z0-9_]{1,9}-\d{1,9})\b/gu;

/** Keys of the Jira issues whose addresses stand in a text, each once. A bare `KEY-12` is no link: somebody may only have mentioned it. */
export function jiraKeysIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(BROWSE)].flatMap((found) => found[1] ?? []))];
}
