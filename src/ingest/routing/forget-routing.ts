import type { Ports } from '../../ports/ports';
import { saveRoutes } from './routes';

const AT_ONCE = 500;

/** Of a source that was left: its rules, and what is known of records that no rule placed. Safe to repeat. @throws StoreUnavailable */
export async function forgetRouting(ports: Pick<Ports, 'settings' | 'unrouted'>, connection: string): Promise<void> {
  await saveRoutes(ports, connection, { rules: [] });
  for (;;) {
    const some = await ports.unrouted.list(connection, AT_ONCE);
    if (some.length === 0) return;
    await ports.unrouted.save(connection, [], some.map((one) => one.externalId));
  }
}
