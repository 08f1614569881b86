import { z } from 'zod';
import type { Sentence } from '../domain/sentence';
import type { VisibilityClass } from '../domain/visibility';

export const AddInbound = z.object({
  product: z.string().min(1).max(40),
  name: z.string().trim().min(1).max(80),
  visibility: z.enum(['open', 'counts', 'hidden']),
  /** After so long without any delivery, silence means nothing. */
  quietAfterHours: z.number().int().min(1).max(8_760),
  /** It hands over everything that was said since that day; without it, since it is made. */
  since: z.iso.date().optional(),
});
/** Since which day it handed over all that was said; without a day, since it was made. */
export const SayHandedOver = z.object({ source: z.string().min(1).max(40), since: z.iso.date().optional(), isNothingBefore: z.boolean().optional() });
export const InboundRef = z.object({ source: z.string().min(1).max(40) });
/** What becomes of the signals that it sent. */
export const RemoveInbound = z.object({ source: z.string().min(1).max(40), signals: z.enum(['keep', 'remove']) });
export const InboundKeyRef = z.object({ key: z.string().min(1).max(80) });

export interface InboundView {
  /** Where senders post to; the same for every source of the site. */
  readonly address: string;
  /** The server's moment of answering. */
  readonly asOf: string;
  readonly sources: readonly {
    readonly id: string;
    readonly name: string;
    readonly product: string;
    readonly visibility: VisibilityClass;
    readonly quietAfterHours: number;
    readonly keys: readonly { readonly id: string; readonly createdAt: string }[];
    readonly lastReceivedAt?: string;
    /** Silences that ended, and of which nobody said yet that there was nothing to send. */
    readonly quiet: readonly { readonly from: string; readonly to: string }[];
    /** Nothing came for longer than it promised, and nothing has since then. */
    readonly silentSince?: string;
    readonly waiting: number;
    /** Kept of what it sent. */
    readonly signals: number;
    /** Since when it counts as heard, and how many of its signals are older. */
    readonly heard: { readonly from: string; readonly isTold: boolean; readonly isNothingBefore: boolean; readonly earlier: number };
    readonly lastRefusal?: { readonly at: string; readonly words: Sentence; readonly detail?: string };
  }[];
}

/** A new key. Its secret is in this answer and in no other. */
export interface NewInboundKey {
  readonly key: string;
  readonly secret: string;
  readonly view: InboundView;
}

export const INBOUND_ENDPOINTS = ['admin.inbound', 'admin.addInbound', 'admin.addInboundKey', 'admin.acceptSilence', 'admin.sayHandedOver', 'admin.removeInboundKey', 'admin.removeInbound'] as const;
/** What own systems send; all need Administer Jira. */
export interface InboundEndpoints {
  'admin.inbound': { input: Record<string, never>; output: InboundView };
  'admin.addInbound': { input: z.input<typeof AddInbound>; output: NewInboundKey };
  'admin.addInboundKey': { input: z.input<typeof InboundRef>; output: NewInboundKey };
  'admin.acceptSilence': { input: z.input<typeof InboundRef>; output: InboundView };
  'admin.sayHandedOver': { input: z.input<typeof SayHandedOver>; output: InboundView };
  'admin.removeInboundKey': { input: z.input<typeof InboundKeyRef>; output: InboundView };
  'admin.removeInbound': { input: z.input<typeof RemoveInbound>; output: InboundView };
}
