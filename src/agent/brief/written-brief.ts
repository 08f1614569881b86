import type { BriefLine, BriefQuote, EvidenceBrief, NotWritten } from '../../domain/evidence-brief';
import { customerKey } from '../../domain/customer';
import type { Signal } from '../../domain/signal';
import type { Clock } from '../../ports/clock';
import type { Model, ModelAnswer } from '../../ports/model';
import { askWithTools } from '../tools/ask-with-tools';
import type { Looks } from '../tools/looks';
import { pairOf, shownOf, type BriefCase } from './brief-case';
import { BRIEF_TASK, BriefReply, briefMaterial } from './brief-question';
import { carriedLine, type Cited } from './carried-line';
import { provenCitation } from './choose-quotes';
import { extractiveBrief } from './extractive-brief';

/** Quotes that a model is given; the newest and strongest first. */
const QUOTES = 40;
const VERDICT_WORDS = 20;
const LINES = 3;
const LONGEST_REPLY = 900;

interface Listed extends Cited {
  readonly at: string;
  readonly side: string;
  readonly quote: BriefQuote;
}

export interface Writing {
  readonly model: Model;
  readonly looks: Looks;
  readonly clock: Clock;
}

/**
 * The brief in a model's words, as far as they are proven; whatever does not survive is said by rule. The sides of the quotes are the store's
 * and the agent's readings: a model can choose among them, not move one to the other side.
 */
export async function writtenBrief(brief: BriefCase, madeFrom: string, { model, looks, clock }: Writing): Promise<EvidenceBrief> {
  const quotes = listedQuotes(brief);
  if (brief.state !== 'evidence' || quotes.length === 0) return extractiveBrief(brief, madeFrom, 'unproven');
  const found: Listed[] = [...quotes];
  const show = (signals: readonly { readonly signal: Signal; readonly quote: BriefQuote; readonly text: string }[]): readonly number[] =>
    signals.map(({ signal, quote, text }) => found.push({ signal: signal.id, at: signal.at, side: 'found', quote, text }));
  const answer = await askWithTools({
    model, looks, show, clock,
    ask: { name: 'evidence-brief', schema: BriefReply, task: BRIEF_TASK, material: briefMaterial(brief, quotes), about: brief.issue.id, longestReply: LONGEST_REPLY },
  });
  if (answer.kind !== 'reply') return extractiveBrief(brief, madeFrom, whyNot(answer));
  return assemble(brief, madeFrom, answer.value, quotes, found, model.id);
}

function assemble(brief: BriefCase, madeFrom: string, reply: BriefReply, quotes: readonly Listed[], found: readonly Listed[], model: string): EvidenceBrief {
  const plain = extractiveBrief(brief, madeFrom, 'unproven');
  const verdict = carriedLine(reply.verdict.text, reply.verdict.cites, found, VERDICT_WORDS);
  if (verdict === undefined || !isBroad(verdict, brief)) return plain;
  const written = (lines: BriefReply['changed']): BriefLine[] => lines.slice(0, LINES).flatMap((line) => carriedLine(line.text, line.cites, found, VERDICT_WORDS) ?? []);
  const chosen = (side: string, numbers: readonly number[]): BriefQuote[] => {
    const picked = [...new Set(numbers)].flatMap((index) => quotes[index - 1] ?? []).filter((one) => one.side === side);
    return picked.slice(0, LINES).map((one) => one.quote);
  };
  const [strongFor, strongAgainst] = [chosen('for', reply.for), chosen('against', reply.against)];
  return {
    ...plain,
    wordedBy: { kind: 'model', model },
    verdict,
    // Numbers first: what the store knows is never replaced by what was written.
    changed: [...plain.changed, ...written(reply.changed)].slice(0, LINES + 1),
    strongestFor: strongFor.length > 0 ? strongFor : plain.strongestFor,
    strongestAgainst: strongAgainst.length > 0 ? strongAgainst : plain.strongestAgainst,
    missing: [...plain.missing, ...written(reply.missing)].slice(0, LINES + 1),
    wouldChange: [...plain.wouldChange, ...written(reply.wouldChange)].slice(0, LINES + 1),
  };
}

/** A verdict speaks for more than one customer where more than one is there: one voice cannot write it alone. */
function isBroad(verdict: BriefLine, brief: BriefCase): boolean {
  if (verdict.kind !== 'written') return true;
  const shown = new Map(shownOf(brief).map(({ standing }) => [standing.signal.id, customerKey(standing.signal)]));
  const voices = new Set(verdict.cites.flatMap((signal) => shown.get(signal) ?? []));
  return voices.size >= Math.min(2, new Set(shown.values()).size);
}

function listedQuotes(brief: BriefCase): Listed[] {
  const listed = shownOf(brief).flatMap(({ standing: { signal, row }, by }): Listed[] => {
    const pair = pairOf(brief, signal.id);
    if (by === 'engine' && pair?.stance === 'unrelated') return [];
    const against = pair?.stance === 'contradicts';
    const citation = provenCitation(signal, pair === undefined || pair.stance === 'unrelated' ? row?.citation : pair.citation);
    const text = citation === undefined ? undefined : signal[citation.field]?.slice(citation.start, citation.end);
    if (citation === undefined || text === undefined) return [];
    const quote: BriefQuote = { signal: signal.id, citation, by: by === 'person' ? 'person' : pair === undefined ? 'engine' : 'agent' };
    return [{ signal: signal.id, at: signal.at, side: against ? 'against' : 'for', quote, text }];
  });
  return listed.slice(0, QUOTES);
}

function whyNot(answer: Exclude<ModelAnswer<BriefReply>, { kind: 'reply' }>): NotWritten {
  if (answer.kind === 'refusal') return 'refused';
  if (answer.kind === 'look') return 'failed';
  return answer.code === 'off' || answer.code === 'over-budget' ? answer.code : 'failed';
}
