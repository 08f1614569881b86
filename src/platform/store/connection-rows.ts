import { z } from 'zod';
import type { Connection } from '../../domain/connection';
import type { Gap } from '../../domain/coverage';
import type { Receipt, ReceiptDay } from '../../domain/receipt';
import type { FeedState, KnownRecord, RoundFacts } from '../../ports/connection-store';
import { count, jsonColumn, visibility } from './columns';
import { present } from './present';

const gaps = z.array(z.object({ from: z.string(), to: z.string().exactOptional(), reason: z.string() })) satisfies z.ZodType<Gap[]>;
const feed = z.enum(['poll', 'backfill', 'reread', 'links', 'accounts', 'deletions']);

export const ConnectionBody: z.ZodType<Connection> = z.object({
  id: z.string(), connector: z.string(), product: z.string(), name: z.string(), visibility, settings: z.record(z.string(), z.string()),
  state: z.enum(['active', 'paused', 'needs-attention', 'removed']), since: z.string(), createdAt: z.string(), createdBy: z.string(), attention: z.string().exactOptional(),
});
export const ConnectionRow = z.object({ body: jsonColumn(ConnectionBody) });
export const ConnectionText = ConnectionRow.extend({ stored: z.string() });

const names = z.array(z.string());
const NoNumber = z.object({ without: z.number(), of: z.number() });
const Facts: z.ZodType<RoundFacts> = z.object({
  isTotalRough: z.boolean().exactOptional(), isEmptied: z.boolean().exactOptional(), canaries: z.object({ asked: names, found: names }).exactOptional(), oldCanaries: names.exactOptional(), noNumber: NoNumber.exactOptional(), isUnread: z.boolean().exactOptional(),
});
const FeedBody: z.ZodType<Omit<FeedState, 'step'>> = z.object({
  connection: z.string(), feed, checkpoint: z.json().exactOptional(), roundCheckpoint: z.json().exactOptional(), roundStartedAt: z.string().exactOptional(), completedAt: z.string().exactOptional(),
  wholeAt: z.string().exactOptional(), isWanted: z.boolean().exactOptional(), notBefore: z.string().exactOptional(), totalAtSource: z.number().exactOptional(), blind: z.object({ since: z.string(), reason: z.string() }).exactOptional(),
  gaps, recent: z.array(z.string()), facts: Facts.exactOptional(), noNumber: NoNumber.exactOptional(),
});
export const FeedRow = z.object({ step: count, body: jsonColumn(FeedBody) });

const ReceiptBody: z.ZodType<Receipt> = z.object({
  connection: z.string(), startedAt: z.string(), finishedAt: z.string(), outcome: z.enum(['complete', 'partial', 'blind']), read: z.number(), kept: z.number(),
  unchanged: z.number(), skipped: z.record(z.string(), z.number()), removed: z.number(), totalAtSource: z.number().exactOptional(), oldestAt: z.string().exactOptional(),
  newestAt: z.string().exactOptional(), requests: z.number(), received: z.number().exactOptional(), blindBecause: z.string().exactOptional(), heldBack: z.string().exactOptional(), linksConfirmed: z.number().exactOptional(), linksWithdrawn: z.number().exactOptional(), gaps,
});
const ReceiptDayBody: z.ZodType<ReceiptDay> = z.object({
  connection: z.string(), day: z.string(), firstAt: z.string(), lastAt: z.string(), runs: z.object({ complete: z.number(), partial: z.number(), blind: z.number() }), completeAt: z.string().exactOptional(),
  read: z.number(), kept: z.number(), unchanged: z.number(), skipped: z.record(z.string(), z.number()), removed: z.number(), totalAtSource: z.number().exactOptional(), oldestAt: z.string().exactOptional(),
  newestAt: z.string().exactOptional(), linksConfirmed: z.number().exactOptional(), linksWithdrawn: z.number().exactOptional(), requests: z.number(), received: z.number().exactOptional(), blindBecause: z.record(z.string(), z.number()), gaps,
});
export const ReceiptDayRow = z.object({ body: jsonColumn(ReceiptDayBody) });
export const OldestRow = z.object({ oldest: z.string().nullable() });
export const ReceiptRow = z.object({ body: jsonColumn(ReceiptBody) });

const text = z.string().nullable();
export const RECORD_COLUMNS = ['external_id', 'revision', 'record_group', 'said_at', 'product', 'skipped', 'seen_at', 'gone_at'];
export const RecordRow = z.object({ external_id: z.string(), revision: z.string(), record_group: z.string(), said_at: text, product: text, skipped: text, seen_at: z.string(), gone_at: text });

export function recordOf(row: z.output<typeof RecordRow>): KnownRecord {
  return {
    externalId: row.external_id, revision: row.revision, seenAt: row.seen_at,
    ...(row.record_group === '' ? {} : { group: row.record_group }),
    ...present({ at: row.said_at, product: row.product, skipped: row.skipped, goneAt: row.gone_at }),
  };
}

export const NumberRow = z.object({ n: count });
export const IdRow = z.object({ external_id: z.string() });
export const CountRow = z.object({ product: text, skipped: text, n: count, oldest_at: text, newest_at: text });
export const DayRow = z.object({ day: z.string(), n: count });
