import type { Finding } from './finding';
import type { Manifest } from './read-manifest';

/** The one action of an agent that may write: it adds a line to a list that a person decides. */
const MAY_WRITE = new Set(['propose-change']);

/**
 * What Atlassian's validator lets pass about agents: an action that no agent has (it could never be called), inputs without words for the
 * model to go by, and a verb that writes. What reads untrusted text must not change anything.
 */
export function agentFindings({ modules }: Manifest): Finding[] {
  const actions = modules['action'] ?? [];
  const used = new Set((modules['rovo:agent'] ?? []).flatMap((agent) => (Array.isArray(agent['actions']) ? agent['actions'] : [])));
  const known = new Set(actions.map(({ key }) => key));
  return [
    ...[...used].filter((key) => !known.has(String(key))).map((key) => error(`an agent names the action ${String(key)}, which is not there`)),
    ...actions.filter(({ key }) => !used.has(key)).map(({ key }) => error(`no agent has the action ${key}`)),
    ...actions.filter((action) => action['actionVerb'] !== 'GET' && !MAY_WRITE.has(action.key)).map(({ key, actionVerb }) => error(`${key} may ${String(actionVerb)}; only ${[...MAY_WRITE].join(', ')} may write`)),
    ...actions.flatMap(({ key, inputs }) =>
      Object.entries(typeof inputs === 'object' && inputs !== null ? inputs : {})
        .filter(([, input]) => typeof input !== 'object' || input === null || !('description' in input))
        .map(([name]) => error(`${key}: the input ${name} has no description for the agent to go by`)),
    ),
  ];
}

function error(text: string): Finding {
  return { check: 'agents', level: 'error', text };
}
