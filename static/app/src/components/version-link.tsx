import { router } from '@forge/bridge';
import type { MouseEvent } from 'react';

/** A release in Jira, opened in a new tab; its project is that of the issue beside it. */
export function VersionLink({ issueKey, id, name }: { readonly issueKey: string; readonly id: string; readonly name: string }) {
  const project = issueKey.slice(0, issueKey.lastIndexOf('-'));
  const path = `/projects/${encodeURIComponent(project)}/versions/${encodeURIComponent(id)}`;
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    void router.open(path);
  };
  return <a href={path} target="_blank" rel="noreferrer" dir="auto" onClick={open}>Release {name}</a>;
}
