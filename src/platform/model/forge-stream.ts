import { z } from 'zod';
import { LONGEST_REPLY } from './shape-reply';

const Content = z.union([z.string(), z.array(z.object({ type: z.string(), text: z.string().optional() }))]).nullish();
const Usage = z.object({ input_tokens: z.number().optional(), output_tokens: z.number().optional() }).nullish();
const Call = z.object({ id: z.string(), function: z.object({ name: z.string(), arguments: z.unknown() }) });

/** Fields of an answer that we use. @see https://developer.atlassian.com/platform/forge/runtime-reference/forge-llms-api-reference/ */
export const ForgeReply = z.object({
  choices: z.array(z.object({ finish_reason: z.string().nullish(), message: z.object({ content: Content, tool_calls: z.array(Call).nullish() }) })).min(1),
  usage: Usage,
});
export type ForgeReply = z.output<typeof ForgeReply>;

/** A piece of a stream, of which every part may be missing. */
const Piece = z.object({
  choices: z.array(z.object({ finish_reason: z.string().nullish(), message: z.object({ content: Content, tool_calls: z.array(z.object({ id: z.string().optional(), index: z.number().optional(), function: z.object({ name: z.string().optional(), arguments: z.unknown() }).optional() })).nullish() }).nullish() })).nullish(),
  usage: Usage,
});

interface OpenCall {
  id: string;
  name: string;
  input: unknown;
}

/**
 * The whole of a streamed answer. A stream that was cut ends without an error; what it lacks is the reason to end, and so does this:
 * whoever reads it takes half an answer for none. `too-large`: cut off by us. `damaged`: a letter was lost between two pieces.
 * @throws ForgeLlmError when the stream breaks
 */
export async function gatherStream(stream: AsyncIterable<unknown> & { close(): Promise<void> | undefined }): Promise<ForgeReply | 'too-large' | 'damaged'> {
  let text = '';
  let size = 0;
  let finish: string | undefined;
  let usage: ForgeReply['usage'];
  const calls = new Map<number | string, OpenCall>();
  for await (const piece of stream) {
    const { data } = Piece.safeParse(piece);
    if (data === undefined) continue;
    usage = data.usage ?? usage;
    const choice = data.choices?.[0];
    const { content, tool_calls: parts } = choice?.message ?? {};
    text += typeof content === 'string' ? content : (content ?? []).map((part) => part.text ?? '').join('');
    for (const part of parts ?? []) size += addCall(calls, part);
    finish = choice?.finish_reason ?? finish;
    if (text.length + size <= LONGEST_REPLY) continue;
    // One that ended or broke has closed itself, and the SDK throws at whoever closes it again.
    await stream.close();
    return 'too-large';
  }
  if (text.includes('\uFFFD')) return 'damaged';
  const wanted = [...calls.values()].map(({ id, name, input }) => ({ id, function: { name, arguments: typeof input === 'string' ? jsonOf(input) : input } }));
  return { choices: [{ finish_reason: finish, message: { content: text, tool_calls: wanted } }], usage };
}

/** The input of a call may come whole, as an object, or as pieces of JSON text. @returns how much came */
function addCall(calls: Map<number | string, OpenCall>, { id, index, function: part }: { readonly id?: string | undefined; readonly index?: number | undefined; readonly function?: { readonly name?: string | undefined; readonly arguments?: unknown } | undefined }): number {
  const key = index ?? id ?? 0;
  const call = calls.get(key) ?? { id: '', name: '', input: undefined };
  const { arguments: input } = part ?? {};
  calls.set(key, { id: id ?? call.id, name: part?.name ?? call.name, input: typeof input === 'string' && typeof call.input === 'string' ? call.input + input : (input ?? call.input) });
  return typeof input === 'string' ? input.length : JSON.stringify(input ?? '').length;
}

/** What is no JSON fits no schema, and is named there. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return text;
  }
}
