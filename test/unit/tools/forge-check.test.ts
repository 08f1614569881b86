import { agentFindings } from '../../../tools/forge-check/agent-findings';
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

describe('checks of agents', () => {
  const manifest = (actions: readonly object[], named: readonly string[]): Parameters<typeof agentFindings>[0] => ({ app: { id: 'x', runtime: { name: 'nodejs22.x' } }, permissions: { scopes: [] }, modules: { 'rovo:agent': [{ key: 'agent', actions: named }], action: actions as never } });
  const ask = { key: 'ask', actionVerb: 'GET', inputs: { what: { title: 'What', type: 'string', required: true, description: 'x' } } };

  it('pass what asks, and propose', () => {
    expect(agentFindings(manifest([ask, { key: 'propose-change', actionVerb: 'CREATE', inputs: {} }], ['ask', 'propose-change']))).toEqual([]);
  });

  it('name an action that is not there or that nobody has, one that writes, and inputs without words', () => {
    const found = agentFindings(manifest([{ ...ask, actionVerb: 'UPDATE' }, { key: 'lost', actionVerb: 'GET', inputs: { a: { title: 'A' } } }], ['ask', 'gone']));
    expect(found.map(({ text }) => text)).toEqual(['an agent names the action gone, which is not there', 'no agent has the action lost', 'ask may UPDATE; only propose-change may write', 'lost: the input a has no description for the agent to go by']);
  });
});
