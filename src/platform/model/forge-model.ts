import { chat, ForgeLlmError, stream, type Message, type Prompt, type ToolSchema } from '@forge/llm';
import { z } from 'zod';
import { NO_TOKENS, type Model, type ModelAnswer, type ModelAsk, type ModelFailure, type TokenUse } from '../../ports/model';
import { gatherStream, ForgeReply } from './forge-stream';
import { guessedUse, jsonSchemaOf, LONGEST_REPLY, shapeReply, shapeValue } from './shape-reply';

/** The tool through which a reply comes when it has a schema: the platform has no structured output of its own. */
const ANSWER = 'answer';

/**
 * Replies that may grow to so many tokens are streamed, so that one without end is cut off. Shorter ones are not: the SDK (1.0.8) decodes
 * each piece that the network hands it alone, and a letter of several bytes that is cut in two is lost.
 */
const STREAMED_FROM = 500;

interface Access {
  readonly id: string;
  readonly model: string;
  /** Tokens of a reply from which it is streamed. */
  readonly streamedFrom?: number;
}

/** Atlassian's own hosted models: nothing leaves the platform. No embeddings. */
export function forgeModel({ id, model, streamedFrom = STREAMED_FROM }: Access): Model {
  return {
    id,
    async ask(ask) {
      let reply: unknown;
      try {
        const prompt = promptOf(model, ask);
        reply = ask.longestReply < streamedFrom ? await chat(prompt) : await gatherStream(await stream(prompt));
      } catch (error) {
        return failureOf(error, ask);
      }
      if (reply === 'too-large') return { kind: 'failure', code: 'too-large', retryable: false, use: guessedUse(ask, LONGEST_REPLY) };
      if (reply === 'damaged') return { kind: 'failure', code: 'wrong-shape', retryable: false, detail: 'a letter was lost on the way', use: guessedUse(ask, ask.longestReply) };
      const parsed = ForgeReply.safeParse(reply);
      if (!parsed.success) return { kind: 'failure', code: 'wrong-shape', retryable: false, detail: 'not an answer of the platform', use: guessedUse(ask, 0) };
      return answerOf(ask, parsed.data);
    },
  };
}

function promptOf(model: string, ask: ModelAsk): Prompt {
  const tools: ToolSchema[] = (ask.tools ?? []).map((tool) => ({ type: 'function', function: { name: tool.name, description: tool.description, parameters: jsonSchemaOf(tool.input) } }));
  if (ask.describesShape !== true) tools.push({ type: 'function', function: { name: ANSWER, description: 'Gives the reply.', parameters: jsonSchemaOf(ask.schema) } });
  return {
    model,
    messages: messagesOf(ask),
    max_completion_tokens: ask.longestReply,
    temperature: 0,
    ...(tools.length === 0 ? {} : { tools, tool_choice: tools.length === 1 && ask.describesShape !== true ? { type: 'function' as const, function: { name: ANSWER } } : ('required' as const) }),
  };
}

function messagesOf({ task, material, turns = [] }: ModelAsk): Message[] {
  return [
    { role: 'system', content: task },
    { role: 'user', content: material },
    ...turns.flatMap(({ calls, results }): Message[] => [
      { role: 'assistant', content: '', tool_calls: calls.map((call, index) => ({ id: call.id, type: 'function', index, function: { name: call.tool, arguments: call.input as object } })) },
      ...calls.map((call, index): Message => ({ role: 'tool', tool_call_id: call.id, content: results[index] ?? '' })),
    ]),
  ];
}

function answerOf<Schema extends z.ZodType>(ask: ModelAsk<Schema>, { choices, usage }: ForgeReply): ModelAnswer<z.output<Schema>> {
  const { finish_reason: finish, message } = choices[0]!;
  const text = typeof message.content === 'string' ? message.content : (message.content ?? []).map((part) => part.text ?? '').join('');
  const guess = guessedUse(ask, text.length);
  const use: TokenUse = { input: usage?.input_tokens ?? guess.input, output: usage?.output_tokens ?? guess.output };
  if (finish === 'refusal' || finish === 'content_filter') return { kind: 'refusal', use };
  if (finish === undefined || finish === null || finish === 'length' || finish === 'max_tokens') return { kind: 'failure', code: 'truncated', retryable: false, use };
  const calls = message.tool_calls ?? [];
  const answer = calls.find((call) => call.function.name === ANSWER);
  if (answer !== undefined && ask.describesShape !== true) return shapeValue(ask, answer.function.arguments, use);
  if (calls.length === 0) return shapeReply(ask, text, use);
  const known = new Set((ask.tools ?? []).map((tool) => tool.name));
  if (calls.some((call) => !known.has(call.function.name))) return { kind: 'failure', code: 'wrong-shape', retryable: false, detail: 'asked for a tool that it was not given', use };
  return { kind: 'look', calls: calls.map((call) => ({ id: call.id, tool: call.function.name, input: call.function.arguments })), use };
}

const Refused = z.object({ status: z.number() });

function failureOf(error: unknown, ask: ModelAsk): ModelFailure {
  const { data } = Refused.safeParse(error);
  if (!(error instanceof ForgeLlmError) || data === undefined) {
    // The call went out of our hands: it may have been answered and counted.
    if (error instanceof ForgeLlmError || error instanceof TypeError) return { kind: 'failure', code: 'lost', retryable: true, use: guessedUse(ask, 0) };
    throw error;
  }
  const { status } = data;
  const code = status === 429 ? 'rate-limited' : status === 401 || status === 403 || status === 404 ? 'no-access' : status >= 500 || status === 408 ? 'server-error' : 'not-accepted';
  return { kind: 'failure', code, retryable: code === 'rate-limited' || code === 'server-error', use: NO_TOKENS };
}
