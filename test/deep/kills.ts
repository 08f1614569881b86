import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../src/domain/random';
import { killWhileReading } from '../flow/kill-run';

const KILLS = 20;
const SEED = 'twenty kills in the middle of a year';

/** The real year (where it is there), killed 20 times at random in the middle of the read: the same rows as undisturbed. @throws Error */
export async function deepKills(): Promise<string> {
  const folder = join('..', 'shared', 'data', 'thunderbird');
  const what = existsSync(folder) ? JSON.stringify({ folder, asOf: '2025-07-01' }) : '5000';
  const { undisturbed, killed, kills } = await killWhileReading(what, KILLS, seededRandom(SEED));
  for (const [table, rows] of Object.entries(undisturbed)) {
    const other = killed[table] ?? [];
    const differs = rows.findIndex((row, index) => row !== other[index]);
    if (rows.length !== other.length || differs >= 0) throw new Error(`${table}: ${rows.length} rows undisturbed, ${other.length} after ${kills} kills, first difference at ${differs} (seed ${SEED})`);
  }
  return `kills: ${kills} of a host that reads ${what}, seed "${SEED}": ${Object.entries(undisturbed).map(([table, rows]) => `${table} ${rows.length}`).join(', ')} rows, all the same`;
}
