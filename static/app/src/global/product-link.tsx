import { NavigationTarget, router } from '@forge/bridge';
import type { MouseEvent, ReactNode } from 'react';

const PROJECT_PAGE = 'project-page';

interface Props {
  readonly project: string;
  /** The place inside the project page. */
  readonly hash?: string;
  readonly label?: string;
  readonly children: ReactNode;
}

/** The way from the global page to a place on a product's own page. */
export function ProductLink({ project, hash = '#/week', label, children }: Props) {
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    void follow(project, hash);
  };
  return <a href={`/browse/${encodeURIComponent(project)}`} aria-label={label} onClick={open}>{children}</a>;
}

/** Only the platform knows the address of a project page; where it does not say, the project itself. */
async function follow(project: string, hash: string): Promise<void> {
  const page = await router.getUrl({ target: NavigationTarget.Module, moduleKey: PROJECT_PAGE, projectKey: project });
  await router.navigate(page === null ? `/browse/${encodeURIComponent(project)}` : `${new URL(page).pathname}${hash}`);
}
