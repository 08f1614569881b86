import { AppError } from '../../domain/errors';
import { daysBetween } from '../../domain/time';
import type { Ports } from '../../ports/ports';
import type { ReportAccounts, SubjectStore } from '../../ports/subject-store';

interface Needs extends Pick<Ports, 'stores' | 'settings' | 'clock' | 'logger'> {
  readonly subjects: SubjectStore;
  readonly report: ReportAccounts;
  /** The ledger is a chain: it changes its own entries. */
  readonly forgetInLedger: (accountId: string) => Promise<unknown>;
}

const REPORTED_AT = 'account-ids-reported-at';
/** Atlassian asks for a report every seven days. */
const CYCLE_DAYS = 7;
const JIRA_KINDS = new Set(['jira', 'jsm']);

/**
 * Reports the Jira account ids that we keep, once a week, and forgets those whose accounts were closed. Of an account that was only changed
 * nothing is done: we keep the id and no name. A report that failed is made again with the next hour.
 */
export async function reportAccountIds({ stores, settings, clock, logger, subjects, report, forgetInLedger }: Needs): Promise<void> {
  const last = await settings.find(REPORTED_AT);
  if (typeof last === 'string' && daysBetween(last, clock.now()) < CYCLE_DAYS) return;
  const sources = new Set<string>();
  for (const product of await stores.products.listProducts()) for (const source of await stores.products.listSources(product.id)) if (JIRA_KINDS.has(source.kind)) sources.add(source.id);
  const kept = await subjects.listAccountIds([...sources], clock.now());
  try {
    const closed = kept.length === 0 ? [] : (await report(kept)).filter((one) => one.status === 'closed');
    for (const { accountId } of closed) {
      await subjects.forgetAccountId(accountId);
      await forgetInLedger(accountId);
    }
    logger.info('privacy.reported', { accounts: kept.length, closed: closed.length });
  } catch (error) {
    if (!(error instanceof AppError) || !error.retryable) throw error;
    logger.warn('privacy.not-reported', { accounts: kept.length, code: error.code });
    return;
  }
  await settings.save(REPORTED_AT, clock.now());
}
