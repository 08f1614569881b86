import { epochMs, isoTime } from '../../../src/domain/time';
import { isHeard } from './accounts';
import type { Cast } from './authors';
import { STARTS_AT } from './calendar';
import { dice } from './dice';
import type { Draft } from './draft';
import { needOf } from './needs';
import { isLost } from './planted/gap';

/** How many of each were planted. */
export const EXACT_COPIES = 60;
export const NEAR_COPIES = 60;

const LONG_WORDS = 34;
const AFTERTHOUGHTS = ['Any news?', 'Anybody there?', 'Still waiting.', 'Did you get this?', '(sent again)'];

/** Things sent twice: word for word, or with a word more at the end; by the same person, in the same place, within two days. */
export function copiedSignals(generated: readonly Draft[], cast: Cast): readonly Draft[] {
  const chance = dice('copies');
  const accounts = new Map(cast.accounts.map((one) => [one.id, one]));
  const isCopied = (one: Draft, hours: number): boolean => {
    const account = one.account === undefined ? undefined : accounts.get(one.account);
    const at = later(one.at, hours);
    return at < STARTS_AT && account !== undefined && isHeard(account, at) && !isLost(one.source, at, one.need === undefined ? 'dispatch' : needOf(one.need).product) && (one.source === 'zd' || one.source === 'ic' || one.source === 'jsm') && wordsOf(one) >= LONG_WORDS;
  };
  const candidates = chance.shuffle(generated.filter((one) => one.origin === 'generated' && isCopied(one, 48))).slice(0, EXACT_COPIES + NEAR_COPIES);
  return candidates.flatMap((one, index) => {
    const isExact = index < EXACT_COPIES;
    const group = `copy-${index}`;
    const text = isExact ? one.text : `${one.text ?? ''} ${chance.pick(AFTERTHOUGHTS)}`;
    const copy: Draft = { ...one, at: later(one.at, chance.whole(1, 47)), origin: isExact ? 'copy' : 'near-copy', group };
    return [text === undefined ? copy : { ...copy, text }];
  });
}

function wordsOf({ text = '' }: Draft): number {
  return text.split(/\s+/).length;
}

function later(at: string, hours: number): string {
  return isoTime(epochMs(at) + hours * 3_600_000);
}
