import { z } from 'zod';
import { cachedModel } from '../../../src/agent/model/cached-model';
import { sha256 } from '../../../src/platform/sha256';
import type { ModelAsk, ToolTurn } from '../../../src/ports/model';
import { fakeAgentStore } from '../../fakes/agent-store';
import { scriptedModel } from '../../fakes/scripted-model';

const turn = (result: string): ToolTurn => ({ calls: [{ id: 'c', tool: 'search-signals', input: { words: 'row' } }], results: [result] });
const ask = (turns: readonly ToolTurn[]): ModelAsk<z.ZodType<{ n: number }>> => ({ name: 'count', schema: z.strictObject({ n: z.number() }), task: 't', material: 'm', about: '1', longestReply: 10, turns });

describe('a model that is not asked the same twice', () => {
  it('answers from what was kept only where the looks have shown the same', async () => {
    const raw = scriptedModel((_, times) => ({ n: times }));
    const model = cachedModel(raw, 'shop', fakeAgentStore(), sha256);
    const say = async (turns: readonly ToolTurn[]) => model.ask(ask(turns));
    expect(await say([turn('1. A row is gone')])).toMatchObject({ value: { n: 1 } });
    expect(await say([turn('1. Another customer’s row')])).toMatchObject({ value: { n: 2 } });
    expect(await say([])).toMatchObject({ value: { n: 3 } });
    expect(await say([turn('1. A row is gone')])).toMatchObject({ value: { n: 1 }, use: { input: 0, output: 0 } });
    expect(raw.asked).toHaveLength(3);
  });
});
