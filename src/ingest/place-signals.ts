import { authorIn, organisationIn } from '../domain/id-space';
import type { SignalOrigin } from '../domain/inbound';
import type { AccountHints } from '../domain/source-record';
import type { Ports } from '../ports/ports';
import type { UnroutedRecord } from '../ports/unrouted-store';
import { organisationDomain } from './accounts/origin';
import { findAccounts, resolveAccounts, type Placed } from './accounts/resolve-accounts';
import { plainSignal, type Prepared, type PrepareSignals } from './prepare-signals';
import { isAddressOrName, keptFacts, redactRecord } from './redact/redact-signal';
import { loadErased } from './subject/erased-people';
import { spaceOf } from './sources/id-spaces';
import type { SourceNeeds } from './sources/source-needs';
import { loadRoutes, NO_PRODUCT, routeOf } from './routing/routes';

type Needs = Pick<Ports, 'settings' | 'accounts' | 'unrouted' | 'loadPseudonym'> & Pick<SourceNeeds, 'findConnector'>;

/**
 * What every record of a connector goes through before the store: cleaned and cut, redacted, its ids told from other vendors', routed to a product, its account found. What no
 * rule routes is left out as `unrouted` and listed by its facts, without its words. A trial writes nothing. @throws StoreUnavailable
 */
export function placeSignals(needs: Needs, isTrial = false): PrepareSignals {
  return async (connection, records) => {
    const [pseudonym, routes, isErased] = await Promise.all([needs.loadPseudonym(), loadRoutes(needs, connection.id), loadErased(needs)]);
    const space = spaceOf(needs, connection);
    const unrouted: UnroutedRecord[] = [];
    const routed: string[] = [];
    const prepared = records.map((record): Prepared & { readonly origin?: SignalOrigin } => {
      // Under a stand-in nobody could take it away again, and under an address nobody may keep it.
      if (isAddressOrName(record.externalId)) return { kind: 'skipped', reason: 'unreadable: externalId' };
      const plain = plainSignal(connection, record);
      if (plain.kind === 'skipped') return plain;
      const product = routeOf(routes, record.routing, connection.product);
      if (product === undefined) {
        unrouted.push({ externalId: record.externalId, at: record.at, facts: keptFacts(record.routing) });
        return { kind: 'skipped', reason: 'unrouted' };
      }
      routed.push(record.externalId);
      if (product === NO_PRODUCT) return { kind: 'skipped', reason: 'out-of-scope' };
      const { author, account, ...redacted } = redactRecord(plain.signal, pseudonym, record.people);
      const signal = { ...redacted, ...(author === undefined ? {} : { author: authorIn(space, author) }), ...(account === undefined ? {} : { account: organisationIn(space, account) }) };
      if (isErased({ ...signal, kind: connection.connector, space: space.word })) return { kind: 'skipped', reason: 'erased' };
      return { kind: 'kept', product, signal, origin: originOfHints(record.account) };
    });
    if (routes.rules.length > 0 && !isTrial) await needs.unrouted.save(connection.id, unrouted, routed);
    const placed = prepared.flatMap((one): Placed[] => (one.kind === 'kept' ? [{ product: one.product, signal: one.signal, origin: one.origin ?? {}, space }] : []));
    const resolved = (isTrial ? (await findAccounts(needs.accounts, placed)).resolved : await resolveAccounts(needs.accounts, placed))[Symbol.iterator]();
    return prepared.map((one): Prepared => (one.kind === 'skipped' ? one : { kind: 'kept', product: one.product, signal: resolved.next().value?.signal ?? one.signal }));
  };
}

/** A provider of addresses to anybody says nothing about an organisation. */
function originOfHints(hints: AccountHints | undefined): SignalOrigin {
  const domain = hints?.domain === undefined ? undefined : organisationDomain(`x@${hints.domain}`);
  return { ...(hints?.organisation === undefined ? {} : { organisation: hints.organisation }), ...(domain === undefined ? {} : { domain }) };
}
