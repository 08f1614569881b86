// npm run eval:agent: how the agent's readings agree with people's. Live with RESURFACE_OPENAI_KEY (and RESURFACE_OPENAI_MODEL); without a key a hand-written
// script answers, which tests this harness and says nothing about a model. The last line is JSON. Ends with 1 where a figure is below its floor.
import { openScriptedServer } from '../../host/model/scripted-models';
import { SCRIPTED_MODEL } from '../../host/model/scripted-replies';
import { askWithRepair } from '../../src/agent/model/ask-with-repair';
import { readingQuestion } from '../../src/agent/reader/reading-question';
import { readReply } from '../../src/agent/reader/read-reply';
import { KNOWN_MODELS, costOf } from '../../src/domain/agent-settings';
import { openAiModel } from '../../src/platform/model/openai-model';
import { judgesAgreement, modelAgreement, type ModelReading } from './agreement';
import { belowFloors } from './floors';
import { goldenSet } from './golden';

const LIVE_MODEL = 'gpt-4.1-mini-2025-04-14';

async function main(): Promise<void> {
  const key = process.env['RESURFACE_OPENAI_KEY'];
  const server = key === undefined ? await openScriptedServer() : undefined;
  const name = key === undefined ? SCRIPTED_MODEL : (process.env['RESURFACE_OPENAI_MODEL'] ?? LIVE_MODEL);
  const model = openAiModel({ id: `openai:${name}`, model: name, key: key ?? 'no-key', ...(server === undefined ? {} : { address: `${server.url}/v1` }) });
  console.log(key === undefined ? 'No key: the hand-written script answers. What follows tests the harness; it is no measure of a model.' : `Live: ${name}`);
  const golden = goldenSet();
  const judges = judgesAgreement(golden);
  console.log(`Judges: ${judges.pairs} pairs, each read by two, blind; same stance ${judges.sameStance.toFixed(2)} (kappa ${judges.stanceKappa.toFixed(2)}), same kind ${judges.sameKind.toFixed(2)} (kappa ${judges.kindKappa.toFixed(2)})`);
  const readings: ModelReading[] = [];
  let [input, output] = [0, 0];
  for (const { issue, signal } of golden) {
    const answer = await askWithRepair(model, readingQuestion(signal, [issue]));
    input += answer.use.input;
    output += answer.use.output;
    readings.push((answer.kind === 'reply' ? readReply(signal, [issue.id], answer.value).pairs[0] : undefined) ?? { kind: 'none' });
  }
  await server?.close();
  const agreement = modelAgreement(golden, readings);
  const { table, ...figures } = agreement;
  const missed = belowFloors(judges, agreement, key !== undefined);
  console.log('Rows: both judges. Columns: the model.');
  console.table(table);
  const price = KNOWN_MODELS.find((one) => one.id === name)?.price;
  for (const one of missed) console.error(`Below its floor: ${one}.`);
  if (missed.length > 0) process.exitCode = 1;
  console.log(JSON.stringify({ live: key !== undefined, model: name, judges, figures, readings: table, tokens: input + output, ...(price === undefined ? {} : { dollars: costOf({ input, output }, price) / 1e6 }) }));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
