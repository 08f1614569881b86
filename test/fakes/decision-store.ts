import { entriesInForce, isSameDecision, type DecisionEntry } from '../../src/platform/store/decisions-in-force';
import type { LinkDecision } from '../../src/domain/evidence';
import type { DecisionStore } from '../../src/ports/stores';

export function fakeDecisionStore(): DecisionStore {
  const products = new Map<string, DecisionEntry[]>();
  const entriesOf = (product: string): DecisionEntry[] => {
    const entries = products.get(product) ?? [];
    products.set(product, entries);
    return entries;
  };
  const inForce = (product: string, keep: (one: LinkDecision) => boolean): readonly DecisionEntry[] =>
    entriesInForce(entriesOf(product).filter((entry) => keep(entry.decision)));
  const ofPair = (signal: string, issue: string) => (one: LinkDecision): boolean => one.signal === signal && one.issue === issue;
  return {
    async saveDecision(product, decision) {
      const [current] = inForce(product, ofPair(decision.signal, decision.issue));
      if (current !== undefined && isSameDecision(current.decision, decision)) return;
      entriesOf(product).push({ entry: entriesOf(product).length + 1, decision });
    },
    async undoDecision(product, signal, issue, by, at) {
      const [current] = inForce(product, ofPair(signal, issue));
      if (current === undefined) return undefined;
      const { verdict } = current.decision;
      entriesOf(product).push({ entry: entriesOf(product).length + 1, decision: { signal, issue, verdict, at, by }, undoes: current.entry });
      return verdict;
    },
    listDecisions: async (product) => inForce(product, () => true).map((entry) => entry.decision),
    decisionsOfSignals: async (product, signals) => inForce(product, (one) => signals.includes(one.signal)).map((entry) => entry.decision),
    decisionsOfIssue: async (product, issue) => inForce(product, (one) => one.issue === issue).map((entry) => entry.decision),
  };
}
