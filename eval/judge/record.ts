import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { agreementOf, agreementSaid, readJudgements, type Judgement } from '../judgements';

/**
 * Stores one pass of blind judgements beside the others (ids and 0/1 only, never text) and says how far the passes agree.
 * Usage: record.ts KEY.jsonl JUDGEMENTS.jsonl VERDICTS, where VERDICTS is one 0 or 1 per line of the key, in its order.
 */
function main([keyFile, storeFile, verdicts]: readonly string[]): void {
  if (keyFile === undefined || storeFile === undefined || verdicts === undefined) throw new Error('usage: record.ts KEY.jsonl JUDGEMENTS.jsonl VERDICTS');
  const keys = readJudgements(readFileSync(keyFile, 'utf8'));
  const marks = verdicts.replace(/[^01]/g, '');
  if (marks.length !== keys.length) throw new Error(`${marks.length} verdicts for ${keys.length} items`);
  const stored = new Map((existsSync(storeFile) ? readJudgements(readFileSync(storeFile, 'utf8')) : []).map((one) => [JSON.stringify(one.of), one]));
  const now = keys.map(({ of, engine }, at): Judgement => {
    const known = stored.get(JSON.stringify(of));
    const judged: Judgement = { ...(known ?? { of, ...(engine === undefined ? {} : { engine }) }), right: [...(known?.right ?? []), Number(marks[at])] };
    stored.set(JSON.stringify(of), judged);
    return judged;
  });
  writeFileSync(storeFile, [...stored.values()].map((one) => `${JSON.stringify(one)}\n`).join(''));
  console.log(`${now.length} judged; ${agreementSaid(agreementOf(now))}`);
}

main(process.argv.slice(2));
