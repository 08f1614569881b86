import type { IsoTime } from '../../../src/domain/time';
import type { Seed, SeedFile, SeedProduct } from '../seed';
import { demoBacklog } from './backlog';
import { STARTS_AT } from './calendar';
import type { DemoProduct } from './needs';
import { DEMO_PROJECTS, DEMO_SPRINTS, DEMO_VERSIONS } from './projects';
import { demoSignals, signalRow, type DemoSignal } from './signals';
import { DEMO_USERS } from './users';
import { knownAccountLines } from './known-accounts';
import { demoVendors, isReadLive } from './vendors/demo-vendors';
import { demoSenders } from './vendors/usage';
import { waitingVendors } from './vendors/waiting';
import { demoServiceDesk } from './vendors/service-desk';

const PRODUCTS: readonly { readonly id: DemoProduct; readonly name: string; readonly projects: readonly string[]; readonly closing: 'observe' | 'suggest' }[] = [
  { id: 'dispatch', name: 'Dispatch', projects: ['DSP'], closing: 'suggest' },
  { id: 'crew', name: 'Crew', projects: ['CRW'], closing: 'observe' },
];

/** Pairs that somebody of the team linked: the same wish in a customer's words and in a developer's. */
const DUPLICATES: Readonly<Record<string, string>> = { 'DSP-156': 'DSP-18', 'DSP-81': 'DSP-49', 'DSP-308': 'DSP-220', 'DSP-141': 'DSP-45' };

/**
 * A made-up company, Spannerby: scheduling and invoicing for small trade businesses, with two products. Fifteen months of signals up
 * to a Monday morning, a backlog, a roadmap, releases and people. The same every time.
 */
export function demoSeed(): Seed {
  return {
    tenant: 'spannerby',
    siteName: 'Spannerby',
    startsAt: STARTS_AT,
    users: DEMO_USERS,
    projects: DEMO_PROJECTS,
    versions: DEMO_VERSIONS,
    sprints: DEMO_SPRINTS,
    issues: demoBacklog().map(({ issue }) => ({ ...issue, ...(DUPLICATES[issue.key] === undefined ? {} : { duplicateOf: DUPLICATES[issue.key] }) })),
    products: productsWith((signal) => signal.at < STARTS_AT),
    synthetic: true,
    arrivals: demoArrivals,
    accounts: knownAccountLines,
    vendors: [...demoVendors(), ...waitingVendors()],
    senders: demoSenders(),
    serviceDesk: demoServiceDesk(),
  };
}

/**
 * What arrives as files while the clock is moved (what is read from vendors arrives by itself): signals from `from` up to but not with `to`, by product and source, as files for the import.
 * Nothing after `ARRIVALS_END` of the calendar was written, whatever is asked.
 */
export function demoArrivals(from: IsoTime, to: IsoTime): readonly SeedProduct[] {
  return productsWith((signal) => signal.at >= from && signal.at < to);
}

function productsWith(isWanted: (signal: DemoSignal) => boolean): readonly SeedProduct[] {
  const all = demoSignals().filter((one) => !isReadLive(one));
  return PRODUCTS.map((product) => ({ ...product, files: filesOf(all.filter((one) => one.product === product.id), isWanted) }));
}

/** One file a source, also where it has nothing: a source that was asked and had nothing to say was read. */
function filesOf(signals: readonly DemoSignal[], isWanted: (signal: DemoSignal) => boolean): readonly SeedFile[] {
  return [...Map.groupBy(signals, (one) => one.place.id)].map(([id, some]) => ({
    kind: 'signals',
    name: `${id}.jsonl`,
    source: { ...(some[0]?.place ?? { id, kind: id, name: id, visibility: 'hidden' as const }) },
    lines: () => some.filter(isWanted).map(signalRow),
  }));
}
