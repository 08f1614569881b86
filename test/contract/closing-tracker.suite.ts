import type { ClosingTracker } from '../../src/ports/closing-tracker';
import type { FreshItem } from '../../src/domain/sweep';
import { noticeText } from '../../src/decide/notice';

/** A Jira with one open issue, and people who can act on it. */
export interface TrackerWorld {
  readonly tracker: ClosingTracker;
  /** Open, untouched, with one label and no fix version. */
  readonly issue: string;
  /** An open issue that a person linked to `issue` as its duplicate. */
  readonly duplicate: string;
  readonly project: string;
  personComments(): Promise<void>;
  personVotes(): Promise<void>;
  personReopens(): Promise<void>;
  /** The next write is done and its answer lost; or never arrives. */
  loseNextAnswer(kind: 'done' | 'never'): void;
  close(): Promise<void>;
}

const NOTICE = noticeText({ ground: { kind: 'no-support', read: 13_828, since: '2024-06-03T00:00:00.000Z' }, closeAfter: '2025-07-20T00:00:00.000Z', losses: [] });

/** What every Jira does for closing, in memory or over HTTP. */
export function closingTrackerSuite(name: string, open: () => Promise<TrackerWorld>): void {
  describe(`closing tracker: ${name}`, () => {
    let world: TrackerWorld;
    beforeEach(async () => {
      world = await open();
    });
    afterEach(() => world.close());
    const seen = async (issue = world.issue): Promise<FreshItem> => {
      const sight = await world.tracker.fetchItem(issue);
      if (sight.kind !== 'seen') throw new Error('not visible');
      return sight.item;
    };
    const closing = async () => {
      const found = (await world.tracker.fetchTransitions(world.issue)).find((one) => one.resolutions?.includes('No customer evidence') === true);
      if (found === undefined) throw new Error('no way to close');
      return found;
    };

    it('reads an issue with all that protects it', async () => {
      const item = await seen();
      expect(item).toMatchObject({ issue: { id: world.issue, statusCategory: 'todo' }, hasSecurityLevel: false, openChildren: 0, secondsLogged: 0, canTransition: true, moves: [], acts: [] });
      expect(item.links).toMatchObject([{ kind: 'duplicated-by', issue: world.duplicate, isOpen: true }]);
      expect(await world.tracker.fetchItem('999999')).toEqual({ kind: 'not-visible' });
      expect(await world.tracker.fetchDuplicates([world.project])).toMatchObject([{ issue: world.duplicate, of: world.issue, ofIsOpen: true }]);
    });

    it('closes with our own resolution, and the history says which operation it was', async () => {
      const way = await closing();
      const before = await seen();
      await world.tracker.transition(world.issue, { transition: way.id, resolution: 'No customer evidence', op: 'op-1' });
      const after = await seen();
      expect(after.issue).toMatchObject({ statusCategory: 'done', resolution: 'No customer evidence' });
      expect(after.moves).toMatchObject([{ byApp: true, fromStatus: before.statusId, toStatus: way.to.id, op: 'op-1' }]);
      expect(after.acts).toEqual([]);
      expect(await world.tracker.fetchLikelyOurs([world.project])).toContain(world.issue);
      const back = (await world.tracker.fetchTransitions(world.issue)).find((one) => one.to.id === before.statusId);
      await world.tracker.transition(world.issue, { transition: back?.id ?? '', op: 'op-2' });
      expect((await seen()).issue.resolution).toBeUndefined();
    });

    it('knows the ways back from done issues of the same kind', async () => {
      const way = await closing();
      const paths = await world.tracker.fetchKnownPaths(world.issue);
      expect(paths.filter((path) => path.from.id === way.to.id && path.to.category !== 'done').length).toBeGreaterThan(0);
    });

    it('refuses a transition that is not there, and nothing happened', async () => {
      await expect(world.tracker.transition(world.issue, { transition: '9999', op: 'op-1' })).rejects.toMatchObject({ code: 'tracker/write-refused' });
      expect((await seen()).moves).toEqual([]);
    });

    it('finds our comment by its operation, and only ours', async () => {
      expect(await world.tracker.findComment(world.issue, 'op-1')).toBeUndefined();
      const id = await world.tracker.addComment(world.issue, NOTICE, 'op-1');
      await world.personComments();
      expect(await world.tracker.findComment(world.issue, 'op-1')).toBe(id);
      expect(await world.tracker.findComment(world.issue, 'op-2')).toBeUndefined();
      expect((await seen()).acts).toMatchObject([{ what: 'comment' }]);
    });

    it('sees what people do', async () => {
      const votes = (await seen()).issue.votes ?? 0;
      await world.personVotes();
      expect((await seen()).issue.votes).toBe(votes + 1);
      const way = await closing();
      await world.tracker.transition(world.issue, { transition: way.id, resolution: 'No customer evidence', op: 'op-1' });
      await world.personReopens();
      const item = await seen();
      expect(item.issue.statusCategory).not.toBe('done');
      expect(item.moves.at(-1)).toMatchObject({ byApp: false });
      expect(item.acts.some((act) => act.what === 'change')).toBe(true);
    });

    it('says that an answer was lost, whether or not the work was done', async () => {
      const way = await closing();
      world.loseNextAnswer('never');
      await expect(world.tracker.transition(world.issue, { transition: way.id, resolution: 'No customer evidence', op: 'op-1' })).rejects.toMatchObject({ code: 'tracker/answer-lost' });
      expect((await seen()).issue.statusCategory).toBe('todo');
      world.loseNextAnswer('done');
      await expect(world.tracker.transition(world.issue, { transition: way.id, resolution: 'No customer evidence', op: 'op-2' })).rejects.toMatchObject({ code: 'tracker/answer-lost' });
      expect((await seen()).moves).toMatchObject([{ op: 'op-2' }]);
    });

    it('edits what the screen allows and refuses the rest', async () => {
      const editable = await world.tracker.fetchEditableFields(world.issue);
      expect(editable.has('labels')).toBe(true);
      expect(editable.has('resolution')).toBe(false);
      await world.tracker.editFields(world.issue, { labels: ['a', 'b'] }, 'op-1');
      expect((await seen()).issue.labels).toEqual(['a', 'b']);
      expect((await seen()).acts).toEqual([]);
      await expect(world.tracker.editFields(world.issue, { clearResolution: true }, 'op-1')).rejects.toMatchObject({ code: 'tracker/write-refused' });
    });

    it('keeps marker and properties where it is asked to', async () => {
      await world.tracker.saveMarker(world.issue, { op: 'op-1', fence: 3 });
      await world.tracker.saveProperties(world.issue, { verdict: 'unsupported', accounts: 0 });
      expect((await seen()).acts).toEqual([]);
    });
  });
}
