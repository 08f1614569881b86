import OpenAI from 'openai';
import type { z } from 'zod';
import type { Model, ModelAnswer, ModelAsk, TokenUse, ToolCall } from '../../ports/model';
import { failureOf } from './openai-failure';
import { guessedUse, jsonSchemaOf, LONGEST_REPLY, shapeReply } from './shape-reply';

const TIMEOUT_MS = 60_000;
/** Models that think first take no temperature. */
const THINKS = /^(o\d|gpt-5)/;

export interface OpenAiAccess {
  readonly id: string;
  readonly model: string;
  readonly key: string;
  /** Absent: OpenAI's own. */
  readonly address?: string;
}

/**
 * OpenAI's chat protocol, streamed so that a reply that grows without end is cut off. The client never tries again by itself: what a
 * question costs and when it is repeated is decided where the budget is.
 * @see https://platform.openai.com/docs/api-reference/chat/create
 */
export function openAiModel({ id, model, key, address }: OpenAiAccess): Model {
  const client = new OpenAI({ apiKey: key, maxRetries: 0, timeout: TIMEOUT_MS, ...(address === undefined ? {} : { baseURL: address }) });
  const isOwn = address === undefined;
  return {
    id,
    async ask(ask) {
      try {
        const stream = await client.chat.completions.create(requestOf(model, ask, isOwn), ask.timeoutMs === undefined ? {} : { timeout: ask.timeoutMs });
        return answerOf(ask, model, await gather(stream, stream.controller));
      } catch (error) {
        return failureOf(error, guessedUse(ask, 0));
      }
    },
  };
}

function requestOf(model: string, ask: ModelAsk, isOwn: boolean): OpenAI.ChatCompletionCreateParamsStreaming {
  const tools = (ask.tools ?? []).map((tool): OpenAI.ChatCompletionTool => ({ type: 'function', function: { name: tool.name, description: tool.description, parameters: jsonSchemaOf(tool.input), strict: true } }));
  return {
    model,
    stream: true,
    stream_options: { include_usage: true },
    messages: messagesOf(ask),
    ...(isOwn ? { max_completion_tokens: ask.longestReply } : { max_tokens: ask.longestReply }),
    ...(THINKS.test(model) ? {} : { temperature: 0 }),
    response_format: ask.describesShape === true ? { type: 'json_object' } : { type: 'json_schema', json_schema: { name: ask.name, strict: true, schema: jsonSchemaOf(ask.schema) } },
    ...(tools.length === 0 ? {} : { tools }),
  };
}

function messagesOf({ task, material, turns = [] }: ModelAsk): OpenAI.ChatCompletionMessageParam[] {
  return [
    { role: 'system', content: task },
    { role: 'user', content: material },
    ...turns.flatMap(({ calls, results }): OpenAI.ChatCompletionMessageParam[] => [
      { role: 'assistant', tool_calls: calls.map((call) => ({ id: call.id, type: 'function', function: { name: call.tool, arguments: JSON.stringify(call.input) } })) },
      ...calls.map((call, index): OpenAI.ChatCompletionMessageParam => ({ role: 'tool', tool_call_id: call.id, content: results[index] ?? '' })),
    ]),
  ];
}

interface Gathered {
  readonly text: string;
  readonly refused: boolean;
  readonly calls: readonly { id: string; name: string; input: string }[];
  readonly finish: string | undefined;
  readonly use: TokenUse | undefined;
  readonly isTooLarge: boolean;
  /** Who says that it answered; absent where the server does not say. */
  readonly model: string | undefined;
}

async function gather(stream: AsyncIterable<OpenAI.ChatCompletionChunk>, controller: AbortController): Promise<Gathered> {
  let text = '';
  let refused = false;
  let finish: string | undefined;
  let use: TokenUse | undefined;
  let size = 0;
  let model: string | undefined;
  const calls: { id: string; name: string; input: string }[] = [];
  for await (const chunk of stream) {
    if (typeof chunk.model === 'string' && chunk.model !== '') model = chunk.model;
    if (chunk.usage) use = { input: chunk.usage.prompt_tokens, output: chunk.usage.completion_tokens };
    const choice = chunk.choices?.[0];
    if (choice === undefined) continue;
    text += choice.delta?.content ?? '';
    refused ||= (choice.delta?.refusal ?? '') !== '';
    for (const part of choice.delta?.tool_calls ?? []) {
      const call = (calls[part.index] ??= { id: '', name: '', input: '' });
      call.id = part.id ?? call.id;
      call.name += part.function?.name ?? '';
      call.input += part.function?.arguments ?? '';
      size += part.function?.arguments?.length ?? 0;
    }
    finish = choice.finish_reason ?? finish;
    if (text.length + size > LONGEST_REPLY) {
      controller.abort();
      return { text: '', refused, calls: [], finish, use, isTooLarge: true, model };
    }
  }
  return { text, refused, calls: calls.filter((call) => call !== undefined), finish, use, isTooLarge: false, model };
}

function answerOf<Schema extends z.ZodType>(ask: ModelAsk<Schema>, pinned: string, { text, refused, calls, finish, use: counted, isTooLarge, model }: Gathered): ModelAnswer<z.output<Schema>> {
  const use = counted ?? guessedUse(ask, isTooLarge ? LONGEST_REPLY : text.length);
  if (model !== undefined && !isPinned(model, pinned)) return { kind: 'failure', code: 'other-model', retryable: false, use };
  if (isTooLarge) return { kind: 'failure', code: 'too-large', retryable: false, use };
  if (refused || finish === 'content_filter') return { kind: 'refusal', use };
  // Without a reason to end, the stream was cut: half a reply is none.
  if (finish === undefined || finish === 'length') return { kind: 'failure', code: 'truncated', retryable: false, use };
  if (calls.length > 0) return lookOf(ask, calls, use);
  return shapeReply(ask, text, use);
}

/** The very id, before it perhaps its vendor's name (`openai/…`), or after it the date of the version where it names none. */
function isPinned(answered: string, pinned: string): boolean {
  const last = (id: string): string => id.split('/').at(-1)!.toLowerCase();
  return last(answered) === last(pinned) || (last(answered).startsWith(`${last(pinned)}-`) && /^\d{4}-?\d{2}-?\d{2}$/.test(last(answered).slice(last(pinned).length + 1)));
}

function lookOf<Schema extends z.ZodType>(ask: ModelAsk<Schema>, calls: Gathered['calls'], use: TokenUse): ModelAnswer<z.output<Schema>> {
  const known = new Set((ask.tools ?? []).map((tool) => tool.name));
  const wanted: ToolCall[] = [];
  for (const { id, name, input } of calls) {
    if (!known.has(name)) return { kind: 'failure', code: 'wrong-shape', retryable: false, detail: 'asked for a tool that it was not given', use };
    try {
      wanted.push({ id, tool: name, input: JSON.parse(input === '' ? '{}' : input) as unknown });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return { kind: 'failure', code: 'wrong-shape', retryable: false, detail: 'tool input is not JSON', use };
    }
  }
  return { kind: 'look', calls: wanted, use };
}
