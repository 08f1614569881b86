import { Tiktoken } from 'js-tiktoken/lite';
import ranks from 'js-tiktoken/ranks/o200k_base';
import { costOf, KNOWN_EMBEDDING, KNOWN_MODELS } from '../../src/domain/agent-settings';
import { readableText, readingQuestion, type AskedIssue } from '../../src/agent/reader/reading-question';
import { TEXTS_PER_BLOCK } from '../../src/agent/vectors/plan-vectors';
import { wantedTexts } from '../../src/agent/vectors/wanted-texts';
import { sha256 } from '../../src/platform/sha256';
import { wantedPairs } from '../../src/agent/reader/plan-readings';
import { QUESTIONS_A_RUN } from '../../src/agent/reader/run-readings';
import type { SaidSignal } from '../../src/domain/signal';
import { understandRealYear } from '../judge/real-year';

const SIGNALS = 12_000;
/** Roles and separators of a chat, as OpenAI counts them: three a message, three to begin the reply. */
const FRAME_TOKENS = 9;
/** A typical reply in the shape we ask for. */
const reply = (issues: number): string => JSON.stringify({ k: 'problem', v: 2, n: 'Messages must not be lost when a folder is compacted', q: 'all my mail in that folder was gone after compacting', i: Array.from({ length: issues }, () => ['supports', 'all my mail in that folder was gone']) });

interface Load {
  readonly questions: number;
  readonly text: number;
  readonly overhead: number;
  readonly titles: number;
  readonly output: number;
}

/** What reading 12,000 real questions takes: tokens by OpenAI's tokenizer, money by list price, time by published limits. No model is asked. */
export async function benchAgent(): Promise<Record<string, unknown>> {
  const encoder = new Tiktoken(ranks);
  const count = (text: string): number => encoder.encode(text).length;
  const { corpus, understanding } = understandRealYear();
  const signals = corpus.signals.slice(0, SIGNALS);
  const summaries = new Map(corpus.issues.map((issue) => [issue.id, issue.summary]));
  const evidence = new Map<string, (typeof understanding.evidence)[number][]>();
  for (const row of understanding.evidence) evidence.set(row.issue, [...(evidence.get(row.issue) ?? []), row]);
  const digests = understanding.searchability.map((searchability) => ({ issue: searchability.issue, product: 'p', engineVersion: '', computedAt: '', searchability, evidence: evidence.get(searchability.issue) ?? [], themes: [] }));
  const pairs = wantedPairs({ digests, themes: understanding.themes, summaries });
  const issuesOf = (signal: SaidSignal): AskedIssue[] => (pairs.get(signal.id) ?? []).map((id) => ({ id, summary: summaries.get(id) ?? '' }));
  const load = (of: readonly SaidSignal[]): Load =>
    of.reduce<Load>((sum, signal) => {
      const issues = issuesOf(signal);
      const ask = readingQuestion(signal, issues);
      const text = count(readableText(signal).text);
      const titles = issues.reduce((all, { summary }) => all + count(summary), 0);
      const whole = count(ask.task) + count(ask.material) + FRAME_TOKENS;
      return { questions: sum.questions + 1, text: sum.text + text, titles: sum.titles + titles, overhead: sum.overhead + whole - text - titles, output: sum.output + count(reply(issues.length)) };
    }, { questions: 0, text: 0, overhead: 0, titles: 0, output: 0 });
  const modes = { none: load([]), candidates: load(signals.filter((signal) => pairs.has(signal.id))), everything: load(signals) };
  return { ...Object.fromEntries(Object.entries(modes).map(([mode, one]) => [mode, figures(one)])), embeddings: embedding(new Map(wantedTexts(signals, corpus.issues, sha256).map((one) => [one.hash, count(one.text)]))) };
}

/** Every signal and issue title as a vector, once. @param tokens by hash of the text */
function embedding(tokens: ReadonlyMap<string, number>): Record<string, unknown> {
  const all = [...tokens.values()].reduce((sum, one) => sum + one, 0);
  const blocks = Math.ceil(tokens.size / TEXTS_PER_BLOCK);
  const minutes = Math.max(blocks / Math.min(KNOWN_EMBEDDING.requestsPerMinute, QUESTIONS_A_RUN), all / KNOWN_EMBEDDING.tokensPerMinute);
  return { texts: tokens.size, blocks, tokens: all, models: { [KNOWN_EMBEDDING.id]: { dollars: Math.round(costOf({ input: all, output: 0 }, { input: KNOWN_EMBEDDING.price, output: 0 }) / 100) / 10_000, minutes: Math.ceil(minutes) } } };
}

function figures(load: Load): Record<string, unknown> {
  const input = load.text + load.titles + load.overhead;
  const each = (sum: number): number => Math.round(sum / Math.max(1, load.questions));
  return {
    questions: load.questions,
    'tokens a question': { text: each(load.text), titles: each(load.titles), overhead: each(load.overhead), output: each(load.output) },
    tokens: input + load.output,
    models: Object.fromEntries(KNOWN_MODELS.map((model) => {
      // One lane of a hundred calls a minute for Atlassian's models, four for calls to the outside.
      const lanes = (model.provider === 'forge' ? 1 : 4) * QUESTIONS_A_RUN;
      const minutes = Math.max(load.questions / Math.min(model.requestsPerMinute, lanes), model.tokensPerMinute === undefined ? 0 : (input + load.output) / model.tokensPerMinute);
      return [model.id, { dollars: Math.round(costOf({ input, output: load.output }, model.price) / 10_000) / 100, minutes: Math.ceil(minutes) }];
    })),
  };
}
