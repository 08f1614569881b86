/** A unit of work. Small, resumable from its checkpoint, and safe to run twice. */
export type Job =
  | { readonly name: 'ingest'; readonly importId: string }
  | { readonly name: 'sync-issues'; readonly product: string; readonly full: boolean; readonly pageToken?: string }
  | { readonly name: 'poll-source'; readonly connection: string }
  | { readonly name: 'understand'; readonly product: string }
  | { readonly name: 'measure'; readonly product: string }
  | { readonly name: 'sweep'; readonly product: string }
  | { readonly name: 'talk'; readonly product: string }
  /** Lanes read side by side. */
  | { readonly name: 'read'; readonly product: string; readonly lane: number }
  | { readonly name: 'brief'; readonly product: string }
  | { readonly name: 'embed'; readonly product: string }
  | { readonly name: 'label'; readonly product: string }
  | { readonly name: 'word'; readonly product: string }
  | { readonly name: 'drain-inbound' }
  | { readonly name: 'apply-accounts'; readonly product: string };

export interface JobQueue {
  /** Delivered at least once, in no promised order. @throws StoreUnavailable when the queue refuses it. */
  push(job: Job, delaySeconds?: number): Promise<void>;
}
