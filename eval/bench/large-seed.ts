import { demoBacklog } from '../../host/seed/demo/backlog';
import { STARTS_AT } from '../../host/seed/demo/calendar';
import { DEMO_PROJECTS, DEMO_SPRINTS, DEMO_VERSIONS } from '../../host/seed/demo/projects';
import { demoSignals, signalRow, type DemoSignal } from '../../host/seed/demo/signals';
import { DEMO_USERS } from '../../host/seed/demo/users';
import type { Seed, SeedFile, SeedIssue } from '../../host/seed/seed';
import { seededRandom, type Random } from '../../src/domain/random';
import { DAY_IN_MS, isoTime } from '../../src/domain/time';

const KEY = 'DSP';
const DAYS = 450;
const SWAPPED = 0.12;
const PLACES = ['in the van', 'at the depot', 'on my old phone', 'at the office', 'on two tablets', 'for our second branch', 'with the new hires', 'at a customer’s door', 'on the roof', 'over the weekend'];

/**
 * The demo tenant made large, for measuring: one product with so many signals and issues. Signals are the demo's, taken again with another
 * author, account, day and about one word in eight from another signal, so that hardly any is a repeat. Deterministic; not a quality set.
 */
export function largeSeed({ signals, issues }: { readonly signals: number; readonly issues: number }): Seed {
  const files = filesOf(signals);
  return {
    tenant: 'large',
    siteName: 'Large (made up)',
    startsAt: STARTS_AT,
    users: DEMO_USERS.map((user) => ({ ...user, roles: user.roles[KEY] === undefined ? {} : { [KEY]: user.roles[KEY] } })),
    projects: DEMO_PROJECTS.filter((project) => project.key === KEY),
    versions: DEMO_VERSIONS.filter((version) => version.project === KEY),
    sprints: DEMO_SPRINTS.filter((sprint) => sprint.project === KEY),
    issues: issuesOf(issues),
    products: [{ id: 'large', name: 'Large', projects: [KEY], files }],
    synthetic: true,
  };
}

function filesOf(count: number): readonly SeedFile[] {
  const base = demoSignals().filter((one) => one.at < STARTS_AT);
  const random = seededRandom('large signals');
  const words = base.flatMap((one) => (one.text ?? '').split(' ')).filter((word) => /^\p{Ll}{4,}$/u.test(word));
  const all = Array.from({ length: count }, (_, index) => variant(base[index % base.length], Math.floor(index / base.length), words, random)).filter((one) => one !== undefined);
  return [...Map.groupBy(all, (one) => one.place.id)].map(([id, some]): SeedFile => ({ kind: 'signals', name: `${id}.jsonl`, source: some[0]?.place ?? { id, kind: id, name: id, visibility: 'hidden' }, lines: () => some.map(signalRow) }));
}

function variant(signal: DemoSignal | undefined, round: number, words: readonly string[], random: Random): DemoSignal | undefined {
  if (signal === undefined || round === 0) return signal;
  const { text, author, account } = signal;
  const at = isoTime(Date.parse(STARTS_AT) - 60_000 - Math.floor(random() * DAYS * DAY_IN_MS));
  return {
    ...signal,
    id: `${signal.id}-r${round}`,
    at,
    ...(text === undefined ? {} : { text: `${text.split(' ').map((word) => (random() < SWAPPED ? pick(words, random) : word)).join(' ')} That was ${pick(PLACES, random)}, ${Math.floor(random() * 900) + 100} times.` }),
    ...(author === undefined ? {} : { author: `${author} r${round}` }),
    ...(account === undefined ? {} : { account: `${account} r${round}` }),
  };
}

function issuesOf(count: number): readonly SeedIssue[] {
  const own = demoBacklog().map((one) => one.issue);
  const known = new Set(DEMO_VERSIONS.filter((version) => version.project === KEY).map((version) => version.name));
  const statuses = new Set(DEMO_PROJECTS.find((project) => project.key === KEY)?.workflow.statuses.map((status) => status.name));
  const random = seededRandom('large issues');
  return Array.from({ length: count }, (_, index): SeedIssue => {
    const issue = own[index % own.length];
    if (issue === undefined) throw new Error('the demo has no backlog');
    const { parent: _parent, sprint: _sprint, securityLevel: _level, resolution, ...rest } = issue;
    const isOwn = statuses.has(issue.status);
    return {
      ...rest,
      id: String(700_000 + index),
      key: `${KEY}-${index + 1}`,
      project: KEY,
      summary: index < own.length ? issue.summary : `${issue.summary} ${pick(PLACES, random)}`,
      status: isOwn ? issue.status : 'Backlog',
      fixVersions: issue.fixVersions.filter((name) => known.has(name)),
      ...(isOwn && resolution !== undefined ? { resolution } : {}),
    };
  });
}

function pick<Value>(from: readonly Value[], random: Random): Value {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}
