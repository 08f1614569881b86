import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './finding';
import type { Manifest } from './read-manifest';
import { agentFindings } from './agent-findings';
import { scopeFindings } from './scope-findings';

/** Events that exist: developer.atlassian.com/platform/forge/events-reference/jira (read 2026-11). The validator lets any text pass. */
const EVENTS = new Set([
  ...['created', 'updated', 'deleted', 'assigned', 'viewed', 'mentioned', 'commented'].map((what) => `avi:jira:${what}:issue`),
  ...['created', 'updated', 'deleted', 'released', 'unreleased', 'archived', 'unarchived', 'moved', 'merged'].map((what) => `avi:jira:${what}:version`),
  ...['created', 'updated', 'deleted', 'softdeleted', 'restored', 'archived', 'unarchived'].map((what) => `avi:jira:${what}:project`),
  'avi:jira:created:issuelink', 'avi:jira:deleted:issuelink', 'avi:jira:deleted:comment',
  ...['created', 'started', 'updated', 'closed', 'deleted'].map((what) => `avi:jira-software:${what}:sprint`),
  'avi:forge:installed:app', 'avi:forge:upgraded:app',
]);
/** Documented cap; the schema allows 4,096. */
const MOST_MEMORY_MB = 1_024;
const MOST_SCHEDULES = 5;
/** Jira's Custom UI modules: each needs a resource; with only a function it would be UI Kit 1, which stopped working on 2025-02-28. */
const UI_MODULE = /^jira:(issuePanel|issueContext|issueGlance|issueActivity|projectPage|globalPage|adminPage|projectSettingsPage|dashboardGadget|backlogAction|sprintAction|boardAction)$/;

/** What Atlassian's tools let pass. */
export function ownChecks(root: string, manifest: Manifest): Finding[] {
  return [...events(manifest), ...schedules(manifest), ...memory(manifest), ...uiKit(manifest), ...handlers(root, manifest), ...screens(root, manifest), ...agentFindings(manifest), ...scopeFindings(root, manifest)];
}

const error = (check: string, text: string): Finding => ({ check, level: 'error', text });

function events({ modules }: Manifest): Finding[] {
  const named = (modules['trigger'] ?? []).flatMap((trigger) => (Array.isArray(trigger['events']) ? trigger['events'] : []));
  return named
    .map((event: unknown) => (typeof event === 'object' && event !== null && 'eventType' in event ? event.eventType : event))
    .filter((event) => typeof event !== 'string' || !EVENTS.has(event))
    .map((event) => error('events', `no such event: ${String(event)}`));
}

function schedules({ modules }: Manifest): Finding[] {
  const all = modules['scheduledTrigger'] ?? [];
  const fast = all.filter((one) => one['interval'] === 'fiveMinute');
  return [
    ...(all.length > MOST_SCHEDULES ? [error('schedules', `${all.length} scheduled triggers; the platform takes ${MOST_SCHEDULES}`)] : []),
    ...(fast.length > 1 ? [error('schedules', 'more than one five-minute trigger')] : []),
  ];
}

function memory({ app, modules }: Manifest): Finding[] {
  const asked = [app.runtime.memoryMB, ...(modules['function'] ?? []).map((one) => (one['runtime'] as { memoryMB?: number } | undefined)?.memoryMB)];
  return asked.filter((mb) => mb !== undefined && mb > MOST_MEMORY_MB).map((mb) => error('memory', `${mb} MB; the documented cap is ${MOST_MEMORY_MB}`));
}

function uiKit({ modules }: Manifest): Finding[] {
  return Object.entries(modules)
    .filter(([type]) => UI_MODULE.test(type))
    .flatMap(([type, all]) => all.filter((one) => one['resource'] === undefined).map((one) => error('ui', `${type} ${one.key} has no resource: that is UI Kit 1`)));
}

function handlers(root: string, { modules }: Manifest): Finding[] {
  return (modules['function'] ?? []).flatMap((one) => {
    const [file, name] = String(one['handler']).split('.');
    const path = join(root, 'src', `${file}.ts`);
    const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
    return new RegExp(`export (const|async function|function) ${name}\\b`).test(source) ? [] : [error('handlers', `${one.key}: src/${file}.ts exports no ${name}`)];
  });
}

function screens(root: string, { modules, resources }: Manifest): Finding[] {
  const entries = new Map<string, string>((resources ?? []).flatMap((one) => Object.entries(one.entry ?? {}).map(([name, file]) => [`${one.key}/${name}`, join(root, one.path, '..', file)] as const)));
  return Object.entries(modules)
    .filter(([type]) => UI_MODULE.test(type))
    .flatMap(([, all]) => all)
    .flatMap((one) => {
      const page = entries.get(String(one['resource']));
      return page !== undefined && existsSync(page) ? [] : [error('screens', `${one.key}: no page for resource ${String(one['resource'])}`)];
    });
}
