import { openWorld as openGitHub } from '../../host/sources/github/world';
import { openWorld as openPlay } from '../../host/sources/google-play/world';
import { openWorld as openIntercom } from '../../host/sources/intercom/world';
import { openWorld as openSurvey } from '../../host/sources/surveymonkey/world';
import type { OpenWorld } from '../../host/sources/source-world';
import { github } from '../../src/connectors/github';
import { googlePlay } from '../../src/connectors/google-play';
import { intercom } from '../../src/connectors/intercom';
import { surveyMonkey } from '../../src/connectors/surveymonkey';
import type { Connector } from '../../src/ports/connector';
import { readFeed, recordedSource } from '../fixtures/recorded-source';
import { readDiscovery } from '../fixtures/discovery';
import { readSpecification, type Specification } from '../fixtures/specification';

const NOW = Date.parse('2026-03-02T10:00:00.000Z');

/** Which operation of the specification an address is. */
type Named = (path: string) => string | undefined;

const CASES: readonly { readonly connector: Connector; readonly open: OpenWorld; readonly specification: Specification | undefined; readonly named: Named }[] = [
  {
    connector: intercom, open: openIntercom, specification: readSpecification('intercom-2.15.yaml'),
    named: (path) => (/^\/conversations\/\d+$/.test(path) ? '/conversations/{conversation_id}' : path),
  },
  {
    connector: github, open: openGitHub, specification: readSpecification('github-rest-subset.json'),
    named: (path) => (path === '/graphql' || /^\/repos\/[^/]+\/[^/]+$/.test(path) ? undefined : path.replace(/^\/repos\/[^/]+\/[^/]+/, '/repos/{owner}/{repo}')),
  },
  {
    connector: googlePlay, open: openPlay, specification: readDiscovery('google-androidpublisher-v3.discovery.json'),
    named: (path) => (path === '/token' ? undefined : path.replace(/applications\/[^/]+/, 'applications/{packageName}').slice(1)),
  },
];

describe('what is asked of a vendor, and what its emulator answers, is what the vendor specifies', () => {
  const told = CASES.filter((one) => one.specification === undefined).map((one) => one.connector.id);
  if (told.length > 0) process.stdout.write(`No specification beside the repository for ${told.join(', ')}: only that a feed reads its emulator whole is checked.\n`);

  it.each(CASES.map((one) => [one.connector.id, one] as const))('%s', async (_id, { connector, open, specification, named }) => {
    let clock = NOW;
    const world = open({ now: () => clock, random: () => 0.25 });
    const texts = Array.from({ length: 230 }, (_, index) => `Words of customer ${index}`);
    for (const text of texts) {
      world.speak(text);
      clock += 1_000;
    }
    world.answerAsAgent('Words of ours');
    const { ask, exchanges } = recordedSource(connector, world, () => clock);
    await connector.test?.(ask());
    const { items } = await readFeed(connector.poll ?? fail, ask);
    if (connector.links !== undefined) await readFeed(connector.links, ask);
    if (connector.accounts !== undefined) await readFeed(connector.accounts, ask);
    await connector.probe?.({ ...ask(), canaries: [...world.live().keys()].slice(0, 3) });

    expect(new Map(items.map((item) => [item.externalId, item.text]))).toEqual(world.live());
    const faults = exchanges.flatMap(({ call, reply }) => {
      const operation = named(call.path);
      if (operation === undefined || specification === undefined) return [];
      const known = specification.parameters(call.method, operation);
      const strange = [...call.query.keys()].filter((name) => !known.has(name)).map((name) => `unknown parameter ${name}`);
      const asked = call.body === '' ? [] : specification.faultsOfRequest(call.method, operation, JSON.parse(call.body));
      const answered = specification.faultsOfAnswer(call.method, operation, reply.status, reply.body);
      return [...strange, ...asked.map((fault) => `request ${fault}`), ...answered.map((fault) => `answer ${fault}`)].map((fault) => `${call.method} ${operation}: ${fault}`);
    });
    expect([...new Set(faults)]).toEqual([]);
  });
});

function fail(): never {
  throw new Error('this connector cannot be polled');
}
