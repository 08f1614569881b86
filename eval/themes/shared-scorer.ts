import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Assignment } from '../../src/domain/theme';
import { textAt } from '../shared-data';

/** Agreement of themes with known labels. */
export interface ThemeScores {
  readonly nmi: number;
  readonly ari: number;
  readonly acc: number;
  readonly coverage: number;
  readonly themes: number;
}

/** Runs `../shared/tools/score.mjs themes`; a signal without a theme counts there as a theme of its own. */
export function scoreThemes(assignments: readonly Assignment[], labels: readonly string[]): ThemeScores {
  const folder = mkdtempSync(join(tmpdir(), 'themes-'));
  try {
    const [run, key] = [join(folder, 'run.jsonl'), join(folder, 'key.jsonl')];
    writeFileSync(run, assignments.map((one) => `${JSON.stringify({ signal: one.signal, theme: one.theme ?? null })}\n`).join(''));
    writeFileSync(key, assignments.map((one, at) => `${JSON.stringify({ signal: one.signal, label: labels[at] })}\n`).join(''));
    const printed = execFileSync(process.execPath, [resolve(process.cwd(), '../shared/tools/score.mjs'), 'themes', '--run', run, '--key', key]).toString();
    const scores: Record<string, unknown> = JSON.parse(printed);
    return { nmi: Number(textAt(scores, 'nmi')), ari: Number(textAt(scores, 'ari')), acc: Number(textAt(scores, 'acc')), coverage: Number(textAt(scores, 'coverage')), themes: Number(textAt(scores, 'themes')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
