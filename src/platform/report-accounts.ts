import { privacy } from '@forge/api';
import { StoreUnavailable } from '../domain/errors';
import type { ReportAccounts } from '../ports/subject-store';

/** The platform takes at most so many a call (developer.atlassian.com/platform/forge/user-privacy-guidelines). */
const ACCOUNTS_A_CALL = 90;

/** Reports accounts group by group; the package itself would send all groups at once. @throws StoreUnavailable */
export const reportAccounts: ReportAccounts = async (accounts) => {
  const answers: { accountId: string; status: 'closed' | 'updated' }[] = [];
  for (let at = 0; at < accounts.length; at += ACCOUNTS_A_CALL) {
    try {
      const some = accounts.slice(at, at + ACCOUNTS_A_CALL).map(({ accountId, updatedAt }) => ({ accountId, updatedAt }));
      for (const { accountId, status } of await privacy.reportPersonalData(some)) if (status === 'closed' || status === 'updated') answers.push({ accountId, status });
    } catch (error) {
      throw new StoreUnavailable('the platform took no report of account ids', { cause: error });
    }
  }
  return answers;
};
