import type { AccountFacts } from './account';
import type { IsoTime } from './time';

/** What stands on its own among the facts; the currency goes with the revenue that it is said of. */
export type AccountField = 'plan' | 'segment' | 'state' | 'revenue';

export const ACCOUNT_FIELDS: readonly AccountField[] = ['plan', 'segment', 'state', 'revenue'];

/** What one says of one field. */
export interface FieldClaim {
  readonly value: string | number;
  /** Of a revenue, where one was told. */
  readonly currency?: string;
  /** Since when they say this; saying the same again changes nothing. */
  readonly from: IsoTime;
  /** Absent: a list that a person handed in. */
  readonly source?: string;
}

/** A field of which not everybody says the same: what counts, then who says otherwise. */
export interface FieldDispute {
  readonly field: AccountField;
  readonly counts: FieldClaim;
  readonly others: readonly FieldClaim[];
}

/** Rows as they were kept before it was noted who said them: nobody knows whose, so they weigh as a source does. */
export const UNKNOWN_TELLER = '*';

/**
 * What was true at a moment, field by field: what a person's list says, else the newest word of any source. Who does not know a field wipes
 * nothing. Undefined before the first thing that is known, never guessed backwards. The order of the rows does not matter.
 */
export function factsAt(facts: readonly AccountFacts[], at: IsoTime): AccountFacts | undefined {
  const known = claimsAt(facts, at).flatMap(({ field, claims }) => (claims[0] === undefined ? [] : [{ field, claim: claims[0] }]));
  const [first] = facts;
  if (first === undefined || known.length === 0) return undefined;
  const currency = known.find(({ field }) => field === 'revenue')?.claim.currency;
  return {
    account: first.account,
    from: known.map(({ claim }) => claim.from).reduce((newest, from) => (newest < from ? from : newest)),
    ...Object.fromEntries(known.map(({ field, claim }) => [field, claim.value])),
    ...(currency === undefined ? {} : { currency }),
  };
}

/** Fields of which somebody says something else than what counts at that moment. Case and blanks around are no difference, nor is a currency that one does not tell. */
export function disputesAt(facts: readonly AccountFacts[], at: IsoTime): readonly FieldDispute[] {
  return claimsAt(facts, at).flatMap(({ field, claims: [counts, ...rest] }) => {
    const others = counts === undefined ? [] : rest.filter((one) => !sayTheSame(one, counts));
    return counts === undefined || others.length === 0 ? [] : [{ field, counts, others }];
  });
}

/** Per field what each says at that moment, what counts first: a person's list, then the newest, then by name so that it is the same every time. */
function claimsAt(facts: readonly AccountFacts[], at: IsoTime): readonly { readonly field: AccountField; readonly claims: readonly FieldClaim[] }[] {
  const tellers = [...Map.groupBy(facts.filter((one) => one.from <= at), (one) => one.source ?? '').values()].map((rows) => rows.sort((a, b) => (a.from < b.from ? -1 : 1)));
  return ACCOUNT_FIELDS.map((field) => ({ field, claims: tellers.flatMap((rows) => claimOf(rows, field) ?? []).sort(byWeight) }));
}

/** The newest word of one teller, since they began to say it. */
function claimOf(rows: readonly AccountFacts[], field: AccountField): FieldClaim | undefined {
  let claim: FieldClaim | undefined;
  for (const row of rows) {
    const value = row[field];
    const currency = field === 'revenue' ? row.currency : undefined;
    if (value === undefined || (claim?.value === value && claim.currency === currency)) continue;
    claim = { value, from: row.from, ...(currency === undefined ? {} : { currency }), ...(row.source === undefined ? {} : { source: row.source }) };
  }
  return claim;
}

function byWeight(a: FieldClaim, b: FieldClaim): number {
  if ((a.source === undefined) !== (b.source === undefined)) return a.source === undefined ? -1 : 1;
  if (a.from !== b.from) return a.from < b.from ? 1 : -1;
  return (a.source ?? '') < (b.source ?? '') ? -1 : 1;
}

function sayTheSame(a: FieldClaim, b: FieldClaim): boolean {
  const plain = ({ value }: FieldClaim): string => String(value).trim().toLowerCase();
  return plain(a) === plain(b) && (a.currency === undefined || b.currency === undefined || a.currency.toUpperCase() === b.currency.toUpperCase());
}
