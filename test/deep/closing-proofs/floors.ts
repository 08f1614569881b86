import { clampPolicy, FIRST_POLICY } from '../../../src/decide/clamp-policy';
import { closeGround } from '../../../src/decide/close-grounds';
import { judge, type Case } from '../../../src/decide/judge';
import { mayClose, type CloseCheck } from '../../../src/decide/may-close';
import type { Mode, Policy } from '../../../src/domain/policy';
import type { FreshItem, Mark } from '../../../src/domain/sweep';
import type { ListeningDoubt, Listening } from '../../../src/domain/verdict';
import { seeded, type Random } from './random';
import { tally, type Proof } from './proof';

const DAY = 86_400_000;
/** A Tuesday at 10:00 UTC; states are drawn around it. */
const MIDDLE = Date.parse('2025-06-03T10:00:00.000Z');
const iso = (ms: number): string => new Date(ms).toISOString();
const DOUBTS: readonly ListeningDoubt[] = ['nothing-connected', 'reading', 'source-gap', 'source-stale', 'window-not-covered', 'volume-unusual', 'rows-parked', 'never-derived', 'evidence-stale', 'evidence-removed'];
const ODD = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, 0, 0.5, 1e9] as const;

/** Random item states × configurations of a hostile admin: no floor is broken, and silence is never found where nobody was listening. */
export const floorsProof: Proof = {
  name: 'floors hold in every state and configuration',
  whole: 10_000_000,
  slice: 100_000,
  async run(seed, cases) {
    const random = seeded(seed);
    const { count, violate, report } = tally(this.name, seed);
    for (let at = 0; at < cases; at += 1) {
      const now = iso(random.chance(0.6) ? MIDDLE : MIDDLE + random.int(14) * DAY + random.int(24) * 3_600_000);
      const asked = anyPolicy(random);
      const { policy } = clampPolicy(asked);
      const fresh = anyItem(random, now);
      const one = anyCase(random, fresh, now);
      const verdict = judge(one, policy, now);
      count(verdict.judgement.kind);
      if (verdict.judgement.kind === 'unsupported') {
        const reason = whyNotUnsupported(one);
        if (reason !== undefined) violate(`case ${at}: unsupported although ${reason}`);
      }
      const check = anyCheck(random, { policy, fresh, verdict, one, now });
      const answer = mayClose(check, now);
      count(answer.kind);
      if (answer.kind !== 'close') continue;
      const broken = brokenFloor(check, one, asked, now);
      if (broken !== undefined) violate(`case ${at}: closed although ${broken}`);
    }
    return report(cases);
  },
};

/** Written from the protocol, not from the code: what must be true of anything called unsupported. */
function whyNotUnsupported(one: Case): string | undefined {
  if (one.listening.kind !== 'proven') return `listening is ${one.listening.doubt}`;
  if (one.searchability?.searchable !== true) return 'not searchable';
  const { confirmed, confirmedBefore, suggested, suggestedBefore, possibleConfidence, themeStrength } = one.support;
  if (confirmed + confirmedBefore + suggested + suggestedBefore > 0) return 'customers are known';
  if (!(possibleConfidence <= 0.2) || !(themeStrength <= 0.5)) return 'a possible customer';
  return one.issue.statusCategory === 'done' || one.issue.visibility !== 'open' ? 'not an open, visible item' : undefined;
}

function brokenFloor(check: CloseCheck, one: Case, asked: Policy, now: string): string | undefined {
  const { item, fresh, marks, verdict } = check;
  const days = (from: string | undefined): number => (from === undefined ? Number.NaN : (Date.parse(now) - Date.parse(from)) / DAY);
  const { issue } = fresh;
  if (check.stopped) return 'the switch is off';
  if (check.breaker.kind === 'open') return 'the breaker is open';
  if (check.policy.mode === 'off' || check.policy.mode === 'observe') return 'the mode forbids it';
  if (item.approvedBy === undefined && (check.policy.mode !== 'live' || check.liveGaps.length > 0)) return 'nobody approved and it is not live';
  if (!(days(item.noticedAt) >= (item.unattended ? 30 : 14))) return 'grace';
  if (item.ground.kind === 'no-support') {
    if (verdict.judgement.kind !== 'unsupported') return 'the verdict does not stand';
    if (whyNotUnsupported(one) !== undefined) return whyNotUnsupported(one);
    if (!(days(issue.createdAt) >= (item.unattended ? 365 : 60))) return 'too young';
    const touched = fresh.acts.reduce((newest, act) => (act.at > newest ? act.at : newest), issue.createdAt);
    if (!(days(touched) >= (item.unattended ? 180 : 60))) return 'touched lately';
  }
  if (fresh.acts.some((act) => act.at > (item.noticedAt ?? ''))) return 'a person acted';
  if ((issue.votes ?? 0) > (item.before?.votes ?? 0) || (issue.watchers ?? 0) > (item.before?.watchers ?? 0)) return 'a vote or watcher was added';
  if (issue.statusCategory !== 'todo') return 'not waiting';
  if (issue.assignee !== undefined || issue.dueAt !== undefined || fresh.sprintId !== undefined || issue.sprint !== undefined) return 'planned or assigned';
  if (issue.fixVersions.length > 0 && (item.ground.kind !== 'shipped' || !fresh.fixVersionsReleased)) return 'planned for a version';
  if ((issue.votes ?? 0) >= 5 || (issue.watchers ?? 0) >= 10) return 'votes or watchers';
  if (issue.labels.some((label) => /^(keep-open|security|legal|compliance|accessibility)$/i.test(label))) return 'a protected label';
  if (/^(highest|high)$/i.test(issue.priority ?? '')) return 'high priority';
  if (issue.visibility !== 'open' || fresh.hasSecurityLevel) return 'a security level';
  if (fresh.projectKind === 'service' || fresh.openChildren > 0 || fresh.secondsLogged > 0 || fresh.hasDevelopment || !fresh.canTransition) return 'a protected item';
  if (fresh.links.some((link) => link.isOpen && (link.kind === 'blocks' || link.kind === 'blocked-by'))) return 'it blocks';
  if (marks.some((mark) => mark.kind === 'hands-off' || (mark.until ?? '9') > now)) return 'a person keeps it';
  const day = new Date(now).getUTCDay();
  if (check.policy.timeZone === 'UTC' && (day === 0 || day >= 5)) return 'a quiet day';
  if (check.usage.inRun >= 10 || check.usage.inProjectToday >= 25) return 'the cap';
  if (item.unattended && check.usage.unattendedInProjectToday >= Math.max(1, 0.01 * check.usage.openInProject)) return 'a share of the open items';
  return asked.freezes.some((freeze) => freeze.from <= now && now < freeze.to) ? 'a freeze' : undefined;
}

/** Mostly closable, so that the guards are tried one at a time rather than all at once. */
function anyPolicy(random: Random): Policy {
  const number = (usual: number): number => (random.chance(0.5) ? usual : random.chance(0.3) ? random.pick(ODD) : random.next() * 4 * usual);
  return {
    ...FIRST_POLICY,
    version: random.int(5),
    mode: random.pick<Mode>(['off', 'observe', 'suggest', 'suggest', 'suggest', 'notice-only', 'live', 'live']),
    minimumAgeDays: number(365),
    minimumIdleDays: number(180),
    evidenceWindowDays: number(365),
    graceDays: number(14),
    batchSize: number(10),
    runCap: number(10),
    dailyCap: number(10),
    keepDays: number(365),
    protectVotes: number(5),
    protectWatchers: number(10),
    silenceMaxConfidence: number(0.1),
    silenceMaxThemeStrength: number(0.3),
    reopenAfterCustomers: number(1),
    timeZone: random.pick(['UTC', 'UTC', 'UTC', 'Europe/Berlin', 'no such zone']),
    freezes: random.chance(0.05) ? [{ from: iso(MIDDLE - DAY), to: iso(MIDDLE + 20 * DAY) }] : [],
  };
}

function anyItem(random: Random, now: string): FreshItem {
  const rare = <Value>(value: Value): Value | undefined => (random.chance(0.03) ? value : undefined);
  const at = Date.parse(now);
  const createdAt = iso(at - random.pick([2_000, 2_000, 2_000, 400, 364, 100, 59, 10]) * DAY);
  const assignee = rare('someone');
  const dueAt = rare(now);
  const sprint = rare('Sprint 1');
  const sprintId = rare('7');
  return {
    issue: {
      id: '1', key: 'A-1', project: 'A', summary: 'x', status: 'To Do', statusCategory: random.chance(0.94) ? 'todo' : random.pick(['doing', 'done']), createdAt,
      updatedAt: iso(at - random.pick([1_000, 1_000, 200, 179, 61, 59, 1]) * DAY), fixVersions: rare(['2.0']) ?? [], labels: rare([random.pick(['keep-open', 'Security', 'legal', 'ui'])]) ?? [],
      visibility: random.chance(0.96) ? 'open' : random.pick(['counts', 'hidden']), votes: random.chance(0.94) ? 0 : random.int(9), watchers: random.chance(0.94) ? 1 : random.int(15),
      priority: random.chance(0.95) ? 'Medium' : random.pick(['High', 'highest']),
      ...(assignee === undefined ? {} : { assignee }), ...(dueAt === undefined ? {} : { dueAt }), ...(sprint === undefined ? {} : { sprint }),
    },
    statusId: '1', projectKind: random.chance(0.97) ? 'software' : 'service', hasSecurityLevel: random.chance(0.02), secondsLogged: rare(60) ?? 0, hasDevelopment: random.chance(0.02),
    openChildren: rare(2) ?? 0, links: random.chance(0.95) ? [] : [{ kind: random.pick(['blocks', 'blocked-by', 'other']), issue: '2', key: 'A-2', isOpen: random.chance(0.5) }],
    fixVersionsReleased: random.chance(0.5), acts: random.chance(0.8) ? [] : [{ at: iso(at - random.pick([500, 200, 100, 20, 3]) * DAY), what: 'comment' }], moves: [], canTransition: random.chance(0.97),
    ...(sprintId === undefined ? {} : { sprintId }),
  };
}

function anyCase(random: Random, fresh: FreshItem, now: string): Case {
  const some = (): number => (random.chance(0.92) ? 0 : 1 + random.int(5));
  const listening: Listening = random.chance(0.8) ? { kind: 'proven', since: iso(Date.parse(now) - 365 * DAY), until: now, read: 100, total: 100 } : { kind: 'unproven', doubt: random.pick(DOUBTS) };
  return {
    issue: fresh.issue,
    support: {
      confirmed: some(), confirmedBefore: some(), suggested: some(), suggestedBefore: some(),
      possibleConfidence: random.chance(0.7) ? random.next() * 0.1 : random.chance(0.05) ? Number.NaN : random.next(), themeStrength: random.chance(0.7) ? 0.1 : random.next(),
    },
    searchability: random.chance(0.06) ? undefined : { issue: '1', searchable: random.chance(0.85), recall: random.next(), reasons: [] },
    listening,
    engineVersion: 'e1',
  };
}

function anyCheck(random: Random, { policy, fresh, verdict, one, now }: { policy: Policy; fresh: FreshItem; verdict: CloseCheck['verdict']; one: Case; now: string }): CloseCheck {
  const at = Date.parse(now);
  const kind = random.chance(0.8) ? 'no-support' : random.pick(['shipped', 'duplicate'] as const);
  const ground: CloseCheck['item']['ground'] =
    kind === 'no-support' ? { kind, read: 100, since: now } : kind === 'duplicate' ? { kind, of: '9', ofKey: 'A-9' } : { kind, release: 'r', releaseName: '2.0', releasedAt: now, how: 'listed' };
  const approvedBy = random.chance(0.7) ? 'owner' : undefined;
  const noticedAt = random.chance(0.9) ? iso(at - random.pick([90, 60, 31, 30, 29, 15, 14, 13, 1]) * DAY) : undefined;
  const standing = kind === 'no-support' ? closeGround({ issue: one.issue, verdict, releases: [] }) : random.chance(0.9) ? ground : undefined;
  const marks: Mark[] = random.chance(0.9) ? [] : [{ issue: '1', product: 'p', kind: random.pick(['keep', 'hands-off']), by: 'x', at: now, ...(random.chance(0.8) ? { until: iso(at + (random.chance(0.5) ? DAY : -DAY)) } : {}) }];
  return {
    item: {
      ground, unattended: approvedBy === undefined, ...(approvedBy === undefined ? {} : { approvedBy }), ...(noticedAt === undefined ? {} : { noticedAt }),
      before: { status: { id: '1', name: 'To Do', category: 'todo' }, labels: [], fixVersions: [], votes: random.chance(0.9) ? (fresh.issue.votes ?? 0) : 0, watchers: fresh.issue.watchers ?? 0 },
    },
    fresh, verdict, ground: standing, marks, policy,
    breaker: random.chance(0.95) ? { kind: 'shut' } : { kind: 'open', reason: 'wrong-close', at: now },
    stopped: random.chance(0.05), liveGaps: random.chance(0.6) ? [] : ['approve'],
    usage: { inRun: random.int(12), inProjectToday: random.int(12), unattendedInProjectToday: random.int(4), unattendedOnSiteThisWeek: random.int(6), openInProject: random.int(600), openOnSite: 600 },
  };
}
