import type { Citation } from './evidence';
import type { IsoTime } from './time';

/** How a customer's words stand to what an issue asks for. */
export type Stance = 'supports' | 'contradicts' | 'unrelated';
export const STANCES = ['supports', 'contradicts', 'unrelated'] as const;

export type NeedKind = 'problem' | 'wish' | 'question' | 'praise' | 'other';
export const NEED_KINDS = ['problem', 'wish', 'question', 'praise', 'other'] as const;

/** How badly it hurts: `none` of a praise, `blocks` of work that cannot be done. */
export type Severity = 'none' | 'annoys' | 'hinders' | 'blocks';
export const SEVERITIES = ['none', 'annoys', 'hinders', 'blocks'] as const;

/** Why the agent has nothing to say about a signal or a pair. Never the same as "no evidence". */
export type NotAnalysed = 'waiting' | 'asked' | 'refused' | 'wrong-shape' | 'truncated' | 'too-large' | 'not-accepted' | 'answer-lost' | 'unproven';

/** What the agent read about one signal and one issue. A stance other than `unrelated` rests on literal words of that signal. */
export type PairReading =
  | { readonly issue: string; readonly kind: 'read'; readonly stance: 'supports' | 'contradicts'; readonly citation: Citation }
  | { readonly issue: string; readonly kind: 'read'; readonly stance: 'unrelated' }
  /** It named words that the customer did not say: what it said with them is dropped. */
  | { readonly issue: string; readonly kind: 'unproven' };

/** Labels of one signal, read alone: nothing that another customer wrote was in sight. */
export interface SignalReading {
  readonly signal: string;
  /** Hash of the text, the issues and the model: what was read, so that nothing is paid for twice. */
  readonly hash: string;
  readonly needKind: NeedKind;
  readonly severity: Severity;
  /** The need in one sentence of the agent's, with the customer's literal words that carry it; absent when those were not proven. */
  readonly need?: { readonly text: string; readonly citation: Citation };
  readonly pairs: readonly PairReading[];
  /** Hidden characters that the text held; they were not shown to the model. */
  readonly hidden: number;
  readonly model: string;
  readonly readAt: IsoTime;
}
