import type { Engine } from '../../src/understand/engine';

/**
 * An engine that can be computed by hand: a signal is about every issue whose first word it says; signals with the same first word are a
 * theme; an issue is searchable unless its summary begins with "Refactor".
 */
export const tinyEngine: Engine = (corpus, options) => {
  const firstWord = (text: string): string => /\p{L}+/u.exec(text)?.[0]?.toLowerCase() ?? '';
  const links = corpus.signals.flatMap((signal) =>
    corpus.issues
      .filter((issue) => firstWord(issue.summary) !== '' && signal.text.toLowerCase().includes(firstWord(issue.summary)))
      .slice(0, options.linksPerSignal)
      .map((issue, index) => ({ signal: signal.id, issue: issue.id, rank: index + 1, score: 1 / (index + 3), confidence: 0.9 })),
  );
  const evidence = corpus.issues.flatMap((issue) =>
    links
      .filter((link) => link.issue === issue.id)
      .slice(0, options.evidencePerIssue)
      .map((link, index) => {
        const text = corpus.signals.find((signal) => signal.id === link.signal)?.text ?? '';
        const start = text.toLowerCase().indexOf(firstWord(issue.summary));
        return {
          issue: issue.id, signal: link.signal, rank: index + 1, score: link.score, confidence: link.confidence, shown: index === 0, reasons: ['shared-terms'],
          citation: { field: 'text' as const, start, end: text.length },
        };
      }),
  );
  const groups = new Map<string, typeof corpus.signals[number][]>();
  for (const signal of corpus.signals) groups.set(firstWord(signal.text), [...(groups.get(firstWord(signal.text)) ?? []), signal]);
  const themes = [...groups].filter(([, own]) => own.length > 1).map(([word, own]) => ({
    id: `t-${word}`, label: word, labelAuthor: 'engine' as const, frozen: false, signals: own.length, exemplars: own.map((signal) => signal.id), terms: [word], lineage: [],
  }));
  const labels = new Set(themes.map((theme) => theme.label));
  const assignments = corpus.signals.map((signal) => {
    const word = firstWord(signal.text);
    return { signal: signal.id, fit: 1, ...(labels.has(word) ? { theme: `t-${word}` } : {}) };
  });
  const searchability = corpus.issues.map((issue) => {
    const searchable = !issue.summary.startsWith('Refactor');
    return { issue: issue.id, searchable, recall: searchable ? 0.8 : 0.1, reasons: searchable ? [] : ['developer-title'] };
  });
  return { engineVersion: 'tiny', links, evidence, themes, assignments, themeIssues: [], searchability, seconds: { link: 0.001 } };
};
