import { z } from 'zod';

const MOST_CHARACTERS = 400_000;
const Text = z.string().min(1, 'the file is empty').max(MOST_CHARACTERS, 'longer than 400,000 characters: split the transcript');

export const ReadTranscript = z.object({ text: Text });

export const KeepCall = z.object({
  product: z.string().min(1).max(40),
  source: z.object({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'lower-case letters, digits and dashes'),
    kind: z.string().min(1).max(40),
    name: z.string().trim().min(1).max(80),
    visibility: z.enum(['open', 'counts', 'hidden']),
  }),
  call: z.object({
    id: z.string().trim().min(1).max(120),
    at: z.iso.datetime(),
    title: z.string().trim().min(1).max(200).optional(),
    account: z.string().trim().min(1).max(255).optional(),
    url: z.url({ protocol: /^https?$/ }).max(2_000).optional(),
  }),
  text: Text,
  /** Who each speaker is; a speaker that is not named here is unknown and is not kept. */
  sides: z.record(z.string().max(255), z.enum(['customer', 'ours', 'unknown'])),
});

export interface TranscriptView {
  /** In words, e.g. `WebVTT captions`. */
  readonly format: string;
  readonly turns: number;
  /** Turns whose speaker the transcript does not name, and turns in which several spoke at once. */
  readonly withoutSpeaker: number;
  readonly crosstalk: number;
  readonly speakers: readonly { readonly name: string; readonly turns: number; readonly words: number; /** How they begin. */ readonly first: string }[];
  /** What of the file could not be read. */
  readonly problems: readonly string[];
}

export interface KeptCallView {
  /** The import that brings the turns in; absent where there was none to keep. */
  readonly importId?: string;
  readonly said: number;
  readonly skipped: readonly { readonly reason: string; readonly turns: number }[];
  readonly takenBack: number;
}

export interface CallEndpoints {
  'calls.read': { input: z.input<typeof ReadTranscript>; output: TranscriptView };
  'calls.keep': { input: z.input<typeof KeepCall>; output: KeptCallView };
}
