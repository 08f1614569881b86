import { JIRA_COVERAGE } from './jira-coverage';

/** One call of the platform as an app can make it, and how far this host goes with it. */
export interface CoverageRow {
  readonly api: string;
  readonly call: string;
  readonly state: 'supported' | 'partial' | 'absent';
  /** What is missing, or what differs; empty when nothing is known to. */
  readonly note: string;
  /** Test file, and words of the test that proves the row. Of an absent call: that it fails loudly. */
  readonly provedBy: readonly [file: string, words: string];
}

const KVS = 'test/contract/host-kvs.test.ts';
const SQL = 'test/contract/host-sql.test.ts';
const QUEUE = 'test/contract/host-queue.test.ts';
const EVENTS = 'test/contract/host-events.test.ts';
const FUNCTIONS = 'test/contract/host-functions.test.ts';
const JIRA = 'test/contract/host-jira.test.ts';
const EGRESS = 'test/contract/host-egress.test.ts';
const PAGES = 'test/contract/host-pages.test.ts';
const SHELL = 'test/browser/shell.test.ts';
const LLM = 'test/contract/model-forge.test.ts';
const OPEN = 'test/contract/host-absent.test.ts';

const supported = (api: string, call: string, provedBy: CoverageRow['provedBy'], note = ''): CoverageRow => ({ api, call, state: 'supported', note, provedBy });
const partial = (api: string, call: string, provedBy: CoverageRow['provedBy'], note: string): CoverageRow => ({ api, call, state: 'partial', note, provedBy });
const absent = (api: string, call: string, provedBy: CoverageRow['provedBy'], note = ''): CoverageRow => ({ api, call, state: 'absent', note, provedBy });
const LOUD_HERE: CoverageRow['provedBy'] = [OPEN, 'fails loudly'];

const KEY_VALUE_STORE: readonly CoverageRow[] = [
  supported('@forge/kvs', 'get, set, delete', [KVS, 'sets, gets, overwrites and deletes']),
  supported('@forge/kvs', 'get with metadata; set with ttl', [KVS, 'tells when a value was written and when it expires']),
  supported('@forge/kvs', 'set with keyPolicy and returnValue', [KVS, 'refuses to overwrite when asked']),
  supported('@forge/kvs', 'setSecret, getSecret, deleteSecret', [KVS, 'keeps secrets apart from values'], 'kept apart, not encrypted: the host has no key to keep'),
  supported('@forge/kvs', 'query', [KVS, 'pages through keys in order'], 'always consistent; Forge promises less'),
  supported('@forge/kvs', 'batchSet, batchGet, batchDelete, transact', [KVS, 'works through batches and transactions']),
  absent('@forge/kvs', 'entity(…)', [KVS, 'has no custom entities, and says so']),
  partial('@forge/kvs', 'error codes', [KVS, 'refuses %s'], 'KEY_NOT_FOUND is what the SDK tests for; the other codes are not all published'),
];

const DATABASE: readonly CoverageRow[] = [
  supported('@forge/sql', 'prepare().bindParams().execute()', [SQL, 'takes parameters where values stand']),
  supported('@forge/sql', 'executeRaw', [SQL, 'agrees on %s'], 'the same call without parameters'),
  supported('@forge/sql', 'executeDDL, migrationRunner', [SQL, 'runs migrations once']),
  supported('@forge/sql', 'result types', [SQL, 'answers the documented types']),
  supported('@forge/sql', 'query policy', [SQL, 'refuses %s'], 'stricter: a statement in no listed form is refused on both engines (host/forge/sql/statement-forms.ts)'),
  supported('@forge/sql', 'limits of size and time', [SQL, 'bounds the request, the answer and the time']),
  partial('@forge/sql', 'affectedRows of an upsert', [SQL, 'upserts over any unique key'], 'SQLite counts one per row, MariaDB two for a changed one'),
  partial('@forge/sql', 'JSON columns', [SQL, 'answers the documented types'], 'text comes back as it was written; TiDB writes it anew'),
  partial('@forge/sql', 'TiDB', [SQL, 'agrees on %s'], 'MariaDB stands in for it; storage size, rates and memory per query are not measured'),
  absent('@forge/sql', 'FULLTEXT, foreign keys, SET, USE, PREPARE, several statements', [SQL, 'refuses %s'], 'as on Forge'),
];

const BACKGROUND: readonly CoverageRow[] = [
  supported('@forge/events', 'Queue.push', [QUEUE, 'delivers every event and counts them']),
  supported('@forge/events', 'delayInSeconds', [QUEUE, 'delays on the virtual clock']),
  supported('@forge/events', 'InvocationError, retryContext', [QUEUE, 'delivers again when asked']),
  supported('@forge/events', 'retry after a crash, a timeout, an exception', [QUEUE, 'delivers again after %s'], 'waits and number of retries are this host’s; Forge does not publish them'),
  supported('@forge/events', 'at least once over a lost process or host', [QUEUE, 'when the host itself is killed']),
  supported('@forge/events', 'getStats', [QUEUE, 'delivers every event and counts them']),
  supported('@forge/events', 'cancel', [QUEUE, 'cancels what has not begun']),
  supported('@forge/events', 'concurrency', [QUEUE, 'keeps to the concurrency that an event asks for']),
  supported('@forge/events', 'partial failure, limits of a push', [QUEUE, 'refuses what is too much']),
  partial('@forge/events', 'events per minute', [QUEUE, 'delivers every event and counts them'], 'listed in the limits, not enforced'),
  absent('@forge/events', 'appEvents.publish', [JIRA, 'events.publish']),
  supported('modules', 'trigger, filter.ignoreSelf', [EVENTS, 'reach every trigger that listens']),
  absent('modules', 'trigger filter.expression', LOUD_HERE),
  supported('modules', 'scheduledTrigger', [EVENTS, 'run at their intervals while virtual time passes'], 'starts exactly at its interval; Forge spreads starts over it'),
  supported('modules', 'webtrigger, dynamic and static response', [EVENTS, 'with fixed responses answer the named one']),
  absent('modules', 'webtrigger with hmacSharedSecret', [EVENTS, 'with signatures are not supported, and say so']),
  supported('modules', 'action', [FUNCTIONS, 'an action of an agent'], 'called by the host’s API with inputs checked against the manifest; outputs and confirmations are not shaped'),
  partial('modules', 'rovo:agent', [FUNCTIONS, 'an action of an agent'], 'its list of actions is kept to; no language model runs its prompt, and there is no chat'),
  absent('modules', 'fifoConsumer, rovo:skill, rovo:mcp, jql functions, workflow functions, custom fields, issue glance', LOUD_HERE, 'the host says at start that it will not run them'),
];

const SERVER: readonly CoverageRow[] = [
  supported('@forge/resolver', 'getDefinitions', [FUNCTIONS, 'gets the context of the page and of the installation']),
  supported('@forge/api', 'getAppContext, permissions', [FUNCTIONS, 'is told who and where it is'], 'the licence is always active'),
  supported('@forge/api', 'asApp().requestJira, asUser().requestJira, requestJira', [JIRA, 'say for which tenant and as whom']),
  supported('@forge/api', 'asUser(id).requestJira', [JIRA, 'as a user who is not there need the scope for it'], 'any scope with allowImpersonation allows it for all'),
  supported('@forge/api', 'scopes', [JIRA, 'are refused as Jira refuses them'], 'classic scopes, by the table in host/forge/proxy/scopes.ts'),
  supported('@forge/api', 'authorize().onJira', [JIRA, 'ask for permissions through authorize()']),
  supported('@forge/api', 'fetch and egress', [EGRESS, 'is refused with Forge’s own error'], 'raw sockets are refused too; DNS and datagrams are not watched'),
  supported('@forge/api', 'webTrigger.getUrl, deleteUrl, queryUrls', [EVENTS, 'keep their address until another is made']),
  absent('@forge/api', 'webTrigger.getUrl with secretKeyConfig', [EVENTS, 'with signatures are not supported, and say so']),
  absent('@forge/api', 'requestConfluence, requestBitbucket', [JIRA, 'confluence.app']),
  absent('@forge/api', 'requestGraph, requestTeamworkGraph, requestConnectedData', [JIRA, 'graph.user']),
  absent('@forge/api', 'withContext(ari)', [FUNCTIONS, 'cannot be chosen by the app']),
  absent('@forge/api', 'withProvider', [JIRA, 'that need a remote or a provider fail loudly']),
  absent('@forge/api', 'invokeRemote, invokeService', [JIRA, 'that need a remote or a provider fail loudly']),
  supported('@forge/api', 'privacy.reportPersonalData', [JIRA, 'tell which reported accounts are closed'], 'accounts whose id ends in c105ed are closed; updates are never told'),
  absent('@forge/api', 'i18n', LOUD_HERE, 'no locale files are bundled'),
  partial('@forge/llm', 'chat, list', [LLM, 'answers chat, stream and list of the unmodified SDK'], 'the published contract in front of a script written by hand: no model; absent unless one is handed over; requests and tokens per minute are not enforced'),
  partial('@forge/llm', 'stream', [LLM, 'answers chat, stream and list of the unmodified SDK'], 'the lines of a whole answer handed over at once; how calls of tools are cut is published nowhere, so they come whole'),
  absent('@forge/object-store', 'all', LOUD_HERE),
  supported('runtime', 'time limits', [FUNCTIONS, 'end a function that waits for ever']),
  supported('runtime', 'memory limits', [FUNCTIONS, 'end a function that uses too much memory'], 'heap by Node, resident memory by sampling with an allowance; short functions share a process'),
  supported('runtime', 'payload limits', [FUNCTIONS, 'bound the payload and the answer']),
  supported('runtime', 'one process for several tenants', [FUNCTIONS, 'never meet, in 200 calls at once in one process']),
  partial('runtime', 'bundle', [FUNCTIONS, 'gets the context of the page and of the installation'], 'esbuild; npm run forge:check runs Forge’s own bundler'),
  partial('runtime', 'requests, log lines and invocations per minute', [EGRESS, 'to a listed address goes to what stands in for it'], 'listed in the limits, not enforced'),
];

const PAGE: readonly CoverageRow[] = [
  supported('@forge/bridge', 'invoke', [SHELL, 'answers what the app asks']),
  supported('@forge/bridge', 'view.getContext', [PAGES, 'answers view.getContext()']),
  supported('@forge/bridge', 'requestJira', [PAGES, 'asks Jira for the page as the person who looks']),
  supported('@forge/bridge', 'showFlag', [SHELL, 'shows flags whose actions reach the app']),
  supported('@forge/bridge', 'Modal, view.close, view.submit', [SHELL, 'dialog with its context']),
  supported('@forge/bridge', 'events.on, events.emit, router', [SHELL, 'events between its frames']),
  supported('@forge/bridge', 'view.createHistory', [SHELL, 'keep their place in the address bar']),
  partial('modules', 'jira:backlogAction', ['test/browser/closing-cycle.test.ts', 'opens from Jira’s own backlog'], 'a button above the list opens its dialog; Jira has a menu, and actionType dynamic is not there'),
  supported('@forge/bridge', 'view.theme.enable', [SHELL, 'turns dark with everything in it']),
  supported('Custom UI', 'origin, sandbox, content policy', [PAGES, 'run no inline script']),
  partial('@forge/bridge', 'rovo.open', [SHELL, 'answers what the app asks'], 'Rovo is never enabled'),
  absent('@forge/bridge', 'requestConfluence, requestBitbucket, requestRemote, forms', [PAGES, 'asks Jira for the page as the person who looks']),
  absent('@forge/bridge', 'emitPublic, onPublic, realtime, feature flags, object store, permissions', [OPEN, 'bridge commands']),
];

/** Every call that the host emulates or is known to lack. */
export const COVERAGE: readonly CoverageRow[] = [...KEY_VALUE_STORE, ...DATABASE, ...BACKGROUND, ...SERVER, ...PAGE, ...JIRA_COVERAGE];
