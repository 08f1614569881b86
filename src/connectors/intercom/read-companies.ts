import type { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { SourceCheckpointLost, SourceNotThere, SourceRefused } from '../../domain/source-errors';
import type { Ask } from '../../ports/connector';
import { askIntercom } from './request';
import { CompanyPage, CompanyScroll, type PageCursor } from './schema';

const COMPANIES = 50;
/** The list of companies ends here, however many there are; the others are given by scrolling over all of them. */
const MOST_LISTED = 10_000;

export interface Companies {
  readonly rows: readonly unknown[];
  readonly checkpoint: z.output<typeof PageCursor>;
  readonly isLast: boolean;
  readonly total?: number;
}

/** One page of all companies; of a workspace with more than a list gives, a step of a scroll. Companies carry no change feed: every round reads them all. @throws SourceError BadInput */
export async function readCompanies(ask: Ask, at: z.output<typeof PageCursor>): Promise<Companies> {
  if (at.scroll !== undefined) return scrollOn(ask, at.page, at.scroll);
  const answer = parseAt('intercom companies', CompanyPage, await askIntercom(ask, '/companies/list', { method: 'POST', query: { page: at.page, per_page: COMPANIES } }));
  const total = answer.total_count === undefined ? {} : { total: answer.total_count };
  if ((answer.total_count ?? 0) > MOST_LISTED) return { rows: answer.data, checkpoint: { page: 1, scroll: null }, isLast: false, ...total };
  const isLast = at.page >= (answer.pages?.total_pages ?? 1);
  return { rows: answer.data, checkpoint: { page: isLast ? 1 : at.page + 1 }, isLast, ...total };
}

/** A scroll that nobody used for a minute is forgotten, and begun again. */
async function scrollOn(ask: Ask, page: number, scroll: string | null): Promise<Companies> {
  try {
    const { data, scroll_param: next } = parseAt('intercom companies', CompanyScroll, await askIntercom(ask, '/companies/scroll', scroll === null ? {} : { query: { scroll_param: scroll } }));
    const isLast = data.length === 0 || next === undefined;
    return { rows: data, checkpoint: isLast ? { page: 1 } : { page: page + 1, scroll: next }, isLast };
  } catch (cause) {
    if (scroll !== null && (cause instanceof SourceNotThere || (cause instanceof SourceRefused && cause.status === 400))) throw new SourceCheckpointLost('Intercom no longer knows this scroll', { cause });
    throw cause;
  }
}
