import { AnswerLost, WriteRefused } from '../domain/closing-errors';
import { canonical } from './ledger-chain';
import { write, type Closing } from './closing';
import { issueProperties } from './issue-properties';
import { loadHeard } from './load-cases';
import { loadPolicy } from './gates';

export interface Published {
  readonly written: number;
  readonly unchanged: number;
  /** Left for the next run: the budget of this one is used up, or Jira refused. */
  readonly left: number;
}

/** Writes what JQL may know to the issues where it changed, at most `budget` of them (one point each). Outcomes come by issue id. */
export async function publishProperties(closing: Closing, product: string, outcomes: ReadonlyMap<string, string>, budget: number): Promise<Published> {
  const verdicts = await closing.sweeps.listVerdicts(product);
  const policy = await loadPolicy(closing, product);
  const judged = new Map(verdicts.map((verdict) => [verdict.issue, verdict]));
  // What shipped is done: closing has no verdict on it, and its outcome is what is asked for.
  const issues = [...new Set([...judged.keys(), ...outcomes.keys()])];
  const heard = await loadHeard(closing, product, issues, policy);
  const published = await closing.sweeps.listPublished(product);
  let written = 0;
  let unchanged = 0;
  let left = 0;
  for (const issue of issues) {
    const [outcome, verdict] = [outcomes.get(issue), judged.get(issue)];
    const properties = issueProperties({
      ...(verdict === undefined ? {} : { verdict }),
      evidence: heard.digests.get(issue)?.evidence ?? [],
      decisions: heard.decisions.get(issue) ?? [],
      signal: (id) => heard.signals.get(id),
      ...(outcome === undefined ? {} : { outcome }),
    });
    if (canonical(published[issue]) === canonical(properties)) unchanged += 1;
    else if (written >= budget) left += 1;
    else if (await publish(closing, product, issue, properties)) written += 1;
    else left += 1;
  }
  return { written, unchanged, left };
}

async function publish(closing: Closing, product: string, issue: string, properties: ReturnType<typeof issueProperties>): Promise<boolean> {
  try {
    await write(closing, 'properties', () => closing.tracker.saveProperties(issue, properties));
  } catch (error) {
    if (error instanceof WriteRefused || error instanceof AnswerLost) return false;
    throw error;
  }
  await write(closing, 'published', () => closing.sweeps.savePublished(product, issue, properties));
  return true;
}
