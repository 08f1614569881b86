import { LONGEST_BRIEF_WORDS, type PrototypeBrief } from '../../domain/prototype';
import { sentence, type Sentence } from '../../domain/sentence';
import type { App } from '../../app';
import type { IssueCase } from './load-facts';

/** Said after what a model proposes to show, whatever it is. */
const SMALL = 'No settings, nothing stored, made-up data.';

/**
 * The brief with a model's sentences where there are some for these very quotes: what customers need, and the smallest thing to show. Who,
 * how many, what is riskiest and when to stop stay the store's. What a person wrote is not touched; what does not fit one screen is left out.
 */
export async function wordedBrief(app: App, { product, facts }: IssueCase, brief: PrototypeBrief): Promise<{ readonly brief: PrototypeBrief; readonly because?: Sentence }> {
  if (brief.wordedBy === 'person') return { brief };
  const heard = new Map(facts.heard.map((one) => [one.signal.id, one]));
  const quotes = brief.quotes.flatMap(({ signal }) => {
    const found = heard.get(signal);
    const text = found === undefined ? undefined : app.talking.issueQuote(found.signal, facts.issue, found.citation);
    return text === undefined ? [] : [{ signal, text }];
  });
  const worded = await app.agent.wordings.ofPrototype(product, facts.issue, quotes);
  if (worded.kind === 'rules') return worded.because === 'off' ? { brief } : { brief, because: sentence(`brief.because.${worded.because}`, worded.since === undefined ? {} : { since: worded.since }) };
  const { need, smallest } = worded.lines;
  const whole: PrototypeBrief = { ...brief, wordedBy: 'model', hypothesis: `${need ?? ''} ${brief.hypothesis}`.trim(), ...(smallest === undefined ? {} : { smallest: `${smallest} ${SMALL}` }) };
  return app.talking.lengthOf(whole, facts) <= LONGEST_BRIEF_WORDS ? { brief: whole } : { brief, because: sentence('brief.because.too-long') };
}
