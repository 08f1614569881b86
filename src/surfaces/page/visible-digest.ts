import type { ProductDigest } from '../../domain/product-digest';

/** The digest without the work of projects that the reader may not browse: every number on the page is of what they could open. */
export function visibleDigest(digest: ProductDigest, mayBrowse: (project: string) => boolean): ProductDigest {
  return {
    ...digest,
    themes: digest.themes.map((one) => ({ ...one, issues: one.issues.filter((issue) => mayBrowse(projectOf(issue.key))) })),
    planned: digest.planned.filter((issue) => mayBrowse(issue.project)),
  };
}

/** `DSP-12` is an issue of `DSP`. */
function projectOf(key: string): string {
  return key.slice(0, key.lastIndexOf('-'));
}
