import type { BacklogView, ClosedBatch, ScoreboardView, StandingView } from '../../contract/backlog';
import { countAskingAgain } from '../../domain/asked-again';
import type { Issue } from '../../domain/issue';
import { sentence, type Sentence } from '../../domain/sentence';
import type { SweepItem } from '../../domain/sweep';
import type { App } from '../../app';
import type { ClosingDesk } from '../../compose-closing';
import type { PageCase } from '../page/load-page';
import { pageQuote } from '../page/page-quote';
import { callRow, comingBackRow, proposalRow, underWayRow, type RowCase } from './rows';
import { whyLeftAlone } from './why-left-alone';

type Backlog = Awaited<ReturnType<ClosingDesk['loadBacklog']>>;

const QUOTES_SHOWN = 3;

/** Everything the Backlog tab shows. Rows of projects that the viewer may not see are left out. */
export async function backlogView(app: App, page: PageCase, rights: BacklogView['rights'], mayBrowse: (project: string) => boolean): Promise<BacklogView> {
  const product = page.product.id;
  const [backlog, calls] = await Promise.all([app.closing.loadBacklog(product), app.closing.listCalls(product)]);
  const listed = [...backlog.proposals, ...backlog.underWay, ...backlog.comingBack].map((item) => item.issue);
  const rows = await rowCase(app, page, [...listed, ...calls.flatMap(({ decision: { subject } }) => (subject.kind === 'issue' ? [subject.id] : []))]);
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
    closedBatches: rights.approve ? closedBatches(backlog.closed) : [],
    scoreboard: scoreboardView(backlog.scoreboard),
    standing: standingView(backlog),
    calls: calls.map((call) => callRow(call, rows)),
    rights,
    coverage: page.coverage,
    synthetic: page.product.synthetic ?? false,
    ...(backlog.breaker.kind === 'open' ? { breaker: { reason: sentence(`breaker.${backlog.breaker.reason}`), at: backlog.breaker.at } } : {}),
    ...(backlog.batch === undefined ? {} : { batch: batchView(backlog.batch) }),
    ...(first === undefined ? {} : { notice: app.closing.noticePreview(first, backlog.policy, page.now) }),
  };
}

/** What rows need, for these issues only: a tab shows a few dozen of thousands. */
export async function rowCase(app: App, page: PageCase, issues: readonly string[]): Promise<RowCase> {
  const found = await Promise.all([...new Set(issues)].map((id) => app.ports.stores.issues.findIssue(id)));
  const own = found.flatMap((one): readonly Issue[] => (one === undefined || one.product !== page.product.id ? [] : [one.issue]));
  return { desk: app.closing, issues: new Map(own.map((issue) => [issue.id, issue])), themes: new Map((page.digest?.themes ?? []).map((one) => [one.theme.id, one.theme.label])), now: page.now };
}

async function comingBack(app: App, page: PageCase, item: SweepItem, rows: RowCase): Promise<BacklogView['comingBack'][number]> {
  const product = page.product.id;
  const [signals, decisions] = await Promise.all([app.ports.stores.signals.findSignals(product, item.reopenSignals ?? []), app.ports.stores.decisions.decisionsOfIssue(product, item.issue)]);
  const quotes = signals.filter((signal) => signal.visibility === 'open').slice(0, QUOTES_SHOWN).map((signal) => pageQuote(signal, page.sourceNames));
  return comingBackRow(item, rows, quotes, countAskingAgain(signals, decisions));
}

/** A batch is named after the day it was planned on. */
function closedBatches(closed: readonly SweepItem[]): readonly ClosedBatch[] {
  const batches = [...Map.groupBy(closed, (item) => item.batch)].map(([batch, items]) => ({ batch, plannedAt: items[0]?.proposedAt ?? '', closed: items.length }));
  return batches.sort((a, b) => (a.plannedAt < b.plannedAt ? 1 : -1));
}

export function listeningSentence(listening: Backlog['listening']): Sentence {
  if (listening.kind === 'proven') return sentence('listening.proven', { since: listening.since, read: listening.read });
  return sentence(`listening.${listening.doubt}`, listening.source === undefined ? {} : { source: listening.source });
}

function batchView(batch: NonNullable<Backlog['batch']>): NonNullable<BacklogView['batch']> {
  const leftAlone = Object.entries(batch.leftAlone).sort(([, a], [, b]) => b - a);
  return { id: batch.id, plannedAt: batch.plannedAt, looked: batch.looked, leftAlone: leftAlone.map(([reason, count]) => ({ words: whyLeftAlone(reason), count })) };
}

function scoreboardView(score: Backlog['scoreboard']): ScoreboardView {
  const { errorRate, cancelled: _cancelled, ...counts } = score;
  return {
    ...counts,
    reopened: score.reopened + score.reopenedByCustomer,
    title: errorRate === undefined ? sentence('scoreboard.none') : sentence('scoreboard.error-rate', { wrong: score.reopenedByCustomer, closed: score.closed, rate: Math.round(errorRate * 1000) / 10 }),
    ...(errorRate === undefined ? {} : { errorRate }),
  };
}

function standingView({ standing, overdue }: Backlog): StandingView {
  const cannotJudge = Object.entries(standing.cannotJudge).sort(([, a], [, b]) => b.length - a.length);
  const supported = standing.confirmed.length + standing.suggested.length;
  const open = supported + standing.unsupported.length + cannotJudge.reduce((sum, [, issues]) => sum + issues.length, 0);
  return {
    title: sentence('standing.title', { supported, open }),
    confirmed: standing.confirmed.length,
    suggested: standing.suggested.length,
    unsupported: standing.unsupported.length,
    cannotJudge: cannotJudge.map(([reason, issues]) => ({ reason, words: whyLeftAlone(reason), count: issues.length })),
    overdue,
  };
}
