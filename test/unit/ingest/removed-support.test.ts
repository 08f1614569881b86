import { openApp } from '../../../src/app';
import { forgeSources } from '../../../src/compose-sources';
import type { EvidenceRow } from '../../../src/domain/evidence';
import { removeSource } from '../../../src/ingest/sources/change-source';
import type { EvidenceRun } from '../../../src/ports/stores';
import { fakeConnectionStore } from '../../fakes/connection-store';
import { fakePorts } from '../../fakes/ports';

const AT = '2025-06-01T00:00:00.000Z';
const row = (issue: string, signal: string, shown = true): EvidenceRow => ({ issue, signal, rank: 1, score: 1, confidence: shown ? 0.8 : 0.4, shown, reasons: [] });

async function world() {
  const ports = fakePorts();
  const connections = fakeConnectionStore();
  const { products, signals, issues, evidence, decisions } = ports.stores;
  await products.saveProduct({ id: 'mail', name: 'Mail', projects: ['M'] });
  for (const id of ['desk', 'desk-2', 'forum']) await products.saveSource({ id, product: 'mail', kind: 'tickets', name: id, visibility: 'open' });
  await issues.saveIssues('mail', ['1', '2', '3', '4', '5', '6'].map((id) => ({ id, key: `M-${id}`, summary: 'Export', status: id === '6' ? 'Done' : 'Open', statusCategory: id === '6' ? 'done' as const : 'new' as const, createdAt: AT, labels: [], components: [], visibility: 'open' as const })) as unknown as Parameters<typeof issues.saveIssues>[1], AT);
  await signals.saveSignals('mail', ['desk:1', 'desk:2', 'desk-2:1', 'forum:1'].map((id) => ({ id, source: id.split(':')[0]!, externalId: id.split(':')[1]!, at: AT, kind: 'said' as const, text: 'It broke', visibility: 'open' as const })), AT);
  const found: Readonly<Record<string, readonly EvidenceRow[]>> = {
    1: [row('1', 'desk:1')], 2: [row('2', 'desk:2', false)], 3: [row('3', 'forum:1'), row('3', 'desk:1')], 4: [row('4', 'desk-2:1')], 5: [row('5', 'desk:2')], 6: [row('6', 'desk:1')],
  };
  const digests = Object.entries(found).map(([issue, evidenceRows]) => ({ issue, product: 'mail', engineVersion: 'e', computedAt: AT, searchability: { issue, searchable: true, recall: 1, reasons: [] }, evidence: evidenceRows, themes: [] }));
  await evidence.saveRun('mail', { engineVersion: 'e', computedAt: AT, signals: 4, digests, links: [], themes: [], assignments: [], themeIssues: [] } satisfies EvidenceRun);
  // A person says that this is not about it.
  await decisions.saveDecision('mail', { signal: 'desk:2', issue: '5', verdict: 'rejected', at: AT, by: 'ann' });
  const app = openApp({ ports, prepare: async () => undefined, sources: { ...forgeSources(), connections } });
  return { ports, connections, app, noted: async () => [...(await evidence.listRemoved('mail')).keys()].sort() };
}

describe('a source that is removed with its signals', () => {
  it('is remembered at the open issues that it spoke to, as a file', async () => {
    const { app, noted, ports } = await world();
    await app.kept.remove('mail', 'desk');
    expect(await noted()).toEqual(['1', '3']);
    // Also after a death between, when nothing of it is left.
    await app.kept.remove('mail', 'forum');
    expect(await noted()).toEqual(['1', '3']);
    await ports.stores.products.saveSource({ id: 'desk', product: 'mail', kind: 'tickets', name: 'desk', visibility: 'open' });
    await app.kept.remove('mail', 'desk');
    expect(await noted()).toEqual(['1', '3']);
  });

  it('is remembered as a connection', async () => {
    const { ports, connections, noted } = await world();
    await connections.saveConnection({ id: 'desk', connector: 'zendesk', product: 'mail', name: 'Desk', visibility: 'open', settings: {}, since: AT, state: 'active', createdAt: AT } as unknown as Parameters<typeof connections.saveConnection>[0]);
    await removeSource({ ...ports, connections, findConnector: () => undefined }, 'desk');
    expect(await noted()).toEqual(['1', '3']);
  });
});
