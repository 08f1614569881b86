import { seededRandom } from '../../src/domain/random';
import { killWhileReading } from './kill-run';

const SEED = 'killed in the middle of a read';

it('reads the same rows however often the process is killed in the middle', async () => {
  const random = seededRandom(SEED);
  const { undisturbed, killed, kills } = await killWhileReading('1500', 3, random);
  expect(kills).toBe(3);
  expect(undisturbed['signals']).toHaveLength(1500);
  for (const [table, rows] of Object.entries(undisturbed)) expect({ table, rows: killed[table] }).toEqual({ table, rows });
}, 240_000);
