import { z } from 'zod';
import { parseAt } from '../../domain/boundary';
import type { Policy } from '../../domain/policy';
import type { Batch, Breaker, Mark, SweepItem } from '../../domain/sweep';
import type { Standing, Verdict } from '../../domain/verdict';
import { jsonColumn } from './columns';

const time = z.string();
const doubt = z.enum(['nothing-connected', 'reading', 'source-gap', 'source-stale', 'window-not-covered', 'volume-unusual', 'rows-parked', 'never-derived', 'evidence-stale', 'evidence-removed']);
const Listening = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('proven'), since: time, until: time, read: z.number(), total: z.number() }),
  z.object({ kind: z.literal('unproven'), doubt, source: z.string().exactOptional() }),
]);
const abstainReason = z.enum([
  ...doubt.options, 'not-searchable', 'possible-support', 'theme-support', 'older-support', 'too-young', 'recently-active', 'activity-unknown', 'hidden-issue', 'not-open',
]);
const Judgement = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('supported'), by: z.enum(['confirmed', 'suggested']), customers: z.number() }),
  z.object({ kind: z.literal('unsupported') }),
  z.object({ kind: z.literal('abstain'), reason: abstainReason }),
]);
const maybe = <Schema extends z.ZodType>(schema: Schema): z.ZodType<z.output<Schema> | undefined> => z.union([schema, z.undefined()]);
const Inputs = z.object({
  confirmed: z.number(), confirmedBefore: z.number(), suggested: z.number(), suggestedBefore: z.number(), possibleConfidence: z.number(), themeStrength: z.number(),
  searchable: maybe(z.boolean()), recall: z.number(), listening: Listening, ageDays: z.number(), idleDays: maybe(z.number()),
});
const StoredVerdict = z.object({ issue: z.string(), judgement: Judgement, inputs: Inputs.partial({ searchable: true, idleDays: true }), policyVersion: z.number(), engineVersion: z.string().exactOptional(), at: time });

const category = z.enum(['todo', 'doing', 'done']);
const Status = z.object({ id: z.string(), name: z.string(), category });
const Before = z.object({
  status: Status, resolution: z.string().exactOptional(), assignee: z.string().exactOptional(), labels: z.array(z.string()), fixVersions: z.array(z.string()),
  sprintId: z.string().exactOptional(), rank: z.string().exactOptional(), votes: z.number(), watchers: z.number(),
});
const Loss = z.object({
  field: z.enum(['status', 'resolution', 'assignee', 'labels', 'fixVersions', 'sprint', 'rank']),
  why: z.enum(['no-way-back-to-status', 'workflow-keeps-resolution', 'field-not-editable', 'sprint-may-end', 'rank-not-kept', 'workflow-changed']),
  instead: z.string().exactOptional(),
});
const Ground = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('no-support'), read: z.number(), since: time }),
  z.object({ kind: z.literal('shipped'), release: z.string(), releaseName: z.string(), releasedAt: time, how: z.enum(['listed', 'fix-version', 'obsolete']) }),
  z.object({ kind: z.literal('duplicate'), of: z.string(), ofKey: z.string() }),
]);
const state = z.enum([
  'proposed', 'approved', 'noticing', 'noticed', 'kept', 'cancelled', 'withdrawn', 'parked', 'closing', 'closed', 'undoing', 'undone', 'reopened-by-evidence', 'reopened-by-person',
]);
const StoredItem = z.object({
  id: z.string(), batch: z.string(), product: z.string(), issue: z.string(), key: z.string(), project: z.string(), ground: Ground, judgement: Judgement, listening: Listening,
  evidenceHash: z.string(), nearestTheme: z.string().exactOptional(), policyVersion: z.number(), state, revision: z.number(), proposedAt: time, approvedBy: z.string().exactOptional(),
  unattended: z.boolean(), noticedAt: time.exactOptional(), closeAfter: time.exactOptional(), before: Before.exactOptional(), after: Before.exactOptional(), losses: z.array(Loss),
  closedAt: time.exactOptional(), closeOp: z.string().exactOptional(), run: z.string().exactOptional(), triedAt: time.exactOptional(), attempts: z.number(), note: z.string().exactOptional(),
  reopenSignals: z.array(z.string()).exactOptional(),
});
const StoredBatch = z.object({
  id: z.string(), product: z.string(), plannedAt: time, policyVersion: z.number(), looked: z.number(), leftAlone: z.record(z.string(), z.number()), candidates: z.number(), points: z.number(),
  offers: z.array(z.object({ kind: z.enum(['resolution', 'status']), name: z.string() })).exactOptional(),
});
const StoredMark = z.object({ issue: z.string(), product: z.string(), kind: z.enum(['keep', 'hands-off']), until: time.exactOptional(), by: z.string(), at: time });
const StoredBreaker = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shut'), armed: z.object({ by: z.string(), at: time, reason: z.string() }).exactOptional() }),
  z.object({
    kind: z.literal('open'),
    reason: z.enum(['too-many-undone', 'two-undone-in-one-run', 'wrong-close', 'too-many-candidates', 'source-unhealthy', 'ledger-differs', 'transition-errors', 'unreadable']),
    at: time,
  }),
]);
const StoredPolicy = z.object({
  version: z.number(), mode: z.enum(['off', 'observe', 'suggest', 'notice-only', 'live']), minimumAgeDays: z.number(), minimumIdleDays: z.number(), evidenceWindowDays: z.number(), graceDays: z.number(),
  batchSize: z.number(), runCap: z.number(), dailyCap: z.number(), keepDays: z.number(), protectVotes: z.number(), protectWatchers: z.number(), protectedLabels: z.array(z.string()),
  protectedReporters: z.array(z.string()), silenceMaxConfidence: z.number(), silenceMaxThemeStrength: z.number(), reopenAfterCustomers: z.number(), reopenBy: z.enum(['proposal', 'itself']),
  timeZone: z.string(), freezes: z.array(z.object({ from: time, to: time })),
  fallback: z.object({ kind: z.enum(['resolution', 'status']), name: z.string(), acceptedBy: z.string(), acceptedAt: time }).exactOptional(),
});

const Ids = z.array(z.string());
const StoredStanding = z.object({ at: time, confirmed: Ids, suggested: Ids, unsupported: Ids, cannotJudge: z.record(z.string(), Ids) });

export const ItemBody = z.object({ body: jsonColumn(StoredItem) });
export const BatchBody = z.object({ body: jsonColumn(StoredBatch) });
export const MarkBody = z.object({ body: jsonColumn(StoredMark) });
export const VerdictBody = z.object({ issue_id: z.string(), body: jsonColumn(StoredVerdict) });

export const itemOf = (row: z.output<typeof ItemBody>): SweepItem => row.body;
export const batchOf = (row: z.output<typeof BatchBody>): Batch => row.body;
export const markOf = (row: z.output<typeof MarkBody>): Mark => row.body;
/** JSON drops what is undefined; in a verdict undefined means "nobody knows". */
export const verdictOf = ({ body }: z.output<typeof VerdictBody>): Verdict => ({ ...body, inputs: { ...body.inputs, searchable: body.inputs.searchable, idleDays: body.inputs.idleDays } });
export const policyOf = (value: unknown): Policy => parseAt('store:closing_settings', StoredPolicy, value);
export const breakerOf = (value: unknown): Breaker => parseAt('store:closing_settings', StoredBreaker, value);
export const standingOf = (value: unknown): Standing => parseAt('store:closing_settings', StoredStanding, value);
