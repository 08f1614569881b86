import type { ImportChunk, ImportProblem, ImportRun } from '../../src/domain/import';
import type { ChunkResult, ImportStore } from '../../src/ports/stores';
import { byCodePoint } from './by-code-point';

interface ChunkRow {
  readonly chunk: ImportChunk;
  readonly result?: ChunkResult;
}

export function fakeImportStore(): ImportStore {
  const runs = new Map<string, ImportRun>();
  const chunks = new Map<string, ChunkRow>();
  const problems = new Map<string, ImportProblem>();
  const chunksOf = (importId: string): ChunkRow[] =>
    [...chunks.values()].filter((row) => row.chunk.importId === importId).sort((a, b) => a.chunk.seq - b.chunk.seq);
  const problemsOf = (importId: string): ImportProblem[] =>
    [...problems.values()].filter((one) => one.importId === importId).sort((a, b) => a.line - b.line || byCodePoint(a.field, b.field));
  const withSums = (run: ImportRun): ImportRun => {
    const results = chunksOf(run.id).flatMap((row) => row.result ?? []);
    const sum = (of: (result: ChunkResult) => number): number => results.reduce((total, result) => total + of(result), 0);
    return { ...run, offered: sum((r) => r.offered), kept: sum((r) => r.kept), unchanged: sum((r) => r.unchanged), rejected: sum(rejectedOf) };
  };
  return {
    async saveRun(run) {
      runs.set(run.id, run);
    },
    async findRun(id) {
      const run = runs.get(id);
      return run === undefined ? undefined : withSums(run);
    },
    listRuns: async (product, limit) =>
      [...runs.values()]
        .filter((run) => run.product === product)
        .sort((a, b) => byCodePoint(b.startedAt, a.startedAt) || byCodePoint(b.id, a.id))
        .slice(0, limit)
        .map(withSums),
    async saveChunk(chunk) {
      const key = `${chunk.importId}\n${chunk.seq}`;
      if (!chunks.has(key)) chunks.set(key, { chunk });
    },
    listChunks: async (importId, limit) => chunksOf(importId).filter((row) => row.result === undefined).slice(0, limit).map((row) => row.chunk),
    async finishChunk(importId, seq, result) {
      const key = `${importId}\n${seq}`;
      const row = chunks.get(key);
      for (const one of result.problems) problems.set(`${one.importId}\n${one.line}\n${one.field}`, one);
      if (row !== undefined && row.result === undefined) chunks.set(key, { ...row, result });
    },
    async countChunks(importId) {
      const own = chunksOf(importId);
      const highest = own.at(-1)?.chunk.seq;
      return { received: own.length, finished: own.filter((row) => row.result !== undefined).length, ...(highest === undefined ? {} : { highest }) };
    },
    async dropChunks(importId) {
      for (const [key, row] of chunks) if (row.chunk.importId === importId && row.result === undefined) chunks.delete(key);
    },
    async pageProblems(importId, after, limit) {
      const all = problemsOf(importId);
      const from = after === undefined ? 0 : all.findIndex((one) => `${one.line}:${one.field}` === after) + 1;
      const rows = all.slice(from, from + limit);
      const last = rows.at(-1);
      return { rows, ...(last === undefined || rows.length < limit ? {} : { next: `${last.line}:${last.field}` }) };
    },
    async countProblems(importId) {
      const counts: Record<string, number> = {};
      for (const one of problemsOf(importId)) if (one.note !== true) counts[one.reason] = (counts[one.reason] ?? 0) + 1;
      return counts;
    },
  };
}

function rejectedOf(result: ChunkResult): number {
  return result.problems.filter((one) => one.note !== true).length;
}
