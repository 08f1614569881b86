import type { Stores } from '../../ports/stores';
import { decisionStore } from './decision-store';
import { evidenceStore } from './evidence-store';
import { importStore } from './import-store';
import { incrementStore } from './increment-store';
import { issueStore } from './issue-store';
import { productStore } from './product-store';
import { signalStore } from './signal-store';
import { themeStore } from './theme-store';

export { migrate } from './migrate';

/** Everything that is kept for one site, over Forge SQL. The platform decides whose database it is: it is never named here. */
export function openStores(): Stores {
  return {
    products: productStore(),
    signals: signalStore(),
    issues: issueStore(),
    evidence: evidenceStore(),
    increments: incrementStore(),
    decisions: decisionStore(),
    imports: importStore(),
    themes: themeStore(),
  };
}
