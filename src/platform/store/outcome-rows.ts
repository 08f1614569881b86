import { z } from 'zod';
import type { AdverseTheme, Confirmation, Outcome, OutcomeContract } from '../../domain/outcome';
import { parseAt } from '../../domain/boundary';

const MeasureBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('theme'), themes: z.array(z.string()) }),
  z.object({ kind: z.literal('event'), event: z.string() }),
]);
const direction = z.enum(['fewer', 'more']);
const unit = z.enum(['account', 'author', 'signal']);
const Adoption = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('days'), days: z.number() }),
  z.object({ kind: z.literal('version-share'), version: z.string(), share: z.number(), atMostDays: z.number(), elseDays: z.number() }),
]);
const ContractState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('live') }),
  z.object({ kind: z.literal('withdrawn'), at: z.string(), reason: z.enum(['unreleased', 'version-deleted', 'rolled-back']) }),
  z.object({ kind: z.literal('superseded'), at: z.string(), reason: z.enum(['date-moved', 'version-merged']), by: z.string().exactOptional() }),
]);
const Edit = z.object({
  at: z.string(),
  by: z.string(),
  what: z.enum(['released-again', 'date-moved', 'unreleased', 'version-merged', 'version-deleted', 'issue-added', 'issue-moved-away', 'edited-by-hand', 'exposed', 'released-to-all', 'rolled-back']),
  detail: z.string().exactOptional(),
});
const ContractBody = z.object({
  id: z.string(),
  product: z.string(),
  release: z.object({ id: z.string(), name: z.string(), releasedAt: z.string() }),
  origin: z.enum(['released', 'daily-check', 'issue-done', 'by-hand', 'roll-out']),
  targets: z.array(z.object({ issue: z.string(), issueKey: z.string(), measure: MeasureBody, direction, decidedAt: z.string() })),
  withoutTarget: z.array(z.object({ issue: z.string(), reason: z.enum(['no-theme', 'hidden-issue']) })),
  leastEffect: z.number(),
  baselineWeeks: z.number(),
  mode: z.enum(['full', 'short-baseline']),
  readOutWeeks: z.array(z.number()),
  adoption: Adoption,
  controls: z.array(z.string()),
  sources: z.array(z.object({ source: z.string(), since: z.string() })),
  leftOut: z.array(z.object({ source: z.string(), reason: z.enum(['connected-mid-window', 'gap']), at: z.string() })),
  coverage: z.object({ state: z.enum(['nothing-connected', 'reading', 'complete', 'gap']), total: z.number(), read: z.number() }),
  unit,
  exposure: z.array(z.object({ account: z.string(), at: z.string() })).exactOptional(),
  incidents: z.array(z.object({ from: z.string(), to: z.string() })),
  frozenAt: z.string(),
  edits: z.array(Edit),
  state: ContractState,
});

const Verdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fewer') }),
  z.object({ kind: z.literal('no-clear-change') }),
  z.object({ kind: z.literal('more'), by: z.enum(['read-out', 'guard']) }),
  z.object({ kind: z.literal('too-few-to-tell') }),
  z.object({
    kind: z.literal('not-attributable'),
    reason: z.enum(['spike-before-release', 'rise-before-release', 'chosen-because-loud', 'single-week', 'volume-shift', 'season', 'moved-elsewhere', 'no-control']),
  }),
  z.object({
    kind: z.literal('cannot-judge'),
    reason: z.enum([
      'nothing-connected', 'still-reading', 'source-gap', 'source-connected-mid-window', 'short-history', 'no-theme', 'hidden-issue', 'theme-merged',
      'theme-split', 'theme-erased', 'issue-moved', 'not-released-yet', 'unreleased', 'date-moved', 'version-merged', 'version-deleted', 'rolled-back', 'not-adopted',
    ]),
    at: z.string().exactOptional(),
    source: z.string().exactOptional(),
  }),
]);
const Confirmed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not-yet-confirmed') }),
  z.object({ kind: z.literal('confirmed'), customers: z.number(), by: z.array(z.enum(['customer', 'conversation', 'usage'])) }),
  z.object({ kind: z.literal('disputed'), customers: z.number() }),
]);
const OutcomeBody = z.object({
  contract: z.string(),
  issue: z.string(),
  measure: MeasureBody,
  direction,
  readOut: z.number().or(z.literal('guard')),
  judgedAt: z.string(),
  verdict: Verdict,
  unit,
  counts: z
    .object({ themeBefore: z.number(), themeAfter: z.number(), controlBefore: z.number(), controlAfter: z.number(), weeksBefore: z.number(), weeksAfter: z.number() })
    .exactOptional(),
  expected: z.number().exactOptional(),
  estimate: z.object({ ratio: z.number(), low: z.number(), high: z.number(), level: z.number(), shrunk: z.number().exactOptional() }).exactOptional(),
  detectableDrop: z.number().exactOptional(),
  dispersion: z.number().exactOptional(),
  expectedFromDecay: z.number().exactOptional(),
  comparison: z.enum(['before-after', 'exposed-against-not-yet']),
  lists: z.array(z.object({ window: z.enum(['before', 'after']), count: z.number(), signals: z.number() })),
  weeks: z.array(z.object({ from: z.string(), phase: z.enum(['before', 'excluded', 'incident', 'unheard', 'gap', 'after']), theme: z.number(), control: z.number() })),
  gap: z.object({ from: z.string(), to: z.string(), by: z.enum(['days', 'version-share']) }).exactOptional(),
  confirmed: Confirmed,
  silentAccounts: z.array(z.string()),
});
const ConfirmationBody = z.object({
  contract: z.string(),
  issue: z.string(),
  how: z.enum(['customer', 'conversation', 'usage']),
  helped: z.boolean(),
  at: z.string(),
  by: z.string(),
  account: z.string().exactOptional(),
  signal: z.string().exactOptional(),
});
const AdverseBody = z.object({
  contract: z.string(),
  theme: z.string(),
  flaggedAt: z.string(),
  daysAfterRelease: z.number(),
  observed: z.number(),
  expected: z.number(),
  signals: z.array(z.string()),
});

export const BodyRow = z.object({ body: z.string() });

export function contractOf(row: z.output<typeof BodyRow>): OutcomeContract {
  return parseAt('store:outcome_contracts', ContractBody, JSON.parse(row.body));
}

export function outcomeOf(row: z.output<typeof BodyRow>): Outcome {
  return parseAt('store:outcomes', OutcomeBody, JSON.parse(row.body));
}

export function confirmationOf(row: z.output<typeof BodyRow>): Confirmation {
  return parseAt('store:outcome_confirmations', ConfirmationBody, JSON.parse(row.body));
}

export function adverseOf(row: z.output<typeof BodyRow>): AdverseTheme {
  return parseAt('store:outcome_adverse', AdverseBody, JSON.parse(row.body));
}
