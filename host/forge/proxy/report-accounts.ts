import { z } from 'zod';
import { empty, json, proxyError, type Answer } from './answer';

const MOST_ACCOUNTS = 90;
/** Which accounts this host calls closed; nobody of a tenant has such an id. */
const CLOSED = /c105ed$/;
const Report = z.object({ accounts: z.array(z.looseObject({ accountId: z.string(), updatedAt: z.string() })) });

/** The report of account ids (developer.atlassian.com/platform/forge/user-privacy-guidelines): 204 when nothing is to be done, else the accounts that are closed. */
export function answerReport(body: unknown): Answer {
  const report = Report.safeParse(body);
  if (!report.success || report.data.accounts.length > MOST_ACCOUNTS) return proxyError(400, 'INVALID_REPORT', `1 to ${MOST_ACCOUNTS} accounts with accountId and updatedAt`);
  const closed = report.data.accounts.filter(({ accountId }) => CLOSED.test(accountId));
  return closed.length === 0 ? empty() : json({ accounts: closed.map(({ accountId }) => ({ accountId, status: 'closed' })) });
}
