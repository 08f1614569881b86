import { z } from 'zod';
import type { AgentStore } from '../../ports/agent-store';
import { StoredBrief, StoredSettings } from './agent-rows';
import { agentLabels } from './agent-labels';
import { agentReadings } from './agent-readings';
import { agentSpend } from './agent-spend';
import { agentVectors } from './agent-vectors';
import { agentWordings } from './agent-wordings';
import { forgetDerived } from './forget-derived';
import { jsonColumn } from './columns';
import { insertRows } from './insert-rows';
import { selectRows, write } from './statement';

const Settings = z.object({ body: jsonColumn(StoredSettings) });
const Brief = z.object({ body: jsonColumn(StoredBrief) });
const Reply = z.object({ body: z.string() });

/** What the agent keeps, in SQL. */
export function agentStore(): AgentStore {
  return {
    ...agentSpend(),
    ...agentReadings(),
    ...agentVectors(),
    ...agentLabels(),
    ...agentWordings(),
    findSettings: async (product) => (await selectRows('agent_settings', Settings, 'SELECT body FROM agent_settings WHERE product = ?', [product]))[0]?.body,
    saveSettings: (settings) => insertRows({ table: 'agent_settings', columns: ['product', 'body'], update: ['body'] }, [[settings.product, JSON.stringify(settings)]]),
    findReply: async (key) => (await selectRows('agent_replies', Reply, 'SELECT body FROM agent_replies WHERE reply_key = ?', [key]))[0]?.body,
    saveReply: (product, key, body, about) => insertRows({ table: 'agent_replies', columns: ['reply_key', 'product', 'about_id', 'body'], update: [] }, [[key, product, about, body]]),
    findBrief: async (issue) => (await selectRows('agent_briefs', Brief, 'SELECT body FROM agent_briefs WHERE issue_id = ?', [issue]))[0]?.body,
    saveBrief: (brief) => insertRows({ table: 'agent_briefs', columns: ['issue_id', 'product', 'body'], update: ['product', 'body'] }, [[brief.issue, brief.product, JSON.stringify(brief)]]),
    dropBrief: (issue) => write('agent_briefs', 'DELETE FROM agent_briefs WHERE issue_id = ?', [issue]),
    forgetSignals: forgetDerived,
  };
}
