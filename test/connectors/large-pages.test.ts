import { openWorld as openGitHub } from '../../host/sources/github/world';
import { openWorld as openJira } from '../../host/sources/jira/world';
import { github } from '../../src/connectors/github';
import { jira } from '../../src/connectors/jira';
import { SourceAnswerTooLarge } from '../../src/domain/source-errors';
import type { Http } from '../../src/ports/http';
import type { SourceNeeds } from '../../src/ingest/sources/source-needs';
import { openBench, type SourceBench } from './bench-source';

/** The edge takes no more than this at once, or than was asked for. */
function capped({ needs }: SourceBench, most: number): void {
  const cap = (http: Http): Http => ({ send: async (request) => {
    const answer = await http.send(request);
    if (Buffer.byteLength(answer.text) > Math.min(most, request.maxBytes)) throw new SourceAnswerTooLarge('too large');
    return answer;
  } });
  Object.assign(needs, { outside: cap(needs.outside), jira: cap(needs.jira) } satisfies Partial<SourceNeeds>);
}

it('a page of Jira that is larger than we take at once is read in smaller ones, to its end', async () => {
  const bench = await openBench(jira, openJira, 'large');
  capped(bench, 200_000);
  for (let at = 0; at < 60; at += 1) bench.world.speak(`The export is broken ${'abcdefghijklmnopqrstuvwxyz'.slice(at % 25)}\n${'log line that somebody pasted\n'.repeat(400)}`);
  bench.clock.advance(3_600_000);
  await bench.cycle(3);
  const stored = await bench.stored();
  expect([[...bench.world.live().keys()].filter((id) => !stored.has(id)), await bench.coverage()]).toEqual([[], 'complete']);
});

it('a page of GitHub may be as large as a hundred issues as long as GitHub lets them be', async () => {
  const bench = await openBench(github, openGitHub, 'large');
  const taken: number[] = [];
  const { send } = bench.needs.outside;
  Object.assign(bench.needs, { outside: { send: (request) => {
    if (/\/issues(?:\/comments)?\?/.test(request.url)) taken.push(request.maxBytes);
    return send(request);
  } } satisfies Http });
  bench.world.speak('Somebody needs dark mode');
  await bench.cycle();
  expect(Math.min(...taken)).toBeGreaterThan(100 * 65_536 * 4);
  expect(taken).not.toEqual([]);
});
