import { RANK_FIELD, SPRINT_FIELD } from '../shape/fields';
import type { IssueRow, SprintRow } from '../state/rows';
import type { Act } from './events';
import { changed, record } from './record';

/** Puts issues next to another, in the order given, and writes it into their history. @throws JiraError 403 */
export function rankIssues(act: Act, issues: readonly IssueRow[], pivot: IssueRow, side: 'before' | 'after'): void {
  const moving = new Set(issues.map((one) => one.id));
  for (const issue of issues) demand(act, issue);
  const others = [...act.tenant.issues.all()].filter((one) => one.projectId === pivot.projectId && !moving.has(one.id)).sort((a, b) => a.rank - b.rank);
  const at = others.findIndex((one) => one.id === pivot.id);
  const [low, high] = side === 'before' ? [others[at - 1]?.rank ?? 0, pivot.rank] : [pivot.rank, others[at + 1]?.rank ?? pivot.rank + 2048];
  const step = (high - low) / (issues.length + 1);
  issues.forEach((issue, index) => {
    const verb = side === 'before' ? 'Ranked higher' : 'Ranked lower';
    record(act, { ...issue, rank: low + step * (index + 1) }, [changed(RANK_FIELD, ['', ''], ['', verb], 'Rank')]);
  });
}

/** Moves issues into an open sprint, or out of it; the closed sprints an issue was in stay with it. @throws JiraError 403 */
export function moveToSprint(act: Act, issues: readonly IssueRow[], target: SprintRow | undefined): void {
  const { tenant } = act;
  const name = (ids: readonly string[]): readonly [string, string] => [ids.join(', '), ids.map((id) => tenant.sprints.get(id)?.name ?? id).join(', ')];
  for (const issue of issues) {
    demand(act, issue);
    const past = issue.sprints.filter((id) => tenant.sprints.get(id)?.state === 'closed');
    const sprints = target === undefined ? past : [...past, target.id];
    const same = sprints.join() === issue.sprints.join();
    record(act, { ...issue, sprints }, same ? [] : [changed(SPRINT_FIELD, name(issue.sprints), name(sprints), 'Sprint')]);
  }
}

function demand({ tenant, sight }: Act, issue: IssueRow): void {
  const project = tenant.projects.get(issue.projectId);
  if (project !== undefined) sight.demand('SCHEDULE_ISSUES', project, 'schedule issues in this project');
}
