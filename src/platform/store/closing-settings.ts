import { z } from 'zod';
import type { SweepStore } from '../../ports/sweep-store';
import { count, jsonColumn } from './columns';
import { insertRows } from './insert-rows';
import { breakerOf, policyOf, standingOf } from './sweep-rows';
import { selectRows } from './statement';

const Setting = z.object({ body: jsonColumn(z.unknown()) });
const Approval = z.object({ approved_by: z.string(), approved_at: z.string(), policy_version: count, sole_admin: count });
const SWITCH = 'stopped';

/** Policy, breaker, approvals, the kill switch, and how the items stand. In SQL rather than in the key-value store, so that they are read where closes are written. */
export function closingSettings(): Pick<SweepStore, 'findPolicy' | 'savePolicy' | 'findBreaker' | 'saveBreaker' | 'isStopped' | 'saveStopped' | 'listApprovals' | 'saveApproval' | 'findStanding' | 'saveStanding'> {
  return {
    findPolicy: async (product) => {
      const value = await find(`policy:${product}`);
      return value === undefined ? undefined : policyOf(value);
    },
    savePolicy: (product, policy) => save(`policy:${product}`, policy),
    findBreaker: async (product) => {
      const value = await find(`breaker:${product}`);
      return value === undefined ? { kind: 'shut' } : breakerOf(value);
    },
    saveBreaker: (product, breaker) => save(`breaker:${product}`, breaker),
    findStanding: async (product) => {
      const value = await find(`standing:${product}`);
      return value === undefined ? undefined : standingOf(value);
    },
    saveStanding: (product, standing) => save(`standing:${product}`, standing),
    isStopped: async () => (await find(SWITCH)) === true,
    saveStopped: (stopped) => save(SWITCH, stopped),
    listApprovals: async (product) => {
      const text = 'SELECT approved_by, approved_at, policy_version, sole_admin FROM closing_approvals WHERE product = ? ORDER BY approved_at, approved_by';
      const rows = await selectRows('closing_approvals', Approval, text, [product]);
      return rows.map((row) => ({ by: row.approved_by, at: row.approved_at, policyVersion: row.policy_version, isSoleAdmin: row.sole_admin === 1 }));
    },
    /** The first yes of a person to a policy counts: saying it again does not move its date. */
    saveApproval: async (product, { by, at, policyVersion, isSoleAdmin }) => {
      const columns = ['product', 'policy_version', 'approved_by', 'approved_at', 'sole_admin'];
      await insertRows({ table: 'closing_approvals', columns, update: [] }, [[product, policyVersion, by, at, isSoleAdmin ? 1 : 0]]);
    },
  };
}

async function find(setting: string): Promise<unknown> {
  return (await selectRows('closing_settings', Setting, 'SELECT body FROM closing_settings WHERE setting = ?', [setting]))[0]?.body;
}

async function save(setting: string, value: unknown): Promise<void> {
  await insertRows({ table: 'closing_settings', columns: ['setting', 'body'], update: ['body'] }, [[setting, JSON.stringify(value)]]);
}
