/** A line that says who speaks: `Ana Ruiz: …`, with or without a time before or after the name. */
const SAID = /^(?:\[?\(?\d{1,2}:\d{2}(?::\d{2})?\)?\]?\s*[-–]?\s*)?\p{L}[\p{L}\p{M}\p{N} .'’()\-]{0,60}(?:\s+\[?\(?\d{1,2}:\d{2}(?::\d{2})?\)?\]?)?\s*:\s+\S/u;

/** Is this the transcript of a conversation rather than a table? Told by its beginning; the server reads it whole and says where it cannot. */
export function isTranscript(fileName: string, sample: string): boolean {
  const text = sample.replace(/^\uFEFF/u, '').trimStart();
  if (/^WEBVTT\b/u.test(text) || /\.(?:vtt|srt)$/iu.test(fileName)) return true;
  if (/\.(?:csv|jsonl|ndjson)$/iu.test(fileName)) return false;
  if (/^[[{]/u.test(text)) return /"(?:callTranscripts|turns|speakerId|speaker)"\s*:/u.test(text.slice(0, 2_000)) && !/^\{[^\n]*\}\s*\n\s*\{/u.test(text);
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '').slice(0, 40);
  return lines.filter((line) => SAID.test(line)).length * 3 >= lines.length && lines.length > 0;
}
