import { router } from '@forge/bridge';
import type { MouseEvent } from 'react';

/** A Jira issue by its key, opened in a new tab. */
export function IssueLink({ issueKey }: { readonly issueKey: string }) {
  const path = `/browse/${encodeURIComponent(issueKey)}`;
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    void router.open(path);
  };
  return (
    <a className="rs-key-link" href={path} target="_blank" rel="noreferrer" onClick={open}>
      {issueKey}
    </a>
  );
}
