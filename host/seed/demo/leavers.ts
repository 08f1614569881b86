import { epochMs, WEEK_IN_MS, type IsoTime } from '../../../src/domain/time';
import { churnedAt } from './accounts';
import type { Author, Cast } from './authors';
import { dice } from './dice';

/** Accounts that left and have not yet been asked why. */
export interface Leavers {
  /** Somebody of an account that left in the weeks before; undefined when none is left to ask. Each is asked once. */
  readonly take: (at: IsoTime) => Author | undefined;
}

const ASKED_WITHIN_WEEKS = 5;

export function makeLeavers(cast: Cast): Leavers {
  const chance = dice('leavers');
  const left = cast.accounts.filter((one) => churnedAt(one) !== undefined);
  return {
    take: (at) => {
      const index = left.findIndex((one) => {
        const since = epochMs(at) - epochMs(churnedAt(one) ?? at);
        return since > 0 && since < ASKED_WITHIN_WEEKS * WEEK_IN_MS;
      });
      const leaver = index < 0 ? undefined : left.splice(index, 1)[0];
      return leaver === undefined ? undefined : cast.personOf(leaver.id, chance);
    },
  };
}
