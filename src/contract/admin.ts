import { z } from 'zod';
import type { CoverageLine, Gap, SourceCoverage } from './coverage';
import type { Sentence } from '../domain/sentence';

export const SaveProduct = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'lower-case letters, digits and dashes').optional(),
  name: z.string().trim().min(1).max(80),
  projects: z.array(z.string().regex(/^[A-Z][A-Z0-9_]{0,19}$/)).min(1).max(50),
  synthetic: z.boolean().optional(),
});
/** Whole days, both counted. */
const FillTime = z.object({ connection: z.string().min(1).max(40), from: z.iso.date(), to: z.iso.date() });
export const PreviewFill = FillTime.extend({ product: z.string().min(1).max(40) });
export const StartImport = z.object({
  product: z.string().min(1).max(40),
  kind: z.enum(['signals', 'issues', 'releases']),
  format: z.enum(['jsonl', 'csv']),
  fileName: z.string().min(1).max(200),
  source: z
    .object({
      id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'lower-case letters, digits and dashes'),
      kind: z.string().min(1).max(40),
      name: z.string().trim().min(1).max(80),
      visibility: z.enum(['open', 'counts', 'hidden']),
      /** Times from which the file is known to hold nothing: an outage, a month that was not exported. */
      gaps: z.array(z.object({ from: z.iso.datetime(), to: z.iso.datetime(), reason: z.string().trim().min(1).max(200) })).max(50).optional(),
    })
    .optional(),
  header: z.string().max(20_000).optional(),
  /** Signals: the rows are a connected source's own, of a time that it could not show; `source` is left out then. */
  fills: FillTime.optional(),
});
/** Whole lines, at most 400,000 bytes of UTF-8, so that the call fits the bridge's 500 KB. */
export const ReceiveChunk = z.object({
  importId: z.string().min(1).max(80),
  seq: z.number().int().min(0).max(1_000_000),
  firstLine: z.number().int().min(1),
  text: z.string().max(400_000),
});
export const FinishImport = z.object({
  importId: z.string().min(1).max(80),
  chunks: z.number().int().min(0),
  /** Records too long for one call, which the screen could not send: offered, and rejected with that reason. */
  tooLong: z.array(z.object({ line: z.number().int().min(1), characters: z.number().int().min(1) })).max(1_000).optional(),
});
export const ImportRef = z.object({ importId: z.string().min(1).max(80), after: z.string().max(200).optional() });
export const PinPanel = z.object({ projects: z.array(z.string()).min(1).max(100), pinned: z.boolean() });
export const PinTask = z.object({ taskId: z.string().min(1).max(200) });
export const ProductRef = z.object({ product: z.string().min(1).max(40) });

export interface ImportView {
  readonly id: string;
  readonly product: string;
  readonly kind: 'signals' | 'issues' | 'releases';
  readonly fileName: string;
  readonly sourceName?: string;
  readonly state: 'receiving' | 'reading' | 'done' | 'broken-off';
  readonly offered: number;
  readonly kept: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly chunks?: number;
  readonly chunksRead: number;
  readonly startedAt: string;
  readonly finishedAt?: string;
}

export interface ImportProblems {
  readonly rows: readonly { readonly line: number; readonly field: string; readonly reason: string }[];
  readonly next?: string;
}

export interface AdminView {
  readonly products: readonly {
    readonly id: string;
    readonly name: string;
    readonly projects: readonly string[];
    readonly issues: number;
    readonly signals: number;
    readonly coverage: CoverageLine;
    readonly sources: readonly SourceCoverage[];
    /** Sources that a file may go on with: none that is read, or sent to, by itself. */
    readonly files: readonly { readonly id: string; readonly name: string; readonly kind: string; readonly visibility: 'open' | 'counts' | 'hidden' }[];
    readonly imports: readonly ImportView[];
    /** What the last run of the engine gave, or that there was none yet. */
    readonly state: Sentence;
  }[];
  readonly projects: readonly { readonly key: string; readonly name: string; readonly product?: string }[];
  readonly synthetic: boolean;
}

export const ADMIN_ENDPOINTS = [
  'admin.open', 'admin.saveProduct', 'admin.startImport', 'admin.receiveChunk', 'admin.finishImport', 'admin.breakOffImport', 'admin.importStatus',
  'admin.importProblems', 'admin.previewFill', 'admin.pinPanel', 'admin.pinStatus', 'admin.syncIssues',
] as const;
/** Endpoints of the admin page; all need Administer Jira. */
export interface AdminEndpoints {
  'admin.open': { input: Record<string, never>; output: AdminView };
  'admin.saveProduct': { input: z.input<typeof SaveProduct>; output: { id: string } };
  'admin.startImport': { input: z.input<typeof StartImport>; output: { importId: string } };
  /** What a file of that time would leave of the source's gaps. */
  'admin.previewFill': { input: z.input<typeof PreviewFill>; output: { readonly before: readonly Gap[]; readonly after: readonly Gap[] } };
  'admin.receiveChunk': { input: z.input<typeof ReceiveChunk>; output: { received: number } };
  'admin.finishImport': { input: z.input<typeof FinishImport>; output: ImportView };
  'admin.breakOffImport': { input: z.input<typeof ImportRef>; output: ImportView };
  'admin.importStatus': { input: z.input<typeof ImportRef>; output: ImportView };
  'admin.importProblems': { input: z.input<typeof ImportRef>; output: ImportProblems };
  'admin.pinPanel': { input: z.input<typeof PinPanel>; output: { taskId: string } };
  'admin.pinStatus': { input: z.input<typeof PinTask>; output: { state: 'running' | 'complete' | 'failed' } };
  'admin.syncIssues': { input: z.input<typeof ProductRef>; output: { queued: true } };
}
