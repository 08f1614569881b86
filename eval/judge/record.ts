import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Stores one pass of blind judgements beside the others: ids and 0/1 only, never text.
 * Usage: record.ts KEY.jsonl JUDGEMENTS.jsonl VERDICTS, where VERDICTS is one 0 or 1 per line of the key, in its order.
 */
function main([keyFile, storeFile, verdicts]: readonly string[]): void {
  if (keyFile === undefined || storeFile === undefined || verdicts === undefined) throw new Error('usage: record.ts KEY.jsonl JUDGEMENTS.jsonl VERDICTS');
  const keys = linesOf(keyFile);
  const marks = verdicts.replace(/[^01]/g, '');
  if (marks.length !== keys.length) throw new Error(`${marks.length} verdicts for ${keys.length} items`);
  const stored = new Map<string, number[]>((existsSync(storeFile) ? linesOf(storeFile) : []).map((line) => [JSON.stringify(JSON.parse(line).of), JSON.parse(line).right]));
  keys.forEach((key, at) => {
    const id = JSON.stringify(JSON.parse(key));
    stored.set(id, [...(stored.get(id) ?? []), Number(marks[at])]);
  });
  writeFileSync(storeFile, [...stored].map(([of, right]) => `${JSON.stringify({ of: JSON.parse(of), right })}\n`).join(''));
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').filter((line) => line !== '');
}

main(process.argv.slice(2));
