import { z } from 'zod';
import type { AccountFacts } from '../../domain/account';
import { defined, Id, readId, readShort, Short, Time } from '../fields';
import { readTime } from '../read-time';
import { refused, type RowKind, type RowResult } from '../row-kind';
import { organisationDomain } from './origin';

/** One line of a list of accounts: what is true of an account from a day on, and by what it is found. */
export interface AccountRow extends Omit<AccountFacts, 'from'> {
  readonly name: string;
  readonly domains: readonly string[];
  readonly organisations: readonly string[];
  /** Absent: from the beginning of what we hold. */
  readonly from?: string;
}

const AccountShape = z.object({
  account: Id.describe('Your id of the account; the same id on several lines is the same account at several times.'),
  name: Short.exactOptional(),
  domains: z.array(Short).exactOptional().describe('Mail domains of its people, with ; between.'),
  organisations: z.array(Short).exactOptional().describe('Ids under which sources know it, with ; between.'),
  plan: Short.exactOptional(),
  segment: Short.exactOptional(),
  state: Short.exactOptional().describe('For example active, churned, trial.'),
  revenue: z.number().exactOptional().describe('A year.'),
  currency: z.string().max(8).exactOptional(),
  from: Time.exactOptional().describe('The day from which the line is true; without it, from the beginning.'),
});

export const accountRows: RowKind<AccountRow> = { schema: AccountShape, lists: ['domains', 'organisations'], numbers: [], amounts: ['revenue'], spare: ['revenue'], toRow };

function toRow(value: Readonly<Record<string, unknown>>): RowResult<AccountRow> {
  const given = AccountShape.parse(value);
  const account = readId(given.account);
  if (account === undefined) return refused('account', 'empty, or with control characters');
  const from = given.from === undefined ? undefined : readTime(given.from);
  if (given.from !== undefined && from === undefined) return refused('from', 'not a date');
  const domains = (given.domains ?? []).map((domain) => organisationDomain(`x@${domain.trim().replace(/^@/, '')}`));
  if (domains.includes(undefined)) return refused('domains', 'not a domain of one organisation');
  const isAmount = given.revenue === undefined || given.revenue >= 0;
  return {
    ok: true,
    notes: isAmount ? [] : [{ field: 'revenue', reason: 'below nothing: left out' }],
    row: {
      account,
      name: readShort(given.name) ?? account,
      domains: domains.filter((domain) => domain !== undefined),
      organisations: (given.organisations ?? []).flatMap((one) => readShort(one) ?? []),
      ...defined({ from, plan: readShort(given.plan), segment: readShort(given.segment), state: readShort(given.state), revenue: isAmount ? given.revenue : undefined, currency: readShort(given.currency) }),
    },
  };
}
