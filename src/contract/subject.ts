import { z } from 'zod';

export const SubjectRef = z.object({ kind: z.enum(['author', 'e-mail', 'account']), text: z.string().trim().min(1).max(320) });

/** What is held of somebody: numbers, and where; no words. */
export interface SubjectView {
  readonly signals: number;
  /** There are more than were counted. */
  readonly isMore: boolean;
  readonly bySource: readonly { readonly product: string; readonly source: string; readonly signals: number; readonly oldestAt: string; readonly newestAt: string }[];
}

export const SUBJECT_ENDPOINTS = ['admin.findSubject', 'admin.exportSubject', 'admin.eraseSubject'] as const;
/** Requests of people about what is kept of them; all need Administer Jira. */
export interface SubjectEndpoints {
  'admin.findSubject': { input: z.input<typeof SubjectRef>; output: SubjectView };
  'admin.exportSubject': { input: z.input<typeof SubjectRef>; output: { readonly fileName: string; readonly text: string } };
  'admin.eraseSubject': { input: z.input<typeof SubjectRef>; output: { readonly erased: number } };
}
