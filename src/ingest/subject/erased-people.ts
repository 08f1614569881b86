import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import { outOfSpace } from '../../domain/id-space';
import type { IsoTime } from '../../domain/time';
import type { Ports } from '../../ports/ports';
import type { Pseudonym } from '../../ports/pseudonym';

type Needs = Pick<Ports, 'settings' | 'loadPseudonym'>;

/** Somebody by the id under which their words were kept, at one kind of source. */
export interface ErasedPerson {
  /** Of the source (`zendesk`, `file`, `inbound`): the same number elsewhere is somebody else. */
  readonly kind: string;
  readonly by: 'author' | 'account';
  readonly text: string;
}

/** Who said something, where and when. */
export interface SaidBy {
  readonly kind: string;
  readonly author?: string;
  readonly account?: string;
  readonly at: IsoTime;
  /** Who numbers there (`IdSpace`). */
  readonly space?: string;
}

const Part = z.array(z.tuple([z.string(), z.string()]));
/** Far below what one setting may hold. */
const PEOPLE_A_PART = 3_000;

const keyOf = (part: number): string => `erased-people:${part}`;

/**
 * Remembers, as marks that only this site can make, whose words of until now were erased: the same source connected anew, a file handed in again or a
 * delivery that waited must not bring them back. Said twice it is kept once, with the later time. @throws StoreUnavailable BadInput
 */
export async function rememberErased(needs: Needs, people: readonly ErasedPerson[], at: IsoTime): Promise<void> {
  const pseudonym = await needs.loadPseudonym();
  const known = await loadParts(needs);
  const marks = new Map(known.flat());
  const fresh = new Map<string, IsoTime>();
  for (const person of people) {
    const mark = markOf(pseudonym, person);
    if ((marks.get(mark) ?? '') < at) fresh.set(mark, at);
  }
  if (fresh.size === 0) return;
  const all = [...new Map([...marks, ...fresh])];
  for (let part = 0; part * PEOPLE_A_PART < all.length; part += 1) await needs.settings.save(keyOf(part), all.slice(part * PEOPLE_A_PART, (part + 1) * PEOPLE_A_PART));
}

/** Tells of words whether they were said before their author, or the author's account, was erased. @throws StoreUnavailable BadInput */
export async function loadErased(needs: Needs): Promise<(said: SaidBy) => boolean> {
  const marks = new Map((await loadParts(needs)).flat());
  if (marks.size === 0) return () => false;
  const pseudonym = await needs.loadPseudonym();
  const isBefore = (at: IsoTime, person: ErasedPerson): boolean => at <= (marks.get(markOf(pseudonym, person)) ?? '');
  return ({ kind, author, account, at, space }) => {
    // Who was erased by the bare id, before it was kept behind the word of whoever numbers, stays erased.
    const isMarked = (by: ErasedPerson['by'], id: string): boolean => isBefore(at, { kind, by, text: id }) || (space !== undefined && isBefore(at, { kind, by, text: outOfSpace(space, id) }));
    return (author !== undefined && isMarked('author', author)) || (account !== undefined && isMarked('account', account));
  };
}

function markOf(pseudonym: Pseudonym, { kind, by, text }: ErasedPerson): string {
  return pseudonym(`erased ${by} ${kind} ${text}`).replace('person-', '').slice(0, 20);
}

async function loadParts({ settings }: Needs): Promise<readonly z.output<typeof Part>[]> {
  const parts: z.output<typeof Part>[] = [];
  for (;;) {
    const saved = await settings.find(keyOf(parts.length));
    if (saved === undefined) return parts;
    parts.push(parseAt('settings', Part, saved));
  }
}
