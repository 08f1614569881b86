/** A line of a transcript taken apart: who, when, and what. */
export interface SpeakerLine {
  readonly speaker?: string;
  readonly startMs?: number;
  readonly text: string;
}

const TIME = String.raw`\[?\(?(\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)\)?\]?`;
/** A name: up to six words, no sentence marks. "Note that: …" and "https://…" are no speakers. */
const NAME = String.raw`(\p{L}[\p{L}\p{M}\p{N}.'’\-]*(?: [\p{L}\p{M}\p{N}(][\p{L}\p{M}\p{N}.'’()\-/]*){0,5})`;
const FORMS: readonly { readonly form: RegExp; readonly order: readonly ('speaker' | 'time' | 'text')[] }[] = [
  // [00:01:23] Ana Ruiz: words
  { form: new RegExp(`^${TIME}\\s*[-–]?\\s*${NAME}\\s*[:：]\\s*(.*)$`, 'u'), order: ['time', 'speaker', 'text'] },
  // Ana Ruiz [00:01:23]: words
  { form: new RegExp(`^${NAME}\\s+${TIME}\\s*[:：]\\s*(.*)$`, 'u'), order: ['speaker', 'time', 'text'] },
  // Ana Ruiz  00:01:23  (the words follow on the next lines)
  { form: new RegExp(`^${NAME}\\s+${TIME}\\s*()$`, 'u'), order: ['speaker', 'time', 'text'] },
  // 00:01:23  Ana Ruiz (the words follow)
  { form: new RegExp(`^${TIME}\\s+${NAME}\\s*()$`, 'u'), order: ['time', 'speaker', 'text'] },
  // [Ana Ruiz] words
  { form: new RegExp(`^\\[${NAME}\\]:?\\s*(.*)$`, 'u'), order: ['speaker', 'text'] },
  // Ana Ruiz: words
  { form: new RegExp(`^${NAME}\\s*[:：](?!//)\\s*(.*)$`, 'u'), order: ['speaker', 'text'] },
];

/** Stage directions that stand where a name could: they speak of the recording, nobody says them. */
const NOT_A_NAME = /^(crosstalk|inaudible|unintelligible|laughter|music|silence|applause|overlapping|https?|note|warning|error|step|time|date|agenda|subject|re|fwd?)$/iu;

/** Who says this line, and when, where the line says it itself; else only its text. */
export function readSpeakerLine(line: string): SpeakerLine {
  for (const { form, order } of FORMS) {
    const found = form.exec(line);
    if (found === null) continue;
    const part = (name: 'speaker' | 'time' | 'text'): string | undefined => (order.includes(name) ? found[order.indexOf(name) + 1] : undefined);
    const speaker = part('speaker')?.trim() ?? '';
    if (NOT_A_NAME.test(speaker)) continue;
    const startMs = millisecondsOf(part('time'));
    return { speaker, text: part('text')?.trim() ?? '', ...(startMs === undefined ? {} : { startMs }) };
  }
  return { text: line.trim() };
}

/** `1:02`, `01:02:03`, `01:02:03.500` → milliseconds. */
function millisecondsOf(time: string | undefined): number | undefined {
  if (time === undefined) return undefined;
  const seconds = time.replace(',', '.').split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return Number.isFinite(seconds) ? Math.round(seconds * 1000) : undefined;
}
