import type { Issue } from '../../src/domain/issue';
import type { SaidSignal } from '../../src/domain/signal';
import { understand } from '../../src/understand/understand';
import { engineOptions } from '../engine-options';
import { sharedRows, textAt } from '../shared-data';

const AT = '2020-01-01T00:00:00.000Z';

/** One feature query against its app's reviews, judged reviews only, best first. */
export interface JudgedRanking {
  readonly query: string;
  readonly relevant: readonly boolean[];
}

/** Ranks each app's reviews for its feature queries and keeps the judged ones ("condensed list", Sakai 2007). */
export function rankFeatureReviews(): JudgedRanking[] {
  const judgements = sharedRows('linking_feature_reviews/KEY_judgements.jsonl.gz');
  const reviews = sharedRows('linking_feature_reviews/reviews.jsonl.gz');
  const apps = [...new Set(reviews.map((row) => textAt(row, 'app')))];
  return apps.flatMap((app) => {
    const signals = reviews
      .filter((row) => textAt(row, 'app') === app)
      .map((row): SaidSignal => ({ id: textAt(row, 'review_id'), source: 'reviews', externalId: textAt(row, 'review_id'), at: AT, kind: 'said', text: textAt(row, 'text'), visibility: 'open' }));
    const ofApp = judgements.filter((row) => textAt(row, 'app') === app);
    const queries = [...new Set(ofApp.map((row) => textAt(row, 'feature_query')))];
    const issues = queries.map((query, at): Issue => ({ id: `F-${at + 1}`, key: `F-${at + 1}`, project: 'F', summary: query, status: 'Open', statusCategory: 'todo', createdAt: AT, fixVersions: [], labels: [], visibility: 'open' }));
    const { evidence } = understand({ signals, issues, decisions: [], releases: [], asOf: AT }, engineOptions({ evidencePerIssue: signals.length }));
    return queries.map((query, at) => {
      const relevance = new Map(ofApp.filter((row) => textAt(row, 'feature_query') === query).map((row) => [textAt(row, 'review_id'), row['relevance'] === 1]));
      const ranked = evidence.filter((row) => row.issue === `F-${at + 1}` && relevance.has(row.signal)).map((row) => row.signal);
      const missed = [...relevance.keys()].filter((id) => !ranked.includes(id));
      return { query: `${app}: ${query}`, relevant: [...ranked, ...missed].map((id) => relevance.get(id) === true) };
    });
  });
}

export function averagePrecision(relevant: readonly boolean[]): number {
  let found = 0;
  let sum = 0;
  relevant.forEach((isRight, at) => {
    if (!isRight) return;
    found += 1;
    sum += found / (at + 1);
  });
  return found === 0 ? 0 : sum / found;
}

export function precisionAt(relevant: readonly boolean[], k: number): number {
  return relevant.slice(0, k).filter(Boolean).length / k;
}
