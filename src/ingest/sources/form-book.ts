import type { Connector } from '../../ports/connector';

/**
 * Under which name is kept what forms sent that are no connection yet: one for a kind of source and the hosts it reaches, so that it counts for whatever is
 * connected there. At most 40 characters, and no name that a connection could have.
 */
export function formBook({ id, hosts }: Pick<Connector, 'id' | 'hosts'>, settings: Readonly<Record<string, string>>): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  const text = [...hosts(settings)].sort().join();
  for (let index = 0; index < text.length; index += 1) {
    a = Math.imul(a ^ text.charCodeAt(index), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(index), 0x5bd1e995);
  }
  return `form:${id.slice(0, 18)}:${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
}
