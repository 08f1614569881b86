import { sourceFiles } from './source-files';

/** Words that stand for other ideas elsewhere; a vendor's own words are right in its connector. */
const BANNED = ['topic', 'cluster', 'feedback', 'plugin', 'ticket', 'cleanup', 'lift'];
const NAME = new RegExp(`\\b(?:const|let|function|interface|type|class)\\s+\\w*(?:${BANNED.join('|')})\\w*`, 'i');

const files = sourceFiles('src', 'static/app/src');

describe('words and shape', () => {
  it('names nothing with a word that the glossary bans', () => {
    const hits = files.filter(({ path }) => !path.includes('/connectors/')).flatMap(({ path, text }) => text.split('\n').flatMap((line, index) => (NAME.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])));
    expect(hits).toEqual([]);
  });

  it('has no file of code over 250 lines (the demo tenant\'s texts are data)', () => {
    expect(sourceFiles('src', 'host/forge', 'host/jira', 'host/shell', 'host/remote-site', 'static/app/src').filter(({ text }) => text.split('\n').length > 251).map(({ path }) => path)).toEqual([]);
  });

  it('swallows no failure and casts nothing to any', () => {
    expect(files.filter(({ text }) => /catch\s*(\([^)]*\))?\s*\{\s*\}/.test(text) || /\bas any\b|: any\b/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('names no banned file', () => {
    expect(sourceFiles('src', 'host').map(({ path }) => path).filter((path) => /\/(utils?|helpers?|common|types)\.tsx?$/.test(path))).toEqual([]);
  });
});
