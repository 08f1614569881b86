import { openWorld as openGitHub } from '../../host/sources/github/world';
import { openWorld as openGong } from '../../host/sources/gong/world';
import { openWorld as openJira } from '../../host/sources/jira/world';
import type { OpenWorld } from '../../host/sources/source-world';
import { openWorld as openZendesk } from '../../host/sources/zendesk/world';
import { github } from '../../src/connectors/github';
import { gong } from '../../src/connectors/gong';
import { jira } from '../../src/connectors/jira';
import { zendesk } from '../../src/connectors/zendesk';
import { acceptLoss } from '../../src/ingest/sources/change-source';
import { CONNECTION, openBench, type SourceBench } from './bench-source';

/** Everybody is one of us, as where the choice of who is a customer does not fit; until `isOver`. */
function amongUs(openWorld: OpenWorld, isOver: () => boolean): OpenWorld {
  return (needs) => {
    const world = openWorld(needs);
    return { ...world, answer: (call) => {
      const reply = world.answer(call);
      if (isOver()) return reply;
      const text = JSON.stringify(reply.body ?? null).replaceAll('"accountType":"customer"', '"accountType":"atlassian"').replaceAll('"role":"end-user"', '"role":"agent"').replace(/"author(_a|A)ssociation":"[A-Z_]+"/g, '"author$1ssociation":"MEMBER"').replaceAll('"affiliation":"External"', '"affiliation":"Internal"');
      return { ...reply, body: JSON.parse(text) as unknown };
    } };
  };
}

const blindBecause = async (bench: SourceBench): Promise<string | undefined> => (await bench.needs.connections.findFeed(CONNECTION, 'poll')).blind?.reason;

function speak(bench: SourceBench, times: number): void {
  for (let time = 0; time < times; time += 1) {
    bench.world.speak(`Somebody needs dark mode, ${'abcdefghijklmnopqrstuvwxyz'.slice(time % 25)}`);
    bench.clock.advance(600_000);
  }
}

describe.each([['Jira', jira, openJira], ['Zendesk', zendesk, openZendesk], ['GitHub', github, openGitHub], ['Gong', gong, openGong]] as const)('%s in which nobody was ever recognised as a customer', (name, connector, openWorld) => {
  it('is a gap, and no silence, until somebody is', async () => {
    let isOver = false;
    const bench = await openBench(connector, amongUs(openWorld, () => isOver), name);
    speak(bench, 60);
    await bench.cycle(8);
    expect([await blindBecause(bench), await bench.coverage()]).toEqual(['no-customer-ever', 'gap']);
    isOver = true;
    speak(bench, 2);
    bench.clock.advance(5 * 3_600_000);
    await bench.cycle(8);
    expect([await blindBecause(bench), await bench.coverage()]).toEqual([undefined, 'complete']);
  });

  it('is believed where an admin says that it is really so', async () => {
    const bench = await openBench(connector, amongUs(openWorld, () => false), `${name} so`);
    speak(bench, 60);
    await bench.cycle(8);
    await acceptLoss(bench.needs, CONNECTION);
    await bench.cycle(3);
    expect(await bench.coverage()).toBe('complete');
  });
});
