import { SourceAnswerTooLarge } from '../domain/source-errors';

/** The text of a body, read no further than `most` bytes. @throws SourceAnswerTooLarge; TypeError for bytes that are no UTF-8 */
export async function readCapped(body: ReadableStream<Uint8Array> | null, most: number): Promise<string> {
  if (body === null) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = body.getReader();
  let read = 0;
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    read += value.byteLength;
    if (read > most) {
      await reader.cancel();
      throw new SourceAnswerTooLarge(`more than ${most} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
