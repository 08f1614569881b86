import type { IsoTime } from '../../../src/domain/time';
import { seededRandom } from '../../../src/domain/random';
import type { Author } from './authors';
import { dice, type Dice } from './dice';
import type { DemoNeed, DemoProduct } from './needs';
import { versionAt } from './releases';
import type { SourceCode } from './sources';

/** How a signal came to be: by hand, by the generator, or planted on purpose. */
export type Origin = 'by-hand' | 'language' | 'personal-data' | 'injection' | 'echo' | 'restricted' | 'generated' | 'shouting' | 'before-silence' | 'copy' | 'near-copy' | 'usage';

/** A signal before it has an id. */
export interface Draft {
  readonly source: SourceCode;
  readonly product: DemoProduct;
  readonly need?: string;
  readonly origin: Origin;
  readonly at: IsoTime;
  readonly kind: 'said' | 'did';
  readonly title?: string;
  readonly text?: string;
  readonly event?: string;
  readonly author?: string;
  readonly account?: string;
  readonly locale?: string;
  readonly rating?: number;
  readonly value?: number;
  readonly status?: string;
  readonly version?: string;
  /** Joins the signals of one echo, or a copy with what it copies. */
  readonly group?: string;
}

/** Facts that a source adds by itself: what it knows of the speaker, and what state the thing is in. */
export function factsOf(source: SourceCode, need: DemoNeed, at: IsoTime, author: Author | undefined, chance: Dice): Partial<Draft> & Pick<Draft, 'product'> {
  const product = source === 'app' ? 'crew' : need.id.startsWith('noise-') && chance.yes(0.3) ? 'crew' : need.product;
  // Stores and GitHub know nobody's company.
  const isTold = author !== undefined && source !== 'app' && chance.yes(source === 'gh' ? 0.5 : source === 'nps' ? 0.85 : 0.95);
  const knowsAccount = isTold && source !== 'gh';
  const status = statusOf(source, chance);
  const version = versionOf(source, product, at, chance);
  return {
    product,
    author: authorAt(source, author, at),
    ...(knowsAccount && author !== undefined ? { account: author.account.id } : {}),
    locale: `en-${author?.account.country.code ?? 'GB'}`,
    ...(status === undefined ? {} : { status }),
    ...(version === undefined ? {} : { version }),
    ...ratingOf(source, need, chance),
  };
}

/** A store shows its own name for a person; elsewhere it is the person's own id. */
function authorAt(source: SourceCode, author: Author | undefined, at: IsoTime): string {
  const id = author?.id ?? `guest-${code(at + source)}`;
  return source === 'app' ? `store-${code(id)}` : id;
}

function code(text: string): string {
  return Math.floor(seededRandom(text)() * 2_000_000_000).toString(36);
}

function ratingOf(source: SourceCode, need: DemoNeed, chance: Dice): Pick<Draft, 'rating'> {
  const isPraise = need.id === 'noise-praise';
  if (source === 'app') return { rating: isPraise ? chance.weigh([[5, 8], [4, 2]]) : chance.weigh([[1, 42], [2, 34], [3, 20], [4, 4]]) };
  if (source !== 'nps') return {};
  return { rating: isPraise ? chance.weigh([[10, 5], [9, 4], [8, 1]]) : chance.weigh([[0, 5], [1, 5], [2, 9], [3, 12], [4, 14], [5, 17], [6, 22], [7, 12], [8, 4]]) };
}

function statusOf(source: SourceCode, chance: Dice): string | undefined {
  if (source === 'zd') return chance.weigh([['solved', 7], ['closed', 2], ['open', 1], ['pending', 1]]);
  if (source === 'jsm') return chance.weigh([['Resolved', 6], ['Waiting for support', 2], ['In progress', 2]]);
  if (source === 'gh') return chance.weigh([['open', 6], ['closed', 4]]);
  return source === 'ic' ? chance.weigh([['closed', 9], ['open', 1]]) : undefined;
}

/** Phones take a new version within two weeks, and tell us which they have; a desktop has it at once, and mostly nobody says. */
function versionOf(source: SourceCode, product: DemoProduct, at: IsoTime, chance: Dice): string | undefined {
  if (product === 'crew') return source === 'app' || chance.yes(0.5) ? versionAt('CRW', at.slice(0, 10), chance.whole(0, 13)) : undefined;
  return (source === 'zd' || source === 'ic' || source === 'jsm') && chance.yes(0.4) ? versionAt('DSP', at.slice(0, 10), 0) : undefined;
}

/** Dice of their own for one text, so that adding a text elsewhere does not change it. */
export function diceFor(...names: readonly (string | number)[]): Dice {
  return dice(names.join(' '));
}
