import type { Connection } from '../../src/domain/connection';
import { secretKey } from '../../src/domain/connection';
import { coverageOf, type CoverageState } from '../../src/domain/coverage';
import { seededRandom } from '../../src/domain/random';
import { SourceAnswerTooLarge, SourceUnreachable } from '../../src/domain/source-errors';
import { pollSource } from '../../src/ingest/sources/poll-source';
import type { SourceNeeds } from '../../src/ingest/sources/source-needs';
import { placeSignals } from '../../src/ingest/place-signals';
import type { Connector } from '../../src/ports/connector';
import type { Http } from '../../src/ports/http';
import { openWire, type Fault } from '../../host/sources/faults';
import type { OpenWorld, SourceWorld } from '../../host/sources/source-world';
import { fakeConnectionStore } from '../fakes/connection-store';
import { Killed } from '../fakes/failing-after';
import { fakeClock, fakePorts, type FakePorts } from '../fakes/ports';

export const PRODUCT = 'mail';
export const CONNECTION = 'under-test';
const HOUR = 3_600_000;

/** One source under test: an emulated vendor, our engine with stores in memory, a clock that only moves when something waits. */
export interface SourceBench {
  readonly world: SourceWorld;
  readonly ports: FakePorts;
  readonly needs: SourceNeeds;
  readonly clock: ReturnType<typeof fakeClock>;
  readonly random: () => number;
  /** Every request that reached the source: when, and what it was told. */
  readonly arrivals: { readonly at: number; readonly path: string; readonly status: number }[];
  /** What goes wrong from now on. */
  fault: ((path: string) => Fault | 'too-large' | undefined) | undefined;
  /** Answers that are larger than we take at once. */
  isTooLarge: ((path: string, text: string) => boolean) | undefined;
  /** Ends the process (once) when this answers true for the place it is at. */
  killAt: ((place: string) => boolean) | undefined;
  /** Called at every named place. */
  onPlace: ((place: string) => void) | undefined;
  /** How far the app's clock is ahead of the source's. */
  skewMs: number;
  /** One run of the job, with the jobs it asks for; a kill ends it and counts as an answer. */
  poll(): Promise<'done' | 'killed'>;
  /** An hour passes, and the source is polled. */
  cycle(times?: number): Promise<void>;
  coverage(): Promise<CoverageState>;
  /** What is stored: external id to text. */
  stored(): Promise<ReadonlyMap<string, string>>;
}

export async function openBench(connector: Connector, openWorld: OpenWorld, seed: string): Promise<SourceBench> {
  const ports = fakePorts();
  const random = seededRandom(seed);
  const clock = ports.clock;
  const world = openWorld({ now: () => Date.parse(clock.now()), random });
  const arrivals: SourceBench['arrivals'] = [];
  const bench: SourceBench = {
    world, ports, clock, random, arrivals, fault: undefined, isTooLarge: undefined, killAt: undefined, onPlace: undefined, skewMs: 0,
    needs: undefined as unknown as SourceNeeds,
    poll: async () => {
      ports.jobs.push({ name: 'poll-source', connection: CONNECTION });
      for (let runs = 0; runs < 2_000; runs += 1) {
        const at = ports.jobs.findIndex((job) => job.name === 'poll-source');
        const [job] = at < 0 ? [] : ports.jobs.splice(at, 1);
        if (job?.name !== 'poll-source') return 'done';
        try {
          await pollSource(bench.needs, job.connection);
        } catch (error) {
          if (!(error instanceof Killed)) throw error;
          ports.jobs.length = 0;
          return 'killed';
        }
      }
      throw new Error('the job asks for itself for ever');
    },
    cycle: async (times = 1) => {
      for (let round = 0; round < times; round += 1) {
        clock.advance(HOUR);
        await bench.poll();
      }
    },
    coverage: async () => coverageOf(await ports.stores.products.listCoverage(PRODUCT), 0, clock.now()).state,
    stored: async () => {
      const page = await ports.stores.signals.pageSignals(PRODUCT, undefined, 100_000);
      return new Map(page.rows.map((one) => [one.externalId, [one.title, one.text].filter((part) => part !== undefined).join('\n')]));
    },
  };
  const wire = openWire((call) => world.answer(call), (call) => {
    const fault = bench.fault?.(call.path);
    return fault === 'too-large' ? undefined : fault;
  }, random);
  const http: Http = {
    send: async (request) => {
      const url = new URL(request.url, 'https://jira.invalid');
      if (bench.fault?.(url.pathname) === 'too-large') throw new SourceAnswerTooLarge('too large');
      const arrival = wire({ method: request.method, host: url.host, path: url.pathname, query: url.searchParams, headers: request.headers ?? {}, body: request.body ?? '' });
      arrivals.push({ at: clock.monotonicMs(), path: url.pathname, status: arrival.kind === 'answer' ? arrival.status : 0 });
      if (arrival.kind === 'answer' && bench.isTooLarge?.(url.pathname, arrival.text) === true) throw new SourceAnswerTooLarge('too large');
      if (arrival.kind === 'answer') return { status: arrival.status, headers: arrival.headers, text: arrival.text };
      if (arrival.why === 'hang') clock.advance(request.timeoutMs);
      throw new SourceUnreachable('no answer');
    },
  };
  const queue: SourceNeeds['queue'] = {
    push: async (job, delaySeconds = 0) => {
      // One job waits at a time: the clock goes on to when it is due.
      if (job.name === 'poll-source') clock.advance(delaySeconds * 1000);
      ports.jobs.push(job);
    },
  };
  const findConnector = (id: string): Connector | undefined => (id === connector.id ? connector : undefined);
  Object.assign(bench, {
    needs: {
      stores: ports.stores, settings: ports.settings, queue, logger: ports.logger, loadPseudonym: ports.loadPseudonym,
      clock: { now: () => new Date(Date.parse(clock.now()) + bench.skewMs).toISOString(), monotonicMs: clock.monotonicMs },
      connections: fakeConnectionStore(), outside: http, jira: namedSite(http),
      sleep: async (ms: number) => clock.advance(ms),
      random, prepare: placeSignals({ ...ports, findConnector }), tryPrepare: placeSignals({ ...ports, findConnector }, true), takeAccounts: async () => undefined,
      findConnector,
      crashPoint: (place: string) => {
        bench.onPlace?.(place);
        if (bench.killAt?.(place) !== true) return;
        bench.killAt = undefined;
        throw new Killed(place);
      },
    } satisfies SourceNeeds,
  });
  await connect(bench, connector);
  return bench;
}

/** The site we are installed on, whatever vendor is read: its addresses begin with this name. */
function namedSite(http: Http): Http {
  return {
    send: async (request) => (request.url === '/rest/api/3/serverInfo' ? { status: 200, headers: { 'content-type': 'application/json' }, text: JSON.stringify({ baseUrl: 'https://acme.atlassian.net' }) } : http.send(request)),
  };
}

async function connect({ needs, world, clock, ports }: SourceBench, connector: Connector): Promise<void> {
  const connection: Connection = {
    id: CONNECTION, connector: connector.id, product: PRODUCT, name: 'Under test', visibility: 'open', settings: world.settings, state: 'active',
    // What a source with a window never showed is a gap for good: the suite looks at what breaks after that.
    since: new Date(Date.parse(clock.now()) - (world.isWindowed === true ? 6 : 365) * 24 * HOUR).toISOString(), createdAt: clock.now(), createdBy: 'admin',
  };
  await ports.stores.products.saveProduct({ id: PRODUCT, name: 'Mail', projects: ['TB'] });
  await needs.connections.saveConnection(connection);
  for (const [field, value] of Object.entries(world.secrets)) await ports.settings.saveSecret(secretKey(CONNECTION, field), value);
}
