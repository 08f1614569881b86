import type { SeedIssue, SeedProject, SeedServiceDesk, SeedVendor } from '../../seed';
import { accountName } from '../accounts';
import type { DemoProduct } from '../needs';
import { COLLEAGUES } from '../people-names';
import { demoSignals, type DemoSignal } from '../signals';
import { helpCentreId, numberFor } from './people';

/** Keys of the service projects of each product. */
export const DESKS: Readonly<Record<DemoProduct, { readonly support: string; readonly security: string }>> = { dispatch: { support: 'SUP', security: 'SEC' }, crew: { support: 'CRS', security: 'CRX' } };

const NAMES: Readonly<Record<string, string>> = { SUP: 'Dispatch support', SEC: 'Security desk', CRS: 'Crew support', CRX: 'Security desk, Crew' };
const STATUSES = [{ name: 'Waiting for support', category: 'todo' }, { name: 'In progress', category: 'doing' }, { name: 'Resolved', category: 'done' }] as const;

/** Reads one service project of the site itself. */
export function demoRequests(connection: SeedVendor['connection'], project: string): SeedVendor {
  return { connection, hosts: [], open: () => ({ fields: { projects: project, customers: 'portal' } }) };
}

/** Four service projects with a request a signal, raised by people of the help centre. */
export function demoServiceDesk(): SeedServiceDesk {
  const signals = demoSignals().filter((one) => one.source === 'jsm' || one.source === 'sec');
  const customers = new Map(signals.map((one) => [customerOf(one), one.author ?? '']));
  return {
    projects: Object.entries(NAMES).map(([key, name], index): SeedProject => ({ id: String(10_200 + index), key, name, type: 'service_desk', workflow: { statuses: STATUSES, resolutions: ['Done'] } })),
    customers: [...customers].map(([accountId, author]) => ({ accountId, name: nameOf(author) })),
    requests: signals.map(requestOf),
  };
}

function nameOf(author: string): string {
  const first = COLLEAGUES[numberFor(author) % COLLEAGUES.length] ?? '';
  const account = author.slice(0, Math.max(0, author.lastIndexOf('.')));
  return account === '' ? first : `${first}, ${accountName(account)}`;
}

function customerOf(signal: DemoSignal): string {
  return `qm:spannerby:${numberFor(signal.author ?? signal.id)}`;
}

function requestOf(signal: DemoSignal): SeedIssue {
  const desk = DESKS[signal.product];
  const project = signal.source === 'sec' ? desk.security : desk.support;
  const text = signal.text ?? '';
  return {
    id: signal.id, key: `${project}-${Number(signal.id) % 100_000}`, project, summary: signal.title ?? text, type: 'Service Request', status: signal.status ?? 'Waiting for support',
    createdAt: signal.at, updatedAt: signal.at, reporter: customerOf(signal), fixVersions: [], labels: [],
    ...(signal.title === undefined ? {} : { description: text }),
    ...(signal.account === undefined ? {} : { organisation: { id: helpCentreId(signal.account), name: accountName(signal.account) } }),
  };
}
