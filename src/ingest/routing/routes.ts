import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import type { RoutingFacts } from '../../domain/source-record';
import type { Ports } from '../../ports/ports';

/** Records of which one of these facts holds belong to this product. */
export interface RouteRule {
  /** What is looked at, e.g. `brand`, `group`, `form`, `tag`, `app`, `repository`. */
  readonly fact: string;
  readonly value: string;
  /** Or `NO_PRODUCT`. */
  readonly product: string;
}

/** An admin says that these are no product's customers: left out by choice, they doubt nothing. */
export const NO_PRODUCT = '';

/** The rules of one connection: the first that fits counts. */
export interface Routes {
  readonly rules: readonly RouteRule[];
}

const Saved = z.object({ rules: z.array(z.object({ fact: z.string(), value: z.string(), product: z.string() })) });
const keyOf = (connection: string): string => `routes:${connection}`;

/** @throws StoreUnavailable BadInput */
export async function loadRoutes({ settings }: Pick<Ports, 'settings'>, connection: string): Promise<Routes> {
  const saved = await settings.find(keyOf(connection));
  return saved === undefined ? { rules: [] } : parseAt('settings', Saved, saved);
}

export async function saveRoutes({ settings }: Pick<Ports, 'settings'>, connection: string, routes: Routes): Promise<void> {
  await settings.save(keyOf(connection), routes);
}

/**
 * The product a record belongs to. Without rules the connection's own; with rules the first that fits, and where none does undefined:
 * a record that nobody placed is shown as unrouted, and is never put somewhere by default. `NO_PRODUCT` where a rule leaves it out.
 */
export function routeOf({ rules }: Routes, facts: RoutingFacts | undefined, own: string): string | undefined {
  if (rules.length === 0) return own;
  return rules.find(({ fact, value }) => (facts?.[fact] ?? []).some((one) => one.toLowerCase() === value.toLowerCase()))?.product;
}
