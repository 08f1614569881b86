import type { z } from 'zod';
import type { FlagMembers, OutcomeMembers } from '../../contract/outcomes';
import type { SignalList } from '../../contract/panel';
import { NotFound } from '../../domain/errors';
import type { App } from '../../app';
import type { Caller } from '../caller';
import { getContract } from './load-outcomes';
import { listFlagMembers, listOutcomeMembers, type ListedIn } from './members';
import { outcomeLine } from './outcome-line';

/** The list behind a number on the panel of an issue: of this very issue and no other. @throws NotFound */
export async function membersOnPanel(app: App, { issueId = '' }: Caller, input: z.output<typeof OutcomeMembers>): Promise<SignalList> {
  const listed = await listedIn(app, issueId);
  if (input.issue !== issueId) throw new NotFound('no such outcome');
  return listOutcomeMembers(app, listed, await getContract(app, listed.product.id, input.contract), input);
}

/** The list behind an early flag that the panel of this issue shows. @throws NotFound */
export async function flagMembersOnPanel(app: App, caller: Caller, input: z.output<typeof FlagMembers>): Promise<SignalList> {
  const listed = await listedIn(app, caller.issueId ?? '');
  const { flags } = await outcomeLine(app, caller);
  if (!flags.some((flag) => flag.contract === input.contract && flag.theme === input.theme)) throw new NotFound('no such flag');
  return listFlagMembers(app, listed, await getContract(app, listed.product.id, input.contract), input);
}

async function listedIn({ ports }: App, issueId: string): Promise<ListedIn> {
  const found = await ports.stores.issues.findIssue(issueId);
  if (found === undefined || found.issue.visibility === 'hidden') throw new NotFound('no such work item');
  const sources = await ports.stores.products.listSources(found.product);
  return { product: { id: found.product }, sourceNames: new Map(sources.filter((source) => source.visibility !== 'hidden').map((source) => [source.id, { name: source.name, kind: source.kind }])) };
}
