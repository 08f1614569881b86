import type { BacklogView, ScoreboardView, StandingView } from '../../contract/backlog';
import { hasMessage } from '../../contract/format-sentence';
import { countCustomers } from '../../domain/customer';
import { sentence, type Sentence } from '../../domain/sentence';
import type { SweepItem } from '../../domain/sweep';
import type { App } from '../../app';
import type { ClosingDesk } from '../../compose-closing';
import type { PageCase } from '../page/load-page';
import { pageQuote } from '../page/page-quote';
import { callRow, comingBackRow, proposalRow, underWayRow, type RowCase } from './rows';

type Backlog = Awaited<ReturnType<ClosingDesk['loadBacklog']>>;

const QUOTES_SHOWN = 3;

/** Everything the Backlog tab shows. Rows of projects that the viewer may not see are left out. */
export async function backlogView(app: App, page: PageCase, rights: BacklogView['rights'], mayBrowse: (project: string) => boolean): Promise<BacklogView> {
  const product = page.product.id;
  const [backlog, calls, rows] = await Promise.all([app.closing.loadBacklog(product), app.closing.listCalls(product), rowCase(app, page)]);
  const visible = (items: readonly SweepItem[]): readonly SweepItem[] => items.filter((item) => mayBrowse(item.project) && rows.issues.get(item.issue)?.visibility !== 'hidden');
  const proposals = visible(backlog.proposals);
  const first = proposals[0];
  return {
    unit: page.digest?.unit ?? 'signal',
    mode: backlog.policy.mode,
    policyVersion: backlog.policy.version,
    stopped: backlog.stopped,
    listening: listeningSentence(backlog.listening),
    proposals: proposals.map((item) => proposalRow(item, rows)),
    underWay: visible(backlog.underWay).map((item) => underWayRow(item, rows)),
    comingBack: await Promise.all(visible(backlog.comingBack).map((item) => comingBack(app, page, item, rows))),
    scoreboard: scoreboardView(backlog.scoreboard),
    standing: standingView(backlog.standing),
    calls: calls.map((call) => callRow(call, rows)),
    rights,
    coverage: page.coverage,
    synthetic: page.product.synthetic ?? false,
    ...(backlog.breaker.kind === 'open' ? { breaker: { reason: sentence(`breaker.${backlog.breaker.reason}`), at: backlog.breaker.at } } : {}),
    ...(backlog.batch === undefined ? {} : { batch: batchView(backlog.batch) }),
    ...(first === undefined ? {} : { notice: app.closing.noticePreview(first, backlog.policy, page.now) }),
  };
}

/** Open issues of a product are a few thousand at most: one read for all rows. */
export async function rowCase(app: App, page: PageCase): Promise<RowCase> {
  const issues = await app.ports.stores.issues.listIssues(page.product.id);
  return { desk: app.closing, issues: new Map(issues.map((issue) => [issue.id, issue])), themes: new Map((page.digest?.themes ?? []).map((one) => [one.theme.id, one.theme.label])) };
}

async function comingBack(app: App, page: PageCase, item: SweepItem, rows: RowCase): Promise<BacklogView['comingBack'][number]> {
  const signals = await app.ports.stores.signals.findSignals(page.product.id, item.reopenSignals ?? []);
  const quotes = signals.filter((signal) => signal.visibility === 'open').slice(0, QUOTES_SHOWN).map((signal) => pageQuote(signal, page.sourceNames));
  return comingBackRow(item, rows, quotes, countCustomers(signals.filter((signal) => signal.visibility !== 'hidden')));
}

export function listeningSentence(listening: Backlog['listening']): Sentence {
  if (listening.kind === 'proven') return sentence('listening.proven', { since: listening.since, read: listening.read });
  return sentence(`listening.${listening.doubt}`, listening.source === undefined ? {} : { source: listening.source });
}

function batchView(batch: NonNullable<Backlog['batch']>): NonNullable<BacklogView['batch']> {
  const leftAlone = Object.entries(batch.leftAlone).sort(([, a], [, b]) => b - a);
  return { id: batch.id, plannedAt: batch.plannedAt, looked: batch.looked, leftAlone: leftAlone.map(([reason, count]) => ({ words: whyLeftAlone(reason), count })) };
}

const DOUBTS: ReadonlySet<string> = new Set(['nothing-connected', 'reading', 'source-gap', 'source-stale', 'window-not-covered', 'volume-unusual', 'rows-parked', 'never-derived', 'evidence-stale']);

/** Reasons come from the judge, the protections and the workflow; each has its own family of words. */
export function whyLeftAlone(reason: string): Sentence {
  if (DOUBTS.has(reason)) return sentence(`listening.${reason}`);
  for (const family of ['abstain', 'protected', 'way']) if (hasMessage(`${family}.${reason}`)) return sentence(`${family}.${reason}`);
  return sentence(`left-alone.${reason}`);
}

function scoreboardView(score: Backlog['scoreboard']): ScoreboardView {
  const { errorRate, cancelled: _cancelled, ...counts } = score;
  return {
    ...counts,
    title: errorRate === undefined ? sentence('scoreboard.none') : sentence('scoreboard.error-rate', { wrong: score.reopenedByCustomer, closed: score.closed, rate: Math.round(errorRate * 1000) / 10 }),
    ...(errorRate === undefined ? {} : { errorRate }),
  };
}

function standingView(standing: Backlog['standing']): StandingView {
  const cannotJudge = Object.entries(standing.cannotJudge).sort(([, a], [, b]) => b.length - a.length);
  const supported = standing.confirmed.length + standing.suggested.length;
  const open = supported + standing.unsupported.length + cannotJudge.reduce((sum, [, issues]) => sum + issues.length, 0);
  return {
    title: sentence('standing.title', { supported, open }),
    confirmed: standing.confirmed.length,
    suggested: standing.suggested.length,
    unsupported: standing.unsupported.length,
    cannotJudge: cannotJudge.map(([reason, issues]) => ({ reason, words: whyLeftAlone(reason), count: issues.length })),
    overdue: standing.overdue,
  };
}
