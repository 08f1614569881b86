import { coverageOf, type SourceCoverage } from '../../../../src/domain/coverage';
import type { Issue } from '../../../../src/domain/issue';
import type { Theme } from '../../../../src/domain/theme';
import { DAY_IN_MS, epochMs, isoTime, type IsoTime } from '../../../../src/domain/time';
import { freezeContract } from '../../../../src/measure/freeze-contract';
import { judgeContract } from '../../../../src/measure/judge-contract';
import { indexMoments } from '../../../../src/measure/moment-index';
import { OUTCOME_POLICY } from '../../../../src/measure/policy';
import type { Moment } from '../../../../src/ports/outcome-store';
import { STARTS_AT } from '../../../../host/seed/demo/calendar';
import { DEMO_RELEASES } from '../../../../host/seed/demo/releases';
import { demoSignals } from '../../../../host/seed/demo/signals';
import { demoTruth, nameOf } from '../../../../host/seed/demo/truth';

const truth = demoTruth();
const LONGEST_ADOPTION_DAYS = 28;

/** Themes as the truth has them: what is tested is the seed's shapes, not the grouping. */
const themes: readonly Theme[] = truth.needs
  .filter((one) => !one.isNoise)
  .map(({ id, label }) => ({ id, label, labelAuthor: 'person', frozen: true, signals: 1, exemplars: [], terms: [`${id} one`, `${id} two`], lineage: [] }));

function momentsOf(product: string): readonly Moment[] {
  return demoSignals()
    .filter((one) => one.product === product && one.at < STARTS_AT)
    .map((one) => ({
      signal: nameOf(one),
      source: one.place.id,
      at: one.at,
      kind: one.kind,
      visibility: one.place.visibility,
      ...(one.event === undefined ? {} : { event: one.event }),
      ...(one.author === undefined ? {} : { author: one.author }),
      ...(one.account === undefined ? {} : { account: one.account }),
      ...(one.version === undefined ? {} : { version: one.version }),
      ...(one.need === undefined || one.need.startsWith('noise-') ? {} : { theme: one.need }),
    }));
}

function sourcesOf(moments: readonly Moment[]): readonly SourceCoverage[] {
  return [...Map.groupBy(moments, (one) => one.source)].map(([source, some]) => ({
    source,
    name: source,
    kind: 'file',
    total: some.length,
    totalBy: 'offered',
    read: some.length,
    kept: some.length,
    skipped: {},
    ...(some[0] === undefined ? {} : { oldestAt: some[0].at }),
    gaps: truth.gap.sources.includes(source) ? [{ from: truth.gap.from, to: truth.gap.to, reason: 'planted' }] : [],
  }));
}

/** The verdict eight weeks after the release, frozen on its day. */
function verdictOf(project: string, name: string, need: string): string {
  const moments = momentsOf(project === 'DSP' ? 'dispatch' : 'crew');
  const coverage = coverageOf(sourcesOf(moments), 0, '2025-07-01T00:00:00.000Z');
  const releasedAt: IsoTime = `${DEMO_RELEASES.find((one) => one.project === project && one.name === name)?.day ?? ''}T09:00:00.000Z`;
  const issue: Issue = { id: '1', key: `${project}-1`, project, summary: need, status: 'Done', statusCategory: 'done', createdAt: '2024-01-01T00:00:00.000Z', fixVersions: [name], labels: [], visibility: 'open' };
  const frozen = freezeContract(
    {
      release: { id: name, product: project, name, releasedAt, issues: [issue.key] },
      origin: 'released',
      issues: [issue],
      themes,
      issueThemes: [{ theme: need, issue: '1', expected: 10, share: 1, surest: 1, near: 1 }],
      coverage,
      moments: moments.filter((one) => one.at < releasedAt),
      now: releasedAt,
    },
    OUTCOME_POLICY,
  );
  if (frozen.kind === 'refused') throw new Error(frozen.reason);
  const now = isoTime(epochMs(releasedAt) + (8 * 7 + LONGEST_ADOPTION_DAYS) * DAY_IN_MS);
  const index = indexMoments(moments, new Set(frozen.contract.sources.map((one) => one.source)));
  const [judged] = judgeContract({ contract: frozen.contract, index, themes: new Map(themes.map((one) => [one.id, one])), coverage, confirmations: [], past: [], trails: new Map(), now }, 8, OUTCOME_POLICY);
  return judged?.outcome.verdict.kind ?? 'nothing';
}

const KINDS: Readonly<Record<string, string>> = {
  fewer: 'fewer',
  more: 'more',
  'no clear change': 'no-clear-change',
  'too few to tell': 'too-few-to-tell',
  'not attributable': 'not-attributable',
};

describe('releases of the demo tenant, judged on the planted themes', () => {
  it.each(truth.releases.filter((one) => KINDS[one.outcome] !== undefined))('$project $release, $need: $outcome', ({ project, release, need, outcome }) => {
    expect(verdictOf(project, release, need)).toBe(KINDS[outcome]);
  });
});
