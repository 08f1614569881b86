import { z } from 'zod';
import { maybe } from '../_shared/maybe';
import { PersonsName } from '../_shared/persons-name';

/** Gong names the side of each party: https://help.gong.io/docs/what-the-gong-api-provides (POST /v2/calls/extensive) */
const Party = z.object({
  speakerId: maybe(z.union([z.string(), z.int()]).transform(String)),
  affiliation: maybe(z.string()),
  emailAddress: maybe(z.string()),
  name: PersonsName,
});

/** https://help.gong.io/docs/what-the-gong-api-provides (POST /v2/calls/extensive) */
export const Call = z.object({
  metaData: z.object({
    id: z.string().min(1).max(100),
    started: z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString()),
    title: maybe(z.string()),
    url: maybe(z.string()),
    direction: maybe(z.string()),
    language: maybe(z.string().max(64)),
    workspaceId: maybe(z.string()),
    isPrivate: maybe(z.boolean()),
  }),
  parties: maybe(z.array(Party)),
});

const Records = z.object({ totalRecords: maybe(z.int().min(0)), cursor: maybe(z.string()) });

/** https://help.gong.io/docs/what-the-gong-api-provides (POST /v2/calls/extensive, a hundred calls a page) */
export const CallPage = z.object({ calls: z.array(z.unknown()), records: Records });

/** https://help.gong.io/docs/what-the-gong-api-provides (POST /v2/calls/transcript): times in milliseconds from the start of the call. */
export const Transcript = z.object({
  callId: z.string(),
  transcript: z.array(
    z.object({
      speakerId: maybe(z.union([z.string(), z.int()]).transform(String)),
      sentences: z.array(z.object({ start: z.number().min(0), end: z.number().min(0), text: z.string() })),
    }),
  ),
});

/** https://help.gong.io/docs/what-the-gong-api-provides (POST /v2/calls/transcript) */
export const TranscriptPage = z.object({ callTranscripts: z.array(z.unknown()), records: Records });

/** Gong's answer to a question that nothing fits, with status 404: https://help.gong.io/docs/what-the-gong-api-provides */
export const Nothing = z.object({ errors: z.array(z.string()).min(1) });

/**
 * `from`, `to`, `cursor`: the window that the round under way reads, and the place in it; between rounds `to` is null. `until`: where it ends of which this window is
 * a part. `readTo`: end of the last window that was
 * read. `dayAt`: when the whole last day was last looked through. `heard`: calls since then whose transcripts we have.
 */
export const Cursor = z.object({
  from: z.string(), to: z.string().nullable(), until: z.string().exactOptional(), cursor: z.string().nullable(), readTo: z.string().nullable().default(null), dayAt: z.string().default(''), heard: z.array(z.string()).default([]),
});
export type Cursor = z.output<typeof Cursor>;
