import type Resolver from '@forge/resolver';
import { Nothing } from '../../contract/panel';
import { SaveRoutes, type RoutesView } from '../../contract/routes';
import type { Connection } from '../../domain/connection';
import { NO_PRODUCT } from '../../ingest/routing/routes';
import { BadInput, NotFound } from '../../domain/errors';
import type { UnroutedRecord } from '../../ports/unrouted-store';
import type { App } from '../../app';
import { endpoint } from '../endpoint';
import { siteAdmin } from '../permissions';

const UNROUTED_LOOKED_AT = 500;
const GROUPS_SHOWN = 20;

/** Rules that say to which product a connection's records belong, and what none of them places. Every endpoint needs Administer Jira. */
export function defineRoutesAdmin(resolver: Resolver, app: App): void {
  const admin = siteAdmin(app.ports.tracker);
  resolver.define('admin.routes', endpoint('admin.routes', Nothing, admin, () => routesView(app)));
  resolver.define('admin.saveRoutes', endpoint('admin.saveRoutes', SaveRoutes, admin, async ({ connection, rules }) => {
    const known = (await app.sources.connections.listConnections()).find((one) => one.id === connection && one.state !== 'removed');
    if (known === undefined) throw new NotFound('no such connection');
    const products = new Set((await app.ports.stores.products.listProducts()).map((product) => product.id));
    const facts = factsOf(app, known);
    for (const [at, rule] of rules.entries()) {
      if (rule.product !== NO_PRODUCT && !products.has(rule.product)) throw new BadInput('admin.saveRoutes', `rule ${at + 1}`, 'no such product');
      if (!facts.includes(rule.fact)) throw new BadInput('admin.saveRoutes', `rule ${at + 1}`, `${known.name} knows no ${rule.fact}`);
    }
    await app.routes.save(connection, rules);
    return routesView(app);
  }));
}

async function routesView(app: App): Promise<RoutesView> {
  const connections = (await app.sources.connections.listConnections()).filter((one) => one.state !== 'removed');
  return { connections: await Promise.all(connections.map((one) => connectionView(app, one))) };
}

async function connectionView(app: App, connection: Connection): Promise<RoutesView['connections'][number]> {
  const { id, name, product } = connection;
  const [{ rules }, unrouted, newest] = await Promise.all([app.routes.load(id), app.ports.unrouted.count(id), app.ports.unrouted.list(id, UNROUTED_LOOKED_AT)]);
  return { id, name, product, facts: factsOf(app, connection), rules, unrouted, looked: newest.length, groups: groupsOf(newest) };
}

function factsOf(app: App, { connector, settings }: Connection): readonly string[] {
  const found = app.sources.connectors.find((one) => one.id === connector);
  return [...(found?.routes ?? []), ...(found?.routesOf?.(settings) ?? [])];
}

function groupsOf(records: readonly UnroutedRecord[]): RoutesView['connections'][number]['groups'] {
  const counts = new Map<string, { fact: string; value: string; records: number }>();
  for (const { facts } of records) {
    for (const [fact, values] of Object.entries(facts)) {
      for (const value of values) {
        const group = counts.get(`${fact} ${value}`) ?? { fact, value, records: 0 };
        group.records += 1;
        counts.set(`${fact} ${value}`, group);
      }
    }
  }
  return [...counts.values()].sort((a, b) => b.records - a.records || (a.value < b.value ? -1 : 1)).slice(0, GROUPS_SHOWN);
}
