import type { BriefQuote, KeptBrief, KeptLine, WrittenParts } from '../../domain/evidence-brief';
import { customerKey } from '../../domain/customer';
import type { Signal } from '../../domain/signal';
import type { Clock } from '../../ports/clock';
import type { Model } from '../../ports/model';
import type { Sha256 } from '../../ports/sha256';
import { endOf, whyParked, type RunEnd } from '../model/without-reply';
import { numberedCustomers } from '../tools/numbered-customers';
import { askWithTools } from '../tools/ask-with-tools';
import type { Looks } from '../tools/looks';
import { pairOf, shownOf, type BriefCase } from './brief-case';
import { BRIEF_TASK, BriefReply, briefMaterial } from './brief-question';
import { carriedLine, type Cited } from './carried-line';
import { provenCitation } from './choose-quotes';
import { BRIEF_LINES, LINE_WORDS } from './show-brief';

/** Quotes that a model is given; the newest and strongest first. */
const QUOTES = 40;
const LONGEST_REPLY = 900;

interface Listed extends Cited {
  readonly source: Signal;
  readonly side: string;
  readonly quote: BriefQuote;
}

export interface Writing {
  readonly model: Model;
  readonly looks: Looks;
  readonly clock: Clock;
  readonly sha256: Sha256;
}

/** How one asking went: what is kept of it, where anything was answered (or may have been paid for), and why the run cannot go on, where it cannot. */
export interface Written {
  readonly kept?: KeptBrief;
  readonly end?: RunEnd;
}

/**
 * The brief in a model's words, as far as they are proven; whatever does not survive is said by rule. The sides of the quotes are the store's
 * and the agent's readings: a model can choose among them, not move one to the other side.
 */
export async function writtenBrief(brief: BriefCase, madeFrom: string, { model, looks, clock, sha256 }: Writing): Promise<Written> {
  const keep = (outcome: KeptBrief['outcome']): KeptBrief => ({ issue: brief.issue.id, product: brief.product, askedAt: brief.now, madeFrom, outcome });
  const quotes = listedQuotes(brief);
  if (brief.state !== 'evidence' || quotes.length === 0) return { kept: keep({ kind: 'by-rule', because: 'unproven' }) };
  const found: Listed[] = [...quotes];
  const show = (signals: readonly { readonly signal: Signal; readonly quote: BriefQuote; readonly text: string }[]): readonly number[] =>
    signals.map(({ signal, quote, text }) => found.push({ signal: signal.id, source: signal, side: 'found', quote, text }));
  const customers = numberedCustomers();
  const answer = await askWithTools({
    model, looks, show, clock, customers,
    ask: { name: 'evidence-brief', schema: BriefReply, task: BRIEF_TASK, material: briefMaterial(brief, quotes, customers), about: brief.issue.id, longestReply: LONGEST_REPLY },
  });
  if (answer.kind === 'reply') return { kept: keep(provenParts(brief, answer.value, quotes, found, { model: model.id, sha256 }) ?? { kind: 'by-rule', because: 'unproven' }) };
  const end = endOf(answer);
  // Nobody answered, and nothing was paid: the next run asks again. What was answered badly, or may have been, is kept, or it would be paid for each time.
  if (end !== undefined && whyParked(answer) === undefined) return { end };
  return { kept: keep({ kind: 'by-rule', because: answer.kind === 'refusal' ? 'refused' : 'failed' }), ...(end === undefined ? {} : { end }) };
}

/** What may be kept of a reply; undefined without a verdict that its quotes carry. */
function provenParts(brief: BriefCase, reply: BriefReply, quotes: readonly Listed[], found: readonly Listed[], { model, sha256 }: { readonly model: string; readonly sha256: Sha256 }): WrittenParts | undefined {
  const lineOf = ({ text, cites }: BriefReply['verdict']): KeptLine[] => {
    const line = carriedLine(text, cites, found, LINE_WORDS);
    if (line?.kind !== 'written') return [];
    const own = [...new Set(cites)].flatMap((index) => found[index - 1] ?? []);
    return [{ text: line.text, cites: own.map((one) => ({ signal: one.signal, citation: one.quote.citation, hash: sha256(one.text) })) }];
  };
  const chosen = (side: string, numbers: readonly number[]): BriefQuote[] => {
    const picked = [...new Set(numbers)].flatMap((index) => quotes[index - 1] ?? []).filter((one) => one.side === side);
    return picked.slice(0, BRIEF_LINES).map((one) => one.quote);
  };
  const lines = (some: BriefReply['changed']): KeptLine[] => some.slice(0, BRIEF_LINES).flatMap(lineOf);
  const [verdict] = lineOf(reply.verdict);
  if (verdict === undefined || !isBroad(verdict, brief)) return undefined;
  return {
    kind: 'written', model, verdict, changed: lines(reply.changed), missing: lines(reply.missing), wouldChange: lines(reply.wouldChange),
    strongestFor: chosen('for', reply.for), strongestAgainst: chosen('against', reply.against),
  };
}

/** A verdict speaks for more than one customer where more than one is there: one voice cannot write it alone. */
function isBroad(verdict: KeptLine, brief: BriefCase): boolean {
  const shown = new Map(shownOf(brief).map(({ standing }) => [standing.signal.id, customerKey(standing.signal)]));
  const voices = new Set(verdict.cites.flatMap(({ signal }) => shown.get(signal) ?? []));
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
    return [{ signal: signal.id, source: signal, side: against ? 'against' : 'for', quote, text }];
  });
  return listed.slice(0, QUOTES);
}
