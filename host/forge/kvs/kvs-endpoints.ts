import { z } from 'zod';
import type { VirtualClock } from '../clock';
import type { Limits } from '../limits';
import { empty, json, unsupported, type Answer } from '../proxy/answer';
import { assertKey, assertValue, DeleteBody, expiryOf, KeyOnly, KvsRefusal, QueryBody, SetBody, TransactionBody, type SetRequest, type WhereClause } from './kvs-schema';
import type { Entry, KeyRange, Kind, KvsStore } from './kvs-store';

interface Context {
  readonly store: KvsStore;
  readonly limits: Limits;
  readonly clock: VirtualClock;
}

/** The key-value store's REST calls, as `@forge/kvs` makes them. Custom entities are absent. */
export function answerKvs(context: Context, path: string, body: unknown): Answer {
  try {
    return route(context, path, body);
  } catch (error) {
    if (error instanceof KvsRefusal) return json({ code: error.code, message: error.message }, error.status);
    if (error instanceof z.ZodError) return json({ code: 'BAD_REQUEST', message: error.message }, 400);
    throw error;
  }
}

function route(context: Context, path: string, body: unknown): Answer {
  switch (path) {
    case '/api/v1/get':
      return get(context, 'plain', KeyOnly.parse(body).key);
    case '/api/v1/secret/get':
      return get(context, 'secret', KeyOnly.parse(body).key);
    case '/api/v1/set':
      return set(context, 'plain', SetBody.parse(body));
    case '/api/v1/secret/set':
      return set(context, 'secret', SetBody.parse(body));
    case '/api/v1/delete':
      return remove(context, 'plain', KeyOnly.parse(body).key);
    case '/api/v1/secret/delete':
      return remove(context, 'secret', KeyOnly.parse(body).key);
    case '/api/v1/query':
      return query(context, QueryBody.parse(body));
    case '/api/v1/batch/set':
      return batch(context, z.array(SetBody).parse(body), (item) => save(context, 'plain', item));
    case '/api/v1/batch/delete':
      return batch(context, z.array(DeleteBody).parse(body), ({ key }) => removeOrRefuse(context, 'plain', key));
    case '/api/v1/batch/get':
      return batch(context, z.array(DeleteBody).parse(body), ({ key }) => getOrRefuse(context, 'plain', key));
    case '/api/v1/transaction':
      return transact(context, TransactionBody.parse(body));
    default:
      return unsupported(`the key-value store's ${path}`);
  }
}

function get(context: Context, kind: Kind, key: string): Answer {
  return json(getOrRefuse(context, kind, key));
}

function getOrRefuse({ store, limits }: Context, kind: Kind, key: string): Entry {
  assertKey(key, limits);
  const entry = store.find(kind, key);
  if (entry === undefined) throw new KvsRefusal('KEY_NOT_FOUND', 'There is no value under this key', 404);
  return entry;
}

function set(context: Context, kind: Kind, request: SetRequest): Answer {
  const before = context.store.find(kind, request.key);
  save(context, kind, request);
  if (request.options?.returnValue === undefined) return empty();
  const answer = request.options.returnValue === 'PREVIOUS' ? before : context.store.find(kind, request.key);
  return answer === undefined ? empty() : json(answer);
}

function save({ store, limits, clock }: Context, kind: Kind, { key, value, options }: SetRequest): undefined {
  assertKey(key, limits);
  assertValue(value, limits);
  if (options?.keyPolicy === 'FAIL_IF_EXISTS' && store.find(kind, key) !== undefined) throw new KvsRefusal('KEY_ALREADY_EXISTS', 'There already is a value under this key', 409);
  store.save(kind, key, value, expiryOf(options, clock.now()));
}

function remove(context: Context, kind: Kind, key: string): Answer {
  removeOrRefuse(context, kind, key);
  return empty();
}

function removeOrRefuse({ store, limits }: Context, kind: Kind, key: string): undefined {
  assertKey(key, limits);
  if (!store.remove(kind, key)) throw new KvsRefusal('KEY_NOT_FOUND', 'There is no value under this key', 404);
}

function query({ store, limits }: Context, { limit = 10, after, where }: z.infer<typeof QueryBody>): Answer {
  if (limit < 1 || limit > limits.kvsPageItems) throw new KvsRefusal('LIMIT_OUT_OF_RANGE', `A page has 1 to ${limits.kvsPageItems} items`);
  const clause = where?.[0];
  const found = store.page({ after: after === undefined ? undefined : Buffer.from(after, 'base64').toString(), limit, range: clause === undefined ? {} : rangeOf(clause) });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return json({ data: page, ...(found.length > page.length && last !== undefined ? { cursor: Buffer.from(last.key).toString('base64') } : {}) });
}

function rangeOf({ condition, values }: WhereClause): KeyRange {
  const [first = '', second = ''] = values.map(String);
  switch (condition) {
    case 'BEGINS_WITH':
      return { prefix: first };
    case 'BETWEEN':
      return { from: first, to: second };
    case 'EQUAL_TO':
      return { from: first, to: first };
    case 'GREATER_THAN':
      return { from: first, isFromExcluded: true };
    case 'GREATER_THAN_EQUAL_TO':
      return { from: first };
    case 'LESS_THAN':
      return { to: first, isToExcluded: true };
    case 'LESS_THAN_EQUAL_TO':
      return { to: first };
  }
}

function batch<Item extends { readonly key: string; readonly entityName?: string | undefined }>({ limits }: Context, items: readonly Item[], act: (item: Item) => object | undefined): Answer {
  assertBatch(items.length, items, limits);
  const successfulKeys: object[] = [];
  const failedKeys: object[] = [];
  for (const item of items) {
    if (item.entityName !== undefined) return unsupported('custom entities of the key-value store');
    try {
      successfulKeys.push(act(item) ?? { key: item.key });
    } catch (error) {
      if (!(error instanceof KvsRefusal)) throw error;
      failedKeys.push({ key: item.key, error: { code: error.code, message: error.message } });
    }
  }
  return json({ successfulKeys, failedKeys });
}

function transact(context: Context, body: z.infer<typeof TransactionBody>): Answer {
  const sets = body.set ?? [];
  const deletes = body.delete ?? [];
  if ((body.check ?? []).length > 0 || [...sets, ...deletes].some(({ entityName }) => entityName !== undefined)) return unsupported('custom entities of the key-value store');
  assertBatch(sets.length + deletes.length, body, context.limits);
  context.store.transaction(() => {
    for (const item of sets) save(context, 'plain', item);
    for (const { key } of deletes) context.store.remove('plain', key);
  });
  return empty();
}

function assertBatch(count: number, body: unknown, limits: Limits): void {
  if (count > limits.kvsBatchItems) throw new KvsRefusal('TOO_MANY_ITEMS', `At most ${limits.kvsBatchItems} items at once`);
  if (Buffer.byteLength(JSON.stringify(body)) > limits.kvsTransactionBytes) throw new KvsRefusal('MAX_SIZE', `At most ${limits.kvsTransactionBytes} bytes at once`);
}
