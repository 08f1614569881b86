import { z } from 'zod';

export const RoutesOf = z.object({ connection: z.string().min(1).max(40) });
export const SaveRoutes = z.object({
  connection: z.string().min(1).max(40),
  rules: z.array(z.object({ fact: z.string().min(1).max(40), value: z.string().trim().min(1).max(255), /** Empty: left out. */ product: z.string().max(40) })).max(200),
});

export interface RoutesView {
  readonly connections: readonly {
    readonly id: string;
    readonly name: string;
    /** Where everything goes while there is no rule. */
    readonly product: string;
    /** What a rule may look at, e.g. `brand`, `group`. */
    readonly facts: readonly string[];
    readonly rules: readonly { readonly fact: string; readonly value: string; readonly product: string }[];
    readonly unrouted: number;
    /** So many of the newest of those are grouped. */
    readonly looked: number;
    /** Of them, by what they have in common; the most first. */
    readonly groups: readonly { readonly fact: string; readonly value: string; readonly records: number }[];
  }[];
}

export const ROUTE_ENDPOINTS = ['admin.routes', 'admin.saveRoutes'] as const;
/** Which product a connection's records belong to; all need Administer Jira. */
export interface RouteEndpoints {
  'admin.routes': { input: Record<string, never>; output: RoutesView };
  'admin.saveRoutes': { input: z.input<typeof SaveRoutes>; output: RoutesView };
}
