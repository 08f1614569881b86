import type { Outside } from '../../src/app';
import { fakeDecisionLog, fakeLedger, fakeSweeps } from './closing-stores';
import { fakeJira } from './closing-tracker';
import { SHA } from './closing-world';
import type { FakePorts } from './ports';

/** Closing's outside in memory, on the clock of the other fakes. */
export function fakeClosing(ports: Pick<FakePorts, 'clock'>): NonNullable<Outside['closing']> {
  const closing = { tracker: fakeJira({ now: ports.clock.now }), ledger: fakeLedger(), sweeps: fakeSweeps(), decisionLog: fakeDecisionLog(), sha256: SHA };
  return () => closing;
}
