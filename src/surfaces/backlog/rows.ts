import type { CallRow, ClosedRow, ComingBackRow, ProposalRow, UnderWayRow, UndoPreviewRow } from '../../contract/backlog';
import type { Quote } from '../../contract/panel';
import type { Issue } from '../../domain/issue';
import { sentence } from '../../domain/sentence';
import type { SweepItem } from '../../domain/sweep';
import type { ClosingDesk } from '../../compose-closing';
import { whyWaiting } from './why-left-alone';

/** What rows need besides the items: issues by id, themes by id, and the time. */
export interface RowCase {
  readonly desk: ClosingDesk;
  readonly issues: ReadonlyMap<string, Issue>;
  readonly themes: ReadonlyMap<string, string>;
  readonly now: string;
}

export function proposalRow(item: SweepItem, { desk, issues, themes }: RowCase): ProposalRow {
  const issue = issues.get(item.issue);
  const label = item.nearestTheme === undefined ? undefined : themes.get(item.nearestTheme);
  return {
    item: item.id,
    issue: { id: item.issue, key: issue?.key ?? item.key, summary: issue?.summary ?? '', createdAt: issue?.createdAt ?? item.proposedAt },
    reason: desk.reasonSentence(item.ground),
    losses: item.losses.map(desk.lossSentence),
    ...(item.ground.kind === 'shipped' ? { release: { id: item.ground.release, name: item.ground.releaseName } } : {}),
    ...(item.ground.kind === 'duplicate' ? { original: { id: item.ground.of, key: item.ground.ofKey } } : {}),
    ...(item.nearestTheme === undefined || label === undefined ? {} : { nearestTheme: { id: item.nearestTheme, label } }),
  };
}

export function underWayRow(item: SweepItem, rows: RowCase): UnderWayRow {
  const state = item.state === 'noticed' ? 'noticed' : item.state === 'closing' ? 'closing' : 'approved';
  return {
    ...proposalRow(item, rows),
    state,
    ...(item.approvedBy === undefined ? {} : { approvedBy: item.approvedBy }),
    ...(item.noticedAt === undefined ? {} : { noticedAt: item.noticedAt }),
    ...(item.closeAfter === undefined ? {} : { closesAt: item.closeAfter }),
    ...(item.closeAfter === undefined || item.closeAfter > rows.now || item.note === undefined ? {} : { waits: whyWaiting(item.note) }),
  };
}

export function closedRow(item: SweepItem, rows: RowCase): ClosedRow {
  const resolution = item.after?.resolution;
  return { ...proposalRow(item, rows), closedAt: item.closedAt ?? item.proposedAt, batch: item.batch, ...(resolution === undefined ? {} : { resolution }) };
}

export function comingBackRow(item: SweepItem, rows: RowCase, quotes: readonly Quote[], customers: number): ComingBackRow {
  return { ...closedRow(item, rows), customers, quotes };
}

type Preview = Omit<Awaited<ReturnType<ClosingDesk['previewUndo']>>[number], 'why'> & { readonly why?: string };

export function undoRow({ item, isPossible, why, losses }: Preview, desk: ClosingDesk): UndoPreviewRow {
  return { item: item.id, key: item.key, isPossible, losses: losses.map(desk.lossSentence), ...(why === undefined ? {} : { why: sentence(`close.undo.${why}`) }) };
}

type Call = Awaited<ReturnType<ClosingDesk['listCalls']>>[number];

export function callRow({ decision, reAsked }: Call, { issues, themes }: RowCase): CallRow {
  const { subject, trigger, snapshot } = decision;
  const issue = subject.kind === 'issue' ? issues.get(subject.id) : undefined;
  const label = subject.kind === 'theme' ? (themes.get(subject.id) ?? subject.id) : issue === undefined ? subject.id : `${issue.key} ${issue.summary}`;
  return {
    id: decision.id,
    call: decision.call,
    subject: { ...subject, label },
    by: decision.by,
    at: decision.at,
    reason: decision.reason,
    then: { customers: snapshot.customers, signals: snapshot.signals },
    since: reAsked.since,
    isBack: reAsked.isReached,
    ...(reAsked.of === undefined ? {} : { of: reAsked.of }),
    ...(trigger === undefined ? {} : { triggerKind: trigger.kind }),
    ...(reAsked.worth === undefined ? {} : { worth: reAsked.worth }),
  };
}
