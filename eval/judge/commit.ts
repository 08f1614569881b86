import { execFileSync } from 'node:child_process';

/** What a sample is drawn from: letters of the engine's state, which anybody can check out again. */
export interface Drawn {
  /** First seven hex digits of HEAD. */
  readonly commit: string;
  /** The same, unless somebody gave another; hex. */
  readonly seed: string;
}

/**
 * The state that is judged. The seed is the commit itself, so that nobody chooses a sample.
 * @throws Error when what would be judged is in no commit, or the seed is no hex number
 */
export function drawnFrom(seed: string | undefined, git: (...words: readonly string[]) => string = askGit): Drawn {
  if (git('status', '--porcelain', '--', 'src', 'eval').trim() !== '') throw new Error('src or eval is changed: commit first, or nobody can draw this sample again');
  const commit = git('rev-parse', 'HEAD').trim().slice(0, 7);
  if (seed !== undefined && !/^[0-9a-f]{1,8}$/.test(seed)) throw new Error('a seed is up to eight hex digits');
  return { commit, seed: seed ?? commit };
}

function askGit(...words: readonly string[]): string {
  return execFileSync('git', words, { encoding: 'utf8' });
}
