import type { Engine } from './engine';
import { linkCorpus } from './evidence/link-corpus';
import { searchabilityOf } from './evidence/searchability';
import { newStageClock } from './stage-clock';
import { readCorpus } from './text/read-corpus';
import { themeCorpus } from './themes/theme-corpus';
import { themeIssues } from './themes/theme-issues';

/** Changes whenever a constant or a step of the method changes. */
export const ENGINE_VERSION = 'embedded-10';

/** The embedded engine: texts read once, then links, themes, and whether silence would mean anything. */
export const understand: Engine = (corpus, options) => {
  const { timed, seconds } = newStageClock(options.nowMs);
  const read = timed('read', () => readCorpus(corpus.signals, corpus.issues));
  const { links, evidence, retrieveSignals, trace, leave } = timed('link', () => linkCorpus(read, corpus, options));
  const { themes, assignments, themeOfSignal } = themeCorpus(read, corpus, timed);
  const bridged = timed('theme-issues', () => themeIssues(themes, themeOfSignal, corpus.issues, retrieveSignals));
  const searchability = timed('searchability', () => searchabilityOf(read, corpus.issues, trace, bridged));
  const engineVersion = corpus.vectors === undefined ? ENGINE_VERSION : `${ENGINE_VERSION}+${corpus.vectors.model}`.slice(0, 100);
  const understood = { engineVersion, links, evidence, themes, assignments, themeIssues: bridged, searchability, seconds };
  return options.leavesBehind === true ? { ...understood, left: { ...leave(), texts: read.signals, words: read.vocabulary.words() } } : understood;
};
