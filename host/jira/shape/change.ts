import type { ChangeRow } from '../state/rows';
import type { Tenant } from '../state/tenant';
import { jiraTime } from './time';
import { userById } from './user';

/** One entry of an issue's history. Unset ends are left out as `null` texts, as Jira writes them. */
export function changeOf(tenant: Tenant, change: ChangeRow): unknown {
  return {
    id: change.id,
    ...(change.author === undefined ? {} : { author: userById(tenant, change.author) }),
    created: jiraTime(change.at),
    ...(change.metadata === undefined ? {} : { historyMetadata: change.metadata }),
    items: change.items,
  };
}
