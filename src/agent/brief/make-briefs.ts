import type { KeptBrief } from '../../domain/evidence-brief';
import { epochMs, type IsoTime } from '../../domain/time';
import type { AgentStore } from '../../ports/agent-store';
import type { Clock } from '../../ports/clock';
import type { Model } from '../../ports/model';
import type { Sha256 } from '../../ports/sha256';
import type { Stores } from '../../ports/stores';
import { LOST_AFTER_MS, type RunEnd } from '../model/without-reply';
import { storeLooks } from '../tools/store-looks';
import { shownOf, type BriefCase } from './brief-case';
import { BRIEF_VERSION } from './brief-question';
import { loadBriefCase } from './load-brief-case';
import { writtenBrief } from './written-brief';

export interface Briefing {
  readonly product: string;
  readonly stores: Stores;
  readonly agent: AgentStore;
  readonly model: Model;
  readonly clock: Clock;
  readonly sha256: Sha256;
  readonly budgetMs: number;
}

/** Hash of everything a brief says something about: the same evidence in the same words, the same brief, nothing paid. */
export function madeFrom({ issue, state, counts, readings, ...brief }: BriefCase, model: string, sha256: Sha256): string {
  const signals = shownOf(brief).map(({ standing: { signal, row }, by }) => [signal.id, by, signal.title, signal.text, row?.citation, readings.get(signal.id)?.hash]);
  return sha256(JSON.stringify([BRIEF_VERSION, model, issue.summary, state, counts, signals]));
}

/**
 * Writes the briefs that are out of date, issues with most customers first, until the time is up, the budget is spent or the provider is
 * away. One that cannot be written is kept as such and does not stop the others. Safe to repeat and to kill.
 */
export async function makeBriefs({ product, stores, agent, model, clock, sha256, budgetMs }: Briefing): Promise<RunEnd> {
  const until = clock.monotonicMs() + budgetMs;
  const issues = (await stores.issues.listIssues(product)).map((issue) => issue.id);
  const digests = await stores.evidence.listDigests(product, issues);
  const ranked = digests.map((digest) => ({ issue: digest.issue, shown: digest.evidence.filter((row) => row.shown).length })).filter((one) => one.shown > 0).sort((a, b) => b.shown - a.shown || (a.issue < b.issue ? -1 : 1));
  const looks = storeLooks(stores, product, clock);
  for (const { issue } of ranked) {
    if (clock.monotonicMs() >= until) return { kind: 'more' };
    const brief = await loadBriefCase({ stores, agent, clock }, issue, true);
    if (brief === undefined || brief.state !== 'evidence') continue;
    const hash = madeFrom(brief, model.id, sha256);
    const before = await agent.findBrief(issue);
    if (before?.madeFrom === hash) {
      if (isLost(before, clock.now())) await agent.saveBrief({ ...before, outcome: { kind: 'by-rule', because: 'failed' } });
      continue;
    }
    // Noted before it is asked: a process that dies in between must not have it paid for again.
    await agent.saveBrief({ issue, product, askedAt: clock.now(), madeFrom: hash, outcome: { kind: 'by-rule', because: 'not-yet' } });
    const { kept, end } = await writtenBrief(brief, hash, { model, looks, clock, sha256 });
    const known = kept ?? before;
    await (known === undefined ? agent.dropBrief(issue) : agent.saveBrief(known));
    if (end !== undefined) return end;
  }
  return { kind: 'done' };
}

/** Asked so long ago that no answer comes any more. */
function isLost({ askedAt, outcome }: KeptBrief, now: IsoTime): boolean {
  return outcome.kind === 'by-rule' && outcome.because === 'not-yet' && epochMs(now) - epochMs(askedAt) > LOST_AFTER_MS;
}
