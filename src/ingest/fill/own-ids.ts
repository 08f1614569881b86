import { authorIn, organisationIn } from '../../domain/id-space';
import type { PlacedRow } from '../prepare-chunk';
import { spaceOf } from '../sources/id-spaces';
import type { FillNeeds } from './fill-gap';

/** Rows of a vendor's export with the ids of people and organisations as the connection keeps them. @throws StoreUnavailable */
export async function ownIds(needs: Pick<FillNeeds, 'connections' | 'findConnector'>, connection: string, rows: readonly PlacedRow[]): Promise<readonly PlacedRow[]> {
  const found = await needs.connections.findConnection(connection);
  if (found === undefined) return rows;
  const space = spaceOf(needs, found);
  return rows.map(({ row: { author, account, ...row }, ...place }) => ({
    ...place,
    row: { ...row, ...(author === undefined ? {} : { author: authorIn(space, author) }), ...(account === undefined ? {} : { account: organisationIn(space, account) }) },
  }));
}
