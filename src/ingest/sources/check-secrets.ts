import { secretKey, type Connection } from '../../domain/connection';
import { BadInput, NotFound } from '../../domain/errors';
import type { CheckedForm, ConnectionForm } from './connect-source';
import type { SourceNeeds } from './source-needs';

/**
 * The connection that a form changes, with its secrets complete: typed now, or stored for the very same hosts. A stored secret goes nowhere else:
 * whoever may change an address could otherwise read it there.
 * @throws NotFound when there is no such connection; BadInput naming the secret that has to be typed
 */
export async function checkSecrets(needs: Pick<SourceNeeds, 'connections' | 'settings' | 'findConnector'>, form: Pick<ConnectionForm, 'id' | 'connector'>, { connector, settings, secrets }: CheckedForm): Promise<Connection | undefined> {
  const known = form.id === undefined ? undefined : await needs.connections.findConnection(form.id);
  if (form.id !== undefined && (known === undefined || known.state === 'removed')) throw new NotFound('no such source');
  if (known !== undefined && known.connector !== form.connector) throw new BadInput('source', 'connector', 'Another kind of source cannot take its place: remove this one and connect the other');
  const isElsewhere = known !== undefined && !isSameHosts(connector.hosts(known.settings), connector.hosts(settings));
  for (const field of connector.fields) {
    if (field.kind !== 'secret' || secrets[field.name] !== undefined) continue;
    const isStored = known !== undefined && ((await needs.settings.findSecret(secretKey(known.id, field.name))) ?? '') !== '';
    if (isStored && isElsewhere) throw new BadInput('source', field.name, `Type this again, for the address is another one: ${field.label}`);
    if (!isStored && field.isOptional !== true) throw new BadInput('source', field.name, `Fill this in: ${field.label}`);
  }
  return known;
}

function isSameHosts(before: readonly string[], after: readonly string[]): boolean {
  return [...before].sort().join() === [...after].sort().join();
}
