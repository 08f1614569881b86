import { z } from 'zod';

export const KeptSourceRef = z.object({ product: z.string().min(1).max(40), source: z.string().min(1).max(40) });

/** Files, and senders that were removed: what they said is here, and nothing new comes by itself. */
export interface KeptSourcesView {
  readonly sources: readonly {
    readonly product: string;
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly signals: number;
    readonly newestAt?: string;
    /** Removed then, and a gap since. */
    readonly removedAt?: string;
    /** Given up then: its silence counts no more. */
    readonly leftAt?: string;
    /** Rows of its files that could not be read and that no later file brought; many of them are a gap. */
    readonly unreadable?: { readonly rows: number; readonly isGap: boolean };
  }[];
}

export const KEPT_SOURCE_ENDPOINTS = ['admin.keptSources', 'admin.giveUpSource', 'admin.settleLostRows', 'admin.removeKeptSource'] as const;
/** All need Administer Jira. */
export interface KeptSourceEndpoints {
  'admin.keptSources': { input: Record<string, never>; output: KeptSourcesView };
  'admin.giveUpSource': { input: z.input<typeof KeptSourceRef>; output: KeptSourcesView };
  'admin.settleLostRows': { input: z.input<typeof KeptSourceRef>; output: KeptSourcesView };
  'admin.removeKeptSource': { input: z.input<typeof KeptSourceRef>; output: KeptSourcesView };
}
