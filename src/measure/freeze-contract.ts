import type { Coverage } from '../domain/coverage';
import { customerUnit } from '../domain/customer';
import type { Issue } from '../domain/issue';
import type { AdoptionRule, ContractOrigin, OutcomeContract, OutcomeTarget } from '../domain/outcome';
import type { Release } from '../domain/release';
import type { Theme } from '../domain/theme';
import { epochMs, WEEK_IN_MS, type IsoTime } from '../domain/time';
import type { Moment } from '../ports/outcome-store';
import { chooseControls } from './choose-controls';
import { chooseSources } from './choose-sources';
import { chooseTargets } from './choose-targets';
import type { IssueTheme } from './issue-themes';
import { groupsOfMeasure, indexMoments, rowsOf } from './moment-index';
import type { OutcomePolicy } from './policy';
import { ISSUE_RELEASE, ROLL_OUT } from './release-kinds';
import { parseVersion } from './version-order';
import { baselineWeeksOf, layOutWindows } from './window-layout';

export interface FreezeInput {
  readonly release: Release;
  readonly origin: ContractOrigin;
  /** Issues of the release as they stand now. */
  readonly issues: readonly Issue[];
  readonly themes: readonly Theme[];
  /** Themes of the issues, from their evidence. */
  readonly issueThemes: readonly IssueTheme[];
  /** Measures of events, a ring, incidents: what only a person can say. */
  readonly byHand?: { readonly targets?: readonly OutcomeTarget[]; readonly exposure?: OutcomeContract['exposure']; readonly incidents?: OutcomeContract['incidents']; readonly leastEffect?: number };
  readonly coverage: Coverage;
  readonly moments: readonly Moment[];
  readonly now: IsoTime;
}

export type Freeze = { readonly kind: 'frozen'; readonly contract: OutcomeContract } | { readonly kind: 'refused'; readonly reason: 'not-released-yet' };

/** Share of said signals with a version from which on adoption is read from versions. */
const VERSIONED_SHARE = 0.3;

/** Writes down, before anything after the release is looked at, what will be compared with what. Pure; the same input gives the same contract. */
export function freezeContract(input: FreezeInput, policy: OutcomePolicy): Freeze {
  const { release, now } = input;
  const { releasedAt } = release;
  if (releasedAt === undefined || releasedAt > now) return { kind: 'refused', reason: 'not-released-yet' };
  const chosen = chooseTargets(input.issues, input.issueThemes, input.themes, releasedAt);
  const byHand = input.byHand?.targets ?? [];
  const isByHand = (issue: string, kind: OutcomeTarget['measure']['kind']): boolean => byHand.some((one) => one.issue === issue && one.measure.kind === kind);
  const targets = [...chosen.targets.filter((one) => !isByHand(one.issue, 'theme')), ...byHand];
  const touched = new Set(targets.flatMap((target) => (target.measure.kind === 'theme' ? target.measure.themes : [])));
  const everySource = new Set(input.coverage.sources.map((one) => one.source));
  const index = indexMoments(input.moments, everySource);
  const windowFrom = epochMs(releasedAt) - (policy.baselineWeeks + policy.selectionWeeks) * WEEK_IN_MS;
  const rows = rowsOf(index, [...new Set(targets.flatMap((target) => groupsOfMeasure(target.measure)))]);
  const measured = new Map<string, number>();
  for (const row of rows) {
    const moment = index.moments[row];
    const at = index.at[row] ?? 0;
    if (moment !== undefined && at >= windowFrom && at < epochMs(releasedAt)) measured.set(moment.source, (measured.get(moment.source) ?? 0) + 1);
  }
  const sources = chooseSources(input.coverage.sources, measured, windowFrom);
  const draft = {
    id: `${release.product}:${release.id}:${epochMs(now)}`,
    product: release.product,
    release: { id: release.id, name: release.name, releasedAt },
    origin: input.origin,
    targets,
    withoutTarget: chosen.withoutTarget.filter((one) => !byHand.some((target) => target.issue === one.issue)),
    leastEffect: input.byHand?.leastEffect ?? policy.leastEffect,
    baselineWeeks: policy.baselineWeeks,
    readOutWeeks: policy.readOutWeeks,
    adoption: adoptionRule(isVersion(release) ? release.name : '', input.moments, policy),
    controls: chooseControls(input.themes, touched),
    ...sources,
    coverage: { state: input.coverage.state, total: input.coverage.total, read: input.coverage.read },
    unit: customerUnit(index.moments.map((moment) => ({ ...moment, id: moment.signal }))),
    incidents: input.byHand?.incidents ?? [],
    ...(input.byHand?.exposure === undefined ? {} : { exposure: input.byHand.exposure }),
    frozenAt: now,
    edits: [],
    state: { kind: 'live' },
  } satisfies Omit<OutcomeContract, 'mode'>;
  const isFull = sources.sources.length > 0 && targets.every((target) => baselineWeeksOf(layOutWindows(draft, target, 0, 0, policy, input.coverage.sources)) >= policy.baselineWeeks);
  return { kind: 'frozen', contract: { ...draft, mode: isFull ? 'full' : 'short-baseline' } };
}

/** An issue that shipped by itself and a ring carry no version in their name, whatever number is in it. */
function isVersion({ id }: Release): boolean {
  return !id.startsWith(ISSUE_RELEASE) && !id.startsWith(ROLL_OUT);
}

function adoptionRule(name: string, moments: readonly Moment[], policy: OutcomePolicy): AdoptionRule {
  const version = parseVersion(name);
  const said = moments.filter((moment) => moment.kind === 'said');
  const versioned = said.filter((moment) => moment.version !== undefined && parseVersion(moment.version) !== undefined);
  if (version === undefined || versioned.length < VERSIONED_SHARE * Math.max(1, said.length)) return { kind: 'days', days: policy.adoptionDays };
  return { kind: 'version-share', version: version.join('.'), share: policy.adoptionShare, atMostDays: policy.adoptionAtMostDays, elseDays: policy.adoptionDays };
}
