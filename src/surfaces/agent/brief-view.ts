import type { AgentReadView, BriefLineView, BriefQuoteView, BriefView } from '../../contract/agent';
import type { App } from '../../app';
import type { BriefLine } from '../../domain/evidence-brief';
import { sentence } from '../../domain/sentence';

type IssueBrief = NonNullable<Awaited<ReturnType<App['agent']['brief']>>>;
type ShownQuote = IssueBrief['brief']['strongestFor'][number];

/** What the panel is told of a brief: sentences, and quotes with their sources. */
export function briefView({ brief, readings, shown, model }: IssueBrief, sources: ReadonlyMap<string, { readonly name: string; readonly kind: string }>): BriefView {
  const quotes = (list: readonly ShownQuote[]): BriefQuoteView[] => list.map((one) => quoteView(one, sources));
  const { wordedBy } = brief;
  return {
    wordedBy: wordedBy.kind === 'model' ? wordedBy : { kind: 'rules', because: sentence(`brief.because.${wordedBy.because}`, wordedBy.since === undefined ? {} : { since: wordedBy.since }) },
    verdict: lineView(brief.verdict),
    changed: brief.changed.map(lineView),
    strongestFor: quotes(brief.strongestFor),
    strongestAgainst: quotes(brief.strongestAgainst),
    againstSearch: brief.againstSearch,
    missing: brief.missing.map(lineView),
    wouldChange: brief.wouldChange.map(lineView),
    ...(model.startsWith('none:') ? {} : { agent: readView(readings, shown, brief.issue) }),
  };
}

function lineView(line: BriefLine): BriefLineView {
  return line.kind === 'rule' ? line : { kind: 'written', text: line.text, cites: line.cites.length };
}

function quoteView({ source, text, by, alike }: ShownQuote, sources: ReadonlyMap<string, { readonly name: string; readonly kind: string }>): BriefQuoteView {
  const place = sources.get(source.source);
  return {
    by,
    ...(alike === undefined ? {} : { alike }),
    quote: {
      signal: source.id,
      text,
      source: { id: source.source, name: place?.name ?? source.source, kind: place?.kind ?? 'file' },
      at: source.at,
      standing: by === 'person' ? 'confirmed' : 'suggested',
      reasons: [],
      ...(source.account === undefined ? {} : { account: source.account }),
      ...(source.url === undefined ? {} : { url: source.url }),
      ...(source.locale === undefined ? {} : { locale: source.locale }),
    },
  };
}

function readView(readings: IssueBrief['readings'], shown: number, issue: string): AgentReadView {
  const pairs = readings.flatMap((reading) => reading.pairs.filter((pair) => pair.issue === issue));
  const count = (stance: string): number => pairs.filter((pair) => pair.kind === 'read' && pair.stance === stance).length;
  return { read: pairs.length, shown, supports: count('supports'), contradicts: count('contradicts'), unrelated: count('unrelated'), unproven: pairs.filter((pair) => pair.kind === 'unproven').length };
}
