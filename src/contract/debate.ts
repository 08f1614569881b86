import { z } from 'zod';
import type { ReleaseOption } from '../domain/release-choice';
import type { Sentence } from '../domain/sentence';
import type { Quote } from './panel';

export type { ReleaseOption } from '../domain/release-choice';

export interface SideView {
  readonly points: readonly Sentence[];
  readonly quotes: readonly Quote[];
}

export interface ChoiceView {
  readonly id: string;
  readonly option: ReleaseOption;
  readonly accounts: readonly string[];
  readonly reason: string;
  readonly at: string;
}

export interface DebateView {
  readonly issue: { readonly key: string; readonly summary: string };
  readonly for: SideView;
  readonly against: SideView;
  readonly unknown: readonly Sentence[];
  /** Newest first; the first one stands. */
  readonly choices: readonly ChoiceView[];
  /** The ring or flag that runs, else the last one that did: read by the release outcomes. A newer choice does not end it. */
  readonly rollOut?: { readonly contract: string; readonly startedAt: string; readonly state: 'live' | 'withdrawn' | 'superseded'; readonly accounts: number; readonly everyoneSince?: string };
  /** Accounts of the standing choice that do not have it yet. */
  readonly toCome: number;
  /** Accounts that said so and may be named: the ring that suggests itself. */
  readonly affected: readonly string[];
  readonly canChoose: boolean;
  /** Starting a roll-out makes a promise for the whole project. */
  readonly canStart: boolean;
  readonly asOf: string;
}

export const ChooseRelease = z.object({
  option: z.enum(['all', 'ring', 'flag', 'hold']),
  accounts: z.array(z.string().trim().min(1).max(255)).max(500),
  reason: z.string().trim().min(1).max(500),
});
export const RollOutAct = z.object({ act: z.enum(['start', 'back', 'all']) });

export const DEBATE_ENDPOINTS = ['debate.open', 'debate.choose', 'debate.rollOut'] as const;
/** Endpoints of the debate card; the issue comes from the platform's context. */
export interface DebateEndpoints {
  'debate.open': { input: Record<string, never>; output: DebateView };
  'debate.choose': { input: z.input<typeof ChooseRelease>; output: DebateView };
  /** They have it now · it was taken back · everyone has it now. */
  'debate.rollOut': { input: z.input<typeof RollOutAct>; output: DebateView };
}
