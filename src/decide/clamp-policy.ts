import type { CloseFallback, Freeze, Policy, PolicyCorrection } from '../domain/policy';
import { MODES } from '../domain/policy';
import { epochMs } from '../domain/time';
import { BOUNDS, claimsDone, type BoundedField } from './policy-bounds';
import { zoneFormatter } from './zone';

const LIST_LIMIT = 200;
const NAME_LIMIT = 100;

/** What a policy starts with: nothing is proposed before a person asks for it. */
export const FIRST_POLICY: Policy = {
  version: 1,
  mode: 'off',
  ...usual(),
  protectedLabels: [],
  protectedReporters: [],
  reopenBy: 'proposal',
  timeZone: 'UTC',
  freezes: [],
};

/**
 * The policy as code allows it, and every place where a floor or ceiling held. Total: takes numbers that are no numbers, unknown modes and
 * zones, and lists of anything; what cannot be read becomes the usual value, never the laxer one.
 */
export function clampPolicy(asked: Policy): { readonly policy: Policy; readonly corrections: readonly PolicyCorrection[] } {
  const corrections: PolicyCorrection[] = [];
  const note = <Value>(field: string, was: Value, used: Value): Value => {
    if (!same(was, used)) corrections.push({ field, asked: shortText(was), used: shortText(used) });
    return used;
  };
  const numbers = usual();
  for (const field of FIELDS) numbers[field] = note(field, asked[field], clampNumber(field, asked[field]));
  const fallback = honestFallback(asked.fallback);
  note('fallback', asked.fallback?.name ?? '', fallback?.name ?? '');
  const policy: Policy = {
    version: Number.isSafeInteger(asked.version) && asked.version > 0 ? asked.version : 1,
    mode: note('mode', asked.mode, MODES.includes(asked.mode) ? asked.mode : 'off'),
    ...numbers,
    protectedLabels: names(asked.protectedLabels),
    protectedReporters: names(asked.protectedReporters),
    reopenBy: asked.reopenBy === 'itself' ? 'itself' : 'proposal',
    timeZone: note('timeZone', asked.timeZone, isTimeZone(asked.timeZone) ? asked.timeZone : 'UTC'),
    freezes: freezes(asked.freezes),
    ...(fallback === undefined ? {} : { fallback }),
  };
  return { policy, corrections };
}

const FIELDS = Object.keys(BOUNDS).filter((field): field is BoundedField => field in BOUNDS);

function usual(): Record<BoundedField, number> {
  return {
    minimumAgeDays: BOUNDS.minimumAgeDays.usual,
    minimumIdleDays: BOUNDS.minimumIdleDays.usual,
    evidenceWindowDays: BOUNDS.evidenceWindowDays.usual,
    graceDays: BOUNDS.graceDays.usual,
    batchSize: BOUNDS.batchSize.usual,
    runCap: BOUNDS.runCap.usual,
    dailyCap: BOUNDS.dailyCap.usual,
    keepDays: BOUNDS.keepDays.usual,
    protectVotes: BOUNDS.protectVotes.usual,
    protectWatchers: BOUNDS.protectWatchers.usual,
    silenceMaxConfidence: BOUNDS.silenceMaxConfidence.usual,
    silenceMaxThemeStrength: BOUNDS.silenceMaxThemeStrength.usual,
    reopenAfterCustomers: BOUNDS.reopenAfterCustomers.usual,
  };
}

function clampNumber(field: BoundedField, asked: number): number {
  const { floor, ceiling, whole, usual: fallback } = BOUNDS[field];
  if (typeof asked !== 'number' || Number.isNaN(asked)) return fallback;
  const inside = Math.min(ceiling, Math.max(floor, asked));
  return whole ? Math.floor(inside) : inside;
}

function honestFallback(asked: CloseFallback | undefined): CloseFallback | undefined {
  if (asked === undefined || typeof asked.name !== 'string' || asked.name.trim() === '') return undefined;
  if (asked.kind === 'resolution' && claimsDone(asked.name)) return undefined;
  return asked.acceptedBy === '' ? undefined : asked;
}

function names(asked: readonly string[]): readonly string[] {
  if (!Array.isArray(asked)) return [];
  return asked.filter((name) => typeof name === 'string' && name.trim() !== '').map((name) => name.trim().slice(0, NAME_LIMIT)).slice(0, LIST_LIMIT);
}

function freezes(asked: readonly Freeze[]): readonly Freeze[] {
  if (!Array.isArray(asked)) return [];
  return asked.filter((one) => epochMs(one.from) < epochMs(one.to)).slice(0, LIST_LIMIT);
}

function isTimeZone(name: string): boolean {
  return typeof name === 'string' && name !== '' && zoneFormatter(name) !== undefined;
}

function same(a: unknown, b: unknown): boolean {
  return Object.is(a, b);
}

function shortText(value: unknown): string {
  return String(value).slice(0, NAME_LIMIT);
}
