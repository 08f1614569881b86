import { z } from 'zod';

export const KeptSourceRef = z.object({ product: z.string().min(1).max(40), source: z.string().min(1).max(40) });
/** Whole days, both counted; without them the rows say it. */
export const SayHeldTime = KeptSourceRef.extend({ time: z.object({ from: z.iso.date(), to: z.iso.date(), isNothingBefore: z.boolean() }).optional() });

/** Files, and senders that were removed: what they said is here, and nothing new comes by itself. */
export interface KeptSourcesView {
  readonly sources: readonly {
    readonly product: string;
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly signals: number;
    readonly newestAt?: string;
    /** From when to when its files hold what was said, by their rows or as an admin said; and how many of its signals are of another time. */
    readonly held?: { readonly from: string; readonly to?: string; readonly isTold: boolean; readonly isNothingBefore: boolean; readonly outside: number };
    /** Removed then, and a gap since. */
    readonly removedAt?: string;
    /** Given up then: its silence counts no more. */
    readonly leftAt?: string;
    /** Rows of its files that could not be read and that no later file brought; many of them are a gap. */
    readonly unreadable?: { readonly rows: number; readonly isGap: boolean };
  }[];
}

export const KEPT_SOURCE_ENDPOINTS = ['admin.keptSources', 'admin.giveUpSource', 'admin.settleLostRows', 'admin.sayHeldTime', 'admin.removeKeptSource'] as const;
/** All need Administer Jira. */
export interface KeptSourceEndpoints {
  'admin.keptSources': { input: Record<string, never>; output: KeptSourcesView };
  'admin.giveUpSource': { input: z.input<typeof KeptSourceRef>; output: KeptSourcesView };
  'admin.settleLostRows': { input: z.input<typeof KeptSourceRef>; output: KeptSourcesView };
  'admin.sayHeldTime': { input: z.input<typeof SayHeldTime>; output: KeptSourcesView };
  'admin.removeKeptSource': { input: z.input<typeof KeptSourceRef>; output: KeptSourcesView };
}
