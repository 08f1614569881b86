import { SourceForbidden, SourceNotThere } from '../../domain/source-errors';
import { listSetting } from './list-setting';

/** Tests each value of a list setting in turn; a failure says which one it is about. @throws SourceError */
export async function testEach<Found>(setting: string | undefined, tryOne: (value: string) => Promise<Found>): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const value of listSetting(setting)) {
    try {
      found.push(await tryOne(value));
    } catch (error) {
      // A key that is not accepted, or silence, is about none of them.
      if (error instanceof SourceNotThere || error instanceof SourceForbidden) error.about = value;
      throw error;
    }
  }
  return found;
}
