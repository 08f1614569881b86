import type { PersonalKind } from '../../src/domain/placeholder';
import { GIVEN_NAMES } from '../../src/domain/given-names';
import { redactText } from '../../src/ingest/redact/redact-text';
import { sharedRows, textAt, type Row } from '../shared-data';
import { MADE_KINDS, madeSamples } from './made-samples';

export interface Recall {
  readonly kind: PersonalKind;
  readonly set: string;
  readonly found: number;
  readonly of: number;
  /** Samples with something of the value left, at most five. */
  readonly missed: readonly string[];
}

/** A value counts as found when none of its characters is left, whatever it was taken for. */
function isGone(text: string, start: number, end: number): boolean {
  return redactText(text).found.some((one) => one.start <= start && one.end >= end);
}

export function madeRecall(count: number, seed: string): readonly Recall[] {
  return MADE_KINDS.map((kind) => {
    const samples = madeSamples(kind, count, seed);
    const missed = samples.filter(({ text, start, end }) => !isGone(text, start, end)).map(({ text }) => text);
    return { kind, set: 'made', found: samples.length - missed.length, of: samples.length, missed: missed.slice(0, 5) };
  });
}

const PRESIDIO: Readonly<Record<string, PersonalKind>> = { EMAIL_ADDRESS: 'e-mail', PHONE_NUMBER: 'phone', CREDIT_CARD: 'card', IBAN_CODE: 'iban', IP_ADDRESS: 'ip', US_SSN: 'national-id', PERSON: 'name', STREET_ADDRESS: 'address' };

interface Span {
  readonly kind: PersonalKind | undefined;
  readonly start: number;
  readonly end: number;
}

/** Recall by kind, and what was taken that is no personal data of any kind in the answer key. */
export function presidioFigures(): { readonly recalls: readonly Recall[]; readonly words: number; readonly falseOnes: readonly string[] } {
  const counts = new Map<PersonalKind, { found: number; of: number; missed: string[] }>();
  const falseOnes: string[] = [];
  let words = 0;
  for (const row of sharedRows('robustness_pii/presidio.jsonl.gz')) {
    const text = textAt(row, 'text');
    const spans = spansOf(row);
    words += wordsIn(text);
    for (const { kind, start, end } of spans) {
      if (kind === undefined) continue;
      const count = counts.get(kind) ?? { found: 0, of: 0, missed: [] };
      counts.set(kind, count);
      count.of += 1;
      if (isGone(text, start, end)) count.found += 1;
      else if (count.missed.length < 5) count.missed.push(text.slice(start, end));
    }
    for (const one of redactText(text).found) if (!spans.some(({ start, end }) => start < one.end && one.start < end)) falseOnes.push(`${one.kind}: ${text.slice(one.start, one.end)}`);
  }
  return { recalls: [...counts].map(([kind, count]) => ({ kind, set: 'presidio', ...count })), words, falseOnes };
}

function spansOf(row: Row): readonly Span[] {
  const spans: unknown = row['spans'];
  if (!Array.isArray(spans)) return [];
  return spans.map((span: { entity_type: string; start_position: number; end_position: number }) => ({ kind: PRESIDIO[span.entity_type], start: span.start_position, end: span.end_position }));
}

/** Everything that is taken out of real questions, for a person to look at; addresses were masked in them before. */
export function realTexts(file: string): { readonly texts: number; readonly words: number; readonly ms: number; readonly taken: readonly { readonly kind: PersonalKind; readonly shown: string; readonly isFullName: boolean }[] } {
  const texts = sharedRows(file).map((row) => `${textAt(row, 'title')}\n${textAt(row, 'body')}`);
  const before = performance.now();
  const all = texts.map((text) => ({ text, found: redactText(text).found }));
  const ms = performance.now() - before;
  const taken = all.flatMap(({ text, found }) => found.map(({ kind, start, end }) => ({ kind, isFullName: isFullName(kind, text.slice(start, end)), shown: `${text.slice(Math.max(0, start - 40), start)}«${text.slice(start, end)}»${text.slice(end, end + 20)}`.replace(/\s+/g, ' ') })));
  return { texts: texts.length, words: texts.reduce((sum, text) => sum + wordsIn(text), 0), ms, taken };
}

/** Two words and more that begin as people are called: looked at by eye, one of a hundred was no name. */
function isFullName(kind: PersonalKind, shown: string): boolean {
  const [given = '', ...others] = shown.split(' ');
  return kind === 'name' && others.length > 0 && GIVEN_NAMES.has(given);
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
