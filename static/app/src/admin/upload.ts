import type { Answer } from '../../../../src/contract/answer';
import type { ImportView } from '../../../../src/contract/admin';
import { call } from '../api';
import type { Failure, Input } from '../api';
import { chunker, utf8Length } from './file/chunk-records';
import type { Chunk } from './file/chunk-records';
import { NotUtf8, readRecords } from './file/read-records';
import { headerOfFile } from './file/second-header';
import type { Readable } from './file/read-records';
import type { FileFormat } from './file/split-records';

export type StartInput = Input<'admin.startImport'>;
export interface TooLong {
  readonly line: number;
  readonly characters: number;
}

/** How far an upload is. A stop keeps its place: `resume` sends the chunk that failed again. */
export type Progress =
  | { readonly kind: 'sending'; readonly share: number }
  | { readonly kind: 'stopped'; readonly share: number; readonly failure: Failure }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'sent'; readonly view: ImportView; readonly tooLong: readonly TooLong[] };

export interface Upload {
  /** Starts, or goes on after a stop. Ends when everything is sent or something failed. */
  go(): Promise<void>;
}

const RETRIES = 3;
const MOST_REPORTED = 1_000;

/** Sends a file in chunks of whole records. The same chunk may be sent twice; the server keeps it once. */
export function startUpload(file: Readable, start: StartInput, report: (progress: Progress) => void, wait: (ms: number) => Promise<void>): Upload {
  let sentBytes = 0;
  const tooLong: TooLong[] = [];
  const chunks = chunksOf(file, start.format, tooLong);
  const state: { importId?: string; pending?: Chunk; sent: number; isRead: boolean } = { sent: 0, isRead: false };
  const share = (): number => (file.size === 0 ? 1 : Math.min(1, sentBytes / file.size));
  const stop = (failure: Failure): void => report({ kind: 'stopped', share: share(), failure });

  const begin = async (): Promise<string | undefined> => {
    if (state.importId !== undefined) return state.importId;
    const begun = await patiently(() => call('admin.startImport', start), wait);
    if (!begun.ok) return void stop(begun);
    state.importId = begun.value.importId;
    return state.importId;
  };

  const next = async (): Promise<Chunk | undefined> => {
    if (state.pending !== undefined || state.isRead) return state.pending;
    const { done, value } = await chunks.next();
    if (done === true) state.isRead = true;
    else state.pending = value;
    return state.pending;
  };

  const send = async (importId: string): Promise<boolean> => {
    for (let chunk = await next(); chunk !== undefined; chunk = await next()) {
      const current = chunk;
      const answer = await patiently(() => call('admin.receiveChunk', { importId, ...current }), wait);
      if (!answer.ok) {
        stop(answer);
        return false;
      }
      delete state.pending;
      state.sent += 1;
      sentBytes += utf8Length(current.text) + 1;
      report({ kind: 'sending', share: share() });
    }
    return true;
  };

  return {
    async go() {
      report({ kind: 'sending', share: share() });
      try {
        const importId = await begin();
        if (importId === undefined || !(await send(importId))) return;
        const finished = await patiently(() => call('admin.finishImport', { importId, chunks: state.sent, ...(tooLong.length === 0 ? {} : { tooLong: tooLong.slice(0, MOST_REPORTED) }) }), wait);
        if (!finished.ok) return stop(finished);
        report({ kind: 'sent', view: finished.value, tooLong });
      } catch (error) {
        if (!(error instanceof NotUtf8)) throw error;
        report({ kind: 'unreadable', reason: 'The file is not UTF-8 text. Save it as UTF-8, so that customers’ letters stay as they wrote them.' });
      }
    },
  };
}

async function* chunksOf(file: Readable, format: FileFormat, tooLong: TooLong[]): AsyncGenerator<Chunk, undefined> {
  const pack = chunker();
  const isHeader = headerOfFile(format);
  for await (const record of readRecords(file, format)) {
    if (isHeader(record)) continue;
    if (record.tooLong !== undefined) tooLong.push({ line: record.line, characters: record.tooLong });
    const full = pack.add(record);
    if (full !== undefined) yield full;
  }
  const last = pack.end();
  if (last !== undefined) yield last;
  return undefined;
}

/** A call that may succeed on another try gets three more, each after a longer wait. */
async function patiently<Value>(ask: () => Promise<Answer<Value>>, wait: (ms: number) => Promise<void>): Promise<Answer<Value>> {
  let answer = await ask();
  for (let retry = 0; retry < RETRIES && !answer.ok && answer.retryable; retry += 1) {
    await wait(1_000 * 2 ** retry);
    answer = await ask();
  }
  return answer;
}
