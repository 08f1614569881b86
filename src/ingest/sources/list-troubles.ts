import type { IsoTime } from '../../domain/time';
import type { ConnectionStore } from '../../ports/connection-store';

/** A list beside the records that could not be read: without accounts customers have no company, without links nobody's confirmation is seen. */
export interface ListTrouble {
  readonly list: 'accounts' | 'links';
  readonly since: IsoTime;
  readonly reason: string;
}

/** Records are heard all the same, so this is no gap; but "unknown account" and "no link" must not look like the customers' doing. */
export async function listTroubles(connections: Pick<ConnectionStore, 'findFeed'>, connection: string): Promise<readonly ListTrouble[]> {
  const lists = ['accounts', 'links'] as const;
  const feeds = await Promise.all(lists.map((list) => connections.findFeed(connection, list)));
  return lists.flatMap((list, at): ListTrouble[] => {
    const blind = feeds[at]?.blind;
    return blind === undefined ? [] : [{ list, ...blind }];
  });
}
