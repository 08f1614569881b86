import { zendesk } from '../../src/connectors/zendesk';
import { emptyState } from '../../host/sources/zendesk/state';
import { worldOf } from '../../host/sources/zendesk/world';
import { anIssue } from '../build/stored';
import { openBench, PRODUCT } from './bench-source';

describe('links that agents made', () => {
  it('are confirmed evidence, said by the source; one taken back is taken back, and a person’s own word stays', async () => {
    const state = emptyState();
    const bench = await openBench(zendesk, (needs) => worldOf(needs, state), 'links');
    const [one, two, three] = ['export fails', 'sync fails', 'print fails'].map((text) => bench.world.speak(text));
    const issue = anIssue('100', 'TB-1');
    await bench.ports.stores.issues.saveIssues(PRODUCT, [issue], bench.clock.now());
    const link = (id: number, ticket = ''): void => void state.links.push({ id, ticket: Number(ticket), issueId: issue.id, issueKey: issue.key, at: Date.parse(bench.clock.now()) });
    link(1, one);
    link(2, two);
    await bench.cycle();
    const said = async (): Promise<readonly string[]> => (await bench.ports.stores.decisions.decisionsOfIssue(PRODUCT, issue.id)).map((decision) => `${decision.signal} ${decision.verdict} ${decision.by}`).sort();
    expect(await said()).toEqual([`under-test:${one} confirmed source:under-test`, `under-test:${two} confirmed source:under-test`]);
    await bench.ports.stores.decisions.saveDecision(PRODUCT, { signal: `under-test:${two}`, issue: issue.id, verdict: 'rejected', at: bench.clock.now(), by: 'person' });
    await bench.ports.stores.decisions.saveDecision(PRODUCT, { signal: `under-test:${three}`, issue: issue.id, verdict: 'confirmed', at: bench.clock.now(), by: 'person' });
    state.links.splice(0, 1);
    await bench.cycle(26);
    expect(await said()).toEqual([`under-test:${two} rejected person`, `under-test:${three} confirmed person`]);
  });
});
