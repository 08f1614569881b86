import { openWorld as openAppStore } from '../../host/sources/app-store/world';
import { openWorld as openGitHub } from '../../host/sources/github/world';
import { openWorld as openGong } from '../../host/sources/gong/world';
import { openWorld as openPlay } from '../../host/sources/google-play/world';
import { openWorld as openJira } from '../../host/sources/jira/world';
import { worldOf as intercomOf, type Talk } from '../../host/sources/intercom/world';
import { openWorld as openSurvey } from '../../host/sources/surveymonkey/world';
import { openWorld as openTypeform } from '../../host/sources/typeform/world';
import { openWorld as openZendesk } from '../../host/sources/zendesk/world';
import type { OpenWorld } from '../../host/sources/source-world';
import { appStore } from '../../src/connectors/app-store';
import { github } from '../../src/connectors/github';
import { gong } from '../../src/connectors/gong';
import { googlePlay } from '../../src/connectors/google-play';
import { intercom } from '../../src/connectors/intercom';
import { jira } from '../../src/connectors/jira';
import { surveyMonkey } from '../../src/connectors/surveymonkey';
import { typeform } from '../../src/connectors/typeform';
import { zendesk } from '../../src/connectors/zendesk';
import { SourceError } from '../../src/domain/source-errors';
import type { SourceRecord } from '../../src/domain/source-record';
import type { Connector } from '../../src/ports/connector';
import { readFeed, recordedSource, type Exchange } from '../fixtures/recorded-source';
import { readDiscovery } from '../fixtures/discovery';
import { readSpecification, type Specification } from '../fixtures/specification';

const NOW = Date.parse('2026-03-02T10:00:00.000Z');

/** A conversation whose customer wrote something beside the score, two days later. */
const RATED: Talk = { id: '3999999', created: NOW / 1000 - 604_800, updated: NOW / 1000 - 432_000, contact: 'c1', body: 'The export loses rows', parts: [], isGone: false, rated: { rating: 1, remark: 'Nobody answered', at: NOW / 1000 - 432_000 } };

/** Which operation of the specification an address is. */
type Named = (path: string) => string | undefined;

const CASES: readonly { readonly connector: Connector; readonly open: OpenWorld; readonly specification?: Specification | undefined; readonly named: Named }[] = [
  {
    connector: intercom, open: (needs) => intercomOf(needs, { talks: [RATED], companies: [], region: 'us', key: 'k' }), specification: readSpecification('intercom-2.15.yaml'),
    named: (path) => (/^\/conversations\/\d+$/.test(path) ? '/conversations/{conversation_id}' : path),
  },
  {
    connector: jira, open: openJira, specification: withDesk(readSpecification('jira-platform-v3.json'), readSpecification('jira-service-management.json')),
    named: (path) => path.replace(/\/issue\/\d+\/comment$/, '/issue/{issueIdOrKey}/comment').replace(/\/request\/\d+\/feedback$/, '/request/{requestIdOrKey}/feedback'),
  },
  {
    connector: github, open: openGitHub, specification: readSpecification('github-rest-subset.json'),
    named: (path) => (path === '/graphql' || path.endsWith('/members') ? undefined : path.replace(/^\/repos\/[^/]+\/[^/]+/, '/repos/{owner}/{repo}')),
  },
  {
    connector: googlePlay, open: openPlay, specification: readDiscovery('google-androidpublisher-v3.discovery.json'),
    named: (path) => (path === '/token' ? undefined : path.replace(/applications\/[^/]+/, 'applications/{packageName}').slice(1)),
  },
  {
    // A partner's description of the interface: it knows the list inside an answer, and none of the parameters that the vendor's own pages name.
    connector: surveyMonkey, open: openSurvey, specification: asPartnerTells(readSpecification('surveymonkey-powerplatform.json')),
    named: (path) => (path.endsWith('/responses/bulk') ? '/trigger4/surveys/{surveyId}/responses/bulk' : undefined),
  },
  // These vendors publish no specification under a licence that lets it be kept: their emulators follow the pages that the schemas cite.
  { connector: appStore, open: openAppStore, named: () => undefined },
  { connector: gong, open: openGong, named: () => undefined },
  { connector: typeform, open: openTypeform, named: () => undefined },
  { connector: zendesk, open: openZendesk, named: () => undefined },
];

/** Whose specification may lie beside the repository. */
const SPECIFIED: ReadonlySet<string> = new Set(CASES.flatMap((one) => ('specification' in one ? [one.connector.id] : [])));
/** What these vendors ask beside what their specification tells: GitHub's other interface and the members of an organisation (of which only a part of the specification tells), Google's sign-in, and what SurveyMonkey's partner leaves out. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = { github: ['GET /orgs/harbor/members', 'POST /graphql'], 'google-play': ['POST /token'], surveymonkey: ['GET /v3/surveys/_/details'] };

describe('what is asked of a vendor, and what its emulator answers, is what the vendor specifies', () => {
  const told = CASES.filter((one) => 'specification' in one && one.specification === undefined).map((one) => one.connector.id);
  if (told.length > 0) process.stdout.write(`No specification beside the repository for ${told.join(', ')}: only that a feed reads its emulator whole is checked.\n`);

  it.each(CASES.map((one) => [one.connector.id, one] as const))('%s', async (_id, { connector, open, specification, named }) => {
    const { exchanges, items, live, unnamed } = await liveWith(connector, open, named);
    expect(new Map(items.map((item) => [item.externalId, item.text]))).toEqual(live);
    expect(faultsIn(exchanges, specification, named)).toEqual([]);
    // Whatever else is asked is one of these, whose shapes cite the vendor's page (`source-things.test.ts`).
    expect(SPECIFIED.has(connector.id) ? unnamed : []).toEqual(ELSEWHERE[connector.id] ?? []);
  });

  it.each(CASES.filter(({ connector }) => SPECIFIED.has(connector.id)).map((one) => [one.connector.id, one] as const))('%s when it refuses', async (_id, { connector, open, specification, named }) => {
    const world = open({ now: () => NOW, random: () => 0.25 });
    world.speak('Words of a customer');
    const { ask, exchanges } = recordedSource(connector, world, () => NOW + 60_000);
    for (const refuse of [() => world.revoke(true), () => { world.revoke(false); world.narrow('nothing'); }]) {
      refuse();
      await connector.test?.(ask()).catch((error: unknown) => expect(error).toBeInstanceOf(SourceError));
      await readFeed(connector.poll ?? fail, ask).catch((error: unknown) => expect(error).toBeInstanceOf(SourceError));
    }
    const refused = exchanges.filter(({ reply }) => reply.status >= 400);
    expect(refused.length).toBeGreaterThan(0);
    expect(faultsIn(refused.filter(({ call, reply }) => specification?.tells(call.method, named(call.path) ?? '', reply.status) === true), specification, named)).toEqual([]);
  });
});

interface Lived {
  readonly exchanges: readonly Exchange[];
  readonly items: readonly SourceRecord[];
  readonly live: ReadonlyMap<string, string>;
  readonly unnamed: readonly string[];
}

/** Everything a connector can ask, of an emulated vendor with 230 customers' words and one of ours. */
async function liveWith(connector: Connector, open: OpenWorld, named: Named): Promise<Lived> {
  let clock = NOW;
  const opened = open({ now: () => clock, random: () => 0.25 });
  // Requests take time, so that a limit of the emulator does not stand in the way.
  const world = { ...opened, answer: (call: Parameters<typeof opened.answer>[0]) => opened.answer((clock += 400, call)) };
  for (let index = 0; index < 230; index += 1) {
    world.speak(`Words of customer ${index}`);
    clock += 1_000;
  }
  world.answerAsAgent('Words of ours');
  clock += 120_000;
  const { ask, exchanges } = recordedSource(connector, world, () => clock);
  await connector.test?.(ask());
  const { items } = await readFeed(connector.poll ?? fail, ask);
  if (connector.backfill !== undefined) await readFeed(connector.backfill, ask);
  if (connector.deletions !== undefined) await readFeed(connector.deletions, ask);
  if (connector.links !== undefined) await readFeed(connector.links, ask);
  if (connector.accounts !== undefined) await readFeed(connector.accounts, ask);
  await connector.probe?.({ ...ask(), canaries: [...world.live().keys()].slice(0, 3) });
  const unnamed = new Set(exchanges.flatMap(({ call }) => (named(call.path) === undefined ? [`${call.method} ${call.path.replace(/\/\d+(?=\/|$)/gu, '/_')}`] : [])));
  return { exchanges, items, live: world.live(), unnamed: [...unnamed].sort() };
}

function faultsIn(exchanges: readonly Exchange[], specification: Specification | undefined, named: Named): readonly string[] {
  const faults = exchanges.flatMap(({ call, reply }) => {
    const operation = named(call.path);
    if (operation === undefined || specification === undefined) return [];
    const known = specification.parameters(call.method, operation);
    const strange = [...call.query.keys()].filter((name) => known !== undefined && !known.has(name)).map((name) => `unknown parameter ${name}`);
    const asked = call.body === '' ? [] : specification.faultsOfRequest(call.method, operation, JSON.parse(call.body));
    const answered = specification.faultsOfAnswer(call.method, operation, reply.status, reply.body);
    return [...strange, ...asked.map((fault) => `request ${fault}`), ...answered.map((fault) => `answer ${fault}`)].map((fault) => `${call.method} ${operation}: ${fault.replace(/\/\d+\//gu, '/N/')}`);
  });
  return [...new Set(faults)];
}

/** Jira Service Management has a specification of its own for what lies under its own address. */
function withDesk(platform: Specification | undefined, desk: Specification | undefined): Specification | undefined {
  if (platform === undefined || desk === undefined) return undefined;
  const of = (path: string): Specification => (path.startsWith('/rest/servicedeskapi/') ? desk : platform);
  return {
    ...platform,
    parameters: (method, path) => of(path).parameters(method, path),
    faultsOfRequest: (method, path, body) => of(path).faultsOfRequest(method, path, body),
    tells: (method, path, status) => of(path).tells(method, path, status),
    faultsOfAnswer: (method, path, status, body) => of(path).faultsOfAnswer(method, path, status, body),
  };
}

function asPartnerTells(specification: Specification | undefined): Specification | undefined {
  if (specification === undefined) return undefined;
  const listIn = (body: unknown): unknown => (typeof body === 'object' && body !== null && 'data' in body ? body.data : body);
  return { ...specification, parameters: () => undefined, faultsOfAnswer: (method, path, status, body) => specification.faultsOfAnswer(method, path, status, listIn(body)) };
}

function fail(): never {
  throw new Error('this connector cannot be polled');
}
