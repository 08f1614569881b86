import { applySweep } from '../../../src/decide/apply-sweep';
import { approveItems } from '../../../src/decide/approve-items';
import type { Closing } from '../../../src/decide/closing';
import { giveNotices } from '../../../src/decide/give-notices';
import { isPlanDue, planSweep } from '../../../src/decide/plan-sweep';
import { undoSweep } from '../../../src/decide/undo-sweep';
import { jiraClosingTracker } from '../../../src/platform/jira/closing-tracker';
import { sha256 } from '../../../src/platform/sha256';
import { decisionLog } from '../../../src/platform/store/decision-log';
import { ledgerStore } from '../../../src/platform/store/ledger';
import { openStores } from '../../../src/platform/store/stores';
import { sweepStore } from '../../../src/platform/store/sweeps';

/** A process that does a day's work of closing and may be killed at any instruction. Jira and the database live elsewhere and survive it. */
const [jiraUrl = '', sqlUrl = '', now = '', phase = ''] = process.argv.slice(2);
const PRODUCT = 'mail';

interface Init {
  readonly method?: string;
  readonly headers?: unknown;
  readonly body?: string;
}

Object.assign(globalThis, {
  __forge_runtime__: { appContext: { appId: 'a', environmentId: 'e', invocationId: 'one', installationId: 'i' }, lambdaContext: { getRemainingTimeInMillis: () => 900_000 } },
  __forge_fetch__: (_to: unknown, path: string, { method = 'GET', body }: Init = {}) => {
    const isSql = path.startsWith('/api/v1/execute');
    const headers = { 'content-type': 'application/json', 'x-emulated-tenant': 'acme', 'x-emulated-actor': 'app' };
    return fetch(new URL(path, isSql ? sqlUrl : jiraUrl), { method: isSql ? 'POST' : method, headers, ...(body === undefined ? {} : { body }) });
  },
});

const closing: Closing = {
  tracker: jiraClosingTracker(), ledger: ledgerStore(), sweeps: sweepStore(), decisionLog: decisionLog(), stores: openStores(), clock: { now: () => now, monotonicMs: () => performance.now() }, sha256,
  crashPoint: () => undefined, logger: { info: () => undefined, warn: () => undefined },
};

async function work(): Promise<void> {
  process.stdout.write('at work\n');
  if (phase === 'undo') {
    await undoSweep(closing, PRODUCT, { since: '2020-01-01T00:00:00.000Z' }, 'u-admin');
    await applySweep(closing, PRODUCT);
  } else {
    if (phase === 'plan' && (await isPlanDue(closing, PRODUCT))) await planSweep(closing, PRODUCT);
    const proposed = await closing.sweeps.listItems(PRODUCT, ['proposed']);
    await approveItems(closing, proposed.map((item) => item.id), 'u-admin');
    await giveNotices(closing, PRODUCT);
    if (phase === 'apply') await applySweep(closing, PRODUCT);
  }
  process.stdout.write('done\n');
}

void work();
