import type { DebateView } from '../../contract/debate';
import type { OutcomeContract } from '../../domain/outcome';
import type { ReleaseChoice } from '../../domain/release-choice';
import { epochMs } from '../../domain/time';
import type { App } from '../../app';

/** A ring or flag of an issue that was started, by whichever choice. */
export interface StartedRollOut {
  /** The choice that started it: it keeps this id however often it is widened. */
  readonly choice: string;
  readonly contract: OutcomeContract;
  readonly everyoneSince?: string;
}

/** What was started last for an issue, a running one before any that ended: a newer choice does not make it disappear. */
export async function rollOutOfIssue(app: App, product: string, choices: readonly ReleaseChoice[]): Promise<StartedRollOut | undefined> {
  const started: StartedRollOut[] = [];
  for (const [choice, contract] of await app.talking.rollOutsOf(product, choices.map((one) => one.id))) {
    const everyoneSince = contract.edits.find((edit) => edit.what === 'released-to-all')?.at;
    started.push({ choice, contract, ...(everyoneSince === undefined ? {} : { everyoneSince }) });
  }
  const age = ({ contract }: StartedRollOut): number => epochMs(contract.frozenAt);
  return started.sort((a, b) => Number(isRunning(b)) - Number(isRunning(a)) || age(b) - age(a))[0];
}

/** Some have it and others do not: it can be widened, ended or taken back. */
export function isRunning({ contract, everyoneSince }: StartedRollOut): boolean {
  return contract.state.kind === 'live' && everyoneSince === undefined;
}

export function rollOutView({ contract, everyoneSince }: StartedRollOut): NonNullable<DebateView['rollOut']> {
  return { contract: contract.id, startedAt: contract.release.releasedAt, state: contract.state.kind, accounts: contract.exposure?.length ?? 0, ...(everyoneSince === undefined ? {} : { everyoneSince }) };
}

/** Accounts of the standing choice that do not have it yet; none where what was started for it has ended. */
export function accountsToCome(standing: ReleaseChoice | undefined, started: StartedRollOut | undefined): readonly string[] {
  if (standing === undefined) return [];
  if (started === undefined) return standing.accounts;
  if (isRunning(started)) {
    const known = new Set((started.contract.exposure ?? []).map((one) => one.account));
    return standing.accounts.filter((account) => !known.has(account));
  }
  // What ended before this was decided does not stand in its way.
  return started.contract.frozenAt < standing.at ? standing.accounts : [];
}
