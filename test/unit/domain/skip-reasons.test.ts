import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isChosenSkip, isKnownSkip, isReadWhenAskedAgain } from '../../../src/domain/skip-reasons';

const ROOT = join(__dirname, '..', '..', '..', 'src', 'connectors');
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const reasons = new Set(files.flatMap((file) => [...readFileSync(join(ROOT, file), 'utf8').matchAll(/reason: '([a-z-]+(?:: [a-z-]+)?)/g)].map((match) => match[1] ?? '')));

describe('why a record was left out', () => {
  it('is chosen or suffered, for every reason that a connector gives', () => {
    expect(reasons.size).toBeGreaterThan(5);
    expect([...reasons].filter((reason) => !isKnownSkip(reason))).toEqual([]);
  });

  it('counts against silence unless it was chosen', () => {
    expect(['crosstalk', 'speaker-unknown', 'agent-words'].map(isChosenSkip)).toEqual([true, true, true]);
    expect(['unrouted', 'no-transcript-yet', 'unreadable: text', 'of-tomorrow'].map(isChosenSkip)).toEqual([false, false, false, false]);
  });

  it('may pass when the source is asked again, save what is left out for its id and what waits for something else', () => {
    expect(['unreadable: text', 'unreadable', 'not-stored-yet', 'unprepared', 'not-read: feedback'].map(isReadWhenAskedAgain)).toEqual([true, true, true, true, true]);
    expect(['unreadable: externalId', 'unrouted', 'no-transcript-yet', 'not-read: too-long', 'agent-words', 'nothing-missing'].map(isReadWhenAskedAgain)).toEqual([false, false, false, false, false, false]);
  });
});
