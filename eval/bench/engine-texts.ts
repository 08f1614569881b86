import type { Issue } from '../../src/domain/issue';
import type { SaidSignal } from '../../src/domain/signal';
import { sharedRows, textAt } from '../shared-data';
import { seeded } from '../statistics';

const AT = '2025-06-01T00:00:00.000Z';
const SWAPPED = 0.08;

/** Real short texts to draw from: bank customers' messages, titles of support questions, starts of app reviews. */
function pool(): string[] {
  return [
    ...sharedRows('themes_banking77/train.jsonl.gz').map((row) => textAt(row, 'text')),
    ...sharedRows('thunderbird/feedback_12m_en.jsonl.gz').map((row) => `${textAt(row, 'title')}. ${textAt(row, 'body')}`.slice(0, 160)),
    ...sharedRows('linking_feature_reviews/reviews.jsonl.gz').map((row) => textAt(row, 'text').slice(0, 160)),
  ];
}

/** Texts drawn with replacement, one word in twelve swapped for another so that few are the same. Seeded. */
export function shortTexts(count: number): string[] {
  const texts = pool();
  const random = seeded(5);
  const words = texts.flatMap((text) => text.split(' ')).filter((word) => word.length > 2);
  return Array.from({ length: count }, () => (texts[Math.floor(random() * texts.length)] ?? '').split(' ').map((word) => (random() < SWAPPED ? (words[Math.floor(random() * words.length)] ?? word) : word)).join(' '));
}

export function signalsOf(texts: readonly string[]): SaidSignal[] {
  return texts.map((text, at): SaidSignal => ({ id: `b:${at}`, source: 'b', externalId: String(at), at: AT, kind: 'said', text, visibility: 'open' }));
}

/** The first `count` bug titles as issues. */
export function titledIssues(count: number): Issue[] {
  return sharedRows('thunderbird/issues.jsonl.gz').slice(0, count).map((row): Issue => ({ id: textAt(row, 'key'), key: textAt(row, 'key'), project: 'TB', summary: textAt(row, 'title'), status: 'Open', statusCategory: 'todo', createdAt: AT, fixVersions: [], labels: [], visibility: 'open' }));
}
