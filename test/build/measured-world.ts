import type { Measuring } from '../../src/measure/measuring';
import { signalId, type Signal } from '../../src/domain/signal';
import { fakePorts, type FakePorts } from '../fakes/ports';
import { momentsOf, RELEASED_AT, weeksFromRelease, aThemeNamed } from './outcomes';
import { aDigest, anIssue, aRun } from './stored';

export const PRODUCT = 'mail';

/** A product with one shipped issue whose theme eased, and two themes that went on as before. */
export async function measuredWorld(): Promise<{ readonly ports: FakePorts; readonly measuring: Measuring; readonly at: (weeks: number) => void }> {
  const ports = fakePorts();
  const moments = [
    ...momentsOf('treated', -20, 0, (week) => 9 + (week % 2)), ...momentsOf('treated', 0, 10, () => 2),
    ...momentsOf('other', -20, 10, () => 20), ...momentsOf('third', -20, 10, () => 22),
  ];
  const signals = moments.map((one, n): Signal => ({ id: signalId('forum', String(n)), source: 'forum', externalId: String(n), at: one.at, kind: 'said', text: 'words', visibility: 'open', ...(one.account === undefined ? {} : { account: one.account }) }));
  const { stores } = ports;
  await stores.products.saveProduct({ id: PRODUCT, name: 'Mail', projects: ['TB'] });
  await stores.products.saveCoverage(PRODUCT, { source: 'forum', name: 'Forum', kind: 'file', total: 1, totalBy: 'offered', read: 1, kept: 1, skipped: {}, oldestAt: weeksFromRelease(-20), gaps: [] });
  await stores.signals.saveSignals(PRODUCT, signals, RELEASED_AT);
  await stores.issues.saveIssues(PRODUCT, [anIssue('10', 'TB-10', { statusCategory: 'done', fixVersions: ['4.2'], createdAt: weeksFromRelease(-50) }), anIssue('11', 'TB-11')], RELEASED_AT);
  await stores.issues.saveReleases([{ id: '4.2', product: PRODUCT, name: '4.2', releasedAt: RELEASED_AT, issues: ['TB-10'] }]);
  await stores.evidence.saveRun(PRODUCT, aRun({
    themes: ['treated', 'other', 'third'].map((id) => aThemeNamed(id)),
    assignments: signals.map((signal, n) => ({ signal: signal.id, theme: moments[n]?.theme ?? '', fit: 1 })),
    digests: [aDigest('10', signals.filter((_, n) => moments[n]?.theme === 'treated').slice(0, 5).map((signal) => signal.id), PRODUCT)],
  }));
  const start = Date.parse(ports.clock.now());
  let moved = 0;
  const at = (weeks: number): void => {
    const target = Date.parse(weeksFromRelease(weeks)) - start;
    ports.clock.advance(target - moved);
    moved = target;
  };
  at(0.01);
  return { ports, measuring: { outcomes: ports.outcomes, stores, clock: ports.clock, logger: ports.logger }, at };
}
