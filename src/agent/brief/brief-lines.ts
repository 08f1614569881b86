import { countCustomers, customerKey } from '../../domain/customer';
import { echoGroups } from '../../domain/echoes';
import type { BriefLine } from '../../domain/evidence-brief';
import { verdictSentence } from '../../domain/issue-verdict';
import { sentence, type Sentence } from '../../domain/sentence';
import type { Signal } from '../../domain/signal';
import { daysBetween, DAY_IN_MS, epochMs, isoTime } from '../../domain/time';
import { shownOf, type BriefCase } from './brief-case';

const FEW = 3;
const MONTH_DAYS = 28;
const RELEASE_DAYS = 180;

const rule = (id: string, params: Sentence['params'] = {}): BriefLine => ({ kind: 'rule', sentence: sentence(id, params) });

/** The verdict by rule: what can be known, before what was said. */
export function verdictLine({ state, counts, since, read }: BriefCase): BriefLine {
  if (state === 'evidence') return { kind: 'rule', sentence: verdictSentence(counts, since) };
  if (state === 'counts-only') return rule('verdict.counts', { ...counts, since });
  return rule(`brief.verdict.${state}`, { read });
}

/** What is different from four weeks ago; at most three lines, numbers from the store. */
export function changedLines(brief: BriefCase): readonly BriefLine[] {
  const { state, counts, now, releases, decidedAt } = brief;
  if (state !== 'evidence') return [];
  const signals = shownOf(brief).map(({ standing }) => standing.signal);
  const echoes = echoGroups(signals);
  const from = isoTime(epochMs(now) - MONTH_DAYS * DAY_IN_MS);
  const earlier = new Set(signals.filter((one) => one.at < from).map(customerKey));
  const fresh = signals.filter((one) => one.at >= from && !earlier.has(customerKey(one)));
  const newcomers = countCustomers(fresh, echoes);
  const last = signals.reduce<string | undefined>((newest, one) => (newest === undefined || one.at > newest ? one.at : newest), undefined);
  const lines: BriefLine[] = [];
  if (newcomers > 0) lines.push(rule('brief.changed.new-customers', { count: newcomers, unit: counts.unit }));
  else if (last !== undefined) lines.push(rule('brief.changed.nobody-new', { last }));
  const newSource = fresh.find((one) => !signals.some((other) => other.source === one.source && other.at < from));
  if (newSource !== undefined && earlier.size > 0) lines.push(rule('brief.changed.new-source', { source: nameOf(brief, newSource.source) }));
  const release = releases.filter((one) => one.releasedAt !== undefined && one.releasedAt <= now).sort((a, b) => (a.releasedAt! < b.releasedAt! ? 1 : -1))[0];
  if (release?.releasedAt !== undefined && daysBetween(release.releasedAt, now) <= RELEASE_DAYS) {
    const since = countCustomers(signals.filter((one) => one.at >= release.releasedAt!), echoes);
    lines.push(rule('brief.changed.since-release', { release: release.name, at: release.releasedAt, count: since, unit: counts.unit }));
  }
  const decided = decidedAt.filter((at) => at >= from).length;
  if (decided > 0) lines.push(rule('brief.changed.decided', { count: decided }));
  return lines.slice(0, FEW);
}

/** Whose voice is not in this: sources without a word, gaps, one loud customer, words that are not for the reader. */
export function missingLines(brief: BriefCase): readonly BriefLine[] {
  const { state, sources, withheld, counts, read, total } = brief;
  if (state === 'not-connected' || state === 'restricted') return [];
  const signals = shownOf(brief).map(({ standing }) => standing.signal);
  const lines: BriefLine[] = [];
  for (const source of sources) {
    const gap = source.gaps.find((one) => one.to === undefined) ?? source.gaps.at(-1);
    if (gap?.to !== undefined) lines.push(rule('brief.missing.gap-closed', { source: source.name, from: gap.from, to: gap.to }));
    else if (gap !== undefined) lines.push(rule('brief.missing.gap', { source: source.name, from: gap.from }));
  }
  if (read < total) lines.push(rule('brief.missing.unread', { count: total - read }));
  if (withheld > 0) lines.push(rule('brief.missing.withheld', { count: withheld }));
  const [loudest, share] = loudestOf(signals);
  if (signals.length >= 4 && share >= 0.5) lines.push(rule('brief.missing.one-voice', { count: loudest, total: signals.length, unit: counts.unit, one: 1 }));
  const heard = new Set(signals.map((one) => one.source));
  const mute = sources.filter((one) => one.kept > 0 && !heard.has(one.source));
  if (state === 'evidence' && mute.length > 0) {
    const named = mute.map((one) => one.name).sort();
    lines.push(rule(named.length > 2 ? 'brief.missing.many-sources' : 'brief.missing.sources', { sources: named.slice(0, 2).join(' and '), more: named.length - 2, count: mute.reduce((sum, one) => sum + one.kept, 0) }));
  }
  const unknown = signals.filter((one) => one.account === undefined).length;
  if (counts.unit === 'account' && unknown > 0) lines.push(rule('brief.missing.unknown-accounts', { count: unknown, total: signals.length }));
  return lines.slice(0, FEW);
}

/** What would make us say something else: each a thing that can happen or be done. */
export function changeLines(brief: BriefCase): readonly BriefLine[] {
  const { state, counts, sources } = brief;
  switch (state) {
    case 'evidence': {
      const { confirmed, suggested, unit } = counts;
      const lines: BriefLine[] = [];
      if (confirmed === 0) lines.push(rule('brief.change.confirm-one', { suggested }), rule('brief.change.reject-all', { suggested }));
      else if (suggested > 0) lines.push(rule('brief.change.reject-rest', { confirmed, suggested, unit }));
      else lines.push(rule('brief.change.take-back', { confirmed, unit }));
      const gap = sources.find((one) => one.gaps.length > 0);
      if (gap !== undefined) lines.push(rule('brief.change.read-gap', { source: gap.name }));
      if (!brief.agentReads) lines.push(rule('brief.change.read-against'));
      return lines.slice(0, FEW);
    }
    case 'gap':
      return sources.filter((one) => one.gaps.length > 0).slice(0, 2).map((one) => rule('brief.change.read-gap', { source: one.name }));
    case 'not-searchable':
      return [rule('brief.change.words')];
    case 'silent':
      return [rule('brief.change.one-customer')];
    case 'reading':
      return [rule('brief.change.read-on')];
    case 'not-connected':
      return [rule('brief.change.connect')];
    case 'restricted':
    case 'counts-only':
      return [];
  }
}

function nameOf({ sources }: BriefCase, id: string): string {
  return sources.find((one) => one.source === id)?.name ?? id;
}

/** Signals of the customer who wrote most, and their share. */
function loudestOf(signals: readonly Signal[]): readonly [number, number] {
  const counts = new Map<string, number>();
  for (const signal of signals) counts.set(customerKey(signal), (counts.get(customerKey(signal)) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [most, signals.length === 0 ? 0 : most / signals.length];
}
