import { AnswerLost, WriteRefused } from '../../../src/domain/closing-errors';
import { TrackerRateLimited } from '../../../src/domain/errors';
import { annotate, type Annotating } from '../../../src/measure/annotate';
import { loadProblem, saveAnnotationSettings, type AnnotationSettings } from '../../../src/measure/annotation-settings';
import type { RestrictedComment } from '../../../src/ports/annotator';
import { aContract, anOutcome } from '../../build/outcomes';
import { fakePorts } from '../../fakes/ports';

interface World {
  readonly annotating: Annotating;
  readonly comments: RestrictedComment[];
  readonly links: { version: string; place: string }[];
  /** What the tracker answers to each write until it is taken back. */
  failure: Error | undefined;
}

async function world(wish?: AnnotationSettings, release = { id: 'TB:10042', name: '4.2', releasedAt: aContract().release.releasedAt }): Promise<World> {
  const { outcomes, settings, logger } = fakePorts();
  await outcomes.saveContract(aContract({ release }));
  await outcomes.saveOutcomes('mail', [{ outcome: anOutcome({ readOut: 4, verdict: { kind: 'no-clear-change' } }), members: { before: [], after: [] } }]);
  if (wish !== undefined) await saveAnnotationSettings(settings, 'mail', wish);
  const at: World = {
    comments: [], links: [], failure: undefined,
    annotating: {
      outcomes, settings, logger,
      textOf: (_, outcome) => [`${outcome.verdict.kind} at ${outcome.readOut}`],
      annotator: {
        async saveComment(comment) {
          if (at.failure !== undefined) throw at.failure;
          at.comments.push(comment);
        },
        async linkVersion(link) {
          if (at.failure !== undefined) throw at.failure;
          at.links.push(link);
        },
      },
    },
  };
  return at;
}
const COMMENTS: AnnotationSettings = { commentRole: 'Administrators', versionLink: false };

describe('annotations on the tracker', () => {
  it('unasked, links the version once and comments nowhere', async () => {
    const { annotating, comments, links } = await world();
    expect([await annotate(annotating, 'mail'), await annotate(annotating, 'mail')]).toEqual([1, 0]);
    expect(links).toEqual([{ project: 'TB', version: '10042', title: 'What customers did after 4.2', place: '#/releases/mail%3A4.2%3A1' }]);
    expect(comments).toEqual([]);
  });
  it('asked for, one comment an issue and release, changed at the next read-out and not before', async () => {
    const { annotating, comments } = await world(COMMENTS);
    await annotate(annotating, 'mail');
    await annotate(annotating, 'mail');
    await annotating.outcomes.saveOutcomes('mail', [{ outcome: anOutcome(), members: { before: [], after: [] } }]);
    await annotate(annotating, 'mail');
    expect(comments.map(({ key, paragraphs, role }) => [key, paragraphs, role])).toEqual([
      ['mail:4.2:1 10', ['no-clear-change at 4'], 'Administrators'], ['mail:4.2:1 10', ['fewer at 8'], 'Administrators'],
    ]);
  });
  it('says nothing of what cannot be judged, of the guard, or of a release that was withdrawn', async () => {
    const { annotating, comments } = await world(COMMENTS);
    for (const over of [{ readOut: 4, verdict: { kind: 'cannot-judge', reason: 'source-gap' } }, { readOut: 'guard', verdict: { kind: 'more', by: 'guard' } }] as const) {
      await annotating.outcomes.saveOutcomes('mail', [{ outcome: anOutcome(over), members: { before: [], after: [] } }]);
    }
    await annotate(annotating, 'mail');
    await annotating.outcomes.saveOutcomes('mail', [{ outcome: anOutcome(), members: { before: [], after: [] } }]);
    await annotating.outcomes.saveContract(aContract({ state: { kind: 'withdrawn', at: aContract().frozenAt, reason: 'unreleased' } }));
    await annotate(annotating, 'mail');
    expect(comments).toEqual([]);
  });
  it.each(['issue:10', 'roll-out:call-7', 'import:4.2'])('%s has no version to link from', async (id) => {
    const { annotating, links } = await world(undefined, { id, name: '4.2', releasedAt: aContract().release.releasedAt });
    await annotate(annotating, 'mail');
    expect(links).toEqual([]);
  });
  it('what Jira refuses is kept to be shown and tried again; a rate limit stops the run', async () => {
    const at = await world(COMMENTS);
    at.failure = new WriteRefused(400, 'fields commentLevel');
    await annotate(at.annotating, 'mail');
    expect(await loadProblem(at.annotating.settings, 'mail')).toBe('fields commentLevel');
    at.failure = new AnswerLost('no answer');
    await annotate(at.annotating, 'mail');
    expect(await loadProblem(at.annotating.settings, 'mail')).toBe('tracker/answer-lost');
    at.failure = undefined;
    await annotate(at.annotating, 'mail');
    expect([at.comments.length, await loadProblem(at.annotating.settings, 'mail')]).toEqual([1, undefined]);
    at.failure = new TrackerRateLimited(60, 'burst');
    await saveAnnotationSettings(at.annotating.settings, 'mail', { ...COMMENTS, commentRole: 'Members' });
    await expect(annotate(at.annotating, 'mail')).rejects.toThrow(TrackerRateLimited);
  });
});
