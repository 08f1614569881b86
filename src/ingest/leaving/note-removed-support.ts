import { signalId } from '../../domain/signal';
import type { Ports } from '../../ports/ports';

type Needs = Pick<Ports, 'stores' | 'clock'>;

const ISSUES_AT_ONCE = 200;

/**
 * Before the signals of a source go: which issues of a product it spoke to, confirmed or shown as a suggestion. Afterwards nothing we hold says so, and
 * "nobody asked" would be our own doing. Safe to repeat after being killed: what was noted stays. @throws StoreUnavailable
 */
export async function noteRemovedSupport({ stores, clock }: Needs, product: string, source: string): Promise<void> {
  const { issues, evidence, decisions } = stores;
  const prefix = signalId(source, '');
  const inForce = (await decisions.listDecisions(product)).filter((one) => one.signal.startsWith(prefix));
  const refused = new Set(inForce.filter((one) => one.verdict !== 'confirmed').map(({ signal, issue }) => `${signal} ${issue}`));
  const open = await issues.listOpenIds(product);
  const spokenTo = new Set(inForce.filter((one) => one.verdict === 'confirmed').map((one) => one.issue));
  for (let at = 0; at < open.length; at += ISSUES_AT_ONCE) {
    for (const digest of await evidence.listDigests(product, open.slice(at, at + ISSUES_AT_ONCE))) {
      if (digest.evidence.some((row) => row.shown && row.signal.startsWith(prefix) && !refused.has(`${row.signal} ${digest.issue}`))) spokenTo.add(digest.issue);
    }
  }
  if (spokenTo.size > 0) await evidence.noteRemoved(product, [...spokenTo], clock.now());
}
