import { z } from 'zod';
import type { Model, ModelAsk } from '../../src/ports/model';

/** What the other side does. `says`: a reply with this text. */
export type Behaviour =
  | { readonly kind: 'says'; readonly text: string }
  | { readonly kind: 'gives'; readonly value: object }
  | { readonly kind: 'looks'; readonly tool: string; readonly input: object }
  | { readonly kind: 'refuses' }
  | { readonly kind: 'stops-at-length' }
  | { readonly kind: 'breaks-off-without-a-reason' }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number };

export interface OpenedModel {
  readonly model: Model;
  /** Bodies of the requests that came in. */
  readonly requests: () => readonly Record<string, unknown>[];
}

const Shape = z.strictObject({ verdict: z.string().max(100), note: z.string().nullable(), count: z.number().int().min(0).max(9) });
const FITS = { verdict: 'yes', note: null, count: 3 };

const asks = (extra: Partial<ModelAsk<typeof Shape>> = {}): ModelAsk<typeof Shape> => ({ name: 'judge', schema: Shape, task: 'Judge.', material: 'The export loses rows.', about: 'desk:1', longestReply: 200, ...extra });
const LOOK = { name: 'search-signals', description: 'Finds signals.', input: z.strictObject({ words: z.string(), limit: z.number().nullable() }) };

/** The port to a model: every way not to answer has a name, nothing is thrown, nothing is cut short silently. */
export function modelSuite(name: string, open: (behaviour: Behaviour) => Promise<OpenedModel>): void {
  describe(`a model behind the port: ${name}`, () => {
    it('gives what was asked for, in its shape, with the tokens it took', async () => {
      const { model } = await open({ kind: 'gives', value: FITS });
      const answer = await model.ask(asks());
      expect(answer).toMatchObject({ kind: 'reply', value: FITS });
      expect(answer.use.input).toBeGreaterThan(0);
      expect(answer.use.output).toBeGreaterThan(0);
    });

    it('takes a reply whose shape the task described, also in a code fence', async () => {
      const { model, requests } = await open({ kind: 'says', text: `\`\`\`json\n${JSON.stringify(FITS)}\n\`\`\`` });
      expect(await model.ask(asks({ describesShape: true }))).toMatchObject({ kind: 'reply', value: FITS });
      expect(JSON.stringify(requests())).not.toContain('additionalProperties');
    });

    it('sends a strict schema where the task does not describe it, and the pinned model', async () => {
      const { model, requests } = await open({ kind: 'gives', value: FITS });
      await model.ask(asks());
      expect(JSON.stringify(requests())).toContain('"additionalProperties":false');
      expect(JSON.stringify(requests())).toContain('"required":["verdict","note","count"]');
      expect(model.id).toMatch(/:model-2025-01-01$/);
    });

    it.each([
      ['more keys than asked for', { ...FITS, close: 'ABC-1' }, '(whole): unrecognized_keys'],
      ['a key missing', { verdict: 'yes', note: null }, 'count: invalid_type'],
      ['another type', { ...FITS, count: '3' }, 'count: invalid_type'],
      ['a number out of range', { ...FITS, count: 1e9 }, 'count: too_big'],
      ['a text too long', { ...FITS, verdict: 'x'.repeat(101) }, 'verdict: too_big'],
    ])('names %s as the wrong shape, without quoting it', async (_, value, detail) => {
      const { model } = await open({ kind: 'gives', value });
      expect(await model.ask(asks())).toMatchObject({ kind: 'failure', code: 'wrong-shape', detail });
    });

    it.each(['', 'I cannot say.', '{"verdict": "yes", "note": nul', '[1, 2', '{"verdict": NaN}', 'null', '{}{}'])('takes %j for the wrong shape', async (text) => {
      const { model } = await open({ kind: 'says', text });
      expect(await model.ask(asks({ describesShape: true }))).toMatchObject({ kind: 'failure', code: 'wrong-shape' });
    });

    it('stops reading at a reply without end', async () => {
      const { model } = await open({ kind: 'says', text: `{"verdict":"${'x'.repeat(1_000_000)}"}` });
      expect(await model.ask(asks({ describesShape: true }))).toMatchObject({ kind: 'failure', code: 'too-large', retryable: false });
    });

    it('knows half a reply', async () => {
      for (const behaviour of [{ kind: 'stops-at-length' }, { kind: 'breaks-off-without-a-reason' }] as const) {
        const { model } = await open(behaviour);
        expect(await model.ask(asks({ describesShape: true }))).toMatchObject({ kind: 'failure', code: 'truncated', retryable: false });
      }
    });

    it('knows a refusal', async () => {
      const { model } = await open({ kind: 'refuses' });
      expect(await model.ask(asks({ describesShape: true }))).toMatchObject({ kind: 'refusal' });
    });

    it.each([
      [429, 'rate-limited', true],
      [500, 'server-error', true],
      [503, 'server-error', true],
      [401, 'no-access', false],
      [403, 'no-access', false],
      [404, 'no-access', false],
      [400, 'not-accepted', false],
    ])('names the status %i %s, and has paid nothing', async (status, code, retryable) => {
      const { model, requests } = await open({ kind: 'status', status });
      expect(await model.ask(asks())).toMatchObject({ kind: 'failure', code, retryable, use: { input: 0, output: 0 } });
      expect(requests()).toHaveLength(1);
    });

    it('may look before it answers, with the tools it was given only', async () => {
      const { model } = await open({ kind: 'looks', tool: 'search-signals', input: { words: 'export', limit: null } });
      expect(await model.ask(asks({ tools: [LOOK] }))).toMatchObject({ kind: 'look', calls: [{ tool: 'search-signals', input: { words: 'export', limit: null } }] });
      const other = await open({ kind: 'looks', tool: 'close-issue', input: { key: 'ABC-1' } });
      expect(await other.model.ask(asks({ tools: [LOOK] }))).toMatchObject({ kind: 'failure', code: 'wrong-shape' });
    });

    it('is told what its looks showed', async () => {
      const { model, requests } = await open({ kind: 'gives', value: FITS });
      const turns = [{ calls: [{ id: 'c1', tool: 'search-signals', input: { words: 'export', limit: null } }], results: ['[{"n":1}]'] }];
      expect(await model.ask(asks({ tools: [LOOK], turns }))).toMatchObject({ kind: 'reply' });
      const messages = requests()[0]?.['messages'] as { role: string; content: string; tool_call_id?: string }[];
      expect(messages.map((one) => one.role)).toEqual(['system', 'user', 'assistant', 'tool']);
      expect(messages[3]).toMatchObject({ tool_call_id: 'c1', content: '[{"n":1}]' });
    });
  });
}
