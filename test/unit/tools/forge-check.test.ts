import { join } from 'node:path';
import { ownChecks } from '../../../tools/forge-check/own-checks';
import { readManifest, type Manifest } from '../../../tools/forge-check/read-manifest';

const root = join(__dirname, '..', '..', '..');
const manifest = readManifest(root);
const change = (modules: Partial<Manifest['modules']>): Manifest => ({ ...manifest, modules: { ...manifest.modules, ...modules } as Manifest['modules'] });
const checks = (changed: Manifest): string[] => ownChecks(root, changed).map((finding) => finding.check);

describe('what Atlassian\'s tools let pass', () => {
  it('finds nothing in our own manifest', () => {
    expect(ownChecks(root, manifest)).toEqual([]);
  });
  it('finds a misspelt event', () => {
    expect(checks(change({ trigger: [{ key: 't', events: ['avi:jira:nope:issue'] }] }))).toContain('events');
  });
  it('finds a sixth scheduled trigger, and a second five-minute one', () => {
    const schedule = (key: string, interval: string) => ({ key, interval, function: 'everyHour' });
    expect(checks(change({ scheduledTrigger: Array.from({ length: 6 }, (_, index) => schedule(`s${index}`, 'hour')) }))).toContain('schedules');
    expect(checks(change({ scheduledTrigger: [schedule('a', 'fiveMinute'), schedule('b', 'fiveMinute')] }))).toContain('schedules');
  });
  it('finds more memory than the platform gives', () => {
    expect(checks({ ...manifest, app: { ...manifest.app, runtime: { ...manifest.app.runtime, memoryMB: 2048 } } })).toContain('memory');
  });
  it('finds UI Kit 1', () => {
    expect(checks(change({ 'jira:issuePanel': [{ key: 'p', function: 'panel', title: 'x' }] }))).toContain('ui');
  });
  it('finds a handler without an export', () => {
    expect(checks(change({ function: [...(manifest.modules['function'] ?? []), { key: 'ghost', handler: 'index.ghost' }] }))).toContain('handlers');
  });
  it('finds a scope that is missing, and one that nothing needs', () => {
    const scopes = (list: string[]): Manifest => ({ ...manifest, permissions: { ...manifest.permissions, scopes: list } });
    expect(checks(scopes(manifest.permissions.scopes.filter((scope) => scope !== 'read:jira-work')))).toContain('scopes');
    expect(checks(scopes([...manifest.permissions.scopes, 'manage:jira-project']))).toContain('scopes');
  });
});
