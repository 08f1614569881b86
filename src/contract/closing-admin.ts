import { z } from 'zod';
import type { Policy, PolicyCorrection } from '../domain/policy';
import type { Sentence } from '../domain/sentence';
import type { DryRunView } from './backlog';

export interface ClosingSettingsView {
  readonly policy: Policy;
  readonly bounds: Readonly<Record<string, { readonly floor: number; readonly ceiling: number }>>;
  readonly stopped: boolean;
  readonly breaker?: { readonly reason: Sentence; readonly at: string };
  /** What is still missing before the app may close without asking. */
  readonly liveGaps: readonly Sentence[];
  /** Nothing but admins' approvals is missing for Live: it can be asked for. */
  readonly mayApproveLive: boolean;
  readonly approvals: readonly { readonly isYours: boolean; readonly at: string }[];
  /** Items that are not proposed because customers' words on them went with a source that was removed. */
  readonly removed?: { readonly items: number; readonly at: string; readonly until: string };
  /** The workflow does not know our resolution, nobody accepted another way yet: what could be accepted. Absent when that did not come up. */
  readonly fallbacks?: readonly { readonly kind: 'resolution' | 'status'; readonly name: string; readonly words: Sentence }[];
}

export const ClosingProduct = z.object({ product: z.string().min(1).max(40) });
/** Any number is taken and held to the floors and ceilings in code; the answer says where one held. */
export const ChangePolicy = z.object({
  product: z.string().min(1).max(40),
  wish: z
    .object({
      minimumAgeDays: z.number(), minimumIdleDays: z.number(), evidenceWindowDays: z.number(), graceDays: z.number(), batchSize: z.number(), runCap: z.number(), dailyCap: z.number(), keepDays: z.number(),
      protectVotes: z.number(), protectWatchers: z.number(), protectedLabels: z.array(z.string().max(100)).max(200), protectedReporters: z.array(z.string().max(128)).max(200),
      silenceMaxConfidence: z.number(), silenceMaxThemeStrength: z.number(), reopenAfterCustomers: z.number(), reopenBy: z.enum(['proposal', 'itself']), timeZone: z.string().max(60),
      freezes: z.array(z.object({ from: z.iso.datetime(), to: z.iso.datetime() })).max(200),
    })
    .partial(),
});
export const AcceptFallback = z.object({ product: z.string().min(1).max(40), kind: z.enum(['resolution', 'status']), name: z.string().trim().min(1).max(100) });
export const ChangeMode = z.object({ product: z.string().min(1).max(40), mode: z.enum(['off', 'observe', 'suggest', 'notice-only', 'live']) });
export const RearmBreaker = z.object({ product: z.string().min(1).max(40), reason: z.string().trim().min(10).max(1_000) });
export const ExportLedger = z.object({ format: z.enum(['csv', 'json']), after: z.number().int().min(0).default(0) });

export const CLOSING_ADMIN_ENDPOINTS = [
  'admin.closing', 'admin.changePolicy', 'admin.acceptFallback', 'admin.dryRun', 'admin.changeMode', 'admin.stopClosing', 'admin.resumeClosing', 'admin.rearmBreaker', 'admin.forgetRemoved', 'admin.reconcile', 'admin.exportLedger',
] as const;
/** Endpoints of the admin page; all need Administer Jira. */
export interface ClosingAdminEndpoints {
  'admin.closing': { input: z.input<typeof ClosingProduct>; output: ClosingSettingsView };
  'admin.changePolicy': { input: z.input<typeof ChangePolicy>; output: { readonly settings: ClosingSettingsView; readonly corrections: readonly PolicyCorrection[] } };
  'admin.acceptFallback': { input: z.input<typeof AcceptFallback>; output: ClosingSettingsView };
  'admin.dryRun': { input: z.input<typeof ClosingProduct>; output: DryRunView };
  'admin.changeMode': { input: z.input<typeof ChangeMode>; output: ClosingSettingsView };
  'admin.stopClosing': { input: Record<string, never>; output: { readonly stopped: true } };
  'admin.resumeClosing': { input: Record<string, never>; output: { readonly stopped: false } };
  'admin.rearmBreaker': { input: z.input<typeof RearmBreaker>; output: ClosingSettingsView };
  'admin.forgetRemoved': { input: z.input<typeof ClosingProduct>; output: ClosingSettingsView };
  'admin.reconcile': { input: z.input<typeof ClosingProduct>; output: { readonly entries: number; readonly compared: number; readonly explained: number; readonly unexplained: number } };
  'admin.exportLedger': { input: z.input<typeof ExportLedger>; output: { readonly fileName: string; readonly text: string; readonly next?: number } };
}
