import type { ReleaseTick } from '../../contract/page';
import { SHOWN_WEEKS } from '../../domain/product-digest';
import { epochMs, WEEK_IN_MS } from '../../domain/time';
import type { PageCase } from './load-page';

/** Releases within the weeks that trends show; these end where the digest was derived. Oldest first. */
export function releaseTicks({ digest, releases }: Pick<PageCase, 'digest' | 'releases'>): readonly ReleaseTick[] {
  if (digest === undefined) return [];
  const end = epochMs(digest.computedAt);
  const start = end - SHOWN_WEEKS * WEEK_IN_MS;
  return releases
    .flatMap(({ name, releasedAt }) => (releasedAt === undefined ? [] : [{ name, share: (epochMs(releasedAt) - start) / (end - start) }]))
    .filter(({ share }) => share >= 0 && share <= 1)
    .sort((a, b) => a.share - b.share);
}
