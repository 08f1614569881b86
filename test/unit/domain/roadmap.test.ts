import type { Issue } from '../../../src/domain/issue';
import { columnOf, DEFAULT_MAPPING, upcomingVersions } from '../../../src/domain/roadmap';

const issue = (changes: Partial<Issue>): Issue => ({
  id: '1', key: 'A-1', project: 'A', summary: 's', status: 'To Do', statusCategory: 'todo', createdAt: '2025-01-01T00:00:00.000Z', fixVersions: [], labels: [], visibility: 'open', ...changes,
});
const releases = [
  { id: '1', product: 'p', name: '2.10', issues: [] },
  { id: '2', product: 'p', name: '2.9', issues: [] },
  { id: '3', product: 'p', name: '2.8', releasedAt: '2025-05-01T00:00:00.000Z', issues: [] },
];
const upcoming = upcomingVersions(releases, '2025-06-01T00:00:00.000Z');

describe('the roadmap column of an issue', () => {
  it('orders upcoming versions by number, not by letter', () => {
    expect(upcoming).toEqual(['2.9', '2.10']);
  });
  it.each<[string, Partial<Issue>, string]>([
    ['done', { statusCategory: 'done' }, 'shipped'],
    ['in progress', { statusCategory: 'doing' }, 'now'],
    ['in a sprint', { sprint: 'Sprint 4' }, 'now'],
    ['in the nearest version', { fixVersions: ['2.9'] }, 'next'],
    ['in a later version', { fixVersions: ['2.10'] }, 'later'],
    ['in a version that shipped without it', { fixVersions: ['2.8'] }, 'unplanned'],
    ['nowhere', {}, 'unplanned'],
  ])('%s', (_, changes, column) => {
    expect(columnOf(issue(changes), upcoming, DEFAULT_MAPPING)).toBe(column);
  });
  it("follows the project's own rule before the defaults", () => {
    expect(columnOf(issue({ status: 'Someday', sprint: 'x' }), upcoming, { statuses: { Someday: 'later' }, versions: {} })).toBe('later');
  });
});
