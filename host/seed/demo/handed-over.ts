import type { Cast } from './authors';
import { diceFor, type Draft } from './draft';
import { readTexts } from './hand-written';
import { momentOn } from './moments';
import { needOf } from './needs';
import { HANDED_OVER } from './signals/handed-over';

/** What somebody of Spannerby marked or forwarded. It stands beside what is generated and takes no turn of its dice, so that nothing else moves. */
export function handedOverSignals(cast: Cast): readonly Draft[] {
  return readTexts(HANDED_OVER).map(({ source, need, title, text, day = '', account = '' }): Draft => {
    const chance = diceFor('handed over', text);
    return {
      source, need: needOf(need).id, product: 'dispatch', origin: 'by-hand', kind: 'said', at: momentOn(day, source, chance), text,
      author: cast.personOf(account, chance).id, account, ...(title === undefined ? {} : { title }),
    };
  });
}
