import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgentSettingsView } from '../../src/contract/agent';
import { live, openKillingProvider, type KillPoint } from './agent-kill-run';

const [READ, BRIEF] = ['Judge text, # items:', 'You brief a product leader'];
const KILLS: readonly KillPoint[] = [{ task: READ, nth: 13, when: 'asked' }, { task: READ, nth: 35, when: 'answered' }, { task: BRIEF, nth: 2, when: 'asked' }];
/** Signals under way at once in each of the four lanes. */
const UNDER_WAY = 8 * 4;

it('pays for no signal and no brief twice when its process is killed in the middle of reading and of writing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'resurface-agent-kill-'));
  const provider = await openKillingProvider();
  const lives: (string | undefined)[] = [];
  for (const [index, point] of KILLS.entries()) lives.push(await live(folder, provider, index === 0 ? 'begin' : 'go-on', point));
  expect(lives).toEqual(KILLS.map(() => undefined));
  const settled = JSON.parse((await live(folder, provider, 'go-on')) ?? '') as AgentSettingsView;
  await provider.close();
  rmSync(folder, { recursive: true, force: true });

  const of = (task: string): readonly string[] => provider.asked.filter((body) => body.includes(task));
  const twice = (bodies: readonly string[]): readonly string[] => bodies.filter((body, at) => bodies.indexOf(body) !== at);
  expect(twice(of(READ))).toEqual([]);
  const parked = settled.progress.parked.reduce((sum, one) => sum + one.count, 0);
  expect([settled.progress.read + parked, settled.progress.waiting]).toEqual([60, 0]);
  // One that was taken and never sent is parked too: nobody can tell it from one whose answer was lost.
  expect(of(READ).length).toBeGreaterThanOrEqual(settled.progress.read);
  expect([parked > 0, parked <= 2 * UNDER_WAY, settled.progress.read > 0]).toEqual([true, true, true]);
  expect(twice(of(BRIEF))).toEqual([]);
  expect(of(BRIEF)).toHaveLength(5);
}, 240_000);
