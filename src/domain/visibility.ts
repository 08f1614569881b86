/**
 * Who may see what is derived from a signal.
 * `open`: text, names, numbers. `counts`: an admin chose to share numbers, never text or names.
 * `hidden`: nothing derived; the answer is the same as if it did not exist.
 */
export type VisibilityClass = 'open' | 'counts' | 'hidden';

export const VISIBILITY_CLASSES: readonly VisibilityClass[] = ['open', 'counts', 'hidden'];

/** The stricter of two classes: what is derived from both may show no more than either. */
export function stricter(a: VisibilityClass, b: VisibilityClass): VisibilityClass {
  const order: Record<VisibilityClass, number> = { open: 0, counts: 1, hidden: 2 };
  return order[a] >= order[b] ? a : b;
}
