import type { z } from 'zod';
import type { IssueLine, StandingList, StandingPage } from '../../contract/backlog';
import { PANEL_PAGE_SIZE } from '../../contract/panel';
import { sentence, type Sentence } from '../../domain/sentence';
import type { ItemState } from '../../domain/sweep';
import type { App } from '../../app';
import type { PageCase } from '../page/load-page';
import { whyLeftAlone } from './why-left-alone';

interface Reader {
  readonly projects: ReadonlySet<string>;
  readonly canDecide: boolean;
}

interface Line {
  readonly issue: string;
  readonly words: Sentence;
  readonly undoItem?: string;
}

/** What became of items that were taken up, by the scoreboard's names. */
const ENDS: Readonly<Record<'closed' | 'reopened' | 'kept', readonly ItemState[]>> = {
  closed: ['closed'],
  reopened: ['undoing', 'undone', 'reopened-by-person', 'reopened-by-evidence'],
  kept: ['kept'],
};

/** Every item behind one number of the tab; those that the reader may not see are not counted. */
export async function listStanding(app: App, page: PageCase, input: z.output<typeof StandingList>, { projects, canDecide }: Reader): Promise<StandingPage> {
  const [lines, stored] = await Promise.all([linesOf(app, page, input), app.ports.stores.issues.listIssues(page.product.id)]);
  const issues = new Map(stored.map((issue) => [issue.id, issue]));
  const rows = lines.flatMap(({ issue: id, words, undoItem }): IssueLine[] => {
    const issue = issues.get(id);
    if (issue === undefined || issue.visibility === 'hidden' || !projects.has(issue.project)) return [];
    return [{ id, key: issue.key, summary: issue.summary, words, ...(undoItem === undefined || !canDecide ? {} : { undoItem }) }];
  });
  const releases = canDecide ? page.releases.flatMap(({ id, name, releasedAt }) => (releasedAt === undefined ? [] : [{ id, name, releasedAt }])) : [];
  return {
    total: rows.length,
    page: input.page,
    pages: Math.max(1, Math.ceil(rows.length / PANEL_PAGE_SIZE)),
    rows: rows.slice((input.page - 1) * PANEL_PAGE_SIZE, input.page * PANEL_PAGE_SIZE),
    canDecide,
    unit: page.digest?.unit ?? 'signal',
    releases: releases.sort((a, b) => (a.releasedAt < b.releasedAt ? 1 : -1)),
  };
}

async function linesOf({ closing }: App, { product }: PageCase, { list, reason }: z.output<typeof StandingList>): Promise<readonly Line[]> {
  if (list === 'closed' || list === 'reopened' || list === 'kept') {
    const items = await closing.sweeps.listItems(product.id, ENDS[list]);
    const sorted = [...items].sort((a, b) => ((a.closedAt ?? a.proposedAt) < (b.closedAt ?? b.proposedAt) ? 1 : -1));
    return sorted.map((item) => ({
      issue: item.issue,
      words: item.state === 'closed' ? closing.reasonSentence(item.ground) : sentence(`ended.${item.state}`),
      ...(item.state === 'closed' ? { undoItem: item.id } : {}),
    }));
  }
  const standing = await closing.loadStanding(product.id);
  if (list !== 'cannot-judge') return standing[list].map((issue) => ({ issue, words: whyLeftAlone(list === 'unsupported' ? 'unsupported' : 'supported') }));
  return Object.entries(standing.cannotJudge).flatMap(([why, ids]) => (reason === undefined || reason === why ? ids.map((issue) => ({ issue, words: whyLeftAlone(why) })) : []));
}
