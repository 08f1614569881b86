/**
 * Sources number their people and organisations each for themselves: 4711 of one vendor is nobody of another. An id of theirs is kept behind the
 * word of whoever numbers, as in `acme.zendesk.com:4711`. Two connections to one vendor's account have the same word, so that nobody counts twice.
 */
export interface IdSpace {
  /** Never empty, and without a colon. */
  readonly word: string;
  /** Its people have ids that mean the same person wherever they stand (Jira's account ids, a tenant's own user ids): those are kept as they are. */
  readonly sharesPeople: boolean;
}

/** The id as it is kept. A stand-in comes from an address and means the same person in every source. */
export function inSpace(word: string, id: string): string {
  return isStandIn(id) ? id : `${word}:${id}`;
}

/** The id as the vendor knows it. What was kept without the word, as a stand-in, stays as it is. */
export function outOfSpace(word: string, id: string): string {
  return id.startsWith(`${word}:`) ? id.slice(word.length + 1) : id;
}

/** An author's id as it is kept. Without a space (files, senders of our own) ids are the tenant's own. */
export function authorIn(space: IdSpace | undefined, author: string): string {
  return space === undefined || space.sharesPeople ? author : inSpace(space.word, author);
}

/** An organisation's id as it is kept; as an account's id it stands for whom no rule names. */
export function organisationIn(space: IdSpace | undefined, organisation: string): string {
  return space === undefined ? organisation : inSpace(space.word, organisation);
}

/** Made of an address or a name (`Pseudonym`). */
export function isStandIn(id: string): boolean {
  return id.startsWith('person-');
}
