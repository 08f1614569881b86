import { z } from 'zod';
import type { BriefWords, ReviewAnswer } from '../domain/prototype';
import type { Sentence } from '../domain/sentence';
import type { Quote } from './panel';

export type { BriefWords, ReviewAnswer } from '../domain/prototype';

export interface BriefView extends BriefWords {
  readonly quotes: readonly Quote[];
  /** Customers to show it to, by key, as their sources name them. */
  readonly showTo: readonly { readonly person: string; readonly name: string }[];
  readonly wordedBy: 'rules' | 'model' | 'person';
  /** Why rules and no model, where one is on. */
  readonly because?: Sentence;
  readonly madeAt: string;
  readonly expiresAt: string;
  readonly isExpired: boolean;
  /** Words with the quotes, of at most 250. */
  readonly words: number;
  readonly markdown: string;
  readonly prompt: string;
}

export interface ReviewRow {
  readonly id: string;
  readonly answer: ReviewAnswer;
  readonly shownAt: string;
  /** Absent when the words are gone at the customer's wish. */
  readonly quote?: Quote;
}

export interface ClaimRow {
  readonly claim: string;
  readonly quotes: readonly Quote[];
  /** Why it could not be judged. */
  readonly why?: Sentence;
}

/** What a long description claims about customers. */
export interface ClaimsView {
  readonly title: Sentence;
  readonly words: number;
  readonly looked: number;
  readonly supported: readonly ClaimRow[];
  readonly notSupported: readonly ClaimRow[];
  readonly cannotJudge: readonly ClaimRow[];
}

export interface PrototypeView {
  readonly issue: { readonly key: string; readonly summary: string };
  readonly brief?: BriefView;
  /** Why there is no brief and none can be made. */
  readonly noBrief?: Sentence;
  readonly link?: { readonly url: string; readonly at: string };
  readonly reviews: readonly ReviewRow[];
  readonly answers: { readonly yes: number; readonly change: number; readonly no: number };
  /** "3 days from brief to link, 2 to the first customer". */
  readonly clock?: Sentence;
  readonly claims?: ClaimsView;
  readonly canEdit: boolean;
  readonly asOf: string;
}

const words = z.string().trim().min(1).max(600);
export const SaveBrief = z.object({ hypothesis: words, riskiest: words, smallest: words, kill: words });
export const LinkPrototype = z.object({ url: z.string().trim().max(2_000).regex(/^https?:\/\/[^\s]+$/i, 'a web address') });
export const ReviewPrototype = z.object({
  answer: z.enum(['yes', 'no', 'change']),
  words: z.string().trim().min(1).max(20_000),
  /** Somebody of the list of the brief, or an account by name. */
  person: z.string().min(1).max(300).optional(),
  account: z.string().trim().min(1).max(255).optional(),
});

export const PROTOTYPE_ENDPOINTS = ['prototype.open', 'prototype.draft', 'prototype.save', 'prototype.link', 'prototype.review'] as const;
/** Endpoints of the prototype's screen; the issue comes from the platform's context. Each act answers the screen as it is afterwards. */
export interface PrototypeEndpoints {
  'prototype.open': { input: Record<string, never>; output: PrototypeView };
  /** Writes a brief by rule, in the place of an older one. */
  'prototype.draft': { input: Record<string, never>; output: PrototypeView };
  'prototype.save': { input: z.input<typeof SaveBrief>; output: PrototypeView };
  'prototype.link': { input: z.input<typeof LinkPrototype>; output: PrototypeView };
  'prototype.review': { input: z.input<typeof ReviewPrototype>; output: PrototypeView };
}
