import { z } from 'zod';
import { namedSignals } from '../../domain/evidence-brief';
import { agentLabels } from './agent-labels';
import { agentVectors } from './agent-vectors';
import { agentWordings } from './agent-wordings';
import { jsonColumn } from './columns';
import { StoredBrief } from './agent-rows';
import { VALUES_PER_IN } from './limits';
import { marks, selectRows, whole, write } from './statement';

const Brief = z.object({ issue_id: z.string(), body: jsonColumn(StoredBrief) });
const PAGE = 50;

/**
 * What a model made of signals goes when they go: replies, readings, vectors, and whole briefs, theme names and wordings in which one of
 * them had a part, for they say again what it said. @throws StoreUnavailable
 */
export async function forgetDerived(product: string, signals: readonly string[]): Promise<void> {
  for (let at = 0; at < signals.length; at += VALUES_PER_IN) {
    const some = signals.slice(at, at + VALUES_PER_IN);
    await write('agent_replies', `DELETE FROM agent_replies WHERE product = ? AND about_id IN (${marks(some.length)})`, [product, ...some]);
    await write('agent_readings', `DELETE FROM agent_readings WHERE product = ? AND signal_id IN (${marks(some.length)})`, [product, ...some]);
  }
  await agentVectors().forgetEntries(product, signals.map((signal) => `signal:${signal}`));
  await forgetBriefs(product, new Set(signals));
  await forgetLabels(product, new Set(signals));
  await forgetWordings(product, new Set(signals));
}

async function forgetLabels(product: string, gone: ReadonlySet<string>): Promise<void> {
  const themes = (await agentLabels().listLabels(product)).filter(({ exemplars }) => exemplars.some((id) => gone.has(id))).map((one) => one.theme);
  await agentLabels().dropLabels(product, themes);
  for (const theme of themes) await write('agent_replies', 'DELETE FROM agent_replies WHERE product = ? AND about_id = ?', [product, theme]);
}

/** The cached reply that a brief was made from is about its issue: it goes with it. */
async function forgetBriefs(product: string, gone: ReadonlySet<string>): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await selectRows('agent_briefs', Brief, `SELECT issue_id, body FROM agent_briefs WHERE product = ? AND issue_id > ? ORDER BY issue_id LIMIT ${whole(PAGE)}`, [product, after]);
    for (const { issue_id: issue, body } of rows) {
      if (!namedSignals(body).some((signal) => gone.has(signal))) continue;
      await write('agent_briefs', 'DELETE FROM agent_briefs WHERE issue_id = ?', [issue]);
      await write('agent_replies', 'DELETE FROM agent_replies WHERE product = ? AND about_id = ?', [product, issue]);
    }
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.issue_id;
  }
}

async function forgetWordings(product: string, gone: ReadonlySet<string>): Promise<void> {
  const keys = (await agentWordings().listWordings(product)).filter(({ signals }) => signals.some((id) => gone.has(id))).map((one) => one.key);
  await agentWordings().dropWordings(product, keys);
  for (const key of keys) await write('agent_replies', 'DELETE FROM agent_replies WHERE product = ? AND about_id = ?', [product, key]);
}
