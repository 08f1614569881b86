import { z } from 'zod';
import { NOTHING_SPENT } from '../../domain/agent-settings';
import type { AgentStore } from '../../ports/agent-store';
import { count } from './columns';
import { insertRows } from './insert-rows';
import { changeRows, selectRows, write } from './statement';

const Row = z.object({ tokens: count, money: count, held_tokens: count, held_money: count });

/**
 * The month's budget. A promise is one conditional update, so that two askers cannot both take the last of it. A process that dies
 * between two statements leaves a promise standing: too much is counted, never too little.
 */
export function agentSpend(): Pick<AgentStore, 'hold' | 'settle' | 'findSpend'> {
  return { hold, settle, findSpend };
}

const hold: AgentStore['hold'] = async ({ id, product, month, tokens, money }, budget) => {
  await insertRows({ table: 'agent_spend', columns: ['product', 'spend_month', 'tokens', 'money', 'held_tokens', 'held_money'], update: [] }, [[product, month, 0, 0, 0, 0]]);
  const text = `UPDATE agent_spend SET held_tokens = held_tokens + ?, held_money = held_money + ?
    WHERE product = ? AND spend_month = ? AND tokens + held_tokens + ? <= ? AND money + held_money + ? <= ?`;
  if ((await changeRows('agent_spend', text, [tokens, money, product, month, tokens, budget.tokens, money, budget.money])) === 0) return false;
  await insertRows({ table: 'agent_holds', columns: ['hold_id', 'product', 'spend_month', 'tokens', 'money'], update: [] }, [[id, product, month, tokens, money]]);
  return true;
};

const settle: AgentStore['settle'] = async (held, cost) => {
  if ((await changeRows('agent_holds', 'DELETE FROM agent_holds WHERE hold_id = ?', [held.id])) === 0) return;
  const text = 'UPDATE agent_spend SET held_tokens = held_tokens - ?, held_money = held_money - ?, tokens = tokens + ?, money = money + ? WHERE product = ? AND spend_month = ?';
  await write('agent_spend', text, [held.tokens, held.money, cost.tokens, cost.money, held.product, held.month]);
};

const findSpend: AgentStore['findSpend'] = async (product, month) => {
  const [row] = await selectRows('agent_spend', Row, 'SELECT tokens, money, held_tokens, held_money FROM agent_spend WHERE product = ? AND spend_month = ?', [product, month]);
  return row === undefined ? NOTHING_SPENT : { tokens: row.tokens, money: row.money, heldTokens: row.held_tokens, heldMoney: row.held_money };
};
