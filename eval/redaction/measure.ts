import type { PersonalKind } from '../../src/domain/placeholder';
import { GIVEN_NAMES } from '../../src/domain/given-names';
import { isCardNumber } from '../../src/ingest/redact/find-cards';
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
export function realTexts(file: string, fields: readonly string[] = ['title', 'body']): { readonly texts: number; readonly words: number; readonly ms: number; readonly taken: readonly { readonly kind: PersonalKind; readonly shown: string; readonly isFullName: boolean }[] } {
  const texts = sharedRows(file).map((row) => fields.map((field) => textOf(row[field])).join('\n'));
  const before = performance.now();
  const all = texts.map((text) => ({ text, found: redactText(text).found }));
  const ms = performance.now() - before;
  const taken = all.flatMap(({ text, found }) => found.map(({ kind, start, end }) => ({ kind, isFullName: isFullName(kind, text.slice(start, end)), shown: `${text.slice(Math.max(0, start - 40), start)}«${text.slice(start, end)}»${text.slice(end, end + 20)}`.replace(/\s+/g, ' ') })));
  return { texts: texts.length, words: texts.reduce((sum, text) => sum + wordsIn(text), 0), ms, taken };
}

/** A text, or the texts of a list of turns. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map((one: { text?: unknown }) => textOf(one.text)).join('\n');
  return typeof value === 'string' ? value : '';
}

const TAGGED: Readonly<Record<string, { readonly kind: PersonalKind; readonly digits: number }>> = { card_number: { kind: 'card', digits: 15 }, ssn: { kind: 'national-id', digits: 9 } };

/**
 * Recall of whole numbers in acted dialogues, whose words are tagged one by one: from 15 digits (card) and 9 (social security), for the others are last
 * digits, which are nobody's. Apart (`invented`): cards with a wrong check digit or of no scheme, which are most there, and social security numbers, that stand as nine digits.
 */
export function dialogueRecall(file: string): readonly Recall[] {
  const counts = new Map<string, { kind: PersonalKind; set: string; found: number; of: number; missed: string[] }>();
  for (const row of sharedRows(file)) {
    const text = textAt(row, 'text');
    for (const { tag, start, end } of taggedIn(text, textAt(row, 'slots').split(' '))) {
      const kind = TAGGED[tag];
      const number = text.slice(start, end);
      if (kind === undefined || !/^[\d -]+$/.test(number) || number.replace(/\D/g, '').length < kind.digits) continue;
      const set = kind.kind === 'card' && isCardNumber(number.replace(/\D/g, '')) ? 'dialogues' : 'invented';
      const count = counts.get(`${set} ${tag}`) ?? { kind: kind.kind, set, found: 0, of: 0, missed: [] };
      counts.set(`${set} ${tag}`, count);
      count.of += 1;
      if (isGone(text, start, end)) count.found += 1;
      else if (count.missed.length < 5) count.missed.push(text);
    }
  }
  return [...counts.values()];
}

/** Words side by side under one tag, as one span. */
function taggedIn(text: string, tags: readonly string[]): readonly { readonly tag: string; readonly start: number; readonly end: number }[] {
  const spans: { tag: string; start: number; end: number }[] = [];
  let at = 0;
  for (const [place, word] of text.split(' ').entries()) {
    const tag = tags[place] ?? 'O';
    const last = spans.at(-1);
    if (last !== undefined && last.tag === tag && last.end === at - 1) last.end = at + word.length;
    else spans.push({ tag, start: at, end: at + word.length });
    at += word.length + 1;
  }
  return spans;
}

/** Two words and more that begin as people are called: looked at by eye, one of a hundred was no name. */
function isFullName(kind: PersonalKind, shown: string): boolean {
  const [given = '', ...others] = shown.split(' ');
  return kind === 'name' && others.length > 0 && GIVEN_NAMES.has(given);
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
