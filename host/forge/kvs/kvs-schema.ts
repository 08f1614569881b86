import { z } from 'zod';
import type { Limits } from '../limits';

const Ttl = z.object({ value: z.number().positive(), unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']) });
const SetOptions = z.looseObject({
  ttl: Ttl.optional(),
  keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
  returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
});
export const KeyOnly = z.looseObject({ key: z.string() });
export const SetBody = z.looseObject({ key: z.string(), value: z.unknown().optional(), options: SetOptions.optional(), entityName: z.string().optional() });
export const DeleteBody = z.looseObject({ key: z.string(), entityName: z.string().optional() });
const Where = z.object({
  property: z.literal('key'),
  condition: z.enum(['BEGINS_WITH', 'BETWEEN', 'EQUAL_TO', 'GREATER_THAN', 'GREATER_THAN_EQUAL_TO', 'LESS_THAN', 'LESS_THAN_EQUAL_TO']),
  values: z.array(z.union([z.string(), z.number()])),
});
export const QueryBody = z.looseObject({ limit: z.number().int().optional(), after: z.string().optional(), where: z.array(Where).max(1).optional() });
export const TransactionBody = z.looseObject({ set: z.array(SetBody).optional(), delete: z.array(DeleteBody).optional(), check: z.array(z.unknown()).optional() });

export type SetRequest = z.infer<typeof SetBody>;
export type WhereClause = z.infer<typeof Where>;

/** A refusal in the store's own terms. */
export class KvsRefusal extends Error {
  constructor(readonly code: string, message: string, readonly status = 400) {
    super(message);
  }
}

const KEY = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;

/** @throws KvsRefusal when the platform would not take this key */
export function assertKey(key: string, limits: Limits): void {
  if (key.length === 0) throw new KvsRefusal('KEY_TOO_SHORT', 'The key is empty');
  if (key.length > limits.kvsKeyLength) throw new KvsRefusal('KEY_TOO_LONG', `The key is longer than ${limits.kvsKeyLength} characters`);
  if (!KEY.test(key)) throw new KvsRefusal('INVALID_KEY', 'The key may hold letters, digits, spaces and : . _ - # only');
}

/** @throws KvsRefusal when the platform would not take this value */
export function assertValue(value: unknown, limits: Limits): void {
  if (value === undefined) throw new KvsRefusal('VALUE_REQUIRED', 'The value is missing');
  if (Buffer.byteLength(JSON.stringify(value)) > limits.kvsValueBytes) throw new KvsRefusal('MAX_SIZE', `The value is larger than ${limits.kvsValueBytes} bytes`);
  if (depthOf(value) > limits.kvsDepth) throw new KvsRefusal('MAX_DEPTH', `The value is nested deeper than ${limits.kvsDepth} levels`);
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Object.values(value).reduce<number>((deepest, each) => Math.max(deepest, depthOf(each)), 0);
}

const SECONDS = { SECONDS: 1, MINUTES: 60, HOURS: 3600, DAYS: 86_400 } as const;

/** The moment, in milliseconds, at which a value set now expires. */
export function expiryOf(options: SetRequest['options'], now: number): number | undefined {
  return options?.ttl === undefined ? undefined : Math.round(now + options.ttl.value * SECONDS[options.ttl.unit] * 1000);
}
