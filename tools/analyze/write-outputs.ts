import { join } from 'node:path';
import type { Loaded } from './load-corpus';
import type { Understanding } from '../../src/understand/engine';
import { rounded, writeRows } from './write-rows';

export interface Written {
  readonly links: number;
  readonly evidence: number;
  readonly shown: number;
  readonly assignments: number;
  readonly themes: number;
  readonly problems: number;
}

/** Writes what the engine understood, with the ids of the inputs. */
export function writeOutputs(folder: string, loaded: Loaded, understood: Understanding): Written {
  const signal = (id: string): string | number => loaded.originalId('signal', id);
  const issue = (id: string): string | number => loaded.originalId('issue', id);
  const places = new Map(understood.assignments.map((one) => [one.signal, one.theme]));
  return {
    links: writeRows(join(folder, 'links.jsonl'), map(understood.links, (link) => ({
      signal: signal(link.signal), issue: issue(link.issue), rank: link.rank, score: rounded(link.score), confidence: rounded(link.confidence),
    }))),
    evidence: writeRows(join(folder, 'evidence.jsonl'), map(understood.evidence, (row) => ({
      issue: issue(row.issue), signal: signal(row.signal), rank: row.rank, score: rounded(row.score), confidence: rounded(row.confidence), shown: row.shown,
    }))),
    shown: understood.evidence.filter((row) => row.shown).length,
    // Every accepted signal has a row; one without words, or in no theme, has the theme null.
    assignments: writeRows(join(folder, 'assignments.jsonl'), map(loaded.signals.keys(), (id) => ({ signal: signal(id), theme: places.get(id) ?? null }))),
    themes: writeRows(join(folder, 'themes.jsonl'), map(understood.themes, (theme) => ({
      theme: theme.id, label: theme.label, labelAuthor: theme.labelAuthor, signals: theme.signals, terms: theme.terms, exemplars: theme.exemplars.map(signal),
    }))),
    problems: writeRows(join(folder, 'problems.jsonl'), loaded.problems),
  };
}

function* map<From, To>(rows: Iterable<From>, make: (row: From) => To): Generator<To> {
  for (const row of rows) yield make(row);
}
