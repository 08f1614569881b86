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
