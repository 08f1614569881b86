/**
 * The settings key under which a product's last change is marked, as ISO time: signals, issues, decisions. A run of the engine that
 * began after it has seen the change, so asking for a run twice is one run.
 */
export function changeMark(product: string): string {
  return `changed-at:${product}`;
}

/**
 * The settings key under which is marked, as ISO time, when something last changed that only a whole run of the engine takes in: whose a signal is,
 * who may see it, what a column of the roadmap means, what a model made of texts.
 */
export function wholeMark(product: string): string {
  return `whole-wanted-at:${product}`;
}

/**
 * The settings key under which is kept, as ISO time, which run of the engine was made of a part, while the product's sources were read for the first
 * time: what it grouped is a draft.
 */
export function draftMark(product: string): string {
  return `draft-run:${product}`;
}

/** The settings key under which is kept, as ISO time, when a run of the engine was first made of everything: from then on themes grow, and are drafts no more. */
export function settledMark(product: string): string {
  return `settled-at:${product}`;
}

/** The settings key under which is marked, as ISO time, when linking in part last began: changes before it are looked at. */
export function linkedMark(product: string): string {
  return `linked-at:${product}`;
}
