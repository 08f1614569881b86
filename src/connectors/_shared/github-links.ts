/** A GitHub issue's address as a person pastes it: `https://github.com/acme/mail/issues/12`. */
const ISSUE = /https:\/\/github\.com\/([A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100})\/issues\/(\d{1,9})\b/gu;

/** The GitHub issues whose addresses stand in a text, each once, as `owner/name#number` in small letters. */
export function githubIssuesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(ISSUE)].map(([, repo = '', number = '']) => `${repo}#${number}`.toLowerCase()))];
}
