import { syncIssues } from '../../../src/ingest/sync-issues';
import { fakePorts } from '../../fakes/ports';

const version = (id: string, project = 'TB'): Parameters<ReturnType<typeof fakePorts>['tracker']['versions']['push']>[0] => ({ id, name: id, project, released: true, releasedAt: '2025-03-03T00:00:00.000Z', archived: false });

describe('reading versions', () => {
  it('forgets a version that the tracker no longer has, and has the engine look again; imported releases and other projects’ stay', async () => {
    const ports = fakePorts();
    const { stores, tracker } = ports;
    await stores.products.saveProduct({ id: 'mail', name: 'Mail', projects: ['TB'] });
    await stores.issues.saveReleases([{ id: 'import:1.0', product: 'mail', name: '1.0', issues: [] }, { id: 'OLD:7', product: 'mail', name: '7', issues: [] }]);
    tracker.versions.push(version('1'), version('2'));
    await syncIssues(ports, { product: 'mail', full: true });
    tracker.versions.splice(0, 1);
    ports.jobs.length = 0;
    await syncIssues(ports, { product: 'mail', full: false });
    expect((await stores.issues.listReleases('mail')).map((one) => one.id)).toEqual(['OLD:7', 'TB:2', 'import:1.0']);
    expect(ports.jobs).toEqual([{ name: 'understand', product: 'mail' }]);
  });
});
