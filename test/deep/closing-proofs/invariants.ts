import type { World } from '../../fakes/closing-world';

/** Checked from Jira's own list of writes, not from what the app says it did. */
export function violationsOf(world: World): readonly string[] {
  const found: string[] = [];
  const intents = new Map<string | undefined, string>(
    world.ledger.entries.filter((entry) => entry.kind.endsWith('-intent')).map((entry) => [entry.op, entry.at]),
  );
  const seen = new Map<string, number>();
  for (const { kind, issue, op, at } of world.jira.writes) {
    if (kind !== 'transition' && kind !== 'addComment') continue;
    const key = `${kind} ${issue} ${op ?? ''}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
    if (seen.get(key) === 2) found.push(`two of ${key}`);
    const intent = intents.get(op);
    if (kind === 'transition' && (intent === undefined || intent > at)) found.push(`transition of ${issue} without an earlier intent`);
  }
  for (const [id, one] of world.jira.issues) {
    const closes = one.changes.filter((change) => change.field === 'status' && change.author === 'app-account' && change.to === '3').length;
    const undos = one.changes.filter((change) => change.field === 'status' && change.author === 'app-account' && change.to !== '3').length;
    if (closes - undos > 1) found.push(`${id} was closed twice`);
  }
  return found;
}
