/**
 * The settings key under which a product's last change is marked, as ISO time: signals, issues, decisions. A run of the engine that
 * began after it has seen the change, so asking for a run twice is one run.
 */
export function changeMark(product: string): string {
  return `changed-at:${product}`;
}
