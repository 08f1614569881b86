import type { SourceNeeds } from './source-needs';

const keyOf = (connection: string): string => `source-all-wanted:${connection}`;

/** A person asked for everything now: the next poll takes no turns. @throws StoreUnavailable */
export async function wantAll({ settings }: Pick<SourceNeeds, 'settings'>, connection: string, isWanted: boolean): Promise<void> {
  if (isWanted) await settings.save(keyOf(connection), true);
  else if ((await settings.find(keyOf(connection))) !== undefined) await settings.remove(keyOf(connection));
}

export async function isAllWanted({ settings }: Pick<SourceNeeds, 'settings'>, connection: string): Promise<boolean> {
  return (await settings.find(keyOf(connection))) === true;
}
